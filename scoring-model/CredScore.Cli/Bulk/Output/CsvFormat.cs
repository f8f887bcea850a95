using System.Buffers;
using CredScore.Exports.Columns;
using CredScore.Exports.Writing;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Each row a line of CSV, as exports write it.</summary>
internal sealed class CsvFormat(IReadOnlyList<Column<ExportRow>> columns) : IRowFormat
{
    private readonly CsvRows<ExportRow> _rows = new(columns);

    public ReadOnlyMemory<byte> Header => _rows.Header;

    public void Write(RowResult row, IBufferWriter<byte> buffer) => _rows.Write(FlatRow.Of(row), buffer);
}
