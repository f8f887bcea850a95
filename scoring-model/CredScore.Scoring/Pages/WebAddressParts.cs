using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace CredScore.Scoring.Pages;

/// <summary>Host, path and query of pasted text, without ever asking a URL library to guess what was meant.</summary>
internal readonly record struct WebAddressParts(string Host, string Path, string Query)
{
    private const string NotAnAddress = "not-an-address";
    private const string Unsafe = "unsafe-address";

    /// <summary>Takes text apart; answers the refusal instead when it is no plain web address.</summary>
    public static NotScorable? Split(string text, out WebAddressParts parts)
    {
        parts = default;
        var rest = WithoutScheme(text);

        if (rest is null)
        {
            return new(NotAnAddress, "This is not a web address. Paste the address of a Wikipedia article or YouTube video, such as https://en.wikipedia.org/wiki/Measles.");
        }

        var end = rest.AsSpan().IndexOfAny("/?#\\");
        var authority = end < 0 ? rest : rest[..end];

        if (RefusalOf(authority) is { } refusal)
        {
            return refusal;
        }

        var tail = end < 0 ? string.Empty : rest[end..];
        var fragment = tail.IndexOf('#', StringComparison.Ordinal);
        tail = fragment < 0 ? tail : tail[..fragment];
        var query = tail.IndexOf('?', StringComparison.Ordinal);
        var host = authority.ToLowerInvariant();
        parts = query < 0 ? new(host, tail, string.Empty) : new(host, tail[..query], tail[(query + 1)..]);
        return null;
    }

    /// <summary>The last value of a name in the query, decoded, as PHP takes it; null when absent or empty.</summary>
    public string? QueryValue(string name)
    {
        string? found = null;

        foreach (var pair in Query.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);

            if (equals > 0 && pair.AsSpan(0, equals).SequenceEqual(name))
            {
                found = Decode(pair[(equals + 1)..].Replace('+', ' ')) ?? "\uFFFD";
            }
        }

        return found is { Length: > 0 } ? found : null;
    }

    /// <summary>A whole number above zero from the query; null for anything else.</summary>
    public long? QueryNumber(string name) => PositiveNumber(QueryValue(name));

    public static long? PositiveNumber(string? digits)
        => digits is { Length: > 0 and <= 18 } && digits.All(char.IsAsciiDigit) && long.Parse(digits, CultureInfo.InvariantCulture) is var number and > 0
            ? number
            : null;

    /// <summary>Undoes percent-encoding once; a percent sign without two hexadecimal digits stands for itself. Null when the bytes are no UTF-8.</summary>
    public static string? Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var encoded = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[encoded.Length];
        var length = 0;

        for (var index = 0; index < encoded.Length; index++)
        {
            if (encoded[index] == '%' && index + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[index + 1]) && char.IsAsciiHexDigit((char)encoded[index + 2]))
            {
                bytes[length++] = byte.Parse(encoded.AsSpan(index + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                index += 2;
            }
            else
            {
                bytes[length++] = encoded[index];
            }
        }

        var decoded = bytes.AsSpan(0, length);
        return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : null;
    }

    private static string? WithoutScheme(string text)
    {
        foreach (var scheme in (string[])["https://", "http://", "//"])
        {
            if (text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return text[scheme.Length..];
            }
        }

        // en.wikipedia.org/wiki/Measles, as browsers show it. A colon in front of the host's end is a port or another scheme.
        var end = text.AsSpan().IndexOfAny("/?#\\");
        var host = end < 0 ? text : text[..end];
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? host : host[..colon];
        var isHost = name.Contains('.', StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace);
        return isHost ? text : null;
    }

    private static NotScorable? RefusalOf(string authority) => authority switch
    {
        "" => new(NotAnAddress, "This address names no site."),
        _ when authority.Contains('@', StringComparison.Ordinal) => new(Unsafe, "This address carries a user name, a trick to make one site look like another. Paste the plain address."),
        _ when authority.Contains(':', StringComparison.Ordinal) => new(Unsafe, "This address names a port, which Wikipedia and YouTube never do. Paste the plain address."),
        // Before it is put in lower case, which makes a plain k of the Kelvin sign.
        _ when !authority.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') => new(Unsafe, "This site's name holds characters that can make one site look like another. Paste the plain address."),
        _ => null,
    };
}
