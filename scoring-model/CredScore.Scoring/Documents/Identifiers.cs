using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>Finds and normalises the identifiers of publications.</summary>
internal static class Identifiers
{
    // With the directory code before it and the slash behind it, which may be written as %2F.
    private const int LongestRegistrant = 17;
    private const int LongestDoi = 200;

    private static readonly SearchValues<char> RegistrantCharacters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> DoiEnd = SearchValues.Create(" \n\t|<>\"]}?#");

    // 10.1002/(SICI)1097-0258(19991130)18:22<3089::AID-SIM…: the serial item identifiers of the 1990s hold angle brackets.
    private static readonly SearchValues<char> SerialItemEnd = SearchValues.Create(" \n\t|\"]}?#");

    /// <summary>A DOI in lower case without resolver, prefix and trailing punctuation; null when the text holds none.</summary>
    // https://www.doi.org/the-identifier/resources/handbook: directory code 10, registrant, slash, suffix.
    public static string? FindDoi(ReadOnlySpan<char> text)
    {
        var start = 0;

        while (text[start..].IndexOf("10.", StringComparison.Ordinal) is var found and >= 0)
        {
            start += found;

            if ((start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1])) && ReadDoi(text[start..]) is { } doi)
            {
                return doi;
            }

            start += 3;
        }

        return null;
    }

    /// <summary>The digits of a PubMed number; null when the text is none.</summary>
    public static string? ReadDigits(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyInRange('0', '9');

        if (start < 0)
        {
            return null;
        }

        var length = text[start..].IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? text[start..] : text.Slice(start, length);
        return digits.Length is >= 1 and <= 9 ? digits.ToString() : null;
    }

    /// <summary>The digits after a label such as PMID, when only punctuation stands between; null otherwise.</summary>
    public static string? FindLabelled(ReadOnlySpan<char> text, string label)
    {
        var at = text.IndexOf(label, StringComparison.Ordinal);

        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + label.Length)..].TrimStart(" :.\u00A0=|");
        return rest.Length > 0 && char.IsAsciiDigit(rest[0]) ? ReadDigits(rest) : null;
    }

    /// <summary>An ISBN of 10 or 13 characters with a valid check digit, without hyphens; null when the text starts with none.</summary>
    public static string? ReadIsbn(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[13];
        var count = 0;

        foreach (var c in text)
        {
            if (count < 13 && (char.IsAsciiDigit(c) || (c is 'x' or 'X' && count == 9)))
            {
                digits[count++] = char.ToUpperInvariant(c);
            }
            else if (c is not ('-' or ' ' or '–' or '\u00A0' or ':') || (c == ' ' && count is 10 or 13))
            {
                if (count is 10 or 13 || (count > 0 && !char.IsWhiteSpace(c)))
                {
                    break;
                }
            }
        }

        return count switch
        {
            13 when IsIsbn13(digits) => digits.ToString(),
            >= 10 when IsIsbn10(digits[..10]) => digits[..10].ToString(),
            _ => null,
        };
    }

    /// <summary>The ISBN after the letters ISBN in running text; null when there is none.</summary>
    public static string? FindIsbn(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyCase("ISBN");

        if (at < 0)
        {
            return null;
        }

        var rest = text[(at + 4)..];
        rest = rest.StartsWith("-13", StringComparison.Ordinal) || rest.StartsWith("-10", StringComparison.Ordinal) ? rest[3..] : rest;
        return ReadIsbn(rest.TrimStart(" :.\u00A0=|"));
    }

    private static string? ReadDoi(ReadOnlySpan<char> text)
    {
        var start = text[..Math.Min(text.Length, LongestRegistrant)];
        var slash = start.IndexOf('/');
        var encoded = start.IndexOfAnyCase("%2f");

        if (slash < 0 || (encoded >= 0 && encoded < slash))
        {
            slash = encoded;
        }

        if (slash is < 7 or > 14 || text[3..slash].ContainsAnyExcept(RegistrantCharacters))
        {
            return null;
        }

        text = text[..Math.Min(text.Length, LongestDoi + 1)];
        var end = text.IndexOfAny(text[slash..].TrimStart("/%2fF").StartsWith("(SICI)", StringComparison.OrdinalIgnoreCase) ? SerialItemEnd : DoiEnd);
        var doi = end < 0 ? text : text[..end];

        if (doi.Length <= slash + 1 || doi.Length > LongestDoi)
        {
            return null;
        }

        var written = doi.Contains('%') ? Uri.UnescapeDataString(doi.ToString()) : doi.ToString();
        return TrimEnd(written.ToLowerInvariant());
    }

    private static string TrimEnd(string doi)
    {
        var trimmed = doi.TrimEnd('.', ',', ';', '\'', '"', ':');
        // A bracket that closes what stands around the DOI is not part of it; balanced ones are: 10.1016/s0140-6736(97)11096-0.
        return trimmed.EndsWith(')') && trimmed.AsSpan().Count('(') < trimmed.AsSpan().Count(')') ? TrimEnd(trimmed[..^1]) : trimmed;
    }

    private static bool IsIsbn10(ReadOnlySpan<char> digits)
    {
        var sum = 0;

        for (var i = 0; i < 10; i++)
        {
            if (digits[i] == 'X' && i < 9)
            {
                return false;
            }

            sum += (10 - i) * (digits[i] == 'X' ? 10 : digits[i] - '0');
        }

        return sum % 11 == 0;
    }

    private static bool IsIsbn13(ReadOnlySpan<char> digits)
    {
        var sum = 0;

        for (var i = 0; i < 13; i++)
        {
            if (digits[i] == 'X')
            {
                return false;
            }

            sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
        }

        return sum % 10 == 0;
    }
}
