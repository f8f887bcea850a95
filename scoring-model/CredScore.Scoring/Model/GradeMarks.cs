using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Model;

/// <summary>
/// Takes the marks out of wikitext that are the grade itself: badges of good and featured articles (of other languages' editions too) and stub notices.
/// A model that saw them would learn to read the label.
/// </summary>
public static class GradeMarks
{
    // The longest stub notice that is given part by part has about half as many characters; a bound keeps hostile text from costing more than its length.
    private const int LongestMark = 600;

    /// <summary>The text without the marks. A line that held nothing else goes with its line feed, so that no paragraph is cut in two.</summary>
    public static string Remove(string wikitext)
    {
        ArgumentNullException.ThrowIfNull(wikitext);
        List<(int Start, int Length)>? kept = null;
        var copied = 0;

        for (var start = Next(wikitext, 0); start >= 0;)
        {
            var end = EndOfMarks(wikitext, start);

            if (end < 0)
            {
                start = Next(wikitext, start + 2);
                continue;
            }

            var (from, to) = WholeLine(wikitext, start, end, copied);
            (kept ??= []).Add((copied, from - copied));
            copied = to;
            start = Next(wikitext, to);
        }

        if (kept is null)
        {
            return wikitext;
        }

        kept.Add((copied, wikitext.Length - copied));
        return Join(wikitext, kept);
    }

    // Into one string of the right length: a builder would hold the text twice.
    private static string Join(string wikitext, List<(int Start, int Length)> parts) => string.Create(parts.Sum(part => part.Length), (wikitext, parts), static (text, state) =>
    {
        foreach (var (start, length) in state.parts)
        {
            state.wikitext.AsSpan(start, length).CopyTo(text);
            text = text[length..];
        }
    });

    private static int Next(string text, int from) => from < text.Length ? text.IndexOf("{{", from, StringComparison.Ordinal) : -1;

    /// <summary>Position behind the mark at a position and those that follow it on its line, or −1 when there is none.</summary>
    private static int EndOfMarks(string text, int start)
    {
        var end = -1;

        for (var at = start; at + 1 < text.Length && text.AsSpan(at, 2) is "{{" && IsMark(text, at) && EndOfTemplate(text, at) is >= 0 and var next;)
        {
            end = next;
            at = next + SpacesFrom(text, next);
        }

        return end;
    }

    private static int SpacesFrom(string text, int from)
    {
        var rest = text.AsSpan(from);
        return rest.Length - rest.TrimStart(" \t\r").Length;
    }

    private static bool IsMark(string text, int start)
    {
        var rest = text.AsSpan(start + 2);
        var end = rest[..Math.Min(rest.Length, LongestMark)].IndexOfAny("|{}");
        var name = end < 0 ? default : rest[..end];
        return name.Length is > 0 and <= TemplateCatalogue.LongestName && (TemplateCatalogue.Find(name).Role is TemplateRole.Badge or TemplateRole.Stub || IsLink(name.Trim()));
    }

    // {{Link FA|de}} puts a star beside the link to another edition, whose grade often goes with this one's.
    private static bool IsLink(ReadOnlySpan<char> name)
        => name.Length == 7
            && name.StartsWith("link", StringComparison.OrdinalIgnoreCase)
            && name[4] is ' ' or '_'
            && (name[5..].Equals("FA", StringComparison.OrdinalIgnoreCase) || name[5..].Equals("GA", StringComparison.OrdinalIgnoreCase) || name[5..].Equals("FL", StringComparison.OrdinalIgnoreCase));

    /// <summary>Position behind the template's end, or −1 when it is left open or too long.</summary>
    private static int EndOfTemplate(string text, int start)
    {
        var depth = 0;

        for (var i = start; i + 1 < text.Length && i < start + LongestMark;)
        {
            var pair = text.AsSpan(i, 2);
            depth += pair is "{{" ? 1 : pair is "}}" ? -1 : 0;
            i += pair is "{{" or "}}" ? 2 : 1;

            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static (int From, int To) WholeLine(string text, int start, int end, int floor)
    {
        var from = floor + text.AsSpan(floor, start - floor).TrimEnd(" \t\r").Length;
        var to = end + SpacesFrom(text, end);
        var isLine = (from == 0 || text[from - 1] == '\n') && (to == text.Length || text[to] == '\n');
        return isLine ? (from, Math.Min(to + 1, text.Length)) : (start, end);
    }
}
