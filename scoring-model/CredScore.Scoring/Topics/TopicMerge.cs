using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Topics;

/// <summary>Puts lists of topics together: the same name or the same MeSH number is the same topic.</summary>
internal sealed class TopicMerge
{
    private const string Mesh = "mesh";

    private readonly List<Topic> _topics;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public TopicMerge(IReadOnlyList<Topic> topics)
    {
        _topics = new(topics.Count);

        foreach (var topic in topics)
        {
            Place(topic, _topics.Count);
            _topics.Add(topic);
        }
    }

    public IReadOnlyList<Topic> Topics => _topics;

    public void Add(Topic topic)
    {
        if (FindPlace(topic) is { } place)
        {
            _topics[place] = Join(_topics[place], topic);
            Place(topic, place);
        }
        else
        {
            Place(topic, _topics.Count);
            _topics.Add(topic);
        }
    }

    private static Topic Join(Topic known, Topic added) => known with
    {
        Synonyms = [.. known.Synonyms.Concat(added.Synonyms).Append(added.Name).Where(name => name != known.Name).Distinct(StringComparer.OrdinalIgnoreCase)],
        Identifiers = added.Identifiers.Concat(known.Identifiers).GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal),
        // What the core says of a page stands; a list adds pages of publishers that the core has none of.
        Links = [.. known.Links, .. added.Links.Where(link => !known.Links.Any(old => old.Publisher == link.Publisher && !old.IsPart))],
    };

    private int? FindPlace(Topic topic)
    {
        if (topic.Identifiers.TryGetValue(Mesh, out var mesh) && _places.TryGetValue($"{Mesh}:{mesh}", out var place))
        {
            return place;
        }

        return _places.TryGetValue(NameKey.Of(topic.Name), out place) ? place : null;
    }

    private void Place(Topic topic, int place)
    {
        _places.TryAdd(NameKey.Of(topic.Name), place);

        foreach (var synonym in topic.Synonyms)
        {
            _places.TryAdd(NameKey.Of(synonym), place);
        }

        if (topic.Identifiers.TryGetValue(Mesh, out var mesh))
        {
            _places.TryAdd($"{Mesh}:{mesh}", place);
        }
    }
}
