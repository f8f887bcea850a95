using System.Buffers;
using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

// Names of publishers, newspapers and bodies between the marks of a plain-text citation.
internal static partial class CitationText
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:()[]\"“”–—\n|.");

    // Where books are published; also short names of presses and of a magazine.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Places = new[] { "cambridge", "cambridge ma", "london", "new york", "oxford", "princeton" }
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The publisher, newspaper or body that stands between two marks of the text; null when neither lists nor forms know one.</summary>
    public static Verdict? FindName(ReadOnlySpan<char> text, NameCatalogue publishers, NameCatalogue works)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        Verdict? byForm = null;
        var mark = '\0';

        while (!text.IsEmpty)
        {
            var end = EndOfPhrase(text);
            var phrase = WithoutIn(text[..end].Trim(" '’*0123456789."));
            var before = mark;
            mark = end < text.Length ? text[end] : '\0';
            text = text[Math.Min(text.Length, end + 1)..];

            if (phrase.Length is < 3 or > LongestName || !char.IsUpper(phrase[0]))
            {
                continue;
            }

            if (FindPhrase(phrase, before, publishers, works, ref byForm) is { } known)
            {
                return known;
            }
        }

        return byForm;
    }

    private static Verdict? FindPhrase(ReadOnlySpan<char> phrase, char before, NameCatalogue publishers, NameCatalogue works, ref Verdict? byForm)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        ReadOnlySpan<char> key = buffer[..NameKey.Write(phrase, buffer)];

        if (Places.Contains(key))
        {
            return null;
        }

        // A single word is a publisher only behind its place; the first one is an author, unless it has an article: "The Times, 14 September 1945".
        if (!key.Contains(' '))
        {
            var isAuthor = before is '\0' && !phrase.StartsWith("The ", StringComparison.Ordinal);
            return (before is ':' ? publishers.FindKey(key) : null) ?? (isAuthor ? null : works.FindKey(key));
        }

        if ((publishers.FindKey(key) ?? works.FindKey(key) ?? PublisherNames.FindShortened(publishers, key)) is { } known)
        {
            return known;
        }

        byForm ??= ByForm(key);
        return AtEnd(key, publishers);
    }

    // In running text only the plainest names count: "Wherever University Press", "Daily Planet", "Smallville Gazette".
    private static Verdict? ByForm(ReadOnlySpan<char> key) => OrganisationForm.Read(key) switch
    {
        { Type: SourceType.AcademicBook } press when key.EndsWith("press", StringComparison.Ordinal) => press,
        { Type: SourceType.Media } newspaper when key.Count(' ') < 5 && OrganisationForm.IsNewspaper(key) => newspaper,
        _ => null,
    };

    // "Financing Health Care in Sub-Saharan Africa Greenwood Press": the last two or three words, never one alone.
    private static Verdict? AtEnd(ReadOnlySpan<char> key, NameCatalogue publishers)
    {
        var start = key.LastIndexOf(' ');

        for (var words = 2; words <= 3 && start > 0; words++)
        {
            start = key[..start].LastIndexOf(' ');

            if (start > 0 && publishers.FindKey(key[(start + 1)..]) is { } publisher)
            {
                return publisher;
            }
        }

        return null;
    }

    // A full stop ends a phrase when a space follows and the word before is no initial: "W. W. Norton. 2004".
    private static int EndOfPhrase(ReadOnlySpan<char> text)
    {
        var start = 0;

        while (text[start..].IndexOfAny(Marks) is var found and >= 0)
        {
            var at = start + found;

            if (text[at] is not '.' || at + 1 == text.Length || (text[at + 1] is ' ' && at > 1 && char.IsLetterOrDigit(text[at - 2])))
            {
                return at;
            }

            start = at + 1;
        }

        return text.Length;
    }

    private static ReadOnlySpan<char> WithoutIn(ReadOnlySpan<char> phrase)
        => phrase.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? phrase[3..].TrimStart() : phrase;
}
