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

    private readonly char[] _word = new char[LongestWord];
    private int _wordLength;
    private int _syllables;
    private bool _lastVowel;
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
    private int _leadWords;
    private int _leadParagraphs;

    /// <summary>Words in the paragraph so far.</summary>
    public int ParagraphWords => _paragraphWords;

    /// <summary>Adds a piece of the paragraph's text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c) || (c >= 0x80 && char.IsLetter(c)))
            {
                AddLetter(c);
            }
            else if (_wordLength > 0 && (c is '-' or '\'' or '’' || char.IsAsciiDigit(c)))
            {
                AddInner(c);
            }
            else
            {
                AddBreak(c);
            }
        }
    }

    /// <summary>Ends a word where the markup puts a gap that the text does not show.</summary>
    public void AddGap() => AddBreak(' ');

    /// <summary>Ends the paragraph and books it into its section.</summary>
    public void EndParagraph(Section section, bool isCited)
    {
        AddBreak('\n');

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
        LeadWords = _leadWords,
        LeadParagraphs = _leadParagraphs,
    };

    private void CountParagraph(Section section, bool isCited)
    {
        _paragraphs++;
        section.Paragraphs++;
        section.UncitedParagraphs += isCited ? 0 : 1;

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
        }
    }

    private void AddLetter(char c)
    {
        if (_wordLength == 0 && _pendingStop)
        {
            // A full stop ends a sentence when the next word does not start with a small letter.
            _paragraphSentences += char.IsAsciiLetterLower(c) ? 0 : 1;
            _pendingStop = false;
        }

        var isVowel = (c | 0x20) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' || c is 'é' or 'è' or 'ä' or 'ö' or 'ü';
        _syllables += isVowel && !_lastVowel ? 1 : 0;
        _lastVowel = isVowel;
        AddInner(c);
    }

    private void AddInner(char c)
    {
        if (_wordLength < LongestWord)
        {
            _word[_wordLength] = c;
        }

        _wordLength++;
        _characters++;
    }

    private void AddBreak(char c)
    {
        if (_wordLength > 0)
        {
            EndWord();
        }

        if (c is '.' or '!' or '?' or '。')
        {
            _pendingStop = _paragraphWords > 0;
        }
        else if (c is '\n' && _pendingStop)
        {
            _paragraphSentences++;
            _pendingStop = false;
        }

        _characters += c > ' ' ? 1 : 0;
    }

    private void EndWord()
    {
        var word = _word.AsSpan(0, Math.Min(_wordLength, LongestWord));
        _words++;
        _paragraphWords++;
        // A final e is silent in most English words: "like", "disease".
        var syllables = Math.Max(1, _syllables - (word[^1] is 'e' && !word.EndsWith("le", StringComparison.Ordinal) ? 1 : 0));
        _allSyllables += syllables;
        _longWords += syllables >= 3 ? 1 : 0;
        CountWatched(word);
        _wordLength = 0;
        _syllables = 0;
        _lastVowel = false;
    }

    private void CountWatched(ReadOnlySpan<char> word)
    {
        if (word.Length is >= 4 and <= 13 && WatchedLookup.Contains(word))
        {
            _watched++;
        }
        else if (_afterUnnamed && word.Length is >= 3 and <= 10 && AttributedLookup.Contains(word))
        {
            _watched++;
        }

        _afterUnnamed = word.Length is >= 2 and <= 11 && UnnamedLookup.Contains(word);
    }
}
