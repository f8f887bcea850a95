using System.Buffers;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Finds and normalises DOIs in parameters, addresses and text.</summary>
internal static class Doi
{
    private static readonly SearchValues<char> PrefixCharacters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"<>|{}?#&\u00A0");

    // What publishers' sites put behind the DOI in a page's path.
    private static readonly string[] PageSuffixes =
        ["/full.pdf", "/abstract", "/epdf", "/pdf", "/full", "/summary", "/meta", "/html", "/issuetoc", "/references", ".pdf", ".full", ".abstract", "/"];

    /// <summary>A DOI in lower case without resolver, prefix and trailing punctuation; null when there is none in the text.</summary>
    public static string? Normalise(string? text)
    {
        if (text is null || !TryFind(text, out var doi))
        {
            return null;
        }

        return doi.Length == text.Length && !doi.ContainsAnyInRange('A', 'Z') ? text : ToLower(doi);
    }

    /// <summary>The DOI in the path or query of an address; null when there is none.</summary>
    public static string? FromAddress(ReadOnlySpan<char> rest)
    {
        if (!rest.Contains("10.", StringComparison.Ordinal))
        {
            return null;
        }

        if (rest.ContainsAnyCase("%2f"))
        {
            rest = Uri.UnescapeDataString(rest);
        }

        if (!TryFind(rest, out var doi))
        {
            return null;
        }

        foreach (var suffix in PageSuffixes)
        {
            if (doi.Length > suffix.Length + 8 && doi.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            {
                doi = doi[..^suffix.Length];
            }
        }

        return ToLower(doi);
    }

    /// <summary>The first DOI in a text.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out ReadOnlySpan<char> doi)
    {
        var start = 0;

        while (text[start..].IndexOf("10.", StringComparison.Ordinal) is var found and >= 0)
        {
            start += found;

            if ((start == 0 || !(char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '.')) && LengthAt(text[start..]) is var length and > 0)
            {
                doi = text.Slice(start, length);
                return true;
            }

            start += 3;
        }

        doi = [];
        return false;
    }

    /// <summary>The registrant's prefix: <c>10.1136</c>.</summary>
    public static ReadOnlySpan<char> Prefix(ReadOnlySpan<char> doi) => doi.IndexOf('/') is var slash and > 0 ? doi[..slash] : doi;

    /// <summary>The number of a Cochrane review, such as <c>cd000146</c>; empty for everything else.</summary>
    public static ReadOnlySpan<char> CochraneReview(ReadOnlySpan<char> doi)
    {
        const string Stem = "10.1002/14651858.";
        return doi.Length >= Stem.Length + 8 && doi.StartsWith(Stem, StringComparison.OrdinalIgnoreCase) ? doi.Slice(Stem.Length, 8) : [];
    }

    /// <summary>The ISSN that publishers put into a DOI (<c>10.1016/s0140-6736(05)…</c>), as <c>0140-6736</c>; empty when there is none.</summary>
    public static ReadOnlySpan<char> Issn(ReadOnlySpan<char> doi)
    {
        var suffix = doi[Math.Min(doi.Length, Prefix(doi).Length + 1)..];
        suffix = suffix.StartsWith("s", StringComparison.OrdinalIgnoreCase) ? suffix[1..] : suffix;

        return suffix.Length >= 9 && suffix[4] is '-'
            && suffix[..4].IndexOfAnyExceptInRange('0', '9') < 0
            && suffix[5..8].IndexOfAnyExceptInRange('0', '9') < 0
            && (char.IsAsciiDigit(suffix[8]) || suffix[8] is 'x' or 'X')
                ? suffix[..9]
                : [];
    }

    /// <summary>Whether the DOI is of a book or a chapter: publishers build those from the ISBN.</summary>
    public static bool IsOfBook(ReadOnlySpan<char> doi)
    {
        var suffix = doi[Math.Min(doi.Length, Prefix(doi).Length + 1)..];

        return suffix.StartsWith("978", StringComparison.Ordinal)
            || suffix.StartsWith("b978", StringComparison.Ordinal)
            || suffix.StartsWith("acprof:", StringComparison.Ordinal)
            || suffix.StartsWith("oso/", StringComparison.Ordinal)
            || suffix.StartsWith("cbo978", StringComparison.Ordinal);
    }

    /// <summary>Whether the DOI is of bioRxiv or medRxiv, which share Cold Spring Harbor's prefix with its journals: a number stands where those have their name.</summary>
    public static bool IsOfPreprint(ReadOnlySpan<char> doi)
        => doi.StartsWith("10.1101/", StringComparison.Ordinal) && doi.Length > 8 && char.IsAsciiDigit(doi[8]);

    private static int LengthAt(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');

        if (slash is < 7 or > 16 || text[3..slash].IndexOfAnyExcept(PrefixCharacters) >= 0)
        {
            return 0;
        }

        var end = text[slash..].IndexOfAny(Ends);
        var doi = (end < 0 ? text : text[..(slash + end)]).TrimEnd(".,;:'’”*");

        while (doi.Length > slash && doi[^1] is ')' or ']' && doi.Count(doi[^1]) > doi.Count(doi[^1] is ')' ? '(' : '['))
        {
            doi = doi[..^1].TrimEnd(".,;:'’”");
        }

        return doi.Length > slash + 1 ? doi.Length : 0;
    }

    private static string ToLower(ReadOnlySpan<char> doi)
        => string.Create(doi.Length, doi, static (lower, written) => written.ToLowerInvariant(lower));
}
