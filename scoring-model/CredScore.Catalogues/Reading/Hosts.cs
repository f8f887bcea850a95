namespace CredScore.Catalogues.Reading;

/// <summary>Host names as lists write them.</summary>
internal static class Hosts
{
    /// <summary>A host, with a path where one is given, in lower case without scheme and <c>www.</c>; null for what is none.</summary>
    public static string? Normalise(string text)
    {
        var host = text.Trim().ToLowerInvariant();
        host = Without(Without(Without(Without(host, "https://"), "http://"), "*."), "www.").TrimEnd('/', '.');
        var slash = host.IndexOf('/', StringComparison.Ordinal);
        return IsHost(slash < 0 ? host : host[..slash]) && !host.Any(char.IsWhiteSpace) ? host : null;
    }

    private static bool IsHost(string host)
        => host.Length is > 3 and <= 253
        && host.Contains('.', StringComparison.Ordinal)
        && host.Split('.').All(label => label.Length is > 0 and <= 63 && label[0] != '-' && label.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));

    private static string Without(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;
}
