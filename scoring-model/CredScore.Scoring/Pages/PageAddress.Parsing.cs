using System.Diagnostics.CodeAnalysis;

namespace CredScore.Scoring.Pages;

public sealed partial record PageAddress
{
    /// <summary>Longest text that is looked at, in characters.</summary>
    public const int MostCharacters = 2048;

    /// <summary>Reads any shape of address that people paste.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PageAddress? address, [NotNullWhen(false)] out NotScorable? notScorable)
    {
        address = Read(text?.Trim() ?? string.Empty, out notScorable);
        return address is not null;
    }

    private static PageAddress? Read(string text, out NotScorable? refusal)
    {
        refusal = RefusalOf(text);

        if (refusal is not null)
        {
            return null;
        }

        // wikipedia:en:Measles, youtube:c4r3dSc0rE1
        if (text.StartsWith("wikipedia:", StringComparison.OrdinalIgnoreCase))
        {
            return WikipediaAddress.OfKey(text["wikipedia:".Length..], out refusal);
        }

        if (text.StartsWith("youtube:", StringComparison.OrdinalIgnoreCase))
        {
            return YouTubeAddress.OfVideo(text["youtube:".Length..], out refusal);
        }

        refusal = WebAddressParts.Split(text, out var parts);
        return refusal is null ? OfParts(parts, out refusal) : null;
    }

    private static PageAddress? OfParts(WebAddressParts parts, out NotScorable? refusal)
    {
        if (WikipediaAddress.LanguageOf(parts.Host) is { } language)
        {
            return WikipediaAddress.Of(language, parts, out refusal);
        }

        if (YouTubeAddress.IsHost(parts.Host))
        {
            return YouTubeAddress.Of(parts, out refusal);
        }

        refusal = new("other-site", "CredScore scores Wikipedia articles and YouTube videos; this address leads to another site.");
        return null;
    }

    private static NotScorable? RefusalOf(string text)
    {
        if (text.Length == 0)
        {
            return new("not-an-address", "There is no address. Paste the address of a Wikipedia article or YouTube video.");
        }

        if (text.Length > MostCharacters)
        {
            return new("too-long", "This address is longer than 2,048 characters. Paste the plain address of the article.");
        }

        return text.Any(char.IsControl)
            ? new("unsafe-address", "This address holds line breaks or other characters that cannot be seen. Paste the plain address.")
            : null;
    }
}
