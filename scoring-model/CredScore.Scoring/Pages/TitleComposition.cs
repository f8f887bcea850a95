using System.Collections.Frozen;
using System.Text;

namespace CredScore.Scoring.Pages;

internal static partial class TitleComposition
{
    private const int HangulBase = 0xAC00;
    private const int Leads = 0x1100;
    private const int LeadCount = 19;
    private const int Vowels = 0x1161;
    private const int VowelCount = 21;
    private const int Tails = 0x11A7;
    private const int TailCount = 28;

    private static readonly FrozenDictionary<char, byte> Classes = Table.ToFrozenDictionary(row => row.Mark, row => row.Class);

    private static readonly FrozenDictionary<(char Letter, char Mark), char> Composed = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => KeyValuePair.Create((pair[0], row.Mark), pair[1])))
        .ToFrozenDictionary();

    /// <summary>The text with each letter and the marks behind it as one character where there is one.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0300', '\u3130'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);

        for (var index = 0; index < text.Length;)
        {
            var letter = text[index++];
            var end = index;

            while (end < text.Length && Classes.ContainsKey(text[end]))
            {
                end++;
            }

            AppendComposed(result, letter, text.AsSpan(index, end - index));
            index = end;
        }

        return result.ToString();
    }

    // Marks below come before marks above, whichever was typed first; marks of one class keep their order.
    private static void AppendComposed(StringBuilder result, char letter, ReadOnlySpan<char> marks)
    {
        if (marks.IsEmpty)
        {
            AppendHangul(result, letter);
            return;
        }

        var left = new StringBuilder();

        foreach (var mark in marks.ToArray().OrderBy(mark => Classes[mark]))
        {
            var blocked = left.Length > 0 && Classes[left[^1]] == Classes[mark];

            if (!blocked && Composed.TryGetValue((letter, mark), out var whole))
            {
                letter = whole;
            }
            else
            {
                left.Append(mark);
            }
        }

        result.Append(letter).Append(left);
    }

    private static void AppendHangul(StringBuilder result, char letter)
    {
        var before = result.Length > 0 ? result[^1] : '\0';

        if (before - Leads is >= 0 and < LeadCount && letter - Vowels is >= 0 and < VowelCount)
        {
            result[^1] = (char)(HangulBase + ((((before - Leads) * VowelCount) + (letter - Vowels)) * TailCount));
        }
        else if (before - HangulBase is >= 0 and < LeadCount * VowelCount * TailCount
            && (before - HangulBase) % TailCount == 0
            && letter - Tails is > 0 and < TailCount)
        {
            result[^1] = (char)(before + (letter - Tails));
        }
        else
        {
            result.Append(letter);
        }
    }
}
