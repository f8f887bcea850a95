using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Reads the identifier that a resolver's or an index's address carries, and what kind of thing such a place holds.</summary>
internal static class ResolverAddress
{
    private static readonly Verdict GoogleBook = new(SourceType.Book, "a book shown by Google Books; the citation names no publisher we know", "passthrough");

    private static readonly (string Host, Verdict Verdict)[] Holdings =
    [
        ("adsabs.harvard.edu", new(SourceType.JournalArticle, "indexed in the Astrophysics Data System", "passthrough")),
        ("arxiv.org", new(SourceType.Preprint, "a preprint on arXiv", "passthrough", "arXiv")),
        ("jstor.org", new(SourceType.JournalArticle, "kept in JSTOR, an archive of scholarly journals", "passthrough")),
        ("linkinghub.elsevier.com", new(SourceType.JournalArticle, "resolved by Elsevier's link to its journals", "passthrough", "Elsevier")),
        ("muse.jhu.edu", new(SourceType.JournalArticle, "kept in Project MUSE, an archive of scholarly journals", "passthrough")),
        ("ncbi.nlm.nih.gov", new(SourceType.JournalArticle, "linked through PubMed", "passthrough")),
        ("openlibrary.org", new(SourceType.Book, "a book in Open Library; the citation names no publisher we know", "passthrough")),
        ("worldcat.org", new(SourceType.Book, "a book in WorldCat; the citation names no publisher we know", "passthrough")),
    ];

    /// <summary>Whether the address is of Google Books, which has one host for each country.</summary>
    public static bool IsGoogleBooks(WebAddress address)
        => address.Host.StartsWith("books.google.", StringComparison.Ordinal)
        || (address.Host.StartsWith("google.", StringComparison.Ordinal) && address.Rest.StartsWith("/books", StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds what the address tells to the clues.</summary>
    public static void Read(WebAddress address, ref SourceClues clues)
    {
        clues.Doi ??= Doi.FromAddress(address.Rest);
        clues.HasPmc |= HasPmc(address);
        clues.Pmid ??= PmidIn(address);
        clues.HasPmid |= clues.Pmid is not null || HasPmid(address);
        clues.Holding ??= FindHolding(address);
    }

    private static Verdict? FindHolding(WebAddress address)
    {
        if (IsGoogleBooks(address))
        {
            return GoogleBook;
        }

        foreach (var (host, verdict) in Holdings)
        {
            if (address.Host.EndsWith(host, StringComparison.Ordinal))
            {
                return verdict;
            }
        }

        return null;
    }

    // https://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/ · http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=1234567
    private static bool HasPmc(WebAddress address)
        => NumberAfter(address.Rest, "/PMC")
        || NumberAfter(address.Rest, "artid=")
        || NumberAfter(address.Rest, "/articles/")
        || address.Host.Contains("pubmedcentral", StringComparison.Ordinal);

    // https://pubmed.ncbi.nlm.nih.gov/1234567 · https://www.ncbi.nlm.nih.gov/pubmed/1234567 · …/entrez/query.fcgi?db=pubmed&list_uids=1234567
    private static bool HasPmid(WebAddress address)
        => NumberAfter(address.Rest, "/pubmed/")
        || NumberAfter(address.Rest, "uids=")
        || NumberAfter(address.Rest, "term=")
        || NumberAfter(address.Rest, "termToSearch=")
        || NumberAfter(address.Rest, "/MED/")
        || (address.Host.StartsWith("pubmed.", StringComparison.Ordinal) && NumberAfter(address.Rest, "/"));

    private static string? PmidIn(WebAddress address)
    {
        var rest = address.Rest;
        var at = rest.IndexOf("/pubmed/", StringComparison.OrdinalIgnoreCase) is var mark and >= 0 ? mark + "/pubmed/".Length
            : address.Host.StartsWith("pubmed.", StringComparison.Ordinal) ? 1 : -1;

        if (at < 0 || at >= rest.Length)
        {
            return null;
        }

        var digits = rest[at..];
        digits = digits[..(digits.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : digits.Length)];
        return digits.Length is >= 3 and <= 9 ? digits.ToString() : null;
    }

    private static bool NumberAfter(ReadOnlySpan<char> text, ReadOnlySpan<char> mark)
    {
        while (text.IndexOfAnyCase(mark) is var at and >= 0)
        {
            text = text[(at + mark.Length)..];

            if (!text.IsEmpty && char.IsAsciiDigit(text[0]))
            {
                return true;
            }
        }

        return false;
    }
}
