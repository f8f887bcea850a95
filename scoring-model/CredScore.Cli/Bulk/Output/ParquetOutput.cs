using Parquet;
using Parquet.Schema;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Writes rows as Parquet, in groups of a bounded number of rows.</summary>
internal sealed class ParquetOutput : IRowOutput
{
    private const int RowsInGroup = 5000;

    private readonly IReadOnlyList<FlatColumn> _columns;
    private readonly DataField[] _fields;
    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private readonly List<object?[]> _rows = new(RowsInGroup);
    private bool _isComplete;

    private ParquetOutput(IReadOnlyList<FlatColumn> columns, DataField[] fields, Stream stream, ParquetWriter writer)
    {
        _columns = columns;
        _fields = fields;
        _stream = stream;
        _writer = writer;
    }

    public static async Task<ParquetOutput> CreateAsync(Stream stream, IReadOnlyList<FlatColumn> columns)
    {
        DataField[] fields = [.. columns.Select(FieldOf)];
        return new(columns, fields, stream, await ParquetWriter.CreateAsync(new ParquetSchema(fields.Cast<Field>().ToArray()), stream));
    }

    public Func<CancellationToken, ValueTask> Prepare(RowResult row)
    {
        object?[] cells = [.. _columns.Select(column => column.Read(row))];
        return cancellationToken => AddAsync(cells, cancellationToken);
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

    private static DataField FieldOf(FlatColumn column) => column.Kind switch
    {
        CellKind.Text => new DataField<string>(column.Name),
        CellKind.Integer => new DataField<long?>(column.Name),
        _ => new DataField<double?>(column.Name),
    };

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

    private ValueTask AddAsync(object?[] cells, CancellationToken cancellationToken)
    {
        _rows.Add(cells);
        return _rows.Count < RowsInGroup ? default : WriteGroupAsync(cancellationToken);
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
                await WriteColumnAsync(group, index, cancellationToken);
            }

            group.CompleteValidate();
        }

        _rows.Clear();
    }

    private async Task WriteColumnAsync(ParquetRowGroupWriter group, int index, CancellationToken cancellationToken)
    {
        switch (_columns[index].Kind)
        {
            case CellKind.Text:
                await group.WriteAsync(_fields[index], _rows.Select(cells => (string?)cells[index]).ToArray()!);
                break;
            case CellKind.Integer:
                await group.WriteAsync<long>(_fields[index], _rows.Select(cells => (long?)cells[index]).ToArray(), null, null, cancellationToken);
                break;
            default:
                await group.WriteAsync<double>(_fields[index], _rows.Select(cells => (double?)cells[index]).ToArray(), null, null, cancellationToken);
                break;
        }
    }
}
