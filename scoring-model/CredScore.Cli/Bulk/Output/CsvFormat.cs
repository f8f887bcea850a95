using System.Buffers;
using CsvHelper;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Each row a line of CSV under a header (RFC 4180, UTF-8, line feeds). Text that a spreadsheet would run as a formula is escaped; numbers stay numbers.</summary>
internal sealed class CsvFormat(IReadOnlyList<FlatColumn> columns) : IRowFormat
{
    private const int UsualRow = 2048;

    private static readonly CsvWriterOptions Options = new() { NewLine = "\n", Injection = CsvInjection.Escape, BufferSize = UsualRow };

    public ReadOnlyMemory<byte> Header { get; } = HeaderOf(columns);

    public void Write(RowResult row, IBufferWriter<byte> buffer) => Write(columns.Select(column => column.Read(row)), buffer);

    private static byte[] HeaderOf(IReadOnlyList<FlatColumn> columns)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(columns.Select(column => column.Name), buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(IEnumerable<object?> cells, IBufferWriter<byte> buffer)
    {
        using var bytes = new MemoryStream(UsualRow);

        using (var csv = CsvWriter.Create(bytes, Options, leaveOpen: true))
        {
            foreach (var cell in cells)
            {
                csv.WriteField(cell);
            }

            csv.EndRecord();
        }

        buffer.Write(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
