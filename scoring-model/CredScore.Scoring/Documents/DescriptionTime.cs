using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>Reads the time stamp at the beginning or the end of a line: <c>3:15 – …</c>, <c>[1:02:03] …</c>, <c>… (at 3:15)</c>.</summary>
internal static class DescriptionTime
{
    private const int LongestStamp = 8;

    private static readonly SearchValues<char> Openers = SearchValues.Create(" ([•*-–—►▶");
    private static readonly SearchValues<char> Closers = SearchValues.Create(" )]-–—:|•.");

    /// <summary>The second that the line is for, and the line without its stamp; null and the whole line when it has none.</summary>
    public static int? Read(ReadOnlySpan<char> line, out Range rest)
    {
        rest = ..line.Length;
        var start = line.IndexOfAnyExcept(Openers);

        if (start >= 0 && ReadStamp(line[start..], out var length) is { } seconds)
        {
            var after = start + length;
            rest = (after + SkipMarks(line[after..]))..line.Length;
            return seconds;
        }

        return ReadLast(line, ref rest);
    }

    private static int? ReadLast(ReadOnlySpan<char> line, ref Range rest)
    {
        var end = line.TrimEnd(" )].").Length;
        var space = line[..end].LastIndexOfAny(" ([");

        // "2019;380:123" ends with a colon and digits too, but not with a time of its own.
        if (space < 0 || end - space - 1 > LongestStamp || ReadStamp(line[(space + 1)..end], out var length) is not { } seconds || length != end - space - 1)
        {
            return null;
        }

        rest = 0..line[..space].TrimEnd(" ([@-–—").Length;
        return seconds;
    }

    private static int SkipMarks(ReadOnlySpan<char> text)
        => text.IndexOfAnyExcept(Closers) is var start and >= 0 ? start : text.Length;

    private static int? ReadStamp(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var parts = 0;
        var seconds = 0;

        while (parts < 3)
        {
            var digits = 0;
            var value = 0;

            while (digits < 3 && length < text.Length && char.IsAsciiDigit(text[length]))
            {
                value = (value * 10) + text[length++] - '0';
                digits++;
            }

            if (digits == 0 || (parts > 0 && (digits != 2 || value > 59)))
            {
                return null;
            }

            seconds = (seconds * 60) + value;
            parts++;

            if (length + 1 >= text.Length || text[length] is not ':' || !char.IsAsciiDigit(text[length + 1]))
            {
                break;
            }

            length++;
        }

        return parts > 1 && (length == text.Length || !char.IsLetterOrDigit(text[length])) ? seconds : null;
    }
}
