namespace CredScore.Cli.Training;

/// <summary>Rank correlation with mean ranks for ties (Spearman 1904, doi 10.2307/1412159).</summary>
internal static class RankCorrelation
{
    /// <summary>−1 to 1; NaN when one side does not vary.</summary>
    public static double Of(double[] left, double[] right)
    {
        var (x, y) = (Ranks(left), Ranks(right));
        var mean = (x.Length - 1) / 2.0;
        var (products, squaresX, squaresY) = (0.0, 0.0, 0.0);

        for (var i = 0; i < x.Length; i++)
        {
            products += (x[i] - mean) * (y[i] - mean);
            squaresX += (x[i] - mean) * (x[i] - mean);
            squaresY += (y[i] - mean) * (y[i] - mean);
        }

        return products / Math.Sqrt(squaresX * squaresY);
    }

    /// <summary>Places from 0 by size; equal values share the mean of theirs.</summary>
    public static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(i => values[i]).ToArray();
        var ranks = new double[values.Length];

        for (var start = 0; start < order.Length;)
        {
            var end = start;

            while (end + 1 < order.Length && values[order[end + 1]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i <= end; i++)
            {
                ranks[order[i]] = (start + end) / 2.0;
            }

            start = end + 1;
        }

        return ranks;
    }
}
