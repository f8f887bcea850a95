using System.Collections.Frozen;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Alternatives;

/// <summary>Which addresses can stand among alternatives: those of publishers that are known here, and of sources that would be offered from a page's own references.</summary>
public static class OfferedLinks
{
    // Of these, articles, searches and videos are offered that no table of publishers names.
    private static readonly string[] Further = ["www.youtube.com", "pubmed.ncbi.nlm.nih.gov", "www.ncbi.nlm.nih.gov", "europepmc.org", "www.msdmanuals.com", "ocw.mit.edu", "openstax.org"];

    private static readonly FrozenSet<string> Hosts = Publisher.All.Where(publisher => !publisher.Address.Contains("//{0}", StringComparison.Ordinal))
        .Select(publisher => new Uri(publisher.AddressOf("x")).Host).Concat(Further).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an address could be offered; false for what is no plain https address.</summary>
    public static bool CanHold(string url, SourceClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);

        return Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "https", IsDefaultPort: true, UserInfo: "" } && address.Host.Contains('.', StringComparison.Ordinal)
            && (Hosts.Contains(address.Host) || address.Host.EndsWith(".libretexts.org", StringComparison.OrdinalIgnoreCase) || IsStrong(classifier.Classify(new() { Kind = ReferenceKind.Web, Place = ReferencePlace.List, Addresses = [url] }).Type));
    }

    private static bool IsStrong(SourceType type) => type is SourceType.Guideline or SourceType.SystematicReview or SourceType.JournalArticle or SourceType.Government or SourceType.University or SourceType.Society or SourceType.Tertiary;
}
