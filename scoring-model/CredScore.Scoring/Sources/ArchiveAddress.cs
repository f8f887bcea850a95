using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Finds the original address inside that of an archive, a proxy or a redirect.</summary>
internal static class ArchiveAddress
{
    /// <summary>The address inside; empty when the archive's address does not show it (archive.today's short links).</summary>
    public static ReadOnlySpan<char> Inner(WebAddress address)
    {
        var rest = address.Rest;

        // https://web.archive.org/web/20071011191230/http://example.org/page · https://www.webcitation.org/query?url=http://example.org&date=2008
        if (SchemeAt(rest) is var scheme and >= 0)
        {
            return Decoded(rest[scheme..]);
        }

        if (FromCache(rest) is { IsEmpty: false } cached)
        {
            return cached;
        }

        // https://www.google.com/url?q=example.org/page · http://ezproxy.example.edu/login?url=example.org
        foreach (var name in (ReadOnlySpan<string>)["url", "q", "u"])
        {
            if (address.Query(name) is { IsEmpty: false } value && value.Contains('.'))
            {
                return Decoded(value);
            }
        }

        return AfterStamp(rest);
    }

    /// <summary>The host that a library's proxy stands in front of, as <c>www.nejm.org</c>; empty when the host is no proxy.</summary>
    public static ReadOnlySpan<char> Proxied(WebAddress address)
    {
        var proxy = address.Host.IndexOf("proxy", StringComparison.Ordinal) is >= 0 and var named
            ? named
            : address.Host.IndexOf("idm.oclc.org", StringComparison.Ordinal);

        if (proxy < 0)
        {
            return [];
        }

        var before = address.Host[..proxy];
        var inner = before.LastIndexOf('.') is var dot and > 0 ? before[..dot] : [];

        if (inner.IsEmpty)
        {
            return Inner(address);
        }

        // https://www-nejm-org.ezproxy.example.edu/doi · https://www.nejm.org.ezproxy.example.edu/doi
        var host = inner.Contains('.') ? inner.ToString() : inner.ToString().Replace("--", "\n", StringComparison.Ordinal).Replace('-', '.').Replace('\n', '-');
        return string.Concat(host, address.Rest);
    }

    private static int SchemeAt(ReadOnlySpan<char> rest)
    {
        var start = 0;

        while (rest[start..].IndexOfAnyCase("http") is var found and >= 0)
        {
            start += found;
            var after = rest[(start + 4)..];
            after = after.StartsWith("s", StringComparison.OrdinalIgnoreCase) ? after[1..] : after;

            if (after.StartsWith(":/", StringComparison.Ordinal) || after.StartsWith("%3a", StringComparison.OrdinalIgnoreCase))
            {
                return start;
            }

            start += 4;
        }

        return -1;
    }

    // http://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:example.org/page
    private static ReadOnlySpan<char> FromCache(ReadOnlySpan<char> rest)
    {
        var cache = rest.IndexOfAnyCase("cache:");

        if (cache < 0)
        {
            return [];
        }

        var inner = rest[(cache + 6)..];
        return inner.IndexOf(':') is > 0 and < 16 and var colon ? inner[(colon + 1)..] : inner;
    }

    // http://web.archive.org/web/20071011191230id_/example.org/page
    private static ReadOnlySpan<char> AfterStamp(ReadOnlySpan<char> rest)
    {
        while (rest.IndexOf('/') is var slash and >= 0)
        {
            rest = rest[(slash + 1)..];
            var end = rest.IndexOf('/');
            var segment = end < 0 ? rest : rest[..end];

            if (segment.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            {
                return rest;
            }

            if (segment.Length >= 4 && (char.IsAsciiDigit(segment[0]) || segment[0] is '*'))
            {
                return end < 0 ? [] : rest[(end + 1)..];
            }
        }

        return [];
    }

    private static ReadOnlySpan<char> Decoded(ReadOnlySpan<char> address)
        => address[..Math.Min(address.Length, 9)].Contains('%') ? Uri.UnescapeDataString(address) : address;
}
