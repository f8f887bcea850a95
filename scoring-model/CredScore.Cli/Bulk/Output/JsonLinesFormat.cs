using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Assessments;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Each row an object: <c>id</c>, <c>address</c>, <c>error</c>, then all members of the assessment as the service gives them.</summary>
internal sealed class JsonLinesFormat : IRowFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly BufferPool _buffers = new();

    public ReadOnlyMemory<byte> Header => default;

    public void Write(RowResult row, IBufferWriter<byte> buffer)
    {
        WriteOpening(row, buffer);

        if (row.Assessment is { } assessment)
        {
            WriteMembers(assessment, buffer);
        }

        buffer.Write("}\n"u8);
    }

    private static void WriteOpening(RowResult row, IBufferWriter<byte> buffer)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        WriteId(json, row.Id);
        json.WriteString("address"u8, row.Address);
        json.WriteString("error"u8, row.Error);
        // The object stays open: the assessment's members follow.
        json.Flush();
    }

    private static void WriteId(Utf8JsonWriter json, RowId id)
    {
        json.WritePropertyName("id"u8);

        if (id is { IsNumber: true, Text: { } number })
        {
            json.WriteRawValue(number);
        }
        else
        {
            json.WriteStringValue(id.Text);
        }
    }

    private void WriteMembers(Assessment assessment, IBufferWriter<byte> buffer)
    {
        var whole = _buffers.Borrow();

        using (var json = new Utf8JsonWriter(whole, Options))
        {
            JsonSerializer.Serialize(json, assessment, AssessmentJson.Instance.Assessment);
        }

        buffer.Write(","u8);
        buffer.Write(whole.WrittenSpan[1..^1]);
        _buffers.Return(whole);
    }
}
