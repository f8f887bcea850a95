using System.Globalization;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Rules;

/// <summary>Numbers as people read them, with the unit of their feature.</summary>
internal static class Quantity
{
    /// <summary>Decimals that tell a value from one that it must not be taken for.</summary>
    public const int MostDecimals = 4;

    private static readonly string[] Formats = ["#,##0", "#,##0.#", "#,##0.##", "#,##0.###", "#,##0.####"];

    /// <summary>Decimals that a unit needs in general; trailing zeros are never written.</summary>
    public static int DecimalsOf(FeatureUnit unit)
        => unit is FeatureUnit.PerThousandWords or FeatureUnit.Years or FeatureUnit.Index ? 1 : 0;

    /// <summary>A value with its unit: <c>62 %</c>, <c>1 year</c>, <c>4.2 per 1,000 words</c>, <c>yes</c>.</summary>
    public static string Format(double value, FeatureUnit unit, int decimals)
    {
        if (unit is FeatureUnit.Flag)
        {
            return value >= 0.5 ? "yes" : "no";
        }

        var number = Number(value, unit, decimals);

        return unit switch
        {
            FeatureUnit.Share => $"{number} %",
            FeatureUnit.PerThousandWords => $"{number} per 1,000 words",
            FeatureUnit.Words => Counted(number, "word"),
            FeatureUnit.Characters => Counted(number, "character"),
            FeatureUnit.Years => Counted(number, "year"),
            FeatureUnit.Days => Counted(number, "day"),
            _ => number,
        };
    }

    /// <summary>A value without its unit.</summary>
    public static string Number(double value, FeatureUnit unit, int decimals)
        => Scale(value, unit).ToString(Formats[decimals], CultureInfo.InvariantCulture);

    /// <summary>The number as written: shares are written as percentages.</summary>
    public static double Scale(double value, FeatureUnit unit) => unit is FeatureUnit.Share ? value * 100 : value;

    private static string Counted(string number, string noun) => number == "1" ? $"1 {noun}" : $"{number} {noun}s";
}
