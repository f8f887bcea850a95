namespace CredScore.Scoring.Tests.Agreement;

/// <summary>How well a number tells two groups apart.</summary>
internal static class RankingQuality
{
    /// <summary>Area under the curve: the chance that one of the first group lies above one of the second, ties counting half. NaN when a group is empty.</summary>
    public static double AreaUnderCurve(IReadOnlyList<double> higher, IReadOnlyList<double> lower)
    {
        if (higher.Count == 0 || lower.Count == 0)
        {
            return double.NaN;
        }

        var wins = higher.Sum(high => lower.Sum(low => high > low ? 1 : high == low ? 0.5 : 0));
        return wins / ((double)higher.Count * lower.Count);
    }

    /// <summary>Half the width of the interval of 95 % around an area (Hanley and McNeil 1982, doi 10.1148/radiology.143.1.7063747).</summary>
    public static double Uncertainty(double area, int higher, int lower)
    {
        var (q1, q2) = (area / (2 - area), 2 * area * area / (1 + area));
        return 1.96 * Math.Sqrt(((area * (1 - area)) + ((higher - 1) * (q1 - (area * area))) + ((lower - 1) * (q2 - (area * area)))) / ((double)higher * lower));
    }
}
