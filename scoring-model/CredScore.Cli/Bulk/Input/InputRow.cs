using System.Buffers;
using CredScore.Scoring.Documents;

namespace CredScore.Cli.Bulk.Input;

/// <summary>A row of the input as the reader cut it out: reading what is in it is the workers' part.</summary>
internal abstract class InputRow(int weight)
{
    /// <summary>Bytes that the row keeps in memory, about.</summary>
    public int Weight { get; } = weight;

    /// <summary>Reads the row, once; its memory is given back.</summary>
    public abstract PageRow Read();
}

/// <summary>What a row of the input says, or why it cannot be read.</summary>
internal sealed record PageRow
{
    public RowId Id { get; init; }

    public string? Title { get; init; }

    public string? Url { get; init; }

    /// <summary>Language edition when the input says; the address says it better.</summary>
    public string? Language { get; init; }

    public long? Revision { get; init; }

    public DateTimeOffset? RevisionTime { get; init; }

    public DocumentFormat Format { get; init; }

    public string? Text { get; init; }

    /// <summary>YouTube's JSON of a video, whole; null for other pages.</summary>
    public byte[]? Video { get; init; }

    /// <summary>Why there is nothing to score, as a sentence; null when there is.</summary>
    public string? Error { get; init; }
}

/// <summary>The id of a row as it was given: a number stays a number.</summary>
internal readonly record struct RowId(string? Text, bool IsNumber);

/// <summary>A row that the reader itself could not take.</summary>
internal sealed class RefusedRow(PageRow row) : InputRow(weight: 0)
{
    public override PageRow Read() => row;
}

/// <summary>A page of a dump.</summary>
internal sealed class DumpRow(PageRow row) : InputRow((row.Text?.Length ?? 0) * sizeof(char))
{
    public override PageRow Read() => row;
}

/// <summary>A line of JSON in a borrowed array.</summary>
internal sealed class JsonRow(byte[] borrowed, int length, long line) : InputRow(length)
{
    public override PageRow Read()
    {
        try
        {
            return JsonPage.Read(borrowed.AsSpan(0, Weight), line);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(borrowed);
        }
    }
}
