namespace CredScore.Scoring.Pages;

/// <summary>The shapes of Wikipedia's addresses, in any language edition.</summary>
internal static class WikipediaAddress
{
    private const string Domain = "wikipedia.org";
    private const int LongestLanguage = 20;

    /// <summary>The language edition a host serves; null for any other host. The host is matched whole, label by label.</summary>
    public static string? LanguageOf(string host) => host.Split('.') switch
    {
        // wikipedia.org/wiki/Measles and www.wikipedia.org/wiki/Measles lead to the English edition.
        ["wikipedia", "org"] or ["www" or "m", "wikipedia", "org"] => "en",
        // en.wikipedia.org
        [var language, "wikipedia", "org"] => Edition(language),
        // en.m.wikipedia.org, and www.en.wikipedia.org as people still write it
        [var language, "m", "wikipedia", "org"] => Edition(language),
        ["www", var language, "wikipedia", "org"] => Edition(language),
        _ => null,
    };

    public static PageAddress? Of(string language, WebAddressParts parts, out NotScorable? refusal)
    {
        var path = parts.Path.StartsWith("//", StringComparison.Ordinal) ? parts.Path[1..] : parts.Path;
        var title = TitleIn(language, path, parts);

        // MediaWiki's own order: a search before everything, then the page's number, then the title, and a revision beside either.
        if (parts.QueryValue("search") is not null)
        {
            refusal = WikipediaNamespaces.Refusal("search-page");
            return null;
        }

        var revision = parts.QueryNumber("diff") ?? parts.QueryNumber("oldid");

        if (parts.QueryNumber("curid") is { } page)
        {
            refusal = null;
            return PageAddress.OfNumber(language, page, revision);
        }

        if (title is null && revision is not null)
        {
            refusal = null;
            return PageAddress.OfNumber(language, null, revision);
        }

        if (title is null)
        {
            refusal = IsFrontDoor(path) ? WikipediaNamespaces.Refusal("main-page") : WikipediaNamespaces.Refusal("not-an-article");
            return null;
        }

        return OfTitle(language, title, out refusal, revision);
    }

    /// <summary>An article by its title as anybody may write it.</summary>
    public static PageAddress? OfTitle(string language, string title, out NotScorable? refusal, long? revision = null)
    {
        if (ArticleTitle.Normalise(title, language) is not { } normal)
        {
            refusal = WikipediaNamespaces.Refusal("bad-title");
            return null;
        }

        refusal = WikipediaNamespaces.RefusalOf(language, normal);
        return refusal is null ? PageAddress.OfArticle(language, normal, revision) : null;
    }

    /// <summary>The rest of a key behind <c>wikipedia:</c>.</summary>
    public static PageAddress? OfKey(string rest, out NotScorable? refusal)
    {
        var colon = rest.IndexOf(':', StringComparison.Ordinal);

        if (colon < 0 || Edition(rest[..colon].ToLowerInvariant()) is not { } language)
        {
            refusal = new("not-an-address", "A page's key is wikipedia:, the language and the title, such as wikipedia:en:Measles.");
            return null;
        }

        var title = rest[(colon + 1)..];
        var number = title.StartsWith('#') ? title.IndexOf('=', StringComparison.Ordinal) : -1;

        return number < 0
            ? OfTitle(language, title, out refusal)
            : OfNumberedKey(language, title[1..number], WebAddressParts.PositiveNumber(title[(number + 1)..]), out refusal);
    }

    private static PageAddress? OfNumberedKey(string language, string kind, long? number, out NotScorable? refusal)
    {
        refusal = null;

        switch (kind, number)
        {
            case ("pageid", not null):
                return PageAddress.OfNumber(language, number, null);
            case ("oldid", not null):
                return PageAddress.OfNumber(language, null, number);
            default:
                refusal = WikipediaNamespaces.Refusal("bad-title");
                return null;
        }
    }

    // Null when the path holds none; text that is no UTF-8 becomes a title that no page can have.
    private static string? TitleIn(string language, string path, WebAddressParts parts)
    {
        foreach (var prefix in (string[])["/wiki/", "/w/index.php/"])
        {
            if (path.StartsWith(prefix, StringComparison.Ordinal) && path.Length > prefix.Length)
            {
                return WebAddressParts.Decode(path[prefix.Length..]) ?? "\uFFFD";
            }
        }

        if (IsFrontDoor(path))
        {
            return parts.QueryValue("title");
        }

        // https://zh.wikipedia.org/zh-hans/麻疹: the same article in another script
        var slash = path.IndexOf('/', 1);
        return slash > 0 && slash < path.Length - 1 && IsVariant(language, path[1..slash])
            ? WebAddressParts.Decode(path[(slash + 1)..]) ?? "\uFFFD"
            : null;
    }

    private static bool IsFrontDoor(string path)
        => path is "" or "/" or "/wiki" or "/wiki/" or "/w/index.php" or "/w/index.php/" or "/w/" or "/w" or "/index.php";

    private static bool IsVariant(string language, string segment) => language switch
    {
        "iu" => segment.StartsWith("ike-", StringComparison.Ordinal),
        _ => segment == language || (segment.StartsWith(language + "-", StringComparison.Ordinal) && segment.All(c => char.IsAsciiLetterLower(c) || c == '-')),
    };

    // Codes are matched by their shape, since editions are founded every year; hosts of that shape that are no edition are named.
    private static string? Edition(string code) => code switch
    {
        "www" or "ten" or "api" or "wap" => null,
        "simple" => code,
        "be-x-old" => "be-tarask",
        "nb" => "no",
        "cz" => "cs",
        "dk" => "da",
        "jp" => "ja",
        "zh-cn" or "zh-tw" => "zh",
        "nan" or "minnan" => "zh-min-nan",
        "yue" => "zh-yue",
        "lzh" => "zh-classical",
        "gsw" => "als",
        _ => IsCode(code) ? code : null,
    };

    private static bool IsCode(string code)
    {
        var labels = code.Split('-');
        return code.Length <= LongestLanguage
            && labels[0].Length is 2 or 3
            && labels.All(label => label.Length > 0 && label.All(char.IsAsciiLetterLower));
    }
}
