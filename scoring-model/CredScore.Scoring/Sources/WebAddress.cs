namespace CredScore.Scoring.Sources;

/// <summary>Host and path of a web address as somebody wrote it; a view of the text, without copies but for the host.</summary>
internal readonly ref struct WebAddress
{
    // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4
    public const int LongestHost = 253;

    private WebAddress(ReadOnlySpan<char> host, ReadOnlySpan<char> rest)
    {
        Host = host;
        Rest = rest;
    }

    /// <summary>Host in lower case, without credentials, port and a leading <c>www.</c> or <c>m.</c></summary>
    public ReadOnlySpan<char> Host { get; }

    /// <summary>Path, query and fragment.</summary>
    public ReadOnlySpan<char> Rest { get; }

    /// <summary>Reads an address with or without its scheme; false when there is no host in it.</summary>
    /// <param name="text">The address as written.</param>
    /// <param name="buffer">Room for <see cref="LongestHost"/> characters, which the answer looks at.</param>
    /// <param name="address">The answer.</param>
    public static bool TryParse(ReadOnlySpan<char> text, Span<char> buffer, out WebAddress address)
    {
        address = default;
        text = WithoutScheme(text.Trim());
        var end = text.IndexOfAny("/?#\\");
        var authority = end < 0 ? text : text[..end];

        if (authority.IsEmpty || authority.Length > 2 * LongestHost)
        {
            return false;
        }

        if (authority.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        authority = authority[(authority.LastIndexOf('@') + 1)..];
        var port = authority.IndexOf(':');
        var host = WithoutPrefix((port < 0 ? authority : authority[..port]).TrimEnd('.'));

        if (!IsHost(host))
        {
            return false;
        }

        address = new(buffer[..host.ToLowerInvariant(buffer)], end < 0 ? [] : text[end..]);
        return true;
    }

    /// <summary>The value of a parameter in the query, up to the next one; empty when there is none.</summary>
    public ReadOnlySpan<char> Query(ReadOnlySpan<char> name)
    {
        var rest = Rest;

        while (rest.IndexOfAny("?&") is var mark and >= 0)
        {
            rest = rest[(mark + 1)..];

            if (rest.Length > name.Length && rest[name.Length] is '=' && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var value = rest[(name.Length + 1)..];
                return value.IndexOf('&') is var end and >= 0 ? value[..end] : value;
            }
        }

        return [];
    }

    private static ReadOnlySpan<char> WithoutScheme(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var isScheme = colon is > 0 and < 12 && colon + 1 < text.Length && text[colon + 1] is '/' && text[..colon].IndexOfAny("./@") < 0;
        return (isScheme ? text[(colon + 1)..] : text).TrimStart('/');
    }

    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> host)
    {
        var dot = host.IndexOf('.');

        // "www2", "www-06" and the like are the same site; "m.de" is a site of its own.
        if (dot > 0 && host[(dot + 1)..].Contains('.') && (host[..dot] is "m" or "M" or "mobile" or "amp" || IsWww(host[..dot])))
        {
            return host[(dot + 1)..];
        }

        return host;
    }

    private static bool IsWww(ReadOnlySpan<char> label)
        => label.StartsWith("www", StringComparison.OrdinalIgnoreCase) && label[3..].TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsHost(ReadOnlySpan<char> host)
    {
        if (host.Length is < 4 or > LongestHost || !host.Contains('.') || host[0] is '.')
        {
            return false;
        }

        foreach (var c in host)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_') && !char.IsSurrogate(c))
            {
                return false;
            }
        }

        return true;
    }
}
