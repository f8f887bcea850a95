using System.Buffers;
using System.Globalization;
using System.Net;

namespace CredScore.Scoring.Documents;

/// <summary>Plain text out of a short piece of wikitext: a parameter, a heading, a caption.</summary>
internal static class Markup
{
    private static readonly SearchValues<char> Special = SearchValues.Create("[]{}'<&\n\t|");

    /// <summary>The text a reader would see, trimmed and with single spaces; empty when nothing is left.</summary>
    public static string ToPlain(ReadOnlySpan<char> wikitext)
    {
        var trimmed = wikitext.Trim();

        if (!trimmed.ContainsAny(Special))
        {
            return trimmed.ToString();
        }

        var rented = ArrayPool<char>.Shared.Rent(trimmed.Length);

        try
        {
            return WebUtility.HtmlDecode(Strip(trimmed, rented).Trim().ToString()).Replace('\u00A0', ' ').Trim();
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>The text of <paramref name="wikitext"/> or null when nothing is left of it.</summary>
    public static string? ToPlainOrNull(ReadOnlySpan<char> wikitext) => ToPlain(wikitext) is { Length: > 0 } text ? text : null;

    /// <summary>The first year from 1500 to 2099 that stands alone or inside a date; null when there is none.</summary>
    public static int? FindYear(ReadOnlySpan<char> text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i == 4 && int.Parse(text[i..end], CultureInfo.InvariantCulture) is >= 1500 and <= 2099 and var year)
            {
                return year;
            }

            i = end;
        }

        return null;
    }

    private static Span<char> Strip(ReadOnlySpan<char> text, Span<char> output)
    {
        var length = 0;
        var linkStart = -1;
        var lastTagEnd = text.LastIndexOf('>');
        var lastFootnoteEnd = lastTagEnd < 0 ? -1 : text.LastIndexOf("</ref>", StringComparison.OrdinalIgnoreCase);

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];

            switch (c)
            {
                case '[':
                    // [[target|label]] shows its label: what was written since the brackets is dropped at the bar.
                    linkStart = length;
                    if (i + 1 < text.Length && text[i + 1] != '[' && IsAddress(text[(i + 1)..]))
                    {
                        i = SkipAddress(text, i);
                    }

                    continue;

                case '|' when linkStart >= 0:
                    length = linkStart;
                    continue;

                case ']':
                    linkStart = -1;
                    continue;

                case '{' when i + 1 < text.Length && text[i + 1] == '{':
                    i = SkipTemplate(text, i) - 1;
                    continue;

                case '{' or '}':
                    continue;

                case '\'' when i + 1 < text.Length && text[i + 1] == '\'':
                    while (i + 1 < text.Length && text[i + 1] == '\'')
                    {
                        i++;
                    }

                    continue;

                case '<' when i < lastTagEnd || text[i..].StartsWith("<!--", StringComparison.Ordinal):
                    i = SkipTag(text, i, lastFootnoteEnd);
                    continue;

                case '<':
                    continue;
            }

            var written = c is '\n' or '\t' ? ' ' : c;

            if (written != ' ' || (length > 0 && output[length - 1] != ' '))
            {
                output[length++] = written;
            }
        }

        return output[..length];
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
        => text.StartsWith("http", StringComparison.OrdinalIgnoreCase) || text.StartsWith("//", StringComparison.Ordinal) || text.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase);

    private static int SkipAddress(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAny(" ]\n");
        return length < 0 ? text.Length : text[start + length] == ']' ? start + length - 1 : start + length;
    }

    private static int SkipTemplate(ReadOnlySpan<char> text, int start)
    {
        var depth = 0;

        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };

            if (depth == 0)
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    private static int SkipTag(ReadOnlySpan<char> text, int start, int lastFootnoteEnd)
    {
        var rest = text[start..];

        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = rest.IndexOf("-->", StringComparison.Ordinal);
            return end < 0 ? text.Length : start + end + 2;
        }

        var close = rest.IndexOf('>');

        if (close < 0)
        {
            return start;
        }

        // A footnote inside a heading or a caption is no part of its text.
        return start < lastFootnoteEnd && rest.StartsWith("<ref", StringComparison.OrdinalIgnoreCase) && rest[close - 1] != '/'
            ? start + rest.IndexOf("</ref>", StringComparison.OrdinalIgnoreCase) + 5
            : start + close;
    }
}
