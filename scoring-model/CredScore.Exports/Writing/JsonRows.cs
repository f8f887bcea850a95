using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CredScore.Exports.Columns;

namespace CredScore.Exports.Writing;

/// <summary>Each row an object with a member for each column, null where unknown.</summary>
public sealed class JsonRows<TRow>(IReadOnlyList<Column<TRow>> columns) : ITextRows<TRow>
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly (Column<TRow> Column, JsonEncodedText Name)[] _columns = [.. columns.Select(column => (column, JsonEncodedText.Encode(column.Name)))];

    public ReadOnlyMemory<byte> Header => default;

    public void Write(TRow row, IBufferWriter<byte> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);

        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();

            foreach (var (column, name) in _columns)
            {
                WriteMember(json, name, column, row);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
    }

    private static void WriteMember(Utf8JsonWriter json, JsonEncodedText name, Column<TRow> column, TRow row)
    {
        switch (column.Kind)
        {
            case CellKind.Text when column.Text(row) is { } text:
                json.WriteString(name, text);
                break;
            case CellKind.Whole when column.Whole(row) is { } whole:
                json.WriteNumber(name, whole);
                break;
            case CellKind.Number when column.Number(row) is { } number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteNull(name);
                break;
        }
    }
}
