using System.Buffers;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Documents;

/// <summary>Finds addresses in a line of a description and unwraps YouTube's redirects.</summary>
internal static class DescriptionAddress
{
    private const int LongestAddress = 2048;
    private const int ShortestAddress = 8;
    private const int MostInLine = 40;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\u00A0\u3000\"<>|“”«»");
    private static readonly SearchValues<char> Openers = SearchValues.Create("([{'‘*_:►▶→➤•-–—");

    /// <summary>Adds where the addresses of a line stand, in order.</summary>
    public static void Find(ReadOnlySpan<char> line, HostCatalogue hosts, HostTable<DescriptionHost> others, List<Range> found)
    {
        var start = 0;

        while (start < line.Length && found.Count < MostInLine)
        {
            var end = line[start..].IndexOfAny(Ends) is var at and >= 0 ? start + at : line.Length;
            var offset = BeginningOf(line[start..end], hosts, others);

            if (offset >= 0)
            {
                var address = Trimmed(line[(start + offset)..Math.Min(end, start + offset + LongestAddress)]);

                if (address.Length >= ShortestAddress)
                {
                    found.Add((start + offset)..(start + offset + address.Length));
                }
            }

            start = end + 1;
        }
    }

    /// <summary>Where a YouTube redirect leads; the address itself when it is none.</summary>
    public static string Unwrap(string address)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];

        // https://www.youtube.com/redirect?event=video_description&redir_token=…&q=https%3A%2F%2Fexample.org%2F
        if (WebAddress.TryParse(address, buffer, out var parsed) && parsed.Host is "youtube.com" && parsed.Rest.StartsWith("/redirect", StringComparison.OrdinalIgnoreCase)
            && parsed.Query("q") is { IsEmpty: false } target)
        {
            return Uri.UnescapeDataString(target);
        }

        return address;
    }

    /// <summary>The address as it is compared: host and path without what tracks and without a closing slash, in lower case.</summary>
    public static string KeyOf(string address)
    {
        Span<char> buffer = stackalloc char[WebAddress.LongestHost];

        if (!WebAddress.TryParse(address, buffer, out var parsed))
        {
            return address;
        }

        var rest = parsed.Rest;
        rest = rest[..(rest.IndexOf('#') is var hash and >= 0 ? hash : rest.Length)];
        var tracking = rest.IndexOfAnyCase("utm_") is var utm and > 0 ? utm - 1 : rest.Length;
        return string.Concat(parsed.Host, rest[..tracking].TrimEnd('/')).ToLowerInvariant();
    }

    private static int BeginningOf(ReadOnlySpan<char> token, HostCatalogue hosts, HostTable<DescriptionHost> others)
    {
        foreach (var mark in (ReadOnlySpan<string>)["https://", "http://", "www."])
        {
            if (token.IndexOfAnyCase(mark) is var at and >= 0)
            {
                return at;
            }
        }

        var start = token.IndexOfAnyExcept(Openers);
        return start >= 0 && IsBareAddress(token[start..], hosts, others) ? start : -1;
    }

    // "amzn.to/2abc" and "doi.org/10.1000/1" go without their scheme; "and/or" and "24.12/2020" are no addresses.
    private static bool IsBareAddress(ReadOnlySpan<char> token, HostCatalogue hosts, HostTable<DescriptionHost> others)
    {
        var slash = token.IndexOf('/');

        if (slash is < 4 or > 60 || slash + 1 >= token.Length || !char.IsLetter(token[0]) || token[..slash].IndexOf('.') <= 0 || token[..slash].Contains('@'))
        {
            return false;
        }

        Span<char> buffer = stackalloc char[WebAddress.LongestHost];

        return WebAddress.TryParse(token, buffer, out var address)
            && (address.Host is "doi.org" or "dx.doi.org" || address.Host.EndsWith("ncbi.nlm.nih.gov", StringComparison.Ordinal) || others.Find(address) is not null || hosts.Find(address) is not null);
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> address)
    {
        // The page's own shortening: "https://example.org/col..."
        if (address.EndsWith("...", StringComparison.Ordinal) || address.EndsWith("…", StringComparison.Ordinal))
        {
            return address;
        }

        while (!address.IsEmpty)
        {
            var last = address[^1];
            var closes = last is ')' or ']' or '}';

            if (closes ? address.Contains(last is ')' ? '(' : last is ']' ? '[' : '{') : last is not ('.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '*' or '_'))
            {
                break;
            }

            address = address[..^1];
        }

        return address;
    }
}
