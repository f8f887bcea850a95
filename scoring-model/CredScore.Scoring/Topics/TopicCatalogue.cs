using System.Text;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Topics;

/// <summary>Topics by name and by number. Made once and never changed; see <c>catalogues/README.md</c> for the embedded core.</summary>
public sealed class TopicCatalogue
{
    /// <summary>The most words of a name that are looked for in a longer text.</summary>
    internal const int MostWords = 6;

    private const string Resource = "catalogues/topics.tsv";

    private static readonly Lazy<TopicCatalogue> LazyEmbedded = new(() => new(ReadEmbedded()));
    private static readonly string[] Columns = ["topic", "synonyms", "field", "identifiers", "links"];

    private readonly Dictionary<string, Topic> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Topic> _byIdentifier = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Topic>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private TopicCatalogue(IReadOnlyList<Topic> topics)
    {
        All = topics;
        _bySpan = _byName.GetAlternateLookup<ReadOnlySpan<char>>();

        // A topic's own name goes before another's synonym.
        foreach (var topic in topics)
        {
            _byName.TryAdd(NameKey.Of(topic.Name), topic);

            foreach (var (scheme, value) in topic.Identifiers)
            {
                _byIdentifier.TryAdd($"{scheme}:{value}", topic);
            }
        }

        foreach (var topic in topics)
        {
            foreach (var synonym in topic.Synonyms)
            {
                _byName.TryAdd(NameKey.Of(synonym), topic);
            }
        }

        _byName.Remove("");
    }

    /// <summary>The topics this library was built with. Read when first asked for.</summary>
    public static TopicCatalogue Embedded => LazyEmbedded.Value;

    /// <summary>Every topic.</summary>
    public IReadOnlyList<Topic> All { get; }

    /// <summary>The topic of that name or synonym, in singular or plural, whatever its case; null when there is none.</summary>
    public Topic? Find(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[NameKey.MaxLength];
        return FindKey(key[..NameKey.Write(name, key)]);
    }

    /// <summary>The topic that a register knows under a number; null when there is none.</summary>
    public Topic? FindIdentifier(string scheme, string value) => _byIdentifier.GetValueOrDefault($"{scheme}:{value}");

    /// <summary>Finds a name that already is a key.</summary>
    internal Topic? FindKey(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty)
        {
            return null;
        }

        return _bySpan.TryGetValue(key, out var topic) || (key.Length > 4 && key[^1] == 's' && key[^2] != 's' && _bySpan.TryGetValue(key[..^1], out topic)) ? topic : null;
    }

    /// <summary>Reads a list in the form of the embedded one. Throws <see cref="InvalidDataException"/> when it is not.</summary>
    internal static IEnumerable<Topic> Parse(string text)
        => CatalogueTable.Read("topics", text, Columns).Select(row => new Topic(row[0], CatalogueTable.Items(row[1]), row[2], ReadIdentifiers(row[3]), ReadLinks(row[4])));

    private static List<Topic> ReadEmbedded()
    {
        using var reader = new StreamReader(typeof(TopicCatalogue).Assembly.GetManifestResourceStream(Resource)!, Encoding.UTF8);
        return [.. Parse(reader.ReadToEnd())];
    }

    private static Dictionary<string, string> ReadIdentifiers(string cell)
    {
        var identifiers = new Dictionary<string, string>(1, StringComparer.Ordinal);

        foreach (var item in CatalogueTable.Items(cell))
        {
            var colon = item.IndexOf(':', StringComparison.Ordinal);
            identifiers.Add(colon > 0 ? item[..colon] : throw new InvalidDataException($"topics.tsv has a number without its register: {item}"), item[(colon + 1)..]);
        }

        return identifiers;
    }

    private static TopicLink[] ReadLinks(string cell) => [.. CatalogueTable.Items(cell).Select(ReadLink)];

    private static TopicLink ReadLink(string item)
    {
        var end = item.AsSpan().IndexOfAny(':', '~');
        return end > 0 ? new(item[..end], item[(end + 1)..], item[end] == '~') : throw new InvalidDataException($"topics.tsv has a page without its publisher: {item}");
    }
}
