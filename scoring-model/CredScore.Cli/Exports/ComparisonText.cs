using System.Globalization;
using System.Text;

namespace CredScore.Cli.Exports;

/// <summary>A comparison as people read it.</summary>
internal static class ComparisonText
{
    public static string Write(ExportComparison comparison, int movers)
    {
        var text = new StringBuilder();
        var moves = comparison.Moves.ToList();
        Line(text, $"{comparison.Pairs.Count:N0} pages in both, {comparison.OnlyFirst:N0} only in the first, {comparison.OnlySecond:N0} only in the second.");

        if (moves.Count > 0)
        {
            Line(text, $"Scores: {moves.Count(move => move.Move == 0):N0} of {moves.Count:N0} the same; mean difference {moves.Average(move => move.Move):+0.00;-0.00;0.00}, mean distance {moves.Average(move => Math.Abs(move.Move)):0.00}; ICC(2,1) {Number(comparison.Correlation)}.");
        }

        Line(text, $"Bands: {comparison.Pairs.Count(pair => pair.First.Band == pair.Second.Band):N0} of {comparison.Pairs.Count:N0} the same; kappa with squared weights {Number(comparison.Kappa)}.");
        WriteConfusion(text, comparison);
        WriteMovers(text, comparison, movers);
        return text.ToString();
    }

    private static void WriteConfusion(StringBuilder text, ExportComparison comparison)
    {
        Line(text, $"\n{"first, down; second, across",-28}{string.Concat(ExportComparison.Bands.Select(band => $"{band,13}"))}");

        foreach (var first in ExportComparison.Bands)
        {
            Line(text, $"{first,-28}{string.Concat(ExportComparison.Bands.Select(second => $"{comparison.CountOf(first, second),13}"))}");
        }
    }

    private static void WriteMovers(StringBuilder text, ExportComparison comparison, int movers)
    {
        var moved = comparison.Moves.Where(move => move.Move != 0).OrderByDescending(move => Math.Abs(move.Move)).ThenBy(move => move.First.Key, StringComparer.Ordinal).Take(movers).ToList();

        if (moved.Count > 0)
        {
            Line(text, $"\nMoved most:");
        }

        foreach (var (first, second, move) in moved)
        {
            Line(text, $"{move,8:+0.00;-0.00}  {first.Score,6:0.00} {first.Band} → {second.Score,6:0.00} {second.Band}  {Sentence.Plain(first.Key!)}");
        }
    }

    private static string Number(double? value) => value is { } known ? known.ToString("0.000", CultureInfo.InvariantCulture) : "not to be had";

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
