using System.Globalization;

namespace CredScore.Scoring.Documents;

/// <summary>Reads days of publication. Machine-readable ones are Pacific time; a shown one is the viewer's day.</summary>
internal static class YouTubeDates
{
    private const int FirstYear = 2005;
    private const int LastYear = 2100;

    private static readonly char[] Gaps = [' ', ',', '\u00A0', '\u202F'];

    // Names of months, whole or as shown: English, Spanish, French, Portuguese, Italian, Dutch, German. None of them means another month in another of these languages.
    private static readonly string[] Months =
    [
        "jan january ene enero janv janvier janeiro gen gennaio januari januar",
        "feb february febrero févr février fev fevereiro febbraio februari februar",
        "mar march marzo mars março mrt maart märz",
        "apr april abr abril avr avril aprile",
        "may mayo mai maio mag maggio mei",
        "jun june junio juin junho giu giugno juni",
        "jul july julio juil juillet julho lug luglio juli",
        "aug august ago agosto août augustus",
        "sep sept september septiembre septembre set setembro settembre",
        "oct october octubre octobre out outubro ott ottobre okt oktober",
        "nov november noviembre novembre novembro",
        "dec december dic diciembre déc décembre dez dezembro dicembre dezember",
    ];

    private static readonly Dictionary<string, int> MonthOf = Months
        .SelectMany((names, index) => names.Split(' ').Select(name => (name, index + 1)))
        .ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>"2019-02-08", or "2022-07-03T04:00:25-07:00" as the day it names.</summary>
    public static DateOnly? ReadIso(string? text)
        => text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= FirstYear ? day : null;

    /// <summary>"3 Jul 2022", "Premiered Feb 17, 2020", "4 thg 4, 2007", "2022年7月3日", "03.07.2022"; null where day and month could be meant either way, or days are counted back from today.</summary>
    public static DateOnly? ReadShown(string? text) => text is { Length: < 100 } ? ReadNumeric(text) ?? ReadNamed(text) : null;

    private static DateOnly? ReadNamed(string text)
    {
        var words = text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);
        var month = words.Select(word => MonthOf.GetValueOrDefault(word.TrimEnd('.'))).Where(number => number > 0).ToList();
        var numbers = words.Select(word => NumberOf(word.TrimEnd('.'))).Where(number => number > 0).ToList();

        // Vietnamese counts its months: "4 thg 4, 2007".
        if (month is [] && Array.IndexOf(words, "thg") is > 0 && numbers is [var day, var counted, var when])
        {
            return Day(when, counted, day);
        }

        return (month, numbers) switch
        {
            ([var only], [var first, var second]) when second >= FirstYear => Day(second, only, first),
            _ => null,
        };
    }

    private static DateOnly? ReadNumeric(string text)
    {
        var parts = text.Split('.', '/', '-', '年', '月', '日').Select(part => NumberOf(part.Trim())).Where(number => number > 0).ToList();

        return parts switch
        {
            [>= FirstYear and var year, var month, var day] => Day(year, month, day),
            [var day, var month, >= FirstYear and var year] when text.Contains('.') || day > 12 => Day(year, month, day),
            _ => null,
        };
    }

    private static int NumberOf(string word) => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static DateOnly? Day(int year, int month, int day)
        => year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
