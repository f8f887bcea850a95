namespace CredScore.Api.Rulesets;

/// <summary>Rank correlation.</summary>
internal static class Ranks
{
    /// <summary>Spearman's, over the pairs of which both are known; null with fewer than two or where one side is all alike.</summary>
    public static double? Correlate(IReadOnlyList<(double? Left, double? Right)> pairs)
    {
        var known = pairs.Where(pair => pair.Left is not null && pair.Right is not null).ToList();
        var (left, right) = (Of([.. known.Select(pair => pair.Left!.Value)]), Of([.. known.Select(pair => pair.Right!.Value)]));
        var middle = (known.Count + 1) / 2.0;
        double together = 0, alone = 0, other = 0;

        for (var i = 0; i < known.Count; i++)
        {
            together += (left[i] - middle) * (right[i] - middle);
            alone += (left[i] - middle) * (left[i] - middle);
            other += (right[i] - middle) * (right[i] - middle);
        }

        return alone > 0 && other > 0 ? together / Math.Sqrt(alone * other) : null;
    }

    /// <summary>Of all pairs that differ on the right side, the share that the left side puts in the same order, a tie counting half; null where none differs.</summary>
    public static double? SameOrder(IReadOnlyList<(double? Left, double? Right)> pairs)
    {
        var known = pairs.Where(pair => pair.Left is not null && pair.Right is not null).Select(pair => (Left: pair.Left!.Value, Right: pair.Right!.Value)).OrderBy(pair => pair.Right).ToArray();
        var (same, all) = (0.0, 0L);

        for (var lower = 0; lower < known.Length; lower++)
        {
            for (var higher = lower + 1; higher < known.Length; higher++)
            {
                if (known[lower].Right < known[higher].Right)
                {
                    all++;
                    same += known[lower].Left < known[higher].Left ? 1 : known[lower].Left > known[higher].Left ? 0 : 0.5;
                }
            }
        }

        return all == 0 ? null : same / all;
    }

    private static double[] Of(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Length];

        for (var from = 0; from < order.Length;)
        {
            var to = from;

            while (to + 1 < order.Length && values[order[to + 1]].Equals(values[order[from]]))
            {
                to++;
            }

            for (var i = from; i <= to; i++)
            {
                ranks[order[i]] = ((from + to) / 2.0) + 1;
            }

            from = to + 1;
        }

        return ranks;
    }
}
