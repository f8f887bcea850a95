using System.Security.Cryptography;
using System.Text;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Catalogues;

/// <summary>
/// The refreshed lists that stand beside the embedded catalogues. What our own catalogues say of an outlet comes first; retractions alone are looked up here first. Lists of
/// one family (Wikipedia's editors; registers of academic domains; registers of journals) have one vote together: the first that knows the entry.
/// </summary>
public sealed class RefreshedLists
{
    private readonly RefreshedList? _retractions;
    private readonly HostLists _hosts;
    private readonly JournalLists _journals;

    private RefreshedLists(IReadOnlyList<RefreshedList> lists)
    {
        All = lists;
        Version = lists.Count == 0 ? "" : Digest(lists);
        _retractions = Find(ListNames.Retractions);
        _hosts = new(this);
        _journals = new(this);
    }

    /// <summary>No list was refreshed: the embedded catalogues work alone.</summary>
    public static RefreshedLists None { get; } = new([]);

    /// <summary>Every list, in order of name.</summary>
    public IReadOnlyList<RefreshedList> All { get; }

    /// <summary>The first twelve hexadecimal digits of SHA-256 over names, dates and digests; empty without lists.</summary>
    public string Version { get; }

    /// <summary>Puts lists together; of two with one name the last counts.</summary>
    public static RefreshedLists Of(IEnumerable<RefreshedList> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var byName = new SortedDictionary<string, RefreshedList>(StringComparer.Ordinal);

        foreach (var list in lists)
        {
            byName[list.Name] = list;
        }

        return byName.Count == 0 ? None : new([.. byName.Values]);
    }

    /// <summary>A list by name; null when it was never refreshed.</summary>
    public RefreshedList? Find(string name) => All.FirstOrDefault(list => list.Name == name);

    /// <summary>What the register of retractions says of a publication; by DOI, else by PMID.</summary>
    internal Retraction? FindRetraction(string? doi, string? pmid)
    {
        if (_retractions is null)
        {
            return null;
        }

        var value = (doi is null ? null : _retractions.Entries.Find(doi)) ?? (pmid is null ? null : _retractions.Entries.Find(string.Concat(ListKeys.Pmid, pmid)));
        return value?.Split(ListKeys.Separator) is [var kind, var notice, var date, ..] ? Retraction.Of(notice, kind is "concern", date, _retractions.Label) : null;
    }

    /// <summary>What the lists of hosts say of an address that our own catalogue does not name.</summary>
    internal Verdict? FindHost(WebAddress address) => _hosts.Find(address);

    /// <summary>What the public suffix tells that our own classes do not.</summary>
    internal Verdict? FindSuffix(ReadOnlySpan<char> host) => _hosts.FindSuffix(host);

    /// <summary>What the registers of journals say of a title that our own catalogue does not have.</summary>
    internal Verdict? FindJournal(ReadOnlySpan<char> title) => _journals.Find(title);

    /// <summary>The same by the ISSN in a DOI.</summary>
    internal Verdict? FindIssn(ReadOnlySpan<char> issn) => _journals.FindIssn(issn);

    private static string Digest(IEnumerable<RefreshedList> lists)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var list in lists)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{list.Label}\n{list.Digest}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
