namespace CredScore.Scoring.Documents;

/// <summary>Addresses as YouTube's documents write them.</summary>
internal static class YouTubeAddresses
{
    public const string Site = "https://www.youtube.com";

    private const string Redirect = Site + "/redirect?";
    private const int IdLength = 11;
    private const int ChannelIdLength = 24;

    /// <summary>An address with its scheme, and the target where it is YouTube's redirect.</summary>
    public static string? Unwrap(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var whole = address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address.StartsWith('/') ? Site + address : address;
        return RedirectTarget(whole) ?? whole;
    }

    /// <summary>The eleven characters of a video's id; null for anything else.</summary>
    public static string? VideoId(string? text) => text is { Length: IdLength } && text.All(IsIdCharacter) ? text : null;

    /// <summary>The id in an address such as <c>https://www.youtube.com/watch?v=…</c>.</summary>
    public static string? VideoIdOf(string? address)
    {
        if (address is null || !IsSite(address) || QueryStart(address, "v=") is not (>= 0 and var at) || at + IdLength > address.Length)
        {
            return null;
        }

        return VideoId(address.Substring(at, IdLength));
    }

    /// <summary><c>UC</c> and 22 characters; null for anything else.</summary>
    public static string? ChannelId(string? text)
        => text is { Length: ChannelIdLength } && text.StartsWith("UC", StringComparison.Ordinal) && text.All(IsIdCharacter) ? text : null;

    /// <summary>The id in an address or a path such as <c>/channel/UC…</c>.</summary>
    public static string? ChannelIdOf(string? address)
        => address?.IndexOf("/channel/", StringComparison.Ordinal) is >= 0 and var at ? ChannelId(address[(at + 9)..].Split('/', '?')[0]) : null;

    /// <summary>The handle with its sign in an address or a path such as <c>/@BKCHarvard</c>.</summary>
    public static string? HandleOf(string? address)
    {
        if (address?.IndexOf("/@", StringComparison.Ordinal) is not (>= 0 and var at))
        {
            return null;
        }

        var handle = Uri.UnescapeDataString(address[(at + 1)..].Split('/', '?', '#')[0]);
        return handle.Length is > 1 and <= 100 ? handle : null;
    }

    /// <summary>Whether it is on YouTube's own site.</summary>
    public static bool IsSite(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host is "youtube.com" || uri.Host.EndsWith(".youtube.com", StringComparison.Ordinal));

    private static string? RedirectTarget(string address)
    {
        if (!address.StartsWith(Redirect, StringComparison.Ordinal) || QueryStart(address, "q=") is not (>= 0 and var at))
        {
            return null;
        }

        var end = address.AsSpan(at).IndexOfAny('&', '#');
        var target = Uri.UnescapeDataString(end < 0 ? address[at..] : address.Substring(at, end));
        return target.Length > 0 ? target : null;
    }

    private static int QueryStart(string address, string key)
    {
        for (var at = address.IndexOf(key, StringComparison.Ordinal); at > 0; at = address.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            if (address[at - 1] is '?' or '&')
            {
                return at + key.Length;
            }
        }

        return -1;
    }

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
