using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Each row a line of CSV under a header (RFC 4180, UTF-8, line feeds).</summary>
internal sealed class CsvFormat(IReadOnlyList<FlatColumn> columns) : IRowFormat
{
    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture) { NewLine = "\n" };

    private readonly ConcurrentBag<Writer> _writers = [];

    public ReadOnlyMemory<byte> Header { get; } = HeaderOf(columns);

    public void Write(RowResult row, IBufferWriter<byte> buffer)
    {
        var writer = _writers.TryTake(out var used) ? used : new Writer();
        writer.Write(columns.Select(column => column.Format(row)), buffer);
        _writers.Add(writer);
    }

    private static byte[] HeaderOf(IReadOnlyList<FlatColumn> columns)
    {
        var buffer = new ArrayBufferWriter<byte>();
        new Writer().Write(columns.Select(column => column.Name), buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Quotes one row at a time into a text that is used again.</summary>
    private sealed class Writer
    {
        private readonly StringBuilder _text = new();
        private readonly CsvWriter _csv;

        public Writer() => _csv = new(new StringWriter(_text, CultureInfo.InvariantCulture), Configuration);

        public void Write(IEnumerable<string> cells, IBufferWriter<byte> buffer)
        {
            foreach (var cell in cells)
            {
                _csv.WriteField(cell);
            }

            _csv.NextRecord();
            _csv.Flush();

            foreach (var chunk in _text.GetChunks())
            {
                Encoding.UTF8.GetBytes(chunk.Span, buffer);
            }

            _text.Clear();
        }
    }
}
