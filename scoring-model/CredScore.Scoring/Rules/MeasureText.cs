using CredScore.Scoring.Features;

namespace CredScore.Scoring.Rules;

/// <summary>
/// The sentences of a measure's reason: what was found, what full points ask for, and why it counts. All but the number is put together once for
/// each ruleset.
/// </summary>
internal sealed class MeasureText
{
    private readonly Curve _curve;
    private readonly FeatureUnit _unit;
    private readonly string _before;
    private readonly string _after;

    public MeasureText(Measure measure, FeatureUnit unit)
    {
        _curve = measure.Curve;
        _unit = unit;
        var found = measure.Found ?? $"{measure.Label}: {Measure.Placeholder}";
        var at = found.IndexOf(Measure.Placeholder, StringComparison.Ordinal);
        _before = found[..at];
        _after = $"{found[(at + Measure.Placeholder.Length)..]}; {Asked()}. {measure.Because}";
    }

    /// <summary>The reason for a value.</summary>
    public string For(double value) => string.Concat(_before, Quantity.Format(value, _unit, DecimalsFor(value)), _after);

    // 10.4 % must not read as 10 % beside "full points at 10 % or less".
    private int DecimalsFor(double value)
    {
        var decimals = Quantity.DecimalsOf(_unit);

        foreach (var (from, to) in _curve.Peaks)
        {
            while (decimals < Quantity.MostDecimals && (LooksLike(value, from, decimals) || LooksLike(value, to, decimals)))
            {
                decimals++;
            }
        }

        return decimals;
    }

    private bool LooksLike(double value, double bound, int decimals)
    {
        var (scaledValue, scaledBound) = (Quantity.Scale(value, _unit), Quantity.Scale(bound, _unit));
        return scaledValue != scaledBound && Math.Round(scaledValue, decimals) == Math.Round(scaledBound, decimals);
    }

    private string Asked()
    {
        var points = _curve.Highest < 1 ? "most points" : "full points";
        return _curve.Highest > 0 ? $"{points} {string.Join(", or ", _curve.Peaks.Select(Describe))}" : "no points at any value";
    }

    private string Describe((double From, double To) peak) => (_unit, peak) switch
    {
        (_, (double.NegativeInfinity, double.PositiveInfinity)) => "at any value",
        (FeatureUnit.Flag, (double.NegativeInfinity, _)) => "for no",
        (FeatureUnit.Flag, _) => "for yes",
        (FeatureUnit.Share, ( >= 1, _)) => $"at {Bound(peak.From)}",
        // Nothing but an index goes below zero.
        (not FeatureUnit.Index, (double.NegativeInfinity, <= 0)) => $"at {Bound(0)}",
        (_, (double.NegativeInfinity, _)) => $"at {Bound(peak.To)} or less",
        (_, (_, double.PositiveInfinity)) => $"at {Bound(peak.From)} or more",
        _ when peak.From == peak.To => $"at {Bound(peak.From)}",
        _ => $"between {Quantity.Number(peak.From, _unit, Quantity.MostDecimals)} and {Bound(peak.To)}",
    };

    // A density was named in full with the value found; repeated, it would only lengthen the sentence.
    private string Bound(double value) => _unit is FeatureUnit.PerThousandWords
        ? Quantity.Number(value, _unit, Quantity.MostDecimals)
        : Quantity.Format(value, _unit, Quantity.MostDecimals);
}
