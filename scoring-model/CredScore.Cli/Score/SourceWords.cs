using CredScore.Scoring.Sources;

namespace CredScore.Cli.Score;

/// <summary>Source types in a reader's words.</summary>
internal static class SourceWords
{
    /// <summary>Who stands behind a channel.</summary>
    public static string Of(ChannelKind kind) => kind switch
    {
        ChannelKind.PublicBody => "health agency or public body",
        ChannelKind.Hospital => "hospital or health system",
        ChannelKind.University => "university or research institute",
        ChannelKind.Society => "professional society or charity",
        ChannelKind.Journal => "journal or its publisher",
        ChannelKind.Newsroom => "newsroom",
        ChannelKind.Educator => "recognised educator",
        ChannelKind.Clinician => "clinician with a checked licence",
        ChannelKind.Company => "company",
        ChannelKind.Advocacy => "advocacy organisation",
        _ => "origin not known",
    };

    public static string Of(SourceType type) => type switch
    {
        SourceType.Unknown => "not known",
        SourceType.Guideline => "guideline, health agency",
        SourceType.SystematicReview => "systematic review",
        SourceType.JournalArticle => "journal article",
        SourceType.AcademicBook => "academic book",
        SourceType.University => "university",
        SourceType.Society => "society, hospital",
        SourceType.Government => "government",
        SourceType.Tertiary => "reference work",
        SourceType.Book => "book",
        SourceType.News => "news",
        SourceType.Media => "other media",
        SourceType.Organisation => "organisation",
        SourceType.Advocacy => "advocacy",
        SourceType.Commercial => "commercial",
        SourceType.SelfPublished => "self-published",
        SourceType.UserGenerated => "user-generated",
        SourceType.PressRelease => "press release",
        SourceType.Preprint => "preprint",
        SourceType.Tabloid => "tabloid",
        SourceType.Pseudoscience => "pseudoscience",
        SourceType.Predatory => "predatory journal",
        SourceType.Retracted => "retracted",
        SourceType.ExpressionOfConcern => "expression of concern",
        _ => type.ToString(),
    };
}
