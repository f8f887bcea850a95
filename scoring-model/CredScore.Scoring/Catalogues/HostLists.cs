using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Catalogues;

/// <summary>The refreshed lists whose keys are hosts. An entry covers its host and all subdomains, by whole labels; one with a path covers what lies under the path.</summary>
internal sealed class HostLists(RefreshedLists lists)
{
    // An entry names few folders; a longer path cannot match one.
    private const int DeepestPath = 4;

    private readonly RefreshedList? _categories = lists.Find(ListNames.CitationCategories);
    private readonly RefreshedList? _perennial = lists.Find(ListNames.PerennialSources);
    private readonly RefreshedList? _universities = lists.Find(ListNames.Universities);
    private readonly RefreshedList? _academic = lists.Find(ListNames.AcademicDomains);
    private readonly RefreshedList? _government = lists.Find(ListNames.GovernmentDomains);
    private readonly RefreshedList?[] _predatory = [lists.Find(ListNames.PredatoryPublishers), lists.Find(ListNames.PredatoryJournals)];
    private readonly RefreshedList? _suffixes = lists.Find(ListNames.PublicSuffixes);

    public Verdict? Find(WebAddress address) => lists.All.Count == 0 ? null : ByEditors(address) ?? ByAcademia(address) ?? ByGovernment(address) ?? ByCritics(address);

    /// <summary>The class of a suffix under which only universities or only public bodies are registered.</summary>
    public Verdict? FindSuffix(ReadOnlySpan<char> host)
    {
        for (var rest = host; _suffixes is not null && rest.Contains('.');)
        {
            rest = rest[(rest.IndexOf('.') + 1)..];

            if (_suffixes.Entries.Find(rest) is { } value && CatalogueTable.TryTypeOf(value, out var type))
            {
                return new(type, $"its host is under .{rest}, a public suffix kept for {(type is SourceType.University ? "universities and colleges" : "public bodies")}", _suffixes.Label);
            }
        }

        return null;
    }

    // Wikipedia's editors decide about an outlet and sort outlets into kinds: one family, so the decision and the kind give one verdict together.
    private Verdict? ByEditors(WebAddress address)
    {
        var standing = Find(_perennial, address);
        var category = Find(_categories, address);

        if (standing is null && category is null)
        {
            return null;
        }

        var list = standing is null ? _categories! : _perennial!;
        var parts = (standing ?? category)!.Split(ListKeys.Separator);
        var kind = category?.Split(ListKeys.Separator)[0] is { Length: > 0 } named && CatalogueTable.TryTypeOf(named, out var type) ? type : SourceType.Unknown;
        var status = standing is null ? parts[1] : parts[0];
        var name = standing is not null && parts.Length > 1 && parts[1].Length > 0 ? parts[1] : address.Host.ToString();
        return SayStanding(name, kind, status, list.Label);
    }

    private static Verdict? SayStanding(string name, SourceType kind, string status, string list) => (status, kind) switch
    {
        ("blacklisted", _) => new(kind, $"{name}: on Wikipedia's list of sites that are blocked for abuse", list, name) { NeedsCare = true },
        ("deprecated", SourceType.Unknown or SourceType.News or SourceType.Media) => new(SourceType.Tabloid, $"{name}: deprecated by Wikipedia's editors as a source that is not to be relied on", list, name),
        ("deprecated", _) => new(kind, $"{name}: deprecated by Wikipedia's editors", list, name) { NeedsCare = true },
        ("unreliable", _) => new(kind, $"{name}: held generally unreliable by Wikipedia's editors", list, name) { NeedsCare = true },
        ("contested", _) => new(kind, $"{name}: Wikipedia's editors do not agree on its reliability", list, name) { NeedsCare = true },
        ("reliable", SourceType.Unknown) => new(SourceType.Media, $"{name}: held generally reliable by Wikipedia's editors", list, name),
        (_, SourceType.Unknown) => null,
        _ => new(kind, $"{name}: sorted by Wikipedia's editors under {Word(kind)}", list, name),
    };

    private Verdict? ByAcademia(WebAddress address)
    {
        var (list, value) = Find(_universities, address) is { } university ? (_universities, university) : (_academic, Find(_academic, address));

        if (value?.Split(ListKeys.Separator) is not [var word, var name, ..] || !CatalogueTable.TryTypeOf(word, out var type))
        {
            return null;
        }

        return address.Rest.StartsWith("/~", StringComparison.Ordinal)
            ? new(SourceType.SelfPublished, $"a personal page under /~ of {name}", list!.Label)
            : new(type, $"the site of {name}", list!.Label, name);
    }

    private Verdict? ByGovernment(WebAddress address)
        => Find(_government, address)?.Split(ListKeys.Separator) is [var kind, var name, ..]
            ? new(SourceType.Government, $"the site of {name}, registered as a US government domain ({kind})", _government!.Label, name)
            : null;

    // A list of volunteers: it speaks last, and of what nobody else knows.
    private Verdict? ByCritics(WebAddress address)
    {
        foreach (var list in _predatory)
        {
            if (Find(list, address)?.Split(ListKeys.Separator) is [_, var name, ..])
            {
                return new(SourceType.Predatory, $"the site of {name}, on a list of predatory publishers and journals", list!.Label, name);
            }
        }

        return null;
    }

    private static string? Find(RefreshedList? list, WebAddress address)
    {
        if (list is null)
        {
            return null;
        }

        for (var host = address.Host; host.Contains('.'); host = host[(host.IndexOf('.') + 1)..])
        {
            if ((FindPath(list.Entries, host, address.Rest) ?? list.Entries.Find(host)) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static string? FindPath(CompiledList list, ReadOnlySpan<char> host, ReadOnlySpan<char> rest)
    {
        Span<char> key = stackalloc char[CompiledList.LongestKey];
        var end = 0;
        string? longest = null;

        for (var depth = 0; depth < DeepestPath && end < rest.Length && rest[end] is '/'; depth++)
        {
            end += 1 + (rest[(end + 1)..].IndexOfAny("/?#") is var next and >= 0 ? next : rest.Length - end - 1);

            if (host.Length + end > key.Length)
            {
                return longest;
            }

            host.CopyTo(key);
            rest[..end].CopyTo(key[host.Length..]);

            longest = list.Find(key[..(host.Length + end)]) ?? longest;
        }

        return longest;
    }

    private static string Word(SourceType type) => type switch
    {
        SourceType.SelfPublished => "blogs",
        SourceType.UserGenerated => "sites that anybody writes",
        SourceType.PressRelease => "press releases",
        SourceType.Predatory => "predatory journals",
        SourceType.Tabloid => "tabloids and satire",
        SourceType.Media => "news and television",
        SourceType.Commercial => "sponsored pages",
        _ => type.ToString().ToLowerInvariant(),
    };
}
