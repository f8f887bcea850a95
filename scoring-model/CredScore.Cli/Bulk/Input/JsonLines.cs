using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Rows from JSON lines: each line that is not blank is a row, whatever is in it.</summary>
internal static class JsonLines
{
    /// <summary>Longest line that is read, in bytes: ten times the longest article with its escapes.</summary>
    public const int LongestLine = 20 * 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static IEnumerable<InputRow> Read(Stream stream)
    {
        using var lines = new LineReader(stream, LongestLine);
        var number = 0L;

        while (TryReadRow(lines, ref number, out var row))
        {
            yield return row;
        }
    }

    private static bool TryReadRow(LineReader lines, ref long number, [NotNullWhen(true)] out InputRow? row)
    {
        while (lines.TryRead(out var line))
        {
            number++;
            var bytes = number == 1 && line.Bytes.StartsWith(ByteOrderMark) ? line.Bytes[ByteOrderMark.Length..] : line.Bytes;
            row = line.IsTooLong ? TooLong(number) : ToRow(bytes, line.IsTerminated, number);

            if (row is not null)
            {
                return true;
            }
        }

        row = null;
        return false;
    }

    private static JsonRow? ToRow(ReadOnlySpan<byte> bytes, bool isTerminated, long number)
    {
        if (bytes.Trim(" \t\r"u8).IsEmpty)
        {
            return null;
        }

        if (!isTerminated && JsonPage.IsCut(bytes))
        {
            throw new CutInputException($"in the middle of line {number}");
        }

        var borrowed = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(borrowed);
        return new JsonRow(borrowed, bytes.Length, number);
    }

    private static RefusedRow TooLong(long number)
        => new(new PageRow { Error = $"Line {number} is longer than {LongestLine / 1024 / 1024} MB." });
}
