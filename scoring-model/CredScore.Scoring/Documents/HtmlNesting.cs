using System.Collections.Frozen;

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

    private const int LongestName = 32;

    private static readonly ulong Script = KeyOf("script");

    private static readonly ulong Style = KeyOf("style");

    // Void elements, and those that the next of their kind ends without an end tag: saved pages leave them open by the thousand.
    private static readonly FrozenSet<ulong> ClosedByThemselves = new[]
    {
        "br", "img", "link", "meta", "hr", "input", "wbr", "source", "col", "area", "base", "embed", "track", "param",
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp",
    }.Select(name => KeyOf(name)).ToFrozenSet();

    /// <summary>The text up to the tag that goes too deep; the whole text of every real page.</summary>
    public static string Cut(string html)
    {
        Span<ulong> open = stackalloc ulong[Deepest];
        var depth = 0;
        var position = 0;
        var left = MostInScripts;

        while (html.AsSpan(position).IndexOf('<') is var found and >= 0)
        {
            position += found + 1;
            var rest = html.AsSpan(position);
            var isEnd = rest.Length > 0 && rest[0] is '/';
            var name = NameAt(isEnd ? rest[1..] : rest);
            var key = KeyOf(name);

            if (name.IsEmpty || ClosedByThemselves.Contains(key))
            {
                continue;
            }

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
                position += key == Script || key == Style ? LengthOfScript(html.AsSpan(position), name, ref left) : 0;
            }
        }

        return html;
    }

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

    private static int Close(ReadOnlySpan<ulong> open, ulong key)
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

        for (var end = 1; end < Math.Min(text.Length, LongestName); end++)
        {
            if (text[end] is ' ' or '>' or '\t' or '\n' or '\f' or '\r' or '/')
            {
                return text[..end];
            }
        }

        return text[..Math.Min(text.Length, LongestName)];
    }

    // A short name itself, a letter in each byte; of the few long or odd ones a number that nobody can foresee, with the highest bit as their mark.
    private static ulong KeyOf(ReadOnlySpan<char> name)
    {
        var key = 0UL;

        foreach (var character in name)
        {
            if (name.Length > sizeof(ulong) || !char.IsAsciiLetterOrDigit(character))
            {
                return (1UL << 63) | (uint)string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);
            }

            key = (key << 8) | (uint)(character | 0x20);
        }

        return key;
    }
}
