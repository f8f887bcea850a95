using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Finds where a text nests its elements deeper than any page does. For many tags a parser searches all open elements, so the time for a text that only ever
/// opens them grows with the square of its length; the depth limit of the parser bounds the tree, not that search.
/// </summary>
internal static class HtmlNesting
{
    /// <summary>Open elements that no page reaches. Articles reach about 40.</summary>
    private const int Deepest = 1000;

    /// <summary>How far below the top an end tag is looked for, so that crossed tags do not pile up.</summary>
    private const int Reach = 16;

    /// <summary>Tags passed over in the text of scripts and styles. Pages hold hundreds of what looks like one: <c>i&lt;n</c>.</summary>
    private const int MostInScripts = 10_000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f\r/>");

    /// <summary>The text up to the tag that goes too deep; the whole text of every real page.</summary>
    public static string Cut(string html)
    {
        Span<int> open = stackalloc int[Deepest];
        var depth = 0;
        var position = 0;
        var left = MostInScripts;

        while (html.AsSpan(position).IndexOf('<') is var found and >= 0)
        {
            position += found + 1;
            var rest = html.AsSpan(position);
            var isEnd = rest.Length > 0 && rest[0] is '/';
            var name = NameAt(isEnd ? rest[1..] : rest);

            if (name.IsEmpty || IsClosedByItself(name))
            {
                continue;
            }

            var key = string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

            if (isEnd)
            {
                depth = Close(open[..depth], key);
            }
            else if (depth == Deepest)
            {
                return html[..(position - 1)];
            }
            else
            {
                open[depth++] = key;
                position += IsScript(name) ? LengthOfScript(html.AsSpan(position), name, ref left) : 0;
            }
        }

        return html;
    }

    private static bool IsScript(ReadOnlySpan<char> name)
        => name.Length is 5 or 6 && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase));

    // Characters up to the end tag. What looks like a script may be none (in a comment, an attribute, a drawing), so that only so many tags are passed over in all.
    private static int LengthOfScript(ReadOnlySpan<char> text, ReadOnlySpan<char> name, ref int left)
    {
        var at = 0;

        while (left > 0 && text[at..].IndexOf('<') is var found and >= 0)
        {
            at += found + 1;
            var rest = text[at..];

            if (rest.Length > name.Length && rest[0] is '/' && rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return at - 1;
            }

            left -= rest.Length > 0 && char.IsAsciiLetter(rest[0]) ? 1 : 0;
        }

        return left > 0 ? text.Length : at;
    }

    private static int Close(ReadOnlySpan<int> open, int key)
    {
        var lowest = Math.Max(0, open.Length - Reach);

        for (var i = open.Length - 1; i >= lowest; i--)
        {
            if (open[i] == key)
            {
                return i;
            }
        }

        return open.Length;
    }

    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
        {
            return [];
        }

        var end = text.IndexOfAny(NameEnds);
        return end is < 0 or > 32 ? text[..Math.Min(text.Length, 32)] : text[..end];
    }

    // Void elements, and those that the next of their kind ends without an end tag: saved pages leave them open by the thousand.
    private static bool IsClosedByItself(ReadOnlySpan<char> name) => name switch
    {
        "br" or "img" or "link" or "meta" or "hr" or "input" or "wbr" or "source" or "col" or "area" or "base" or "embed" or "track" or "param" => true,
        "p" or "li" or "dt" or "dd" or "tr" or "td" or "th" or "tbody" or "thead" or "tfoot" or "option" or "optgroup" or "colgroup" or "rt" or "rp" => true,
        _ => false,
    };
}
