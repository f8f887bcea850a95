namespace CredScore.Scoring.Model;

/// <summary>A word, link or mark of a text, in the form in which texts are compared.</summary>
/// <param name="Text">Small letters; <c>link:…</c> for a link, <c>!</c> or <c>?</c> for such a mark, <c>#</c> for a number.</param>
/// <param name="StartsPhrase">Whether nothing before it belongs to the same phrase: a sentence, line or masked name lies between.</param>
internal readonly record struct TextToken(string Text, bool StartsPhrase)
{
    public bool IsWord => char.IsLetter(Text[0]) && !Text.StartsWith(TextLinks.Prefix, StringComparison.Ordinal);
}

/// <summary>Cuts title, description or name into tokens.</summary>
internal static class TextTokens
{
    /// <summary>What follows in a longer text is never read.</summary>
    public const int MostCharacters = 3000;

    private const int LongestWord = 40;

    /// <summary>The tokens in order, without what the mask hides.</summary>
    public static List<TextToken> Read(string? text, TextMask mask, int mostCharacters)
    {
        var read = text.AsSpan()[..Math.Min(text?.Length ?? 0, mostCharacters)];
        return new Reader(read, mask).ReadAll();
    }

    private ref struct Reader(ReadOnlySpan<char> text, TextMask mask)
    {
        private readonly ReadOnlySpan<char> _text = text;
        private readonly List<TextToken> _tokens = [];
        private bool _startsPhrase = true;

        public List<TextToken> ReadAll()
        {
            for (var i = 0; i < _text.Length;)
            {
                i = ReadAt(i);
            }

            return _tokens;
        }

        private int ReadAt(int start)
        {
            var c = _text[start];

            if (char.IsLetter(c))
            {
                return TextLinks.LengthAt(_text, start) is > 0 and var length ? AddLink(start, length) : AddWord(start);
            }

            if (char.IsAsciiDigit(c))
            {
                return AddNumber(start);
            }

            if (c is '@')
            {
                return SkipHandle(start + 1);
            }

            if (c is '!' or '?')
            {
                _tokens.Add(new(c is '!' ? "!" : "?", true));
            }

            _startsPhrase |= c is '!' or '?' or '.' or '\n' or '|' or ':' or ';' or '"' or '“' or '”' or '(' or ')' or '…' or '•' or '►' or '–' or '—';
            return start + 1;
        }

        private int AddLink(int start, int length)
        {
            _tokens.Add(new(TextLinks.KindOf(_text.Slice(start, length)), true));
            _startsPhrase = true;
            return start + length;
        }

        private int AddWord(int start)
        {
            Span<char> word = stackalloc char[LongestWord];
            var (end, length) = (start, 0);

            for (; end < _text.Length && IsInWord(end); end++)
            {
                if (char.IsLetterOrDigit(_text[end]) && length < LongestWord)
                {
                    word[length++] = char.ToLowerInvariant(_text[end]);
                }
            }

            // An address for mail names somebody, as a handle does.
            if (end < _text.Length - 1 && _text[end] is '@' && char.IsLetterOrDigit(_text[end + 1]))
            {
                return SkipHandle(end + 1);
            }

            if (mask.Hides(word[..length]))
            {
                _startsPhrase = true;
            }
            else
            {
                Add(word[..length].ToString());
            }

            return end;
        }

        private readonly bool IsInWord(int at)
            => char.IsLetterOrDigit(_text[at]) || char.GetUnicodeCategory(_text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
                || (_text[at] is '\'' or '’' && at + 1 < _text.Length && char.IsLetter(_text[at + 1]));

        private int AddNumber(int start)
        {
            var end = start + 1;

            while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || (_text[end] is '.' or ',' && end + 1 < _text.Length && char.IsAsciiDigit(_text[end + 1]))))
            {
                end++;
            }

            Add("#");
            return end;
        }

        private int SkipHandle(int start)
        {
            var end = start;

            while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '.' or '-'))
            {
                end++;
            }

            _startsPhrase = true;
            return end;
        }

        private void Add(string token)
        {
            _tokens.Add(new(token, _startsPhrase));
            _startsPhrase = false;
        }
    }
}
