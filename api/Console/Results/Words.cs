using System.Globalization;
using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Sources;

namespace CredScore.Api.Console.Results;

/// <summary>What the pages call things.</summary>
internal static class Words
{
    private const double HighConfidence = 0.75;
    private const double MiddleConfidence = 0.5;

    public static string Of(Band band) => JsonNamingPolicy.CamelCase.ConvertName(band.ToString());

    public static string Name(Band band) => band switch
    {
        Band.Strong => "Strong",
        Band.Fair => "Fair",
        Band.Weak => "Weak",
        _ => "Not enough evidence",
    };

    public static string Name(AlternativeKind kind) => kind switch
    {
        AlternativeKind.Article => "Article",
        AlternativeKind.Textbook => "Textbook",
        AlternativeKind.Review => "Review",
        AlternativeKind.Guideline => "Guideline",
        AlternativeKind.Video => "Video",
        AlternativeKind.Database => "Database",
        AlternativeKind.Recommendation => "Recommended",
        _ => "Search",
    };

    public static string Name(AlternativeLevel level) => level switch
    {
        AlternativeLevel.Patient => "for everybody",
        AlternativeLevel.Student => "for students",
        _ => "for experts",
    };

    /// <summary>What a page is called in a sentence.</summary>
    public static string Noun(PageSummary page) => page.Kind == Sites.YouTube ? "video" : "article";

    /// <summary>What a site is called in a sentence.</summary>
    public static string SiteOf(PageSummary page) => page.Kind == Sites.YouTube ? "YouTube" : "Wikipedia";

    public static string Meaning(Band band, string noun) => band switch
    {
        Band.Strong => $"Most of what CredScore looks at speaks for this {noun}.",
        Band.Fair => $"Some signals speak for this {noun}, others are missing. Look at the reasons before you rely on it.",
        Band.Weak => $"Much of what makes {(noun == "article" ? "an article" : "a video")} credible is missing here. Look for a better source.",
        _ => "The page gives too little to judge it by. That is neither good nor bad.",
    };

    public static string Trust(double confidence) => confidence switch
    {
        >= HighConfidence => "most of it could be read",
        >= MiddleConfidence => "part of it could not be read",
        _ => "much of it could not be read",
    };

    /// <summary>The score as people remember it. Whole points that were reached, never rounded up: 64.58 is not yet a page of 65, where another band begins.</summary>
    public static string Whole(double score) => Math.Floor(score).ToString("0", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Count(int number, string one, string many) => $"{number.ToString(CultureInfo.InvariantCulture)} {(number == 1 ? one : many)}";

    /// <summary>With a capital and a full stop.</summary>
    public static string Sentence(string words) => $"{char.ToUpperInvariant(words[0])}{words[1..]}. ";

    public static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A count with its thousands apart.</summary>
    public static string Thousands(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A place in a video, or its length: <c>4:05</c>, <c>1:02:03</c>.</summary>
    public static string Time(int seconds) => TimeSpan.FromSeconds(seconds).ToString(seconds < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);

    public static string Name(ChannelKind kind) => kind switch
    {
        ChannelKind.PublicBody => "Health agency or public body",
        ChannelKind.Hospital => "Hospital or health system",
        ChannelKind.University => "University or research institute",
        ChannelKind.Society => "Professional society or charity",
        ChannelKind.Journal => "Journal or its publisher",
        ChannelKind.Newsroom => "Newsroom",
        ChannelKind.Educator => "Recognised educator",
        ChannelKind.Clinician => "Clinician with a checked licence",
        ChannelKind.Company => "Company",
        ChannelKind.Advocacy => "Advocacy organisation",
        _ => "Not known",
    };

    /// <summary>A video's own page, at a second of it.</summary>
    public static string PlaceIn(PageSummary page, int seconds) => string.Create(CultureInfo.InvariantCulture, $"{page.Url}&t={seconds}s");

    public static string Name(SourceType type) => type switch
    {
        SourceType.Guideline => "Health agency or guideline",
        SourceType.SystematicReview => "Review article",
        SourceType.JournalArticle => "Journal article",
        SourceType.AcademicBook => "Academic book",
        SourceType.Society => "Society or hospital",
        SourceType.SelfPublished => "Self-published",
        SourceType.UserGenerated => "User-generated",
        SourceType.PressRelease => "Press release",
        SourceType.ExpressionOfConcern => "Expression of concern",
        _ => type.ToString(),
    };

    /// <summary>How a source type is coloured; the word always stands with it.</summary>
    public static string Tone(SourceType type) => type switch
    {
        SourceType.Guideline or SourceType.SystematicReview or SourceType.JournalArticle or SourceType.AcademicBook or SourceType.University or SourceType.Society
            or SourceType.Government => "good",
        SourceType.Pseudoscience or SourceType.Predatory or SourceType.Retracted or SourceType.Tabloid => "bad",
        SourceType.Advocacy or SourceType.Commercial or SourceType.SelfPublished or SourceType.UserGenerated or SourceType.PressRelease or SourceType.ExpressionOfConcern => "care",
        _ => "plain",
    };

    /// <summary>Where a reference leads, made from its identifier alone: addresses of a page are never repeated as links.</summary>
    public static string? LinkOf(ReferenceSummary reference) => reference switch
    {
        { Doi: { } doi } => $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}",
        { Pmid: { } pmid } => $"https://pubmed.ncbi.nlm.nih.gov/{Uri.EscapeDataString(pmid)}/",
        _ => null,
    };

    public static string PlaceOf(ReferenceSummary reference) => reference switch
    {
        { Doi: { } doi } => $"doi:{doi}",
        { Pmid: { } pmid } => $"PMID {pmid}",
        _ => reference.Host ?? string.Empty,
    };
}
