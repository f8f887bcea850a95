using CredScore.Scoring.Catalogues;

namespace CredScore.Catalogues.Reading;

/// <summary>The journals of DOAJ, by title and by both ISSNs. See https://doaj.org/docs/public-data-dump/.</summary>
internal static class DoajReader
{
    public static void Read(Stream stream, ListRows rows)
    {
        foreach (var row in CsvTable.Read(stream, "Journal title", "Journal ISSN (print version)", "Journal EISSN (online version)"))
        {
            Issn.AddJournal(rows, row[0], [row[0]], [row[1], row[2]]);
        }
    }
}

/// <summary>Numbers of journals.</summary>
internal static class Issn
{
    /// <summary>Adds a journal under its names and its numbers; a number with a wrong check digit is left out.</summary>
    public static void AddJournal(ListRows rows, string title, IReadOnlyList<string> names, IReadOnlyList<string> numbers)
    {
        var valid = numbers.Select(number => number.Trim().ToUpperInvariant()).Where(IsValid).ToList();
        var keys = names.Select(ListKeys.OfName).Where(name => name.Length > 0).ToList();

        if (keys.Count == 0 && valid.Count == 0)
        {
            rows.CountUnread();
            return;
        }

        foreach (var key in keys.Concat(valid.Select(number => ListKeys.Issn + number)))
        {
            rows.Add(key, title);
        }
    }

    /// <summary>https://www.issn.org/understanding-the-issn/assignment-rules/issn-manual/: weights 8 to 2, modulo 11.</summary>
    internal static bool IsValid(string number)
    {
        if (number.Length != 9 || number[4] != '-')
        {
            return false;
        }

        var digits = string.Concat(number.AsSpan(0, 4), number.AsSpan(5));

        if (!digits.AsSpan(0, 7).ContainsAnyExceptInRange('0', '9') && (char.IsAsciiDigit(digits[7]) || digits[7] is 'X'))
        {
            var sum = 0;

            for (var i = 0; i < 7; i++)
            {
                sum += (digits[i] - '0') * (8 - i);
            }

            return (11 - (sum % 11)) % 11 == (digits[7] is 'X' ? 10 : digits[7] - '0');
        }

        return false;
    }
}
