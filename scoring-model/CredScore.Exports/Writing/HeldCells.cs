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

    // The letters in one array that is used again: strings that waited for their group would have to be cleared away as old.
    private sealed class Texts(Column<TRow> column, DataField field, int rows) : HeldCells<TRow>
    {
        private const int LettersInCell = 16;
        private const int Unknown = -1;

        private readonly ReadOnlyMemory<char>?[] _cells = new ReadOnlyMemory<char>?[rows];
        private readonly int[] _lengths = new int[rows];
        private char[] _letters = new char[rows * LettersInCell];
        private int _end;

        public override void Hold(int at, TRow row)
        {
            var text = column.Text(row);
            _lengths[at] = text?.Length ?? Unknown;

            if (_letters.Length - _end < text?.Length)
            {
                Array.Resize(ref _letters, Math.Max(2 * _letters.Length, _end + text.Length));
            }

            text?.CopyTo(_letters.AsSpan(_end));
            _end += text?.Length ?? 0;
        }

        public override async Task WriteAsync(ParquetRowGroupWriter group, int count, CancellationToken cancellationToken)
        {
            var start = 0;

            for (var at = 0; at < count; at++)
            {
                // Not by a choice of two values: memory of letters can be made of null, and is empty then.
                _cells[at] = null;

                if (_lengths[at] != Unknown)
                {
                    _cells[at] = _letters.AsMemory(start, _lengths[at]);
                    start += _lengths[at];
                }
            }

            await group.WriteAsync<ReadOnlyMemory<char>>(field, _cells.AsMemory(0, count), null, null, cancellationToken);
            _end = 0;
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
