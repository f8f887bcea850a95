namespace CredScore.Catalogues.Reading;

/// <summary>
/// Cite Unseen's pages, one a category, with <c>{{CULink|url=example.org}}</c> for each outlet. Rules that need a date, an author or a piece of the address are left out: they
/// speak of some pages of a site. See https://meta.wikimedia.org/wiki/Cite_Unseen.
/// </summary>
internal static class CiteUnseenReader
{
    private static readonly (string Category, string Type, string Status)[] Categories =
    [
        // The decisions first, from the hardest; they are Wikipedia's perennial sources again.
        ("rspBlacklisted", "", "blacklisted"),
        ("rspDeprecated", "", "deprecated"),
        ("rspGenerallyUnreliable", "", "unreliable"),
        ("rspMarginallyReliable", "", "contested"),
        ("rspMulti", "", "contested"),
        ("rspGenerallyReliable", "", "reliable"),
        ("predatory", "predatory", ""),
        ("tabloids", "tabloid", ""),
        ("satire", "tabloid", ""),
        ("press", "pressRelease", ""),
        ("sponsored", "commercial", ""),
        ("blogs", "selfPublished", ""),
        ("community", "userGenerated", ""),
        ("editable", "userGenerated", ""),
        ("social", "userGenerated", ""),
        ("advocacy", "advocacy", ""),
        ("government", "government", ""),
        ("news", "media", ""),
        ("tvPrograms", "media", ""),
    ];

    /// <summary>The pages to ask for.</summary>
    public static IEnumerable<string> Titles => Categories.Select(category => $"Cite Unseen/sources/{category.Category}");

    public static void Read(Stream stream, ListRows rows)
    {
        var kinds = new Dictionary<string, (string Type, string Status)>(StringComparer.Ordinal);
        var pages = WikiPages.Read(stream);

        foreach (var (category, type, status) in Categories)
        {
            foreach (var (_, text) in pages.Where(page => page.Title.EndsWith($"/{category}", StringComparison.OrdinalIgnoreCase)))
            {
                foreach (var host in HostsOf(text, rows))
                {
                    var known = kinds.GetValueOrDefault(host, ("", ""));
                    kinds[host] = (known.Item1.Length > 0 ? known.Item1 : type, known.Item2.Length > 0 ? known.Item2 : status);
                }
            }
        }

        foreach (var (host, (type, status)) in kinds)
        {
            rows.Add(host, type, status);
        }
    }

    private static IEnumerable<string> HostsOf(string text, ListRows rows)
    {
        foreach (var call in WikiPages.Calls(text, "CULink"))
        {
            var parameters = call.Split('|').Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries)).Where(pair => pair.Length == 2 && pair[1].Length > 0).ToList();

            if (parameters.Any(pair => pair[0] is "author" or "pub" or "date" or "url_str"))
            {
                continue;
            }

            if (parameters.FirstOrDefault(pair => pair[0] is "url") is [_, var address] && Hosts.Normalise(address) is { } host)
            {
                yield return host;
            }
            else
            {
                rows.CountUnread();
            }
        }
    }
}
