using System.Collections.Frozen;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Topics;

/// <summary>
/// Says what a page is about. Precise before broad: the title, then the numbers that its infobox gives, then a topic within the title. Two plausible
/// topics are two answers; without any there is none.
/// </summary>
public sealed partial class TopicLinker(TopicCatalogue topics)
{
    private const int MostTopics = 3;
    private const string Title = "Its title says so.";
    private const string Redirect = "A name that leads to the page says so.";
    private const string Number = "The MeSH number in its infobox says so.";

    private static readonly FrozenDictionary<string, string> Nothing = FrozenDictionary<string, string>.Empty;

    private static readonly Lazy<TopicLinker> LazyEmbedded = new(() => new(TopicCatalogue.Embedded));

    // Words of titles whose subject is a body, a law, a person's work or an event, and not what they name besides.
    private static readonly string[] Bodies =
    [
        "act", "association", "society", "college", "institute", "foundation", "journal", "bill", "university", "award", "prize", "film", "album", "agency", "ministry", "department", "council",
        "committee", "company", "inc", "ltd", "school", "center", "centre", "organization", "organisation", "league", "union", "party", "church", "lawsuit", "trial", "case", "v", "vs", "song",
        "novel", "series", "campaign", "scandal", "museum", "library", "movement", "hypothesis", "controversy", "list", "timeline", "spill", "band", "game", "magazine", "project", "program", "programme",
    ];

    /// <summary>The linker with the embedded topics.</summary>
    public static TopicLinker Embedded => LazyEmbedded.Value;

    /// <summary>The topics of an article, best first; empty when nothing says what it is about.</summary>
    public IReadOnlyList<PageTopic> Link(ArticleInputs page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var article = page.Article;
        var numbers = TopicNumbers.Of(article.Identifiers ?? []);
        var isMedical = page.Topic.Profile == TopicProfiler.Medical;
        var byTitle = FindTitle(article.Title, isMedical);
        var byRedirect = byTitle is null ? FindTitle(article.Record.RedirectedFrom, isMedical) : null;

        return (byTitle ?? byRedirect, FindNumber(numbers)) switch
        {
            ({ } topic, { } other) when topic != other && byTitle is null => [Of(topic, Redirect, numbers), Of(other, Number, numbers)],
            ({ } topic, _) => [Of(topic, byTitle is null ? Redirect : Title, numbers)],
            (null, { } topic) => [Of(topic, Number, numbers)],
            _ when article.Title is { } title => LinkUnknown(page, title, numbers, isMedical),
            _ => [],
        };
    }

    /// <summary>The topic that a text names; null when it names none.</summary>
    public PageTopic? LinkName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return topics.Find(name) is { } topic ? Of(topic, "It is the name that was asked for.", Nothing) : null;
    }

    /// <summary>What the catalogue holds of a page's topic; null for one that only the page's own numbers tell of.</summary>
    public Topic? Find(PageTopic topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return topics.Find(topic.Name);
    }

    private static PageTopic Of(Topic topic, string what, IReadOnlyDictionary<string, string> numbers)
        => new(topic.Name, TopicFit.Exact, what, numbers);

    // "Fever (album)" is no fever, and what Wikipedia calls "Corn" is not what we call "Corn (medicine)": a word in brackets on either side needs a page on medicine.
    private Topic? FindTitle(string? title, bool isMedical)
    {
        if (title is null || topics.Find(title) is not { } topic)
        {
            return null;
        }

        var isPlain = !title.Contains('(', StringComparison.Ordinal) && !topic.Name.Contains('(', StringComparison.Ordinal);
        return isPlain || (isMedical && topic.IsMedical) || string.Equals(title, topic.Name, StringComparison.OrdinalIgnoreCase) ? topic : null;
    }

    private Topic? FindNumber(IReadOnlyDictionary<string, string> numbers)
        => numbers.TryGetValue("mesh", out var mesh) ? topics.FindIdentifier("mesh", mesh) : null;

    /// <summary>Of a subject that no list knows: by its own numbers, else a topic within its title, else its title alone where infobox or categories say that it is of medicine.</summary>
    private IReadOnlyList<PageTopic> LinkUnknown(ArticleInputs page, string title, IReadOnlyDictionary<string, string> numbers, bool isMedical)
    {
        if (numbers.Count > 0)
        {
            return [new(Bare(title), TopicFit.Exact, "Its infobox gives its number in a register.", numbers)];
        }

        if (!isMedical)
        {
            return [];
        }

        var within = FindWithin(title, out var words).Where(topic => topic.IsMedical).ToList();
        return words.Any(word => Bodies.Contains(word)) ? []
            : within.Count > 0 ? [.. Special(within).Take(MostTopics).Select(topic => new PageTopic(topic.Name, TopicFit.Broader, "It is part of its title.", Nothing))]
            : page.Kind is { } kind ? [new(Bare(title), TopicFit.Exact, $"Its infobox or categories say that it is a {kind.Name}.", Nothing)]
            : [];
    }

    // What is special says more than what is broad.
    private static List<Topic> Special(List<Topic> found) => found.Exists(topic => !topic.IsBroad) ? found.FindAll(topic => !topic.IsBroad) : found;

    private static string Bare(string title) => title.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? title[..bracket] : title;
}
