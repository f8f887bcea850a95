using System.Globalization;

namespace CredScore.Benchmarks;

/// <summary>Prints figures as they come, each with its bar and whether the bar holds.</summary>
internal sealed class BarSheet(TextWriter output)
{
    public bool IsAnyMissed { get; private set; }

    public void Begin(string title) => output.WriteLine($"\n== {title}");

    /// <summary>A figure without a bar.</summary>
    public void Note(string what, double value, string unit, string remark = "") => Print(what, value, unit, "", "", remark);

    /// <summary>A figure that must not be above its bar.</summary>
    public void AtMost(string what, double value, double bar, string unit, string remark = "", bool isFair = true)
        => Judge(what, value, $"≤ {Number(bar)}", value <= bar, unit, remark, isFair);

    /// <summary>A figure that must not be below its bar.</summary>
    public void AtLeast(string what, double value, double bar, string unit, string remark = "", bool isFair = true)
        => Judge(what, value, $"≥ {Number(bar)}", value >= bar, unit, remark, isFair);

    // A bar that is missed while other programs take the processors says nothing of ours.
    private void Judge(string what, double value, string bar, bool holds, string unit, string remark, bool isFair)
    {
        IsAnyMissed |= !holds && isFair;
        Print(what, value, unit, bar, holds ? "holds" : isFair ? "MISSED" : "not judged", remark);
    }

    private void Print(string what, double value, string unit, string bar, string verdict, string remark)
        => output.WriteLine($"{what,-58} {Number(value),9} {unit,-12} {bar,-8} {verdict,-10} {remark}".TrimEnd());

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
