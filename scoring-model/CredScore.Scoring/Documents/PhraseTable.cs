namespace CredScore.Scoring.Documents;

/// <summary>A phrase found in a line.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="First">Its first word, counted in the line.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Note">The catalogue's note, such as the body behind its letters.</param>
internal readonly record struct PhraseMatch(PhraseRole Role, int Start, int End, int First, int Last, string Note);

/// <summary>Finds phrases as whole words, the longest at each place, in one pass over the words of a line.</summary>
internal sealed class PhraseTable
{
    // A word of more letters begins no phrase; a line of more words is no description.
    private const int MostWords = 4000;

    private readonly Dictionary<string, List<Phrase>>.AlternateLookup<ReadOnlySpan<char>> _byFirstWord;

    public PhraseTable(IEnumerable<(string Text, PhraseRole Role, string Note)> rows)
    {
        var byFirstWord = new Dictionary<string, List<Phrase>>(StringComparer.OrdinalIgnoreCase);
        var words = new List<Range>();

        foreach (var (text, role, note) in rows)
        {
            words.Clear();
            ReadWords(text, words);
            var phrase = new Phrase([.. words.Select(word => text[word])], role, note);

            if (!byFirstWord.TryGetValue(phrase.Words[0], out var list))
            {
                byFirstWord.Add(phrase.Words[0], list = []);
            }

            // The longest first, so that "not sponsored" is seen before "sponsored".
            list.Insert(Math.Max(0, list.FindIndex(other => other.Words.Length <= phrase.Words.Length) is var at and >= 0 ? at : list.Count), phrase);
        }

        _byFirstWord = byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Adds the phrases of a line in order; none overlaps another.</summary>
    /// <param name="text">The line.</param>
    /// <param name="words">Its words, as <see cref="ReadWords"/> gives them.</param>
    /// <param name="found">Takes the phrases.</param>
    public void Find(ReadOnlySpan<char> text, List<Range> words, List<PhraseMatch> found)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!_byFirstWord.TryGetValue(text[words[i]], out var phrases))
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (phrase.IsAt(text, words, i))
                {
                    var last = i + phrase.Words.Length - 1;
                    found.Add(new(phrase.Role, words[i].Start.Value, words[last].End.Value, i, last, phrase.Note));
                    i = last;
                    break;
                }
            }
        }
    }

    /// <summary>Adds the words of a text: letters and digits, a hash sign before them, a percent sign by itself. An apostrophe or hyphen parts words.</summary>
    public static void ReadWords(ReadOnlySpan<char> text, List<Range> words)
    {
        var i = 0;

        while (i < text.Length && words.Count < MostWords)
        {
            if (text[i] is '%')
            {
                words.Add(i..++i);
                continue;
            }

            var start = i;
            i += text[i] is '#' && i + 1 < text.Length ? 1 : 0;

            while (i < text.Length && IsOfWord(text, i))
            {
                i++;
            }

            if (i > start && !(i == start + 1 && text[start] is '#'))
            {
                words.Add(start..i);
            }

            i += i == start ? 1 : 0;
        }
    }

    // A full stop between single letters belongs to them: "M.D."
    private static bool IsOfWord(ReadOnlySpan<char> text, int i)
        => char.IsLetterOrDigit(text[i])
        || (text[i] is '.' && i > 0 && char.IsUpper(text[i - 1]) && ((i + 1 < text.Length && char.IsUpper(text[i + 1])) || (i > 1 && text[i - 2] is '.')))
        || (text[i] is '+' && i > 0 && char.IsLetter(text[i - 1]));

    private sealed record Phrase(string[] Words, PhraseRole Role, string Note)
    {
        // Letters behind a name and the letters of a body are written in capitals; everything else is read whatever its case.
        private readonly StringComparison _comparison = Role is PhraseRole.Postnominal or PhraseRole.Guideline ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

        public bool IsAt(ReadOnlySpan<char> text, List<Range> words, int first)
        {
            if (first + Words.Length > words.Count)
            {
                return false;
            }

            for (var i = 0; i < Words.Length; i++)
            {
                if (!text[words[first + i]].Equals(Words[i], _comparison))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
