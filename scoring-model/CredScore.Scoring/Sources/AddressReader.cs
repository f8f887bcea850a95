using CredScore.Scoring.Catalogues;

namespace CredScore.Scoring.Sources;

/// <summary>Follows an address through archives, proxies and resolvers to the source it stands for.</summary>
internal sealed class AddressReader(HostTable<PassThrough> passThroughs, HostCatalogue hosts, RefreshedLists refreshed)
{
    // An archived copy of an archived copy of a redirect is as far as honest citations go.
    private const int DeepestNesting = 4;

    /// <summary>Adds what the address tells to the clues.</summary>
    public void Read(ReadOnlySpan<char> text, ref SourceClues clues)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];
        scoped var next = text;

        for (var depth = 0; depth < DeepestNesting && WebAddress.TryParse(next, buffer, out var address); depth++)
        {
            var passThrough = FindPassThrough(address);
            var inner = Inner(address, passThrough);

            if (inner.IsEmpty)
            {
                ReadLast(address, passThrough, ref clues);
                return;
            }

            next = inner;
        }
    }

    // Where a host entry is the more specific one, the page is a source of its own: NCBI's Bookshelf beside PubMed.
    private PassThrough? FindPassThrough(WebAddress address)
        => passThroughs.Find(address, out var named) is { } passThrough && !hosts.NamesMore(address, named) ? passThrough : null;

    private static ReadOnlySpan<char> Inner(WebAddress address, PassThrough? passThrough) => passThrough?.Kind switch
    {
        PassThroughKind.Archive or PassThroughKind.Shortener => ArchiveAddress.Inner(address),
        PassThroughKind.Proxy => ArchiveAddress.Proxied(address) is { IsEmpty: false } proxied ? proxied : ArchiveAddress.Inner(address),
        null => ArchiveAddress.Proxied(address),
        _ => [],
    };

    private void ReadLast(WebAddress address, PassThrough? passThrough, ref SourceClues clues)
    {
        if (passThrough is null && !ResolverAddress.IsGoogleBooks(address))
        {
            ReadSource(address, ref clues);
            return;
        }

        clues.PassedBy ??= passThrough?.Host ?? "books.google.com";

        if (passThrough is not { Kind: not PassThroughKind.Resolver })
        {
            ResolverAddress.Read(address, ref clues);
        }
    }

    private void ReadSource(WebAddress address, ref SourceClues clues)
    {
        // https://onlinelibrary.wiley.com/doi/10.1002/ana.410130302/abstract
        clues.Doi ??= Doi.FromAddress(address.Rest);

        if (clues.Host is null)
        {
            clues.Host = address.Host.ToString();
            clues.Listed = hosts.Find(address);
            clues.Refreshed = clues.Listed is null ? refreshed.FindHost(address) : null;
            clues.Suffix = hosts.FindSuffix(address.Host) ?? refreshed.FindSuffix(address.Host);
        }
    }
}
