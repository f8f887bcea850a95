using System.Globalization;
using System.Text.Json;
using CredScore.Scoring.Assessments;
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

    public static string Meaning(Band band) => band switch
    {
        Band.Strong => "Most of what CredScore looks at speaks for this article.",
        Band.Fair => "Some signals speak for this article, others are missing. Look at the reasons before you rely on it.",
        Band.Weak => "Much of what makes an article credible is missing here. Look for a better source.",
        _ => "The page gives too little to judge it by. That is neither good nor bad.",
    };

    public static string Trust(double confidence) => confidence switch
    {
        >= HighConfidence => "nearly everything could be read",
        >= MiddleConfidence => "part of it could not be read",
        _ => "much of it could not be read",
    };

    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

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
        _ => type.ToString(),
    };

    /// <summary>How a source type is coloured; the word always stands with it.</summary>
    public static string Tone(SourceType type) => type switch
    {
        SourceType.Guideline or SourceType.SystematicReview or SourceType.JournalArticle or SourceType.AcademicBook or SourceType.University or SourceType.Society => "good",
        SourceType.Pseudoscience or SourceType.Predatory or SourceType.Retracted or SourceType.Tabloid => "bad",
        SourceType.Advocacy or SourceType.Commercial or SourceType.SelfPublished or SourceType.UserGenerated or SourceType.PressRelease => "care",
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
