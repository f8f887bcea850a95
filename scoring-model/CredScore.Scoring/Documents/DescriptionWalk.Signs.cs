using System.Buffers;

namespace CredScore.Scoring.Documents;

// Statements about interests, people, aims and dates.
internal sealed partial class DescriptionWalk
{
    private const int WordsOfNegation = 5;
    private const int BeforePhrase = 50;

    // The catalogue's note for a phrase that counts only where a line begins with it, or before a colon.
    private const string AtStart = "start";

    private static readonly SearchValues<char> NameBreaks = SearchValues.Create(":;!?()");

    private void AddSigns(ReadOnlySpan<char> line)
    {
        var added = 0u;

        for (var i = 0; i < _phrases.Count; i++)
        {
            if (KindOf(line, i) is not { } kind || (added & (1u << (int)kind)) != 0)
            {
                continue;
            }

            added |= 1u << (int)kind;
            AddSign(kind, Excerpt(line, _phrases[i]));
        }
    }

    private void AddSign(DescriptionSignKind kind, string text)
    {
        var sign = new DescriptionSign(kind, text.Length > LongestSign ? text[..LongestSign] : text);

        if (_signs.Count < MostSigns && _seen.Add($"{kind} {sign.Text}"))
        {
            _signs.Add(sign);
        }
    }

    private DescriptionSignKind? KindOf(ReadOnlySpan<char> line, int at) => _phrases[at].Role switch
    {
        _ when _phrases[at].Note is AtStart && !IsHeadingWord(line, _phrases[at]) => null,
        PhraseRole.Sponsor or PhraseRole.Affiliate => IsNegated(line, at) ? DescriptionSignKind.Disclosure : _phrases[at].Role is PhraseRole.Sponsor ? DescriptionSignKind.Sponsor : DescriptionSignKind.Affiliate,
        PhraseRole.DiscountCode => DescriptionSignKind.DiscountCode,
        PhraseRole.Shop => DescriptionSignKind.Shop,
        PhraseRole.Patronage => DescriptionSignKind.Patronage,
        PhraseRole.Disclosure => DescriptionSignKind.Disclosure,
        PhraseRole.Disclaimer when IsOfCopyright(line) => null,
        PhraseRole.Disclaimer => DescriptionSignKind.Disclaimer,
        PhraseRole.Credential => DescriptionSignKind.Credential,
        PhraseRole.Postnominal => IsBehindName(line, _phrases[at]) ? DescriptionSignKind.Credential : null,
        PhraseRole.Objective => DescriptionSignKind.Objective,
        PhraseRole.Update => DescriptionSignKind.Update,
        _ => null,
    };

    // "Correction: I meant milligrams" corrects; "submit your correction" does not.
    private static bool IsHeadingWord(ReadOnlySpan<char> line, PhraseMatch phrase) => phrase.First == 0 || line[phrase.End..].StartsWith(":", StringComparison.Ordinal);

    // "Fair use, for educational purposes only" is about rights and no word of caution.
    private static bool IsOfCopyright(ReadOnlySpan<char> line) => line.ContainsAnyCase("copyright") || line.ContainsAnyCase("fair use");

    // "Neither this video nor … was sponsored by": a negation among the words just before.
    private bool IsNegated(ReadOnlySpan<char> line, int at)
    {
        var phrase = _phrases[at];

        for (var i = at - 1; i >= 0 && phrase.First - _phrases[i].Last <= WordsOfNegation; i--)
        {
            if (_phrases[i].Role is PhraseRole.Negation)
            {
                return line[_phrases[i].End..phrase.Start].IndexOfAny(".,!?;") < 0;
            }
        }

        return false;
    }

    // "Roger Seheult, MD": two names in capitals before it. "Baltimore, MD 21205" is a place.
    private bool IsBehindName(ReadOnlySpan<char> line, PhraseMatch phrase)
    {
        var at = phrase.First;

        if (at < 2 || (at + 1 < _words.Count && char.IsAsciiDigit(line[_words[at + 1]][0])))
        {
            return false;
        }

        // "House MD" is a series: two letters need their comma.
        return (phrase.End - phrase.Start > 2 || line[.._words[at].Start.Value].TrimEnd(' ').EndsWith(",", StringComparison.Ordinal)) && IsName(line, at - 1) && IsName(line, at - 2) && line[_words[at - 2].End.Value..phrase.Start].IndexOfAny(NameBreaks) < 0;
    }

    private bool IsName(ReadOnlySpan<char> line, int at)
    {
        var word = line[_words[at]];
        return char.IsUpper(word[0]) && (word.Length > 2 ? word[1..].IndexOfAnyInRange('a', 'z') >= 0 : word.Length == 1 || word[1] is '.');
    }

    private static string Excerpt(ReadOnlySpan<char> line, PhraseMatch phrase)
    {
        if (line.Length <= LongestSign)
        {
            return line.ToString();
        }

        var start = Math.Max(0, phrase.Start - BeforePhrase);
        var sentence = line[start..phrase.Start].LastIndexOf(". ", StringComparison.Ordinal);
        start = sentence >= 0 ? start + sentence + 2 : start == 0 ? 0 : start + Math.Max(0, line[start..phrase.Start].IndexOf(' ') + 1);
        return line[start..Math.Min(line.Length, start + LongestSign)].Trim().ToString();
    }
}
