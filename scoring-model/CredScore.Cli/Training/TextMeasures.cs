namespace CredScore.Cli.Training;

/// <summary>A prediction for a row that the model was not trained on.</summary>
/// <param name="Fold">The outer fold that held the row.</param>
internal readonly record struct TextScored(TextRow Row, float Score, int Fold);

/// <summary>Figures over predictions.</summary>
internal static class TextMeasures
{
    private const int Draws = 1000;

    /// <summary>The chance that a promoting row scores above a debunking one; ties count half. NaN when either kind is missing.</summary>
    public static double Auc(IEnumerable<(float Score, bool IsPositive)> scored)
    {
        var sorted = scored.OrderBy(row => row.Score).ToList();
        var (positives, below) = (0.0, 0.0);

        for (var start = 0; start < sorted.Count;)
        {
            var end = start;

            while (end < sorted.Count && sorted[end].Score == sorted[start].Score)
            {
                end++;
            }

            var (more, ties) = (0, end - start);

            for (var i = start; i < end; i++)
            {
                more += sorted[i].IsPositive ? 1 : 0;
            }

            below += more * (start - positives + ((ties - more) / 2.0));
            positives += more;
            start = end;
        }

        return below / (positives * (sorted.Count - positives));
    }

    public static double Auc(IEnumerable<TextScored> scored) => Auc(scored.Where(row => row.Row.Label != 0).Select(row => (row.Score, row.Row.Label > 0)));

    /// <summary>Middle 95 % of the mean area over repeats when groups are drawn again with replacement.</summary>
    public static (double Low, double High) Interval(IReadOnlyList<IReadOnlyList<TextScored>> repeats)
    {
        var random = new Random(TextLearner.Seed);
        var groups = repeats.Select(repeat => repeat.Where(row => row.Row.Label != 0).ToLookup(row => row.Row.Group)).ToList();
        var keys = groups[0].Select(group => group.Key).Order().ToList();
        var areas = new List<double>();

        for (var i = 0; i < Draws; i++)
        {
            var drawn = keys.Select(_ => keys[random.Next(keys.Count)]).ToList();
            areas.Add(groups.Average(repeat => Auc(drawn.SelectMany(key => repeat[key]))));
        }

        var sorted = areas.Where(double.IsFinite).Order().ToList();
        return (sorted[(int)(0.025 * sorted.Count)], sorted[(int)(0.975 * sorted.Count)]);
    }

    /// <summary>Mean distance between probability and what was so, over bins of a tenth, weighted by rows.</summary>
    public static double CalibrationError(IReadOnlyList<TextJudged> rows)
        => Bins(rows).Sum(bin => bin.Count * Math.Abs(bin.Probability - bin.Share)) / rows.Count;

    /// <summary>Rows in bins of a tenth of probability: how many, their mean probability and the share that promotes.</summary>
    public static IReadOnlyList<(int Count, double Probability, double Share)> Bins(IReadOnlyList<TextJudged> rows)
        => [.. rows.GroupBy(row => Math.Min(9, (int)(row.Probability * 10))).OrderBy(bin => bin.Key)
            .Select(bin => (bin.Count(), bin.Average(row => row.Probability), bin.Average(row => row.Row.Label > 0 ? 1.0 : 0.0)))];
}

/// <summary>A row with a probability from a model and a calibration that saw none of its group.</summary>
internal readonly record struct TextJudged(TextRow Row, double Probability)
{
    public double Confidence => Math.Max(Probability, 1 - Probability);

    public bool IsRight => Row.Label != 0 && Row.Label > 0 == Probability >= 0.5;
}
