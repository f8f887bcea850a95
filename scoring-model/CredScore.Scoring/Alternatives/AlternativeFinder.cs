using System.Collections.Frozen;
using System.Globalization;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Alternatives;

/// <summary>
/// Finds reputable pages on what a page is about: those the catalogue of topics knows, those that the page's own numbers lead to, what providers answered,
/// and the page's own strong references. Pure: what providers say is handed in.
/// </summary>
public sealed class AlternativeFinder(TopicLinker topics)
{
    private static readonly FrozenDictionary<string, string> None = FrozenDictionary<string, string>.Empty;
    // Where these stand, the CAS number is that of the substance's own entry already, or of an enzyme that a disease is about.
    private static readonly string[] Others = ["pubchem", "ec", "omim", "orphanet", "icd10"];

    private static readonly Lazy<AlternativeFinder> LazyEmbedded = new(() => new(TopicLinker.Embedded));

    /// <summary>The finder with the embedded topics.</summary>
    public static AlternativeFinder Embedded => LazyEmbedded.Value;

    /// <summary>The alternatives to a page, best first; empty when nothing is known of its topic.</summary>
    /// <param name="assessment">The page, with its topics and references.</param>
    /// <param name="answers">What providers answered for each of its topics.</param>
    public IReadOnlyList<Alternative> Find(Assessment assessment, Func<PageTopic, IEnumerable<Alternative>>? answers = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var isVideo = assessment.Page.Kind == Sites.YouTube;
        var isMedical = assessment.Page.Topic.Profile == TopicProfiler.Medical;
        var groups = assessment.Topics.Select(topic => Group(topic, isMedical, isVideo, assessment, answers)).ToList();
        return AlternativeRanking.Choose([.. groups.Where(group => group.Count > 0)], assessment.Page.Language ?? "en", assessment.Page.Address);
    }

    /// <summary>The alternatives on a topic alone.</summary>
    public IReadOnlyList<Alternative> Find(PageTopic topic, Func<PageTopic, IEnumerable<Alternative>>? answers = null)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return AlternativeRanking.Choose([Group(topic, topics.Find(topic)?.IsMedical ?? true, isVideo: true, null, answers)], "en", null);
    }

    private List<Alternative> Group(PageTopic topic, bool isMedical, bool isVideo, Assessment? assessment, Func<PageTopic, IEnumerable<Alternative>>? answers)
    {
        var known = topics.Find(topic);
        List<Alternative> group = [.. OfCatalogue(topic, known, isVideo), .. OfNumbers(topic, known)];

        if (assessment is not null)
        {
            group.AddRange(StrongReferences.Of(assessment, topic, known is null ? [topic.Name] : [known.Name, .. known.Synonyms]));
        }

        group.AddRange(answers?.Invoke(topic) ?? []);

        // A search for what nobody confirmed to be a topic finds anything.
        if (known is not null || (isMedical && topic.Identifiers.Count > 0) || group.Count > 0)
        {
            group.AddRange(SearchLinks.Of(Plain(topic.Name), known?.Field ?? (isMedical ? "medicine" : ""), isVideo));
        }

        return group;
    }

    private static IEnumerable<Alternative> OfCatalogue(PageTopic topic, Topic? known, bool isVideo)
        => (known?.Links ?? [])
            .Where(link => isVideo || link.Publisher != Publisher.Wikipedia)
            .Select(link => (Link: link, Publisher: Publisher.Find(link.Publisher)))
            .Where(pair => pair.Publisher is not null)
            .Select(pair => Write(topic, pair.Publisher!, pair.Link.Path.Length > 0 ? pair.Link.Path : Uri.EscapeDataString(topic.Name.Replace(' ', '_')), pair.Link.IsPart, pair.Link.Title));

    // A wider topic has numbers of its own, which the page does not give.
    private static IEnumerable<Alternative> OfNumbers(PageTopic topic, Topic? known)
        => (topic.Fit == TopicFit.Exact ? topic.Identifiers : None)
            .Where(number => number.Key != "cas" || !topic.Identifiers.Keys.Any(Others.Contains))
            .Select(number => (Number: number.Value, Publisher: Publisher.OfNumber(number.Key, number.Value)))
            .Where(pair => pair.Publisher is not null && !(known?.Links ?? []).Any(link => link.Publisher == pair.Publisher.Id))
            .Select(pair => Write(topic, pair.Publisher!, pair.Number, isPart: false));

    private static Alternative Write(PageTopic topic, Publisher publisher, string path, bool isPart, string? title = null)
        => new(
            title ?? TitleOf(topic, publisher, path, isPart),
            publisher.AddressOf(path),
            publisher.Name,
            publisher.Kind,
            publisher.Level,
            publisher.Free,
            isPart ? $"{publisher.Why} It treats the topic among others." : publisher.Why,
            topic.Name,
            "en",
            IsExact: topic.Fit == TopicFit.Exact && !isPart);

    // Sections of textbooks are named by their own addresses, and wider pages by theirs.
    private static string TitleOf(PageTopic topic, Publisher publisher, string path, bool isPart) => (publisher.Kind, isPart) switch
    {
        (AlternativeKind.Textbook, _) => SectionOf(path) is { Length: > 0 } section ? section : Plain(topic.Name),
        (_, true) => $"{Plain(topic.Name)}, within a wider page",
        _ => Plain(topic.Name),
    };

    // "anatomy-and-physiology-2e/pages/19-1-heart-anatomy": "Heart anatomy (Anatomy and physiology 2e, 19.1)".
    private static string SectionOf(string path)
    {
        var parts = path.Split("/pages/");

        if (parts.Length != 2)
        {
            return "";
        }

        var words = parts[1].Split('-');
        var numbers = words.TakeWhile(word => word.Length <= 2 && word.All(char.IsAsciiDigit)).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"{Sentence(words.Skip(numbers.Count))} ({Sentence(parts[0].Split('-'))}, {string.Join('.', numbers)})");
    }

    private static string Sentence(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";

    private static string Plain(string name) => name.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? name[..bracket] : name;
}
