using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Counts words, sentences, syllables and words to watch in the prose of an article, paragraph by paragraph, so that both readers count alike.
/// Feed the text of a paragraph in as many pieces as the markup cuts it into, then end the paragraph.
/// </summary>
internal sealed class ProseCounter
{
    private const int LongestWord = 32;

    // https://en.wikipedia.org/wiki/Wikipedia:Manual_of_Style/Words_to_watch
    // Single words that are seldom neutral in an encyclopedia; phrases are recognised by the word that ends them.
    private static readonly FrozenSet<string> Watched = new[]
    {
        "acclaimed", "allegedly", "amazing", "arguably", "astonishing", "award-winning", "basically", "beautiful", "brilliant", "celebrated",
        "clearly", "cult", "cutting-edge", "essentially", "extraordinary", "famous", "famously", "fortunately", "foremost", "fundamentally",
        "greatest", "hailed", "happily", "iconic", "incredible", "innovative", "interestingly", "invaluable", "leading", "legendary", "luminary",
        "magnificent", "miracle", "miraculous", "naturally", "notably", "notoriously", "obviously", "outstanding", "pioneering", "prestigious",
        "purportedly", "remarkable", "remarkably", "renowned", "respected", "revolutionary", "sadly", "seminal", "so-called", "spectacular",
        "stunning", "supposedly", "supposed", "tragically", "unfortunately", "undoubtedly", "unique", "virtuoso", "visionary", "world-class",
        "wonderful", "breakthrough", "surprisingly", "ironically", "amazingly", "superb", "sensational", "unparalleled", "unrivaled", "unsurpassed",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // "some people say", "it is believed", "experts agree": the verb or noun that follows an unnamed authority.
    private static readonly FrozenSet<string> Unnamed = new[] { "some", "many", "most", "several", "it", "is", "often", "critics", "experts", "people", "scholars", "observers", "researchers", "scientists" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Attributed = new[] { "believe", "believed", "claim", "claimed", "argue", "say", "said", "think", "feel", "regarded", "considered", "agree", "contend" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WatchedLookup = Watched.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnnamedLookup = Unnamed.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AttributedLookup = Attributed.GetAlternateLookup<ReadOnlySpan<char>>();

    // Most words are in none of the lists, which their first and last letters tell.
    private static readonly WordLists[] Outlines = AllOutlines();

    private static readonly CharKind[] AsciiKinds = [.. Enumerable.Range(0, 128).Select(code => AsciiKind((char)code))];

    [Flags]
    private enum WordLists : byte
    {
        None = 0,
        Watched = 1,
        Unnamed = 2,
        Attributed = 4,
    }

    /// <summary>What a character means to the counter, in such an order that all from <see cref="Inner"/> on can stand in a word.</summary>
    private enum CharKind : byte
    {
        Break,
        Stop,

        /// <summary>Continues a word, but begins none: a digit, a hyphen, an apostrophe.</summary>
        Inner,
        Consonant,
        Vowel,
    }

    private readonly char[] _word = new char[LongestWord];
    private int _wordLength;
    private int _syllables;
    private int _lastVowel;
    private bool _afterUnnamed;
    private bool _pendingStop;

    private int _paragraphWords;
    private int _paragraphSentences;

    private int _characters;
    private int _words;
    private int _sentences;
    private int _allSyllables;
    private int _longWords;
    private int _watched;
    private int _paragraphs;
    private int _bodyParagraphs;
    private int _uncitedBodyParagraphs;
    private int _bodyWords;
    private int _uncitedBodyWords;
    private int _closedBodyParagraphs;
    private int _trailingBodyWords;
    private int _shortParagraphs;
    private int _paragraphsWords;
    private double _squaredParagraphWords;
    private int _citedUpTo;
    private int _leadWords;
    private int _leadParagraphs;
    private readonly WordCensus _census = new();
    private Punctuation _punctuation;

    /// <summary>Words in the paragraph so far.</summary>
    public int ParagraphWords => _paragraphWords;

    /// <summary>Adds a piece of the paragraph's text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var i = 0;

        while (i < text.Length)
        {
            var kind = KindOf(text[i]);

            if (kind >= CharKind.Consonant || (kind is CharKind.Inner && _wordLength > 0))
            {
                i += AddToWord(text[i..], kind);
            }
            else
            {
                AddBreak(text[i], kind);
                i++;
            }
        }
    }

    /// <summary>Ends a word where the markup puts a gap that the text does not show.</summary>
    public void AddGap() => AddBreak(' ', CharKind.Break);

    /// <summary>Notes that a reference is called here: what stands before it in the paragraph is supported.</summary>
    public void MarkCited() => _citedUpTo = _paragraphWords + (_wordLength > 0 ? 1 : 0);

    /// <summary>Ends the paragraph and books it into its section.</summary>
    public void EndParagraph(Section section, bool isCited)
    {
        AddBreak('\n', CharKind.Break);

        if (_paragraphWords == 0)
        {
            return;
        }

        _sentences += Math.Max(1, _paragraphSentences);
        section.Words += _paragraphWords;

        if (section.Index == 0)
        {
            _leadWords += _paragraphWords;
        }
        else
        {
            _bodyWords += _paragraphWords;
        }

        if (_paragraphWords >= Prose.ParagraphWords)
        {
            CountParagraph(section, isCited);
        }
        else
        {
            _shortParagraphs++;
        }

        _paragraphWords = 0;
        _paragraphSentences = 0;
        _pendingStop = false;
        _afterUnnamed = false;
    }

    /// <summary>The counts so far.</summary>
    public Prose ToProse() => new()
    {
        Characters = _characters,
        Words = _words,
        Sentences = _sentences,
        Syllables = _allSyllables,
        LongWords = _longWords,
        WordsToWatch = _watched,
        Paragraphs = _paragraphs,
        BodyParagraphs = _bodyParagraphs,
        UncitedBodyParagraphs = _uncitedBodyParagraphs,
        BodyWords = _bodyWords,
        UncitedBodyWords = _uncitedBodyWords,
        ClosedBodyParagraphs = _closedBodyParagraphs,
        TrailingBodyWords = _trailingBodyWords,
        ShortParagraphs = _shortParagraphs,
        ParagraphsWords = _paragraphsWords,
        SquaredParagraphWords = _squaredParagraphWords,
        LeadWords = _leadWords,
        LeadParagraphs = _leadParagraphs,
        DistinctWords = _census.Distinct,
        CapitalisedWords = _census.Capitalised,
        ContrastWords = _census.Contrast,
        PerfectWords = _census.Perfect,
        Punctuation = _punctuation,
    };

    private void CountParagraph(Section section, bool isCited)
    {
        _paragraphs++;
        section.Paragraphs++;
        section.UncitedParagraphs += isCited ? 0 : 1;
        _paragraphsWords += _paragraphWords;
        _squaredParagraphWords += (double)_paragraphWords * _paragraphWords;

        if (section.Index == 0)
        {
            _leadParagraphs++;
            return;
        }

        _bodyParagraphs++;

        if (!isCited)
        {
            _uncitedBodyParagraphs++;
            _uncitedBodyWords += _paragraphWords;
            return;
        }

        var trailing = _paragraphWords - Math.Min(_citedUpTo, _paragraphWords);
        _closedBodyParagraphs += trailing == 0 ? 1 : 0;
        _trailingBodyWords += trailing;
    }

    // Adds the characters of a word that stand together and answers how many they are.
    private int AddToWord(ReadOnlySpan<char> text, CharKind kind)
    {
        if (_wordLength == 0 && _pendingStop)
        {
            // A full stop ends a sentence when the next word does not start with a small letter.
            _paragraphSentences += char.IsAsciiLetterLower(text[0]) ? 0 : 1;
            _pendingStop = false;
        }

        var (length, syllables, lastVowel) = (0, _syllables, _lastVowel);

        do
        {
            if (kind is not CharKind.Inner)
            {
                // Vowels come as no predictor expects: counted without a branch.
                var isVowel = kind - CharKind.Consonant;
                syllables += isVowel & ~lastVowel;
                lastVowel = isVowel;
            }

            length++;
        }
        while (length < text.Length && (kind = KindOf(text[length])) >= CharKind.Inner);

        if (_wordLength < LongestWord)
        {
            text[..Math.Min(length, LongestWord - _wordLength)].CopyTo(_word.AsSpan(_wordLength));
        }

        (_syllables, _lastVowel) = (syllables, lastVowel);
        _wordLength += length;
        _characters += length;
        return length;
    }

    private void AddBreak(char c, CharKind kind)
    {
        if (_wordLength > 0)
        {
            EndWord();
        }

        if (kind is CharKind.Stop)
        {
            _pendingStop = _paragraphWords > 0;
        }
        else if (c is '\n' && _pendingStop)
        {
            _paragraphSentences++;
            _pendingStop = false;
        }

        if (c > ' ')
        {
            _characters++;
            CountPunctuation(c);
        }
    }

    private void CountPunctuation(char c)
    {
        switch (c)
        {
            case ',':
                _punctuation = _punctuation with { Commas = _punctuation.Commas + 1 };
                break;
            case ';':
                _punctuation = _punctuation with { Semicolons = _punctuation.Semicolons + 1 };
                break;
            case ':':
                _punctuation = _punctuation with { Colons = _punctuation.Colons + 1 };
                break;
            case '–' or '—':
                _punctuation = _punctuation with { Dashes = _punctuation.Dashes + 1 };
                break;
            case '"' or '“' or '”':
                _punctuation = _punctuation with { QuotationMarks = _punctuation.QuotationMarks + 1 };
                break;
            case '(':
                _punctuation = _punctuation with { Parentheses = _punctuation.Parentheses + 1 };
                break;
        }
    }

    private static CharKind KindOf(char c) => c < 128 ? AsciiKinds[c] : OtherKind(c);

    private static CharKind AsciiKind(char c) => c switch
    {
        _ when char.IsAsciiLetter(c) => (c | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? CharKind.Vowel : CharKind.Consonant,
        '-' or '\'' => CharKind.Inner,
        _ when char.IsAsciiDigit(c) => CharKind.Inner,
        '.' or '!' or '?' => CharKind.Stop,
        _ => CharKind.Break,
    };

    private static CharKind OtherKind(char c) => c switch
    {
        'é' or 'è' or 'ä' or 'ö' or 'ü' => CharKind.Vowel,
        '’' => CharKind.Inner,
        '。' => CharKind.Stop,
        _ => char.IsLetter(c) ? CharKind.Consonant : CharKind.Break,
    };

    private void EndWord()
    {
        var word = _word.AsSpan(0, Math.Min(_wordLength, LongestWord));
        _words++;
        _paragraphWords++;
        // A final e is silent in most English words: "like", "disease".
        var isSilent = word[^1] is 'e' && (word.Length < 2 || word[^2] is not 'l');
        var syllables = Math.Max(1, _syllables - (isSilent ? 1 : 0));
        _allSyllables += syllables;
        _longWords += syllables >= 3 ? 1 : 0;
        CountWatched(word);
        _census.Count(word);
        _wordLength = 0;
        _syllables = 0;
        _lastVowel = 0;
    }

    private void CountWatched(ReadOnlySpan<char> word)
    {
        var lists = Outlines[Outline(word)];

        if ((lists & WordLists.Watched) != 0 && WatchedLookup.Contains(word))
        {
            _watched++;
        }
        else if (_afterUnnamed && (lists & WordLists.Attributed) != 0 && AttributedLookup.Contains(word))
        {
            _watched++;
        }

        _afterUnnamed = (lists & WordLists.Unnamed) != 0 && UnnamedLookup.Contains(word);
    }

    private static WordLists[] AllOutlines()
    {
        var outlines = new WordLists[1 << 10];

        foreach (var (words, list) in new[] { (Watched, WordLists.Watched), (Unnamed, WordLists.Unnamed), (Attributed, WordLists.Attributed) })
        {
            foreach (var word in words)
            {
                outlines[Outline(word)] |= list;
            }
        }

        return outlines;
    }

    // Five bits of each letter: its place in the alphabet, whatever its case.
    private static int Outline(ReadOnlySpan<char> word) => ((word[0] & 31) << 5) | (word[^1] & 31);
}
