using System.Globalization;

namespace CredScore.Scoring.Documents;

/// <summary>Makes JSON of unknown origin safe to read.</summary>
internal static class YouTubeUtf8
{
    private const int EscapeLength = 6;

    /// <summary>The document without a byte order mark and without the line that YouTube puts before some answers so that no script can include them.</summary>
    public static ReadOnlyMemory<byte> WithoutGuard(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        return utf8.Span.StartsWith(")]}'"u8) ? utf8[4..] : utf8;
    }

    /// <summary>
    /// The document with each escape of half a character (<c>\ud800</c> alone) replaced by U+FFFD: the parser lets them pass and then throws where the string is read.
    /// Without such an escape the document itself.
    /// </summary>
    public static ReadOnlyMemory<byte> WithoutLoneEscapes(ReadOnlyMemory<byte> utf8)
    {
        byte[]? copy = null;
        var text = utf8.Span;

        for (var at = NextSurrogate(text, 0); at >= 0; at = NextSurrogate(text, at))
        {
            var isPair = IsHalf(text, at, 0xD800) && IsHalf(text, at + EscapeLength, 0xDC00);

            if (!isPair && IsEscape(text, at))
            {
                copy ??= utf8.ToArray();
                "\\ufffd"u8.CopyTo(copy.AsSpan(at));
            }

            at += isPair ? 2 * EscapeLength : 2;
        }

        return copy ?? utf8;
    }

    /// <summary>Whether arrays and objects are nested deeper than a number of levels.</summary>
    public static bool IsDeeperThan(ReadOnlySpan<byte> text, int levels)
    {
        var depth = 0;
        var isString = false;

        for (var at = 0; at < text.Length && depth <= levels; at++)
        {
            switch (text[at])
            {
                case (byte)'\\' when isString:
                    at++;
                    break;
                case (byte)'"':
                    isString = !isString;
                    break;
                case (byte)'{' or (byte)'[' when !isString:
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when !isString:
                    depth--;
                    break;
            }
        }

        return depth > levels;
    }

    // Real documents hold few: both spellings are looked for many bytes at a time.
    private static int NextSurrogate(ReadOnlySpan<byte> text, int start)
    {
        var rest = text[Math.Min(start, text.Length)..];
        var lower = rest.IndexOf("\\ud"u8);
        var upper = (lower < 0 ? rest : rest[..lower]).IndexOf("\\uD"u8);
        var found = upper < 0 ? lower : upper;

        return found < 0 ? -1 : start + found;
    }

    private static bool IsHalf(ReadOnlySpan<byte> text, int at, int first)
        => IsEscape(text, at) && int.TryParse(text.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code >= first && code < first + 0x400;

    // An escape of a half, and not a backslash that is itself escaped.
    private static bool IsEscape(ReadOnlySpan<byte> text, int at)
    {
        if (at + EscapeLength > text.Length || !text[at..].StartsWith("\\u"u8) || (text[at + 2] | 0x20) is not 'd' || text[at + 3] is < (byte)'8')
        {
            return false;
        }

        var before = text[..at];
        var backslashes = before.Length - before.TrimEnd((byte)'\\').Length;
        return backslashes % 2 == 0;
    }
}
