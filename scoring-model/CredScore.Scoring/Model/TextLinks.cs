using System.Buffers;

namespace CredScore.Scoring.Model;

/// <summary>Links in a text, told apart by kind alone: a host would name a channel or its owner.</summary>
internal static class TextLinks
{
    public const string Prefix = "link:";
    public const string Official = "link:official";
    public const string Academic = "link:academic";
    public const string Science = "link:science";
    public const string Social = "link:social";
    public const string Other = "link:other";

    // https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4
    private const int LongestHost = 255;

    private static readonly SearchValues<char> LinkEnds = SearchValues.Create(" \t\r\n<>\"");

    private static readonly string[] Openings = ["https://", "http://", "www."];

    private static readonly string[] ScienceHosts =
        ["doi.org", "pubmed.gov", "ncbi.nlm.nih.gov", "nejm.org", "thelancet.com", "bmj.com", "nature.com", "sciencemag.org", "science.org", "jamanetwork.com", "cochrane.org", "cochranelibrary.com", "plos.org"];

    private static readonly string[] SocialHosts =
        ["youtube.com", "youtu.be", "facebook.com", "fb.com", "twitter.com", "x.com", "instagram.com", "tiktok.com", "snapchat.com", "patreon.com", "discord.gg", "twitch.tv", "reddit.com", "pinterest.com", "linkedin.com", "t.me", "telegram.me", "plus.google.com"];

    /// <summary>Length of the link that starts here; 0 when none does.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..];

        foreach (var opening in Openings)
        {
            if (rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                var end = rest.IndexOfAny(LinkEnds);
                return end < 0 ? rest.Length : end;
            }
        }

        return 0;
    }

    /// <summary>The token that stands for a link.</summary>
    public static string KindOf(ReadOnlySpan<char> link)
    {
        var written = HostOf(link);
        Span<char> host = stackalloc char[LongestHost];
        host = host[..written[..Math.Min(written.Length, LongestHost)].ToLowerInvariant(host)];

        return IsAny(host, ScienceHosts) ? Science : IsOfficial(host) ? Official : IsAcademic(host) ? Academic : IsAny(host, SocialHosts) ? Social : Other;
    }

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        if (link.IndexOf("//", StringComparison.Ordinal) is >= 0 and var slashes)
        {
            link = link[(slashes + 2)..];
        }

        var end = link.IndexOfAny("/?#:");
        return end < 0 ? link : link[..end];
    }

    private static bool IsAny(ReadOnlySpan<char> host, string[] names)
    {
        foreach (var name in names)
        {
            if (host.EndsWith(name, StringComparison.Ordinal) && (host.Length == name.Length || host[^(name.Length + 1)] is '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfficial(ReadOnlySpan<char> host)
        => HasLabel(host, "gov") || HasLabel(host, "gouv") || HasLabel(host, "nhs") || IsAny(host, ["who.int", "europa.eu", "paho.org", "un.org"]);

    private static bool IsAcademic(ReadOnlySpan<char> host) => HasLabel(host, "edu") || HasLabel(host, "ac");

    // A label counts only where registries give it: last, or last before the country.
    private static bool HasLabel(ReadOnlySpan<char> host, string label)
    {
        var last = host.LastIndexOf('.');

        if (last > 0 && host[(last + 1)..].SequenceEqual(label))
        {
            return true;
        }

        var before = last > 0 ? host[..last] : default;
        return before.Length > 0 && host.Length - last == 3 && before[(before.LastIndexOf('.') + 1)..].SequenceEqual(label);
    }
}
