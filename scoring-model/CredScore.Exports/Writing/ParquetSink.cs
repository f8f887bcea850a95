using CredScore.Exports.Columns;
using Parquet;
using Parquet.Schema;

namespace CredScore.Exports.Writing;

/// <summary>Begins Parquet files.</summary>
public static class ParquetSink
{
    public static async Task<ParquetSink<TRow>> CreateAsync<TRow>(Stream stream, IReadOnlyList<Column<TRow>> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        DataField[] fields = [.. columns.Select(FieldOf)];
        return new(columns, fields, stream, await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>().ToArray()), stream));
    }

    private static DataField FieldOf<TRow>(Column<TRow> column) => column.Kind switch
    {
        CellKind.Text => new DataField<string>(column.Name),
        CellKind.Whole => new DataField<long?>(column.Name),
        _ => new DataField<double?>(column.Name),
    };
}

/// <summary>Writes rows as Parquet, in groups of a bounded number of rows. Owns the stream.</summary>
public sealed class ParquetSink<TRow> : IRowSink<TRow>
{
    private const int RowsInGroup = 5000;

    private readonly IReadOnlyList<Column<TRow>> _columns;
    private readonly DataField[] _fields;
    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private readonly List<TRow> _rows = new(RowsInGroup);
    private readonly string?[] _texts = new string?[RowsInGroup];
    private readonly long?[] _wholes = new long?[RowsInGroup];
    private readonly double?[] _numbers = new double?[RowsInGroup];
    private bool _isComplete;

    internal ParquetSink(IReadOnlyList<Column<TRow>> columns, DataField[] fields, Stream stream, ParquetWriter writer)
    {
        _columns = columns;
        _fields = fields;
        _stream = stream;
        _writer = writer;
    }

    public ValueTask AddAsync(TRow row, CancellationToken cancellationToken)
    {
        _rows.Add(row);
        return _rows.Count < RowsInGroup ? default : WriteGroupAsync(cancellationToken);
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
        if (_rows.Count == 0)
        {
            return;
        }

        using (var group = _writer.CreateRowGroup())
        {
            for (var index = 0; index < _columns.Count; index++)
            {
                await WriteColumnAsync(group, _columns[index], _fields[index], cancellationToken);
            }

            group.CompleteValidate();
        }

        _rows.Clear();
    }

    private async Task WriteColumnAsync(ParquetRowGroupWriter group, Column<TRow> column, DataField field, CancellationToken cancellationToken)
    {
        switch (column.Kind)
        {
            case CellKind.Text:
                Fill(_texts, column.Text);
                await group.WriteAsync(field, new ArraySegment<string>(_texts!, 0, _rows.Count));
                break;
            case CellKind.Whole:
                Fill(_wholes, column.Whole);
                await group.WriteAsync<long>(field, _wholes.AsMemory(0, _rows.Count), null, null, cancellationToken);
                break;
            default:
                Fill(_numbers, column.Number);
                await group.WriteAsync<double>(field, _numbers.AsMemory(0, _rows.Count), null, null, cancellationToken);
                break;
        }
    }

    private void Fill<TCell>(TCell[] cells, Func<TRow, TCell> read)
    {
        for (var index = 0; index < _rows.Count; index++)
        {
            cells[index] = read(_rows[index]);
        }
    }
}
