using CredScore.Exports.Columns;
using CredScore.Exports.Statistics;
using CredScore.Scoring.Assessments;

namespace CredScore.Cli.Exports;

/// <summary>The same pages in two exports.</summary>
internal sealed record ExportComparison(IReadOnlyList<(ExportRow First, ExportRow Second)> Pairs, int OnlyFirst, int OnlySecond)
{
    /// <summary>The bands from the least on.</summary>
    public static readonly IReadOnlyList<string> Bands = [.. Enum.GetValues<Band>().Select(ExportRow.Word)];

    public static ExportComparison Of(IReadOnlyList<ExportRow> first, IReadOnlyList<ExportRow> second)
    {
        var byRevision = second.GroupBy(row => (row.Key, row.Revision)).ToDictionary(rows => rows.Key, rows => rows.Last());
        var byKey = second.GroupBy(row => row.Key!).ToDictionary(rows => rows.Key, rows => rows.Last());
        var pairs = new List<(ExportRow, ExportRow)>();
        var met = new HashSet<ExportRow>(ReferenceEqualityComparer.Instance);

        foreach (var row in first)
        {
            if ((byRevision.GetValueOrDefault((row.Key, row.Revision)) ?? byKey.GetValueOrDefault(row.Key!)) is { } other)
            {
                pairs.Add((row, other));
                met.Add(other);
            }
        }

        return new(pairs, first.Count - pairs.Count, second.Count - met.Count);
    }

    /// <summary>Pages that have a score in both, with how far it moved.</summary>
    public IEnumerable<(ExportRow First, ExportRow Second, double Move)> Moves
        => Pairs.Where(pair => pair is { First.Score: not null, Second.Score: not null }).Select(pair => (pair.First, pair.Second, pair.Second.Score!.Value - pair.First.Score!.Value));

    /// <summary>Pages by the bands of both.</summary>
    public int CountOf(string first, string second) => Pairs.Count(pair => pair.First.Band == first && pair.Second.Band == second);

    /// <summary>Agreement of the bands beyond chance, near misses counting less.</summary>
    public double? Kappa => Agreement.CohenKappa([.. Pairs.Select(pair => (PositionOf(pair.First), PositionOf(pair.Second)))], Bands.Count, isWeighted: true);

    /// <summary>Absolute agreement of the scores.</summary>
    public double? Correlation => IntraclassCorrelation.Of([.. Moves.Select(move => (IReadOnlyList<double>)[move.First.Score!.Value, move.Second.Score!.Value])]).TwoWay;

    private static int PositionOf(ExportRow row) => Math.Max(0, Bands.ToList().IndexOf(row.Band!));
}
