using CredScore.Api.Exports;
using CredScore.Exports.Columns;
using CredScore.Scoring.Sources;

namespace CredScore.Api.Console.Results;

/// <summary>Few groups of the many types of sources, so that a chart can be read.</summary>
internal static class SourceGroups
{
    private static readonly (string Name, SourceType[] Types)[] Groups =
    [
        ("guidelines and reviews", [SourceType.Guideline, SourceType.SystematicReview]),
        ("journal articles", [SourceType.JournalArticle, SourceType.Preprint]),
        ("books and reference works", [SourceType.AcademicBook, SourceType.Book, SourceType.Tertiary]),
        ("institutions", [SourceType.University, SourceType.Society, SourceType.Government, SourceType.Organisation]),
        ("news and media", [SourceType.News, SourceType.Media]),
        ("of interest or own account", [SourceType.Advocacy, SourceType.Commercial, SourceType.SelfPublished, SourceType.UserGenerated, SourceType.PressRelease]),
        ("discredited or doubted", [SourceType.Tabloid, SourceType.Pseudoscience, SourceType.Predatory, SourceType.Retracted, SourceType.ExpressionOfConcern]),
        ("unknown", [SourceType.Unknown]),
    ];

    /// <summary>The groups in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Groups.Select(group => group.Name)];

    /// <summary>What a period is called.</summary>
    public static string NameOf(SourcePeriod period) => period.From is { } from ? FormattableString.Invariant($"{from}–{period.To}") : FormattableString.Invariant($"to {period.To}");

    /// <summary>References of a period in each group.</summary>
    public static IReadOnlyList<int> CountsOf(SourcePeriod period) => [.. Groups.Select(group => group.Types.Sum(type => period.Types.GetValueOrDefault(ExportRow.Word(type))))];
}
