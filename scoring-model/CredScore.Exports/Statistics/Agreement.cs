namespace CredScore.Exports.Statistics;

/// <summary>How far raters agree beyond chance.</summary>
public static class Agreement
{
    /// <summary>
    /// Cohen's kappa of two raters who put the same subjects into categories (Cohen 1960). With <paramref name="isWeighted"/>, a disagreement counts by the square of its distance, for categories in an order (Cohen 1968).
    /// Null where nothing can differ: no subjects, or one category alone.
    /// </summary>
    public static double? CohenKappa(IReadOnlyList<(int First, int Second)> ratings, int categories, bool isWeighted = false)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        var (first, second) = (new double[categories], new double[categories]);
        var observed = 0.0;

        foreach (var (one, other) in ratings)
        {
            first[one]++;
            second[other]++;
            observed += WeightOf(one, other, isWeighted);
        }

        var expected = 0.0;

        for (var one = 0; one < categories; one++)
        {
            for (var other = 0; other < categories; other++)
            {
                expected += first[one] * second[other] / ratings.Count * WeightOf(one, other, isWeighted);
            }
        }

        return ratings.Count == 0 || expected == 0 ? null : 1 - (observed / expected);
    }

    /// <summary>
    /// Fleiss' kappa of subjects that each the same number of raters, not always the same ones, put into categories (Fleiss 1971). Null where nothing can differ.
    /// </summary>
    /// <param name="counts">For each subject, how many raters chose each category.</param>
    public static double? FleissKappa(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);

        if (counts.Count == 0 || counts[0].Sum() is var raters && raters < 2)
        {
            return null;
        }

        if (counts.Any(subject => subject.Sum() != raters))
        {
            throw new ArgumentException("Each subject has the same number of raters.", nameof(counts));
        }

        var observed = counts.Average(subject => subject.Sum(count => count * (count - 1.0)) / (raters * (raters - 1.0)));
        var expected = Enumerable.Range(0, counts[0].Count).Sum(category => Square(counts.Sum(subject => subject[category]) / (double)(counts.Count * raters)));
        return expected >= 1 ? null : (observed - expected) / (1 - expected);
    }

    // How much a disagreement counts: all alike, or by the square of the distance.
    private static double WeightOf(int one, int other, bool isWeighted) => isWeighted ? Square(one - other) : one == other ? 0 : 1;

    private static double Square(double value) => value * value;
}
