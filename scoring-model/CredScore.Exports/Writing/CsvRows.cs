using System.Buffers;
using System.Buffers.Text;
using System.Text;
using CredScore.Exports.Columns;

namespace CredScore.Exports.Writing;

/// <summary>
/// Each row a line of CSV under a header (RFC 4180, UTF-8, line feeds). Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay
/// numbers, written with as few digits as give the same number again; what is unknown is an empty cell.
/// </summary>
public sealed class CsvRows<TRow> : ITextRows<TRow>
{
    private const int LongestNumber = 32;

    // https://owasp.org/www-community/attacks/CSV_Injection
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@\t\r");
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly Column<TRow>[] _columns;

    public CsvRows(IReadOnlyList<Column<TRow>> columns)
    {
        _columns = [.. columns];
        Header = HeaderOf(_columns);
    }

    public ReadOnlyMemory<byte> Header { get; }

    public void Write(TRow row, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);

        for (var index = 0; index < _columns.Length; index++)
        {
            Separate(buffer, index);
            WriteCell(_columns[index], row, buffer);
        }

        buffer.Write("\n"u8);
    }

    private static byte[] HeaderOf(Column<TRow>[] columns)
    {
        var buffer = new ArrayBufferWriter<byte>();

        for (var index = 0; index < columns.Length; index++)
        {
            Separate(buffer, index);
            WriteText(columns[index].Name, buffer);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Separate(IBufferWriter<byte> buffer, int index)
    {
        if (index > 0)
        {
            buffer.GetSpan(1)[0] = (byte)',';
            buffer.Advance(1);
        }
    }

    private static void WriteCell(Column<TRow> column, TRow row, IBufferWriter<byte> buffer)
    {
        switch (column.Kind)
        {
            case CellKind.Text when column.Text(row) is { } text:
                WriteText(text, buffer);
                break;
            case CellKind.Whole when column.Whole(row) is { } whole:
                Utf8Formatter.TryFormat(whole, buffer.GetSpan(LongestNumber), out var digits);
                buffer.Advance(digits);
                break;
            case CellKind.Number when column.Number(row) is { } number:
                buffer.Advance(ShortNumber.Write(number, buffer.GetSpan(LongestNumber)));
                break;
        }
    }

    private static void WriteText(string text, IBufferWriter<byte> buffer)
    {
        if (text.Length > 0 && FormulaStarts.Contains(text[0]))
        {
            text = $"'{text}";
        }

        if (text.AsSpan().ContainsAny(Quoted) || text is [' ', ..] or [.., ' '])
        {
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        Encoding.UTF8.GetBytes(text, buffer);
    }
}
