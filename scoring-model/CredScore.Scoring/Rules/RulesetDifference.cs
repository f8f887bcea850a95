using System.Globalization;

namespace CredScore.Scoring.Rules;

/// <summary>What one ruleset does otherwise than another, in sentences for people. Empty when both give every page the same answer in the same words.</summary>
public static class RulesetDifference
{
    /// <summary>The changes from one ruleset to another; ids, versions and authors are no changes.</summary>
    public static IReadOnlyList<string> Between(Ruleset before, Ruleset after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);

        return
        [
            .. Changed("It is named", before.Name, after.Name),
            .. Changed("It is made for the profile", before.Profile, after.Profile),
            .. Changed("It is made for the site", before.Site, after.Site),
            .. OfLists(before.Criteria, after.Criteria, criterion => criterion.Id, criterion => $"The criterion {criterion.Name}", OfCriteria),
            .. OfLists(before.Caps, after.Caps, cap => cap.Id, cap => $"The limit {cap.Id}", OfCaps),
            .. Changed("Fair begins at", before.Bands.Fair, after.Bands.Fair),
            .. Changed("Strong begins at", before.Bands.Strong, after.Bands.Strong),
            .. Changed("A score takes a confidence of", before.Bands.Confidence, after.Bands.Confidence),
            .. OfLists(before.Overrides, after.Overrides, one => (one.Kind, one.Value), one => $"The override “{Word(one)}”", OfOverrides),
            .. OfLists(before.NotJudged, after.NotJudged, text => text, text => $"The note “{text}”", (_, _) => []),
        ];
    }

    private static IEnumerable<string> OfLists<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> keyOf, Func<T, string> name, Func<T, T, IEnumerable<string>> change)
        where TKey : notnull
    {
        var old = before.DistinctBy(keyOf).ToDictionary(keyOf);
        var kept = after.Where(item => old.ContainsKey(keyOf(item))).ToList();

        foreach (var item in after)
        {
            foreach (var sentence in old.TryGetValue(keyOf(item), out var was) ? change(was, item) : [$"{name(item)} is new."])
            {
                yield return sentence;
            }
        }

        foreach (var item in before.ExceptBy(after.Select(keyOf), keyOf))
        {
            yield return $"{name(item)} is gone.";
        }

        if (!before.IntersectBy(after.Select(keyOf), keyOf).Select(keyOf).SequenceEqual(kept.Select(keyOf)))
        {
            yield return $"{name(kept[0])} and its neighbours stand in another order.";
        }
    }

    private static IEnumerable<string> OfCriteria(Criterion before, Criterion after) =>
    [
        .. Changed($"{after.Name} counts", before.Weight, after.Weight),
        .. Changed("A criterion is named", before.Name, after.Name),
        .. OfLists(before.Measures, after.Measures, measure => measure.Id, measure => $"The measure {measure.Label} in {after.Name}", (was, now) => OfMeasures(after.Name, was, now)),
    ];

    private static IEnumerable<string> OfMeasures(string criterion, Measure before, Measure after) =>
    [
        .. Changed($"{after.Label} weighs within {criterion}", before.Weight, after.Weight),
        .. Changed($"{after.Label} is read from", before.Feature, after.Feature),
        .. Changed($"{after.Label} gives its points along", Line(before.Curve), Line(after.Curve)),
        .. (before.Because, before.Raise, before.Name, before.Found) == (after.Because, after.Raise, after.Name, after.Found) ? Array.Empty<string>() : [$"The words of {after.Label} changed."],
    ];

    private static IEnumerable<string> OfCaps(Cap before, Cap after) =>
    [
        .. Changed($"The limit {after.Id} is", before.Limit, after.Limit),
        .. Changed($"The limit {after.Id} is read from", before.Feature, after.Feature),
        .. Changed($"The limit {after.Id} holds above", before.Above, after.Above),
        .. (before.Because, before.Raise) == (after.Because, after.Raise) ? Array.Empty<string>() : [$"The words of the limit {after.Id} changed."],
    ];

    private static IEnumerable<string> OfOverrides(Override before, Override after) =>
    [
        .. Changed($"{after.Value} counts as", before.CountsAs, after.CountsAs),
        .. Changed($"The word on {after.Value} decides", before.Points ?? 0, after.Points ?? 0),
        .. before.Because == after.Because ? Array.Empty<string>() : [$"The reason for {after.Value} changed."],
    ];

    private static string Word(Override one) => $"{one.Value} counts as {one.CountsAs}";

    private static string Line(Curve curve) => string.Join(", ", curve.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"({point.X:R}; {point.Y:R})")));

    private static IEnumerable<string> Changed(string what, string before, string after) => before == after ? [] : [$"{what} {after} instead of {before}."];

    private static IEnumerable<string> Changed(string what, double before, double after)
        => before.Equals(after) ? [] : [string.Create(CultureInfo.InvariantCulture, $"{what} {after:R} instead of {before:R}.")];
}
