using CredScore.Exports.Columns;
using CredScore.Exports.Packages;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Exports;

/// <summary>What the rows of an export have in common, for those who describe it and for those who look at it.</summary>
internal sealed class SeenRows(ExportPlan plan, int year)
{
    private const int Shown = 10;
    private const int Steps = 10;

    private readonly SourceYears _years = new(year + 1);
    private readonly int[] _scores = new int[Steps];
    private readonly List<IReadOnlyList<string>> _first = [];

    public VersionCounts Versions { get; } = new();

    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>How many pages there are of each band, the best first.</summary>
    public Dictionary<string, long> Bands { get; } = Enum.GetValues<Band>().OrderDescending().ToDictionary(ExportRow.Word, _ => 0L);

    /// <summary>Pages by score in ten steps.</summary>
    public IReadOnlyList<int> Scores => _scores;

    /// <summary>References by years; empty in a table of pages.</summary>
    public IReadOnlyList<SourcePeriod> Years => _years.Periods;

    /// <summary>The first rows as the table has them.</summary>
    public FirstRows First => new([.. plan.Faces.Select(column => column.Name)], _first);

    public void Add(StoredRow row)
    {
        Bands[row.Row.Band ?? ExportRow.Word(Band.Insufficient)]++;
        Versions.Add(row.Row);
        AsOf = AsOf is { } last && last >= row.Row.FetchedAt ? last : row.Row.FetchedAt;

        if (row.Row.Score is { } score)
        {
            _scores[Math.Clamp((int)(score / Steps), 0, Steps - 1)]++;
        }

        if (plan.IsOfReferences)
        {
            _years.Add(row.References);
        }

        // Of a table of appraisals the pages are only half a row.
        if (plan.Appraisals is null && _first.Count < Shown)
        {
            Show(row);
        }
    }

    /// <summary>Takes a row of a table of appraisals for those who look at its first ones.</summary>
    public void Show(AppraisalRow row)
    {
        if (_first.Count < Shown)
        {
            _first.Add(CellsOf(plan.AppraisalColumns, row));
        }
    }

    private void Show(StoredRow row)
    {
        if (plan.IsOfReferences)
        {
            _first.AddRange(row.References.Take(Shown - _first.Count).Select(reference => CellsOf(plan.ReferenceColumns, new(row.Row, reference))));
        }
        else
        {
            _first.Add(CellsOf(plan.PageColumns, row.Row));
        }
    }

    private static List<string> CellsOf<TRow>(IReadOnlyList<Column<TRow>> columns, TRow row) => [.. columns.Select(column => column.WordsOf(row))];
}

/// <summary>The first rows of a table, for people to look at.</summary>
/// <param name="Columns">Their names.</param>
/// <param name="Rows">A cell for each column, empty where unknown.</param>
internal sealed record FirstRows(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
