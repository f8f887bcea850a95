using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>How far a figure would move with other articles of the same kind: groups are drawn again with replacement.</summary>
internal static class Bootstrap
{
    private const int Draws = 1000;

    /// <summary>The middle 95 % of accuracy and rank correlation.</summary>
    public static ((double Low, double High) Accuracy, (double Low, double High) Spearman) Interval(FeatureTable table, double[][] probabilities, Func<LabelledFeatures, bool> isMeant)
    {
        var random = new Random(1);
        var groups = table.Rows.Select((row, index) => (row.Group, Page: new Judged(row.Grade, probabilities[index]))).Where((_, index) => isMeant(table.Rows[index]))
            .GroupBy(pair => pair.Group, pair => pair.Page).Select(group => group.ToArray()).ToArray();
        var (accuracies, correlations) = (new double[Draws], new double[Draws]);

        for (var draw = 0; draw < Draws; draw++)
        {
            Judged[] pages = [.. Enumerable.Range(0, groups.Length).SelectMany(_ => groups[random.Next(groups.Length)])];
            accuracies[draw] = pages.Count(page => page.IsRight) / (double)pages.Length;
            correlations[draw] = RankCorrelation.Of([.. pages.Select(page => page.Expected)], [.. pages.Select(page => (double)page.Grade)]);
        }

        return (Middle(accuracies), Middle(correlations));
    }

    private static (double Low, double High) Middle(double[] values)
    {
        Array.Sort(values);
        return (values[(int)(0.025 * Draws)], values[(int)(0.975 * Draws)]);
    }

    private readonly record struct Judged(Grade Grade, double Expected, bool IsRight)
    {
        public Judged(Grade grade, double[] probabilities)
            : this(grade, Measures.Mean(probabilities), Array.IndexOf(probabilities, probabilities.Max()) == (int)grade)
        {
        }
    }
}
