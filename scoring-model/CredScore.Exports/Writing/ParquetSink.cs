using CredScore.Exports.Columns;
using Parquet;
using Parquet.Schema;

namespace CredScore.Exports.Writing;

/// <summary>Begins Parquet files.</summary>
public static class ParquetSink
{
    private const int KeptBytes = 2_000_000;

    // Buffers that were used once are kept for the next column; without a bound, all of them for ever.
    private static readonly ParquetOptions _options = new() { MaximumSmallPoolFreeBytes = KeptBytes, MaximumLargePoolFreeBytes = KeptBytes };

    public static async Task<ParquetSink<TRow>> CreateAsync<TRow>(Stream stream, IReadOnlyList<Column<TRow>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        DataField[] fields = [.. columns.Select(FieldOf)];
        return new(columns, fields, stream, await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>().ToArray()), stream, _options));
    }

    private static DataField FieldOf<TRow>(Column<TRow> column) => column.Kind switch
    {
        CellKind.Text => new DataField<string>(column.Name),
        CellKind.Whole => new DataField<long?>(column.Name),
        _ => new DataField<double?>(column.Name),
    };
}

/// <summary>
/// Writes rows as Parquet, in groups of a bounded number of rows. Of a row only its cells are kept, column by column in arrays that are used again: rows that waited for their group would grow old
/// in the collector's eyes, and memory with them. Owns the stream.
/// </summary>
public sealed class ParquetSink<TRow> : IRowSink<TRow>
{
    private const int RowsInGroup = 1500;

    private readonly HeldCells<TRow>[] _cells;
    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private int _rows;
    private bool _isComplete;

    internal ParquetSink(IReadOnlyList<Column<TRow>> columns, DataField[] fields, Stream stream, ParquetWriter writer)
    {
        _cells = [.. columns.Zip(fields, (column, field) => HeldCells<TRow>.Of(column, field, RowsInGroup))];
        _stream = stream;
        _writer = writer;
    }

    public ValueTask AddAsync(TRow row, CancellationToken cancellationToken)
    {
        foreach (var cells in _cells)
        {
            cells.Hold(_rows, row);
        }

        return ++_rows < RowsInGroup ? default : WriteGroupAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync()
    {
        await WriteGroupAsync(CancellationToken.None);
        _isComplete = true;
        // Disposing is what writes the footer.
        await _writer.DisposeAsync();
        await _stream.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isComplete)
        {
            await AbandonAsync();
        }

        await _stream.DisposeAsync();
    }

    private async ValueTask AbandonAsync()
    {
        try
        {
            await _writer.DisposeAsync();
        }
        catch (IOException)
        {
            // The fault that made us abandon the file is already on its way.
        }
    }

    private async ValueTask WriteGroupAsync(CancellationToken cancellationToken)
    {
        if (_rows == 0)
        {
            return;
        }

        using (var group = _writer.CreateRowGroup())
        {
            foreach (var cells in _cells)
            {
                await cells.WriteAsync(group, _rows, cancellationToken);
            }

            group.CompleteValidate();
        }

        _rows = 0;
    }
}
