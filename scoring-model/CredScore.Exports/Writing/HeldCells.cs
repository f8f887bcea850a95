using CredScore.Exports.Columns;
using Parquet;
using Parquet.Schema;

namespace CredScore.Exports.Writing;

/// <summary>The cells of one column that wait for their group of rows to be whole.</summary>
internal abstract class HeldCells<TRow>
{
    public static HeldCells<TRow> Of(Column<TRow> column, DataField field, int rows) => column.Kind switch
    {
        CellKind.Text => new Texts(column, field, rows),
        CellKind.Whole => new Wholes(column, field, rows),
        _ => new Numbers(column, field, rows),
    };

    /// <summary>Keeps a row's cell at a position.</summary>
    public abstract void Hold(int at, TRow row);

    /// <summary>Writes the first cells as the column of a group.</summary>
    public abstract Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken);

    private sealed class Texts(Column<TRow> column, DataField field, int rows) : HeldCells<TRow>
    {
        private readonly string?[] _cells = new string?[rows];

        public override void Hold(int at, TRow row) => _cells[at] = column.Text(row);

        public override async Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken)
        {
            await group.WriteAsync(field, new ArraySegment<string>(_cells!, 0, count));
            Array.Clear(_cells);
        }
    }

    private sealed class Wholes(Column<TRow> column, DataField field, int rows) : HeldCells<TRow>
    {
        private readonly long?[] _cells = new long?[rows];

        public override void Hold(int at, TRow row) => _cells[at] = column.Whole(row);

        public override async Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken)
            => await group.WriteAsync<long>(field, _cells.AsMemory(0, count), null, null, cancellationToken);
    }

    private sealed class Numbers(Column<TRow> column, DataField field, int rows) : HeldCells<TRow>
    {
        private readonly double?[] _cells = new double?[rows];

        public override void Hold(int at, TRow row) => _cells[at] = column.Number(row);

        public override async Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken)
            => await group.WriteAsync<double>(field, _cells.AsMemory(0, count), null, null, cancellationToken);
    }
}
