namespace CredScore.Scoring.Sources;

/// <summary>Verdicts by host, with path rules before their host, and by suffix class (<c>gov</c>, <c>ac.uk</c>, <c>edu.*</c>).</summary>
internal sealed class HostCatalogue
{
    private static readonly Verdict PersonalPage = new(SourceType.SelfPublished, "a personal page under /~ of a university's site", "suffixes");

    private readonly HostTable<Verdict> _hosts;
    private readonly Dictionary<string, Verdict>.AlternateLookup<ReadOnlySpan<char>> _suffix;

    /// <summary>Makes the catalogue from keys such as <c>who.int</c> or <c>bbc.co.uk/news</c> and suffixes such as <c>gov</c> or <c>ac.*</c>.</summary>
    public HostCatalogue(IEnumerable<(string Host, Verdict Verdict)> hosts, IEnumerable<(string Suffix, Verdict Verdict)> suffixes)
    {
        _hosts = new(hosts);
        _suffix = suffixes.ToDictionary(row => row.Suffix, row => row.Verdict, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The verdict of the most specific entry; null when the host is not listed.</summary>
    public Verdict? Find(WebAddress address)
    {
        var verdict = _hosts.Find(address);
        return verdict is null or { Type: SourceType.University } && IsPersonal(address) ? PersonalPage : verdict;
    }

    /// <summary>Whether an entry names more of the address than another table's entry does.</summary>
    public bool NamesMore(WebAddress address, int named) => _hosts.Find(address, out var ours) is not null && ours > named;

    /// <summary>The verdict of the host's suffix; null when the suffix says nothing about who runs the site.</summary>
    public Verdict? FindSuffix(ReadOnlySpan<char> host)
    {
        // The whole host first: parliament.uk is a suffix and a site of its own.
        while (!host.IsEmpty)
        {
            if (_suffix.TryGetValue(host, out var verdict) || (IsSecondLevel(host) && TryFindSecondLevel(host, out verdict)))
            {
                return verdict;
            }

            host = host[(host.IndexOf('.') is var dot and >= 0 ? dot + 1 : host.Length)..];
        }

        return null;
    }

    private bool IsPersonal(WebAddress address)
        => address.Rest.StartsWith("/~", StringComparison.Ordinal) && FindSuffix(address.Host) is { Type: SourceType.University };

    private static bool IsSecondLevel(ReadOnlySpan<char> host) => host.Length is > 3 and < 12 && host.IndexOf('.') == host.Length - 3;

    private bool TryFindSecondLevel(ReadOnlySpan<char> host, out Verdict? verdict)
    {
        Span<char> pattern = stackalloc char[host.Length - 1];
        host[..^2].CopyTo(pattern);
        pattern[^1] = '*';
        return _suffix.TryGetValue(pattern, out verdict);
    }
}
