using System.Buffers;
using System.Text;

namespace CredScore.Scoring.Pages;

/// <summary>MediaWiki's rules for titles, as far as a reader's address can break them.</summary>
internal static class ArticleTitle
{
    // https://www.mediawiki.org/wiki/Manual:Page_title
    private const int MostBytes = 255;

    // U+FFFD stands for bytes that were no UTF-8 and for half a surrogate pair.
    private static readonly SearchValues<char> Illegal = SearchValues.Create("<>[]{}|\uFFFD");

    /// <summary>The title as the wiki writes it: spaces, composed letters, a capital first letter; null when no page can have it.</summary>
    public static string? Normalise(string text, string language)
    {
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var spaced = CollapseSpaces(fragment < 0 ? text : text[..fragment]);
        var title = TitleComposition.Compose(spaced.StartsWith(':') ? spaced[1..].TrimStart(' ') : spaced);

        if (!IsLegal(title))
        {
            return null;
        }

        // Looked at once more, since a capital can take up a mark that the small letter could not (ı with a dot above) and be longer in UTF-8 (ɐ).
        var capital = TitleComposition.Compose(WithCapital(title, language));
        return IsLegal(capital) ? capital : null;
    }

    /// <summary>A title in an address: underscores, UTF-8 in percent-encoding, and plain what MediaWiki leaves plain.</summary>
    public static string Encode(string title)
    {
        var address = new StringBuilder(title.Length);

        foreach (var value in Encoding.UTF8.GetBytes(title.Replace(' ', '_')))
        {
            var plain = char.IsAsciiLetterOrDigit((char)value) || "-_.~!*(),/:;@$".Contains((char)value, StringComparison.Ordinal);
            _ = plain ? address.Append((char)value) : address.Append('%').Append(Convert.ToHexString([value]));
        }

        return address.ToString();
    }

    private static string CollapseSpaces(string text)
    {
        var result = new StringBuilder(text.Length);

        foreach (var c in text)
        {
            if (IsDirectionMark(c))
            {
                continue;
            }

            if (!IsSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    private static bool IsDirectionMark(char c) => c is '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E');

    private static bool IsSpace(char c)
        => c is ' ' or '_' or '\u00A0' or '\u1680' or '\u180E' or (>= '\u2000' and <= '\u200A') or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    private static bool IsLegal(string title)
        => title.Length > 0
            && !title.StartsWith(':')
            && !title.AsSpan().ContainsAny(Illegal)
            && !title.Any(char.IsControl)
            && !title.Contains("~~~", StringComparison.Ordinal)
            && !IsRelativePath(title)
            && !HoldsPercentCode(title)
            && !HoldsEntity(title)
            && Encoding.UTF8.GetByteCount(title) <= MostBytes;

    private static bool IsRelativePath(string title)
        => title is "." or ".."
            || title.StartsWith("./", StringComparison.Ordinal)
            || title.StartsWith("../", StringComparison.Ordinal)
            || title.Contains("/./", StringComparison.Ordinal)
            || title.Contains("/../", StringComparison.Ordinal)
            || title.EndsWith("/.", StringComparison.Ordinal)
            || title.EndsWith("/..", StringComparison.Ordinal);

    private static bool HoldsPercentCode(string title)
    {
        for (var index = 0; index + 2 < title.Length; index++)
        {
            if (title[index] == '%' && char.IsAsciiHexDigit(title[index + 1]) && char.IsAsciiHexDigit(title[index + 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsEntity(string title)
    {
        for (var start = title.IndexOf('&', StringComparison.Ordinal); start >= 0; start = title.IndexOf('&', start + 1))
        {
            var end = start + 1;

            while (end < title.Length && (char.IsAsciiLetterOrDigit(title[end]) || title[end] is '#' or >= '\u0080'))
            {
                end++;
            }

            if (end > start + 1 && end < title.Length && title[end] == ';')
            {
                return true;
            }
        }

        return false;
    }

    private static string WithCapital(string title, string language)
    {
        // Lojban's wiki alone among the editions tells titles apart by the case of their first letter.
        if (language == "jbo" || !Rune.TryGetRuneAt(title, 0, out var first))
        {
            return title;
        }

        var capital = first.Value switch
        {
            'i' when language is "tr" or "az" or "kaa" => new Rune('İ'),
            // Runes leave these two alone, since their capitals are ASCII.
            'ı' => new Rune('I'),
            'ſ' => new Rune('S'),
            // MediaWiki leaves Georgian alone: its capitals are for headlines.
            >= 0x10D0 and <= 0x10FF => first,
            _ => Rune.ToUpperInvariant(first),
        };

        return capital == first ? title : capital + title[first.Utf16SequenceLength..];
    }
}
