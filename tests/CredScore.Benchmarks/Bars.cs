using System.Globalization;

namespace CredScore.Benchmarks;

/// <summary>Prints what was measured beside the bar it has to hold, and remembers whether all did.</summary>
internal sealed class Bars
{
    private int _measured;
    private int _missed;

    /// <summary>A figure that may not be above its bar.</summary>
    public void AtMost(string what, double measured, double bar, string unit) => Print(what, measured, bar, unit, measured <= bar, "at most");

    /// <summary>A figure that may not be below its bar.</summary>
    public void AtLeast(string what, double measured, double bar, string unit) => Print(what, measured, bar, unit, measured >= bar, "at least");

    /// <summary>A figure without a bar.</summary>
    public static void Note(string what, double measured, string unit)
        => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {measured,10:0.000} {unit}"));

    public static void Say(string text) => Console.WriteLine($"  {text}");

    /// <summary>0 when every bar held, 1 when one was missed, 2 when nothing was measured.</summary>
    public int Close()
    {
        Console.WriteLine($"\n{_measured - _missed} of {_measured} bars held.");
        return _measured == 0 ? 2 : _missed == 0 ? 0 : 1;
    }

    private void Print(string what, double measured, double bar, string unit, bool holds, string relation)
    {
        _measured++;
        _missed += holds ? 0 : 1;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-58} {measured,10:0.000} {unit,-14} {relation} {bar:0.###}: {(holds ? "holds" : "MISSED")}"));
    }
}
