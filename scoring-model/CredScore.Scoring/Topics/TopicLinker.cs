using System.Buffers;
using System.Collections.Frozen;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Topics;

/// <summary>
/// Says what a page is about. Precise before broad: the title, then the numbers that its infobox gives, then its title alone with the topics within it. The embedded topics go before those of
/// refreshed lists. Two plausible topics are two answers; without any there is none.
/// </summary>
public sealed partial class TopicLinker(TopicCatalogue topics, ListTopics? lists = null)
{
    private const int MostTopics = 3;
    private const string Title = "Its title says so.";
    private const string Icd10 = "icd10";
    private const string Redirect = "A name that leads to the page says so.";

    private static readonly FrozenDictionary<string, string> Nothing = FrozenDictionary<string, string>.Empty;

    private static readonly Lazy<TopicLinker> LazyEmbedded = new(() => new(TopicCatalogue.Embedded));

    // Registers whose numbers stand for one subject. A code of the ICD stands for a group, which may be wider than the page.
    private static readonly (string Scheme, string Name)[] Registers = [("mesh", "MeSH"), ("orphanet", "Orphanet"), ("omim", "OMIM")];

    // What is called after a disease and is none: an album "Pulse", a band "Venom".
    private static readonly SearchValues<string> Works = SearchValues.Create(
        ["albums", "songs", "films", "novels", "musical groups", "music groups", "bands", "video games", "television series", "comics", "fragrances", "singles", "musicals", "plays", "paintings"], StringComparison.OrdinalIgnoreCase);

    // Words of titles whose subject is a body, a law, a person's work or an event, and not what they name besides.
    private static readonly string[] Bodies =
    [
        "act", "association", "society", "college", "institute", "foundation", "journal", "bill", "university", "award", "prize", "film", "album", "agency", "ministry", "department", "council",
        "committee", "company", "inc", "ltd", "school", "center", "centre", "organization", "organisation", "league", "union", "party", "church", "lawsuit", "trial", "case", "v", "vs", "song",
        "novel", "series", "campaign", "scandal", "museum", "library", "movement", "hypothesis", "controversy", "list", "timeline", "spill", "band", "game", "magazine", "project", "program", "programme",
    ];

    private readonly ListTopics _lists = lists ?? ListTopics.None;

    /// <summary>The linker with the embedded topics.</summary>
    public static TopicLinker Embedded => LazyEmbedded.Value;

    /// <summary>The topics of an article, best first; empty when nothing says what it is about.</summary>
    public IReadOnlyList<PageTopic> Link(ArticleInputs page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var article = page.Article;
        var numbers = TopicNumbers.Of(article.Identifiers ?? []);
        var isMedical = page.Topic.Profile == TopicProfiler.Medical;
        var byTitle = FindTitle(article.Title, page, isMedical);
        var byRedirect = byTitle is null ? FindTitle(article.Record.RedirectedFrom, page, isMedical) : null;

        return (byTitle ?? byRedirect, FindNumber(numbers)) switch
        {
            ({ } topic, { Topic: var other, Why: var why }) when topic != other && byTitle is null => [Of(topic, Redirect, numbers), Of(other, why, numbers)],
            ({ } topic, _) => [Of(topic, byTitle is null ? Redirect : Title, numbers)],
            (null, { Topic: var topic, Why: var why }) => [Of(topic, why, numbers)],
            _ when article.Title is { } title => LinkUnknown(page, title, numbers, isMedical),
            _ => [],
        };
    }

    /// <summary>The topic that a text names; null when it names none.</summary>
    public PageTopic? LinkName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (topics.Find(name) ?? _lists.FindName(name)) is { } topic ? Of(topic, "It is the name that was asked for.", topic.Identifiers) : null;
    }

    /// <summary>What is known of a page's topic; null for one that only the page's own numbers tell of.</summary>
    public Topic? Find(PageTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        var known = topics.Find(topic.Name);
        var listed = (known?.Identifiers.GetValueOrDefault("mesh") is { } mesh ? _lists.FindNumber(topic.Name, "mesh", mesh, isOwn: true) : null) ?? FindListed(topic, isKnown: known is not null);

        return known is null || listed is null ? known ?? listed : known with
        {
            // What the core says of a page stands; a list adds pages of publishers that the core has none of.
            Links = [.. known.Links, .. listed.Links.Where(link => !known.Links.Any(old => old.Publisher == link.Publisher && !old.IsPart))],
        };
    }

    private static PageTopic Of(Topic topic, string what, IReadOnlyDictionary<string, string> numbers)
        => new(topic.Name, TopicFit.Exact, what, numbers);

    // What the core knows has its own numbers; those of a page's infobox may stand for something wider.
    private Topic? FindListed(PageTopic topic, bool isKnown)
        => _lists.FindName(topic.Name) ?? (topic.Fit == TopicFit.Exact && !isKnown
            ? Registers.Where(register => topic.Identifiers.ContainsKey(register.Scheme)).Select(register => _lists.FindNumber(topic.Name, register.Scheme, topic.Identifiers[register.Scheme], isOwn: false)).FirstOrDefault(found => found is not null)
            : null);

    // "Fever (album)" is no fever, and what Wikipedia calls "Corn" is not what we call "Corn (medicine)": a word in brackets on either side needs a page on medicine.
    private Topic? FindTitle(string? title, ArticleInputs page, bool isMedical)
    {
        if (title is null || topics.Find(title) is not { } topic || (topic.IsMedical && !isMedical && IsWork(page)))
        {
            return null;
        }

        var isPlain = !title.Contains('(', StringComparison.Ordinal) && !topic.Name.Contains('(', StringComparison.Ordinal);
        return isPlain || (isMedical && topic.IsMedical) || string.Equals(title, topic.Name, StringComparison.OrdinalIgnoreCase) ? topic : null;
    }

    private static bool IsWork(ArticleInputs page) => (page.Article.Categories ?? []).Any(category => category.AsSpan().ContainsAny(Works));

    private (Topic Topic, string Why)? FindNumber(IReadOnlyDictionary<string, string> numbers)
    {
        foreach (var (scheme, name) in Registers)
        {
            if (numbers.TryGetValue(scheme, out var number)
                && (topics.FindIdentifier(scheme, number) ?? (_lists.MeshOf(scheme, number) is { } mesh ? topics.FindIdentifier("mesh", mesh) : null)) is { } topic)
            {
                return (topic, $"The {name} number in its infobox says so.");
            }
        }

        return null;
    }

    /// <summary>Of a subject that the core does not know: by refreshed lists and its own numbers, else by its title alone, with the topics within it.</summary>
    private IReadOnlyList<PageTopic> LinkUnknown(ArticleInputs page, string title, IReadOnlyDictionary<string, string> numbers, bool isMedical)
    {
        if (!isMedical && numbers.Count == 0)
        {
            // Outside medicine a name alone is enough where it is a subject's own, and nobody's work.
            return !IsWork(page) && _lists.IsSubject(title) ? [new(title, TopicFit.Exact, Title, Nothing)] : [];
        }

        var own = new PageTopic(Bare(title), TopicFit.Exact, WhyOwn(page, title, numbers), numbers);
        return _lists.FindName(own.Name) is not null || numbers.Keys.Any(scheme => scheme is not (Icd10 or "snomed")) ? [own] : [own, .. Broader(title, numbers)];
    }

    private string WhyOwn(ArticleInputs page, string title, IReadOnlyDictionary<string, string> numbers)
        => numbers.Count > 0 ? "Its infobox gives its number in a register."
            : _lists.FindName(Bare(title)) is not null ? Title
            : page.Kind is { } kind ? $"Its infobox or categories say that it is a {kind.Name}."
            : "It is what the article is on.";

    private IEnumerable<PageTopic> Broader(string title, IReadOnlyDictionary<string, string> numbers)
    {
        if (numbers.TryGetValue(Icd10, out var code) && (topics.FindIdentifier(Icd10, code) ?? (_lists.MeshOf(Icd10, code) is { } mesh ? topics.FindIdentifier("mesh", mesh) : null)) is { } group)
        {
            return [new(group.Name, TopicFit.Broader, $"The ICD-10 code in its infobox, {code}, is that of this topic or of its group.", Nothing)];
        }

        var within = FindWithin(title, out var words).Where(topic => topic.IsMedical).ToList();
        return words.Any(word => Bodies.Contains(word)) ? [] : Special(within).Take(MostTopics - 1).Select(topic => new PageTopic(topic.Name, TopicFit.Broader, "It is part of its title.", Nothing));
    }

    // What is special says more than what is broad.
    private static List<Topic> Special(List<Topic> found) => found.Exists(topic => !topic.IsBroad) ? found.FindAll(topic => !topic.IsBroad) : found;

    private static string Bare(string title) => title.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? title[..bracket] : title;
}
