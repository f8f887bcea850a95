using System.Buffers;

namespace CredScore.Scoring.Documents;

/// <summary>Recognises the identifiers of a source in the links that citations give for them.</summary>
internal static class HtmlSourceLinks
{
    private const string BookSources = "Special:BookSources/";

    private static readonly string[] PmcPaths = ["nlm.nih.gov/pmc/articles/PMC", "pmc.ncbi.nlm.nih.gov/articles/PMC"];

    private static readonly string[] PmidPaths = ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=pubmed&list_uids="];

    private static readonly SearchValues<string> ArchiveHosts = SearchValues.Create(
    [
        "web.archive.org/", "archive.org/web/", "archive.today/", "archive.is/", "archive.ph/", "archive.fo/", "archive.li/", "archive.md/", "archive.vn/",
        "webcitation.org/", "perma.cc/", "webarchive.nationalarchives.gov.uk/", "wayback.archive-it.org/", "webarchive.loc.gov/", "ghostarchive.org/",
        "megalodon.jp/", "liveweb.archive.org/", "freezepage.com/",
    ], StringComparison.OrdinalIgnoreCase);

    private const int LongestArchiveHost = 40;

    private static readonly SearchValues<string> LibraryOfMedicine = SearchValues.Create(["nlm.nih.gov"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The articles that citations link in front of an identifier; pages since 2020 mark them in their names.</summary>
    public static bool IsIdentifierLabel(string address)
        => address.EndsWith("_(identifier)", StringComparison.Ordinal)
            || LastSegment(address) is "Digital_object_identifier" or "PubMed_Identifier" or "PubMed" or "PubMed_Central" or "JSTOR" or "OCLC" or "Bibcode" or "ArXiv"
                or "International_Standard_Serial_Number" or "Handle_System" or "Semantic_Scholar" or "Library_of_Congress_Control_Number" or "CiteSeer" or "CiteSeerX"
                or "Mathematical_Reviews" or "Zentralblatt_MATH" or "Social_Science_Research_Network";

    public static bool IsArchive(string address)
    {
        var rest = WithoutScheme(address);
        rest = rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? rest[4..] : rest;
        return rest[..Math.Min(rest.Length, LongestArchiveHost)].IndexOfAny(ArchiveHosts) == 0;
    }

    /// <summary>The DOI that a resolver's address holds: <c>//dx.doi.org/10.1136%2Fbmj.38</c>.</summary>
    public static string? Doi(string address)
    {
        var rest = WithoutScheme(address);
        var isResolver = rest.StartsWith("doi.org/10.", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("dx.doi.org/10.", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.doi.org/10.", StringComparison.OrdinalIgnoreCase);
        return isResolver ? Identifiers.FindDoi(rest[(rest.IndexOf('/') + 1)..]) : null;
    }

    public static string? Pmid(string address) => DigitsAfter(address, PmidPaths);

    public static string? Pmc(string address) => DigitsAfter(address, PmcPaths);

    /// <summary>The ISBN that a link to the wiki's book sources holds.</summary>
    public static string? Isbn(string address)
    {
        var start = address.AsSpan().IndexOfAnyCase(BookSources);
        return start < 0 ? null : Identifiers.ReadIsbn(address.AsSpan(start + BookSources.Length));
    }

    private static string? DigitsAfter(string address, string[] prefixes)
    {
        // Most links lead elsewhere.
        if (!address.AsSpan().ContainsAny(LibraryOfMedicine))
        {
            return null;
        }

        foreach (var prefix in prefixes)
        {
            var start = address.AsSpan().IndexOfAnyCase(prefix);
            var digits = start < 0 ? [] : address.AsSpan(start + prefix.Length);
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            digits = end < 0 ? digits : digits[..end];

            if (digits.Length is > 0 and <= 10)
            {
                return digits.ToString();
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> WithoutScheme(string address)
    {
        var start = address.IndexOf("//", StringComparison.Ordinal);
        return start is >= 0 and <= 6 ? address.AsSpan(start + 2) : address;
    }

    private static ReadOnlySpan<char> LastSegment(string address) => address.AsSpan(address.LastIndexOf('/') + 1);
}
