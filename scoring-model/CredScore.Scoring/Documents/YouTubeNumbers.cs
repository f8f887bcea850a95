using System.Globalization;

namespace CredScore.Scoring.Documents;

/// <summary>Reads counts as people see them: "8.874.019 visualizaciones", "6,6 M de suscriptores", "34,2 N người đăng ký", "३.४ लाख". What is not sure is null.</summary>
internal static class YouTubeNumbers
{
    // Abbreviations and words that follow a number, each with the power of ten. Where languages disagree, the dot or the noun after it decides.
    private static readonly (int Power, string Words)[] Abbreviations =
    [
        (3, "k thousand mil mila mille milliers tsd. tn t. t tuhatta tusen tys. tis. tūkst. mii e ezer rb ribu n nghìn"),
        (3, "bin тыс. тис. хил. хиљ. χιλ. אלף ألف آلاف هزار ہزار हज़ार हजार হাজার พัน 千 천"),
        (4, "หมื่น 万 萬 만"),
        (5, "แสน lakh लाख লাখ لاکھ"),
        (6, "m million millions millones millón milhões milhão milioni millionen miljoen mio mio. mi mil. mill. milj. mln mln. mn tr triệu jt"),
        (6, "juta milyon млн мил. εκ. مليون میلیون מיליון ล้าน"),
        (7, "करोड़ crore কোটি"),
        (8, "億 亿 억"),
        (9, "b bn billion bi md mrd mrd. mld miliardi milliarden milliards tỷ млрд مليار"),
    ];

    private static readonly Dictionary<string, int> Powers = Abbreviations
        .SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Power)))
        .ToDictionary(pair => pair.word, pair => pair.Power, StringComparer.OrdinalIgnoreCase);

    /// <summary>The one number in a text, with its abbreviation; null when there is none, several, or one that cannot be told.</summary>
    public static long? Read(string? text)
    {
        if (text is null || text.Length > 200)
        {
            return null;
        }

        var start = FirstDigit(text, 0);
        var end = start < 0 ? -1 : EndOfNumber(text, start);
        return end < 0 || FirstDigit(text, end) >= 0 ? null : Read(text.AsSpan(start, end - start), text[end..].TrimStart().TrimStart('\u200E', '\u200F'));
    }

    private static long? Read(ReadOnlySpan<char> number, string after)
    {
        var power = PowerOf(after);
        var digits = Digits(number);
        var decimals = Decimals(number);

        if (digits.Length > 15 || (power == 0 && (decimals > 0 || IsUnknownAbbreviation(digits, after))))
        {
            return null;
        }

        var value = decimal.Parse(digits, CultureInfo.InvariantCulture);

        for (var i = 0; i < power - decimals; i++)
        {
            value *= 10;
        }

        for (var i = power; i < decimals; i++)
        {
            value /= 10;
        }

        return (long)value;
    }

    private static int PowerOf(string after)
    {
        // Turkish "B" is bin, a thousand.
        if (after.StartsWith("B ", StringComparison.Ordinal) && after.Contains("abone", StringComparison.Ordinal))
        {
            return 3;
        }

        var end = after.AsSpan().IndexOfAny(' ', '\u00A0', '\u202F');
        var word = end < 0 ? after : after[..end];

        // Chinese, Japanese, Korean and Thai write on without a space.
        return Powers.TryGetValue(word, out var power) || (after.Length > 0 && after[0] > '\u0E00' && Powers.TryGetValue(after[..1], out power)) ? power : StartsWithThai(after);
    }

    private static int StartsWithThai(string after)
        => after.Length > 0 && after[0] is >= '\u0E00' and <= '\u0E7F' ? Powers.FirstOrDefault(entry => entry.Key[0] >= '\u0E00' && after.StartsWith(entry.Key, StringComparison.Ordinal)).Value : 0;

    // "34 zz followers": a short word between number and noun is an abbreviation that is not known.
    private static bool IsUnknownAbbreviation(string digits, string after)
    {
        var end = after.AsSpan().IndexOfAny(' ', '\u00A0', '\u202F');
        return digits.Length <= 3 && end is > 0 and <= 3 && char.IsLetter(after[0]) && !after.StartsWith("de ", StringComparison.Ordinal);
    }

    private static string Digits(ReadOnlySpan<char> number)
    {
        var digits = new char[number.Length];
        var count = 0;

        foreach (var c in number)
        {
            if (char.IsDigit(c))
            {
                digits[count++] = (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c));
            }
        }

        return new string(digits, 0, count);
    }

    // Digits behind the last mark where it is a decimal mark: groups have three digits, or two before the last three in India.
    private static int Decimals(ReadOnlySpan<char> number)
    {
        for (var i = number.Length - 1; i >= 0; i--)
        {
            if (!char.IsDigit(number[i]))
            {
                var behind = number.Length - 1 - i;
                return behind == 3 ? 0 : behind;
            }
        }

        return 0;
    }

    private static int FirstDigit(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    // Marks and spaces between digits belong to the number.
    private static int EndOfNumber(string text, int start)
    {
        var end = start;

        while (end < text.Length && (char.IsDigit(text[end]) || (IsMark(text[end]) && end + 1 < text.Length && char.IsDigit(text[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private static bool IsMark(char c) => c is '.' or ',' or '\'' or '’' or ' ' or '\u00A0' or '\u202F' or '\u2009' or '\u066B' or '\u066C';
}
