using CredScore.Scoring.Assessments;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Alternatives;

/// <summary>The page's own references that are strong, free to read and on its topic by their title.</summary>
internal static class StrongReferences
{
    private const int Most = 3;
    private const int LongestTitle = 160;

    public static IEnumerable<Alternative> Of(Assessment assessment, PageTopic topic, IReadOnlyCollection<string> names)
        => assessment.References
            .Where(reference => reference is { Pmc: not null, Title: not null } && Find(reference.SourceType) is not null && IsOn(reference.Title, names))
            .OrderBy(reference => reference.SourceType)
            .ThenByDescending(reference => reference.Year ?? 0)
            .Take(Most)
            .Select(reference => new Alternative(
                reference.Title!.Length > LongestTitle ? $"{reference.Title[..LongestTitle]}…" : reference.Title,
                $"https://pmc.ncbi.nlm.nih.gov/articles/PMC{reference.Pmc}/",
                "PubMed Central",
                Find(reference.SourceType)!.Value,
                AlternativeLevel.Professional,
                Free: true,
                $"Cited by this page as number {reference.Index}, and free to read{(reference.Year is { } year ? $" ({year})" : "")}.",
                topic.Name,
                "en",
                IsExact: topic.Fit == TopicFit.Exact));

    private static AlternativeKind? Find(SourceType type) => type switch
    {
        SourceType.Guideline => AlternativeKind.Guideline,
        SourceType.SystematicReview => AlternativeKind.Review,
        _ => null,
    };

    private static bool IsOn(string title, IReadOnlyCollection<string> names)
    {
        Span<char> key = stackalloc char[NameKey.MaxLength + 2];
        var length = NameKey.Write(title, key[1..^1]);
        key[0] = key[length + 1] = ' ';
        var padded = key[..(length + 2)];

        foreach (var name in names)
        {
            if (padded.Contains($" {NameKey.Of(name)} ", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
