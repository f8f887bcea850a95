using System.Buffers;
using System.Collections.Frozen;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Reads references that are plain text: identifiers, "N Engl J Med 2019;380:1509", "Oxford: Oxford University Press, 1998".</summary>
internal static partial class CitationText
{
    // Text of a reference is cut at 300 characters by the readers; anybody else's text is read as far.
    private const int LongestText = 400;
    private const int LongestName = 110;
    private const int MostNumbers = 6;

    private static readonly SearchValues<string> IdentifierNames = SearchValues.Create(["PMID", "PMC", "ISBN"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" .,;:(\"“'");
    private static readonly SearchValues<char> PhraseEnds = SearchValues.Create("\"”“?;:)");

    // Words and months between a journal and its numbers: "Lancet, vol. 353", "JAMA. 1999 Mar 3".
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumbers = new[]
    {
        "vol", "volume", "v", "no", "nr", "number", "issue", "iss", "pp", "p", "page", "pages", "part", "series", "ser", "supplement", "suppl", "jan", "january", "feb", "february",
        "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
        "spring", "summer", "autumn", "fall", "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the identifiers that the text spells out.</summary>
    public static void ReadIdentifiers(ReadOnlySpan<char> text, ref SourceClues clues)
    {
        text = text[..Math.Min(text.Length, LongestText)];

        if (clues.Doi is null && Doi.TryFind(text, out var doi))
        {
            clues.Doi = Doi.Normalise(doi.ToString());
        }

        if (!text.ContainsAny(IdentifierNames))
        {
            return;
        }

        clues.HasPmid |= NumberFollows(text, "PMID");
        clues.HasPmc |= NumberFollows(text, "PMC");
        clues.HasIsbn |= NumberFollows(text, "ISBN");
    }

    /// <summary>The journal that stands before a volume or a year; null when none of the lists' is there and nothing has the form of one.</summary>
    public static Verdict? FindJournal(ReadOnlySpan<char> text, NameCatalogue journals)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        Verdict? byForm = null;
        var numbers = 0;

        for (var i = 1; i < text.Length && numbers < MostNumbers; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || char.IsLetterOrDigit(text[i - 1]) || EndOfName(text[..i]) is not (> 0 and var end))
            {
                continue;
            }

            numbers++;

            if (JournalBefore(text[..end], journals) is { } journal)
            {
                return journal;
            }

            byForm ??= FormAt(text[..end], text[i..]);
        }

        return byForm;
    }

    private static bool NumberFollows(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        if (text.IndexOfAnyCase(mark) is not (>= 0 and var at))
        {
            return false;
        }

        var after = text[(at + mark.Length)..].TrimStart(" :.-–=\u00A0");
        return after.Length > 0 && char.IsAsciiDigit(after[0]);
    }

    // Where the name before a number ends: "Lancet, vol. 353" ends after Lancet. 0 when no name stands there.
    private static int EndOfName(ReadOnlySpan<char> before)
    {
        while (true)
        {
            var name = before.TrimEnd(" .,;:('\"”’–-");

            if (name.IsEmpty || !char.IsLetter(name[^1]) || before.Length - name.Length > 6)
            {
                return 0;
            }

            var word = name[(name.LastIndexOfAny(WordEnds) + 1)..];

            if (!BeforeNumbers.Contains(word))
            {
                return name.Length;
            }

            before = name[..^word.Length];
        }
    }

    private static Verdict? JournalBefore(ReadOnlySpan<char> text, NameCatalogue journals)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        var window = text[Math.Max(0, text.Length - LongestName)..];
        ReadOnlySpan<char> key = buffer[..NameKey.Write(window, buffer)];

        while (!key.IsEmpty)
        {
            if (journals.FindKey(key) is { } journal)
            {
                // "in cancer 2005" is not the journal Cancer.
                return key.Contains(' ') || IsCapital(text) ? journal : null;
            }

            var space = key.IndexOf(' ');
            key = space < 0 ? [] : key[(space + 1)..];
        }

        return null;
    }

    private static bool IsCapital(ReadOnlySpan<char> text) => char.IsUpper(text[text.LastIndexOfAny(WordEnds) + 1]);

    private static bool HasJournalForm(ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        var start = text.LastIndexOfAny(PhraseEnds) + 1;
        var sentence = text[start..].LastIndexOf(". ", StringComparison.Ordinal);
        var name = text[Math.Max(sentence < 0 ? start : start + sentence + 2, text.Length - LongestName)..];
        return JournalForm.Fits(buffer[..NameKey.Write(name, buffer)]);
    }

    private static Verdict? FormAt(ReadOnlySpan<char> name, ReadOnlySpan<char> numbers)
    {
        numbers = numbers[..Math.Min(numbers.Length, 40)];

        if (numbers.IndexOf(':') is not (> 0 and var colon) || !(char.IsAsciiDigit(numbers[colon - 1]) || numbers[colon - 1] is ')'))
        {
            return null;
        }

        var pages = numbers[(colon + 1)..].TrimStart(' ');

        if (pages.IsEmpty || !(char.IsAsciiDigit(pages[0]) || pages[0] is 'e' or 'S' or 'R'))
        {
            return null;
        }

        // 1999 Mar 3;281(12):1127 is how medicine cites journals and nothing else; 353 (9168): 1901 needs the name's word as well.
        return numbers[..colon].Contains(';') ? JournalForm.CitedByVolume : HasJournalForm(name) ? JournalForm.Named : null;
    }
}
