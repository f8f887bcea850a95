using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CredScore.Benchmarks;

/// <summary>What the machine is and what else it does meanwhile.</summary>
internal sealed class Machine
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan? _busy = BusyTime();

    public static string Describe() => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000_000.0:0} GB";

    /// <summary>Processors that other programs took since the start of this watch; null where the system does not tell.</summary>
    public double? TakenByOthers(TimeSpan ours)
        => _busy is { } before && BusyTime() is { } after ? Math.Max(0, (after - before - ours) / Stopwatch.GetElapsedTime(_started)) : null;

    // https://man7.org/linux/man-pages/man5/proc_stat.5.html: user, nice, system, idle, iowait, irq, softirq, steal, in hundredths of a second.
    private static TimeSpan? BusyTime()
    {
        if (!File.Exists("/proc/stat"))
        {
            return null;
        }

        var times = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9];
        var busy = times.Where((_, index) => index is not (3 or 4)).Sum(time => long.Parse(time, CultureInfo.InvariantCulture));
        return TimeSpan.FromMilliseconds(busy * 10);
    }
}
