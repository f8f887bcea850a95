namespace CredScore.Scoring.Sources;

/// <summary>
/// The form in which names of journals, publishers and newspapers are compared: small letters without diacritics, words parted by one space,
/// brackets, apostrophes, "the" and "and" dropped, single letters joined ("U.S.A." and "USA" are one word).
/// </summary>
internal static class NameKey
{
    /// <summary>The longest key; what is longer is a sentence and no name.</summary>
    public const int MaxLength = 160;

    private const int LongestName = 400;

    // Base letters for U+00C0 to U+017F; '*' stands for letters that are written with two.
    private const string BaseLetters =
        "aaaaaa*ceeeeiiiidnooooo ouuuuy**aaaaaa*ceeeeiiiidnooooo ouuuuy*y" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkkllllllllllnnnnnnnnnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Writes the key of a name. The answer is its length: 0 when the name has no letters or is too long to be one.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="key">At least <see cref="MaxLength"/> characters.</param>
    public static int Write(ReadOnlySpan<char> name, Span<char> key)
    {
        if (name.Length > LongestName)
        {
            return 0;
        }

        var writer = new Writer(key);

        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];

            if (c is '(' or '[' && name[i..].IndexOf(c is '(' ? ')' : ']') is var close and > 0)
            {
                writer.EndWord();
                i += close;
            }
            else if (c is not ('\'' or '’' or '‘' or 'ʼ' or '`' or '\u00AD'))
            {
                writer.Add(c);
            }
        }

        return writer.Finish();
    }

    /// <summary>The key as a string, for building catalogues; empty when the name has none.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[MaxLength];
        return new string(key[..Write(name, key)]);
    }

    private ref struct Writer(Span<char> key)
    {
        private readonly Span<char> _key = key;
        private int _length;
        private int _wordStart;
        private bool _afterSingle;
        private bool _overflow;

        public void Add(char c)
        {
            if (c < 0x80)
            {
                AddAscii(c);
            }
            else if (c is >= '\u00C0' and <= '\u017F')
            {
                AddLatin(c);
            }
            else if (c is not (>= '\u0300' and <= '\u036F'))
            {
                AddOther(c);
            }
        }

        public void EndWord()
        {
            var word = _key[_wordStart.._length];

            if (word.IsEmpty)
            {
                return;
            }

            var isSingle = word.Length == 1 && char.IsAsciiLetter(word[0]);

            if (word is "the" or "and")
            {
                _length = _wordStart;
            }
            else
            {
                JoinSingles(isSingle);
                Put(' ');
                _wordStart = _length;
            }

            _afterSingle = isSingle;
        }

        public int Finish()
        {
            EndWord();
            return _overflow ? 0 : Math.Max(0, _length - 1);
        }

        private void JoinSingles(bool isSingle)
        {
            if (isSingle && _afterSingle && _wordStart > 0)
            {
                _key[_wordStart - 1] = _key[_wordStart];
                _length--;
            }
        }

        private void AddAscii(char c)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                Put(char.ToLowerInvariant(c));
            }
            else
            {
                EndWord();
            }
        }

        private void AddLatin(char c)
        {
            var letter = BaseLetters[c - '\u00C0'];

            if (letter is '*')
            {
                var (first, second) = Pair(c);
                Put(first);
                Put(second);
            }
            else if (letter is ' ')
            {
                EndWord();
            }
            else
            {
                Put(letter);
            }
        }

        private void AddOther(char c)
        {
            if (char.IsLetterOrDigit(c))
            {
                Put(char.ToLowerInvariant(c));
            }
            else
            {
                EndWord();
            }
        }

        private void Put(char c)
        {
            if (_length < _key.Length)
            {
                _key[_length++] = c;
            }
            else
            {
                _overflow = true;
            }
        }

        private static (char First, char Second) Pair(char c) => c switch
        {
            'Æ' or 'æ' => ('a', 'e'),
            'Œ' or 'œ' => ('o', 'e'),
            'Þ' or 'þ' => ('t', 'h'),
            'ß' => ('s', 's'),
            _ => ('i', 'j'),
        };
    }
}
