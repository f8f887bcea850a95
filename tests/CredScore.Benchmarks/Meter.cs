namespace CredScore.Benchmarks;

/// <summary>Measures by the processor time of this process: what else the machine does counts as little as can be.</summary>
internal static class Meter
{
    /// <summary>Milliseconds of processor time that some work takes.</summary>
    public static double Time(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    /// <summary>The same once all garbage is gone: a collection takes as long as tens of megabytes of reading, and whether it falls into one timing or the next would be chance.</summary>
    public static double TimeCollected(Action work)
    {
        GC.Collect();
        return Time(work);
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>How far the middle half of the values reaches, for people to judge the machine by.</summary>
    public static string Spread(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return FormattableString.Invariant($"middle half {sorted[sorted.Count / 4]:0.00} to {sorted[sorted.Count * 3 / 4]:0.00}");
    }
}
