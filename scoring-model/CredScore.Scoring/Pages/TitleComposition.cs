namespace CredScore.Scoring.Pages;

/// <summary>
/// Unicode's Normalization Form C, as wikis apply it to titles: the service runs without ICU, where <see cref="string.Normalize()"/>
/// changes nothing.
/// </summary>
internal static partial class TitleComposition
{
    // https://www.unicode.org/reports/tr15/#Description_Norm: nothing below is a mark or is ever written otherwise.
    private const char FirstMark = '\u0300';

    private static readonly Lazy<Characters> Known = new(Characters.Read);

    /// <summary>The text with each letter and its marks as one character where there is one; half a surrogate pair becomes U+FFFD.</summary>
    public static string Compose(string text)
        => text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstMark - 1)) ? Compose(TakeApart(text)) : text;

    // Marks of a lower class come first, whichever was typed first; marks of one class keep their order.
    private static List<Letter> TakeApart(string text)
    {
        var letters = new List<Letter>(text.Length);

        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var value in Known.Value.LettersOf(rune.Value))
            {
                var letter = new Letter(value, Known.Value.ClassOf(value));
                var place = letters.Count;

                while (letter.Class > 0 && place > 0 && letters[place - 1].Class > letter.Class)
                {
                    place--;
                }

                letters.Insert(place, letter);
            }
        }

        return letters;
    }

    private static string Compose(List<Letter> letters)
    {
        var result = new List<int>(letters.Count);
        var start = -1;
        byte between = 0;

        foreach (var (value, rank) in letters)
        {
            // What stands between a mark and its letter keeps them apart unless it is a mark of a lower class.
            var isNext = start >= 0 && (between < rank || start == result.Count - 1);

            if (isNext && Known.Value.Whole(result[start], value) is { } whole)
            {
                result[start] = whole;
                continue;
            }

            start = rank == 0 ? result.Count : start;
            between = rank;
            result.Add(value);
        }

        return string.Concat(result.Select(char.ConvertFromUtf32));
    }

    private readonly record struct Letter(int Value, byte Class);
}
