namespace CredScore.Scoring.Documents;

/// <summary>Footnotes of author, year and page ("Smith 2004, p. 12") and the entries of a bibliography that they point at.</summary>
internal static class ShortFootnotes
{
    private const int Longest = 110;
    private const string Ibid = "ibid|";

    private static readonly HashSet<string> PageWords = new(StringComparer.OrdinalIgnoreCase) { "p", "pp", "pg", "pgs", "page", "pages", "f", "ff", "passim", "s", "ss" };

    private static readonly HashSet<string> LinkWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "vol", "vols", "volume", "ch", "chap", "chapter", "et", "al", "and", "no", "op", "cit", "n", "see", "also", "cf", "in", "eds", "ed", "fig", "note", "notes", "the", "of", "de", "van", "von",
    };

    private static readonly HashSet<string> Months = new(StringComparer.OrdinalIgnoreCase)
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>The entries by author and year, and by author alone where the footnote gives no year.</summary>
    internal sealed class Targets
    {
        private readonly Dictionary<string, Reference> _byAnchor = new(StringComparer.Ordinal);

        /// <summary>Adds an entry under its author and year; a full name can be found by its last part too.</summary>
        public void Add(string? anchor, Reference? reference)
        {
            if (anchor is null || reference is null)
            {
                return;
            }

            var bar = anchor.IndexOf('|', StringComparison.Ordinal);
            _byAnchor.TryAdd(anchor, reference);
            _byAnchor.TryAdd(anchor[..(bar + 1)], reference);

            if (anchor.LastIndexOf(' ', bar) is > 0 and var space)
            {
                _byAnchor.TryAdd(anchor[(space + 1)..], reference);
                _byAnchor.TryAdd(anchor[(space + 1)..(bar + 1)], reference);
            }
        }

        /// <summary>The entry of an anchor: author and year both, or the author alone when the footnote has no year.</summary>
        public Reference? Find(string? anchor) => anchor is not null && _byAnchor.TryGetValue(anchor, out var reference) ? reference : null;
    }

    /// <summary>Whether a footnote points at the one before it.</summary>
    public static bool IsIbid(string? target) => target is not null && target.StartsWith(Ibid, StringComparison.Ordinal);

    /// <summary>The anchor of a plain footnote that may be author, year and pages; null when it is anything else. With pages it can be nothing but a short footnote.</summary>
    public static string? FindTarget(string? text, out bool hasPages)
    {
        hasPages = false;

        if (text is null || text.Length > Longest || !IsShort(text, out hasPages))
        {
            hasPages = false;
            return null;
        }

        return ReferenceDraft.AnchorOf(Surname(text), Markup.FindYear(text));
    }

    /// <summary>Whether the words are a few names and what goes with pages: no month, no title.</summary>
    private static bool IsShort(ReadOnlySpan<char> text, out bool hasPages)
    {
        var names = 0;
        var hasNumber = false;
        hasPages = false;
        var pageWords = PageWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var linkWords = LinkWords.GetAlternateLookup<ReadOnlySpan<char>>();
        var months = Months.GetAlternateLookup<ReadOnlySpan<char>>();

        for (var i = 0; i < text.Length; i++)
        {
            hasNumber |= char.IsAsciiDigit(text[i]);

            if (!char.IsLetter(text[i]))
            {
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’' or '-'))
            {
                end++;
            }

            var word = text[i..end];
            i = end - 1;

            if (months.Contains(word))
            {
                return false;
            }

            if (pageWords.Contains(word))
            {
                hasPages = true;
            }
            else if (!linkWords.Contains(word) && word.Length > 1 && ++names > 4)
            {
                return false;
            }
        }

        return names > 0 && (hasNumber || hasPages);
    }

    private static ReadOnlySpan<char> Surname(ReadOnlySpan<char> text)
    {
        var start = text.TrimStart(" \"“'(");

        foreach (var lead in (ReadOnlySpan<string>)["See ", "see ", "Cf. ", "cf. ", "Also ", "In "])
        {
            start = start.StartsWith(lead, StringComparison.Ordinal) ? start[lead.Length..] : start;
        }

        var end = 0;

        while (end < start.Length && (char.IsLetter(start[end]) || start[end] is '-' or '\'' or '’'))
        {
            end++;
        }

        return end >= 2 && char.IsUpper(start[0]) ? start[..end] : default;
    }
}
