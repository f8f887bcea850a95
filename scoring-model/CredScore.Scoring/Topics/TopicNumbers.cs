using System.Buffers;
using System.Collections.Frozen;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Topics;

/// <summary>The numbers of an article's subject in registers, in the form that the registers' own addresses have.</summary>
internal static class TopicNumbers
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> DigitsAndDots = SearchValues.Create("0123456789.");
    private static readonly FrozenDictionary<string, string> None = FrozenDictionary<string, string>.Empty;

    /// <summary>The first number of each register that has the register's form; other values are left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<PageIdentifier> identifiers)
    {
        Dictionary<string, string>? numbers = null;

        foreach (var (scheme, value) in identifiers)
        {
            if (Read(scheme, value.AsSpan().Trim()) is { } number)
            {
                (numbers ??= new(StringComparer.Ordinal)).TryAdd(scheme, number);
            }
        }

        return numbers is null ? None : numbers;
    }

    private static string? Read(string scheme, ReadOnlySpan<char> value) => scheme switch
    {
        "mesh" => Start(value, ['D'], 6, 9),
        "medlineplus" => Start(value, [], 6, 6) ?? Start(value, ['a'], 6, 6),
        "omim" => Start(value, [], 6, 6),
        "snomed" => Start(value, [], 6, 18),
        "orphanet" => Start(value, [], 1, 6),
        "genereviews" => Start(value, ['N', 'B', 'K'], 1, 7),
        "drugbank" => Start(value, ['D', 'B'], 5, 5) ?? (Start(value, [], 5, 5) is { } digits ? $"DB{digits}" : null),
        "pubchem" => Start(value, [], 1, 9),
        "cas" => IsChemical(value) ? value.ToString() : null,
        "ec" => IsEnzyme(value) ? value.ToString() : null,
        "emedicine" => value.StartsWith("article/", StringComparison.Ordinal) ? Start(value["article/".Length..], [], 4, 8) : null,
        "icd10" => value.Length is >= 3 and <= 7 && char.IsAsciiLetterUpper(value[0]) && char.IsAsciiDigit(value[1]) && char.IsAsciiDigit(value[2]) ? value.TrimEnd('.').ToString() : null,
        _ => null,
    };

    /// <summary>The letters and so many digits that a value begins with, when no further digit follows.</summary>
    private static string? Start(ReadOnlySpan<char> value, ReadOnlySpan<char> letters, int least, int most)
    {
        if (!value.StartsWith(letters, StringComparison.Ordinal))
        {
            return null;
        }

        var length = value[letters.Length..].IndexOfAnyExcept(Digits) is var end and >= 0 ? end : value.Length - letters.Length;
        return length >= least && length <= most ? value[..(letters.Length + length)].ToString() : null;
    }

    // Two to seven digits, two digits, and one that checks them: https://www.cas.org/support/documentation/chemical-substances/checkdig.
    private static bool IsChemical(ReadOnlySpan<char> value)
    {
        if (value.Length is < 7 or > 12 || value[^2] != '-' || value[^5] != '-')
        {
            return false;
        }

        var sum = 0;
        var place = 0;

        for (var i = value.Length - 3; i >= 0; i--)
        {
            if (i == value.Length - 5)
            {
                continue;
            }

            if (!char.IsAsciiDigit(value[i]))
            {
                return false;
            }

            sum += ++place * (value[i] - '0');
        }

        return value[^1] - '0' == sum % 10;
    }

    // Four numbers with dots between them.
    private static bool IsEnzyme(ReadOnlySpan<char> value)
        => value.Length <= 16 && value.Count('.') == 3 && !value.ContainsAnyExcept(DigitsAndDots) && value[0] != '.' && value[^1] != '.' && !value.Contains("..", StringComparison.Ordinal);
}
