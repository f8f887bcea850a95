using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Topics;

/// <summary>
/// Topics of the refreshed lists: the health topics of MedlinePlus, the headings of MeSH and the diseases of the Disease Ontology. They are looked up where they lie, by a name or a
/// number; the embedded topics go before them.
/// </summary>
public sealed class ListTopics
{
    private const string MedlinePlusStart = "https://medlineplus.gov/";
    private const string MedlinePlusEnd = ".html";

    // Branches of MeSH that are no subjects: humanities, forms of publication, places.
    private const string NoSubjects = "KVZ";

    private readonly CompiledList? _medlinePlus;
    private readonly CompiledList? _mesh;
    private readonly CompiledList? _diseases;

    private ListTopics(RefreshedLists lists)
    {
        _medlinePlus = lists.Find(ListNames.MedlinePlusTopics)?.Entries;
        _mesh = lists.Find(ListNames.Mesh)?.Entries;
        _diseases = lists.Find(ListNames.DiseaseOntology)?.Entries;
    }

    /// <summary>No list was refreshed: the embedded topics work alone.</summary>
    public static ListTopics None { get; } = new(RefreshedLists.None);

    /// <summary>The topics of these lists.</summary>
    public static ListTopics Of(RefreshedLists lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        return lists.All.Count == 0 ? None : new(lists);
    }

    /// <summary>What the lists know under a name, in singular or plural; null when they do not know it.</summary>
    public Topic? FindName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = NameKey.Of(name);

        if (key.Length == 0)
        {
            return null;
        }

        var disease = Named(_diseases, key);
        return Write(name, Named(_medlinePlus, key), Named(_mesh, key) ?? MeshOf(disease), disease);
    }

    /// <summary>Whether a name is, letter for letter but for case, a subject's own heading in MeSH among bodies, organisms, diseases, substances, methods and processes.</summary>
    public bool IsSubject(string name)
        => _mesh is not null && NameKey.Of(name) is { Length: > 0 } key && _mesh.Find(ListKeys.Name + key) is { } mesh
            && _mesh.Find(mesh)?.Split(ListKeys.Separator) is [var heading, var trees, ..]
            && heading.Equals(name, StringComparison.OrdinalIgnoreCase) && trees.Split('|').Any(tree => tree.Length > 0 && tree[0] is >= 'A' and <= 'G');

    /// <summary>What the lists know under a number of a register: <c>mesh</c>, <c>orphanet</c> or <c>omim</c>; null when they do not know it.</summary>
    /// <param name="name">What the page calls it.</param>
    /// <param name="scheme">The register.</param>
    /// <param name="number">The number in the register's own form.</param>
    /// <param name="isOwn">Whether the number is known to be the subject's own. A number in an infobox under a name that no list gives to it may stand for something wider or related, so it is not exact.</param>
    public Topic? FindNumber(string name, string scheme, string number, bool isOwn)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = NameKey.Of(name);
        var disease = scheme == "mesh" ? Named(_diseases, key) : _diseases?.Find($"{scheme}:{number}");
        return Write(name, null, scheme == "mesh" ? number : MeshOf(disease), disease, isPart: !isOwn && Named(_mesh, key) is null && Named(_diseases, key) is null);
    }

    /// <summary>The topic's MeSH number by the number of a rare disease; null when no list knows it.</summary>
    public string? MeshOf(string scheme, string number) => MeshOf(_diseases?.Find($"{scheme}:{number}"));

    private static string? Named(CompiledList? list, string key)
    {
        if (list is null)
        {
            return null;
        }

        return list.Find(ListKeys.Name + key)
            ?? (key.EndsWith('s') ? key.Length > 4 && key[^2] != 's' ? list.Find(ListKeys.Name + key[..^1]) : null : list.Find($"{ListKeys.Name}{key}s"));
    }

    private string? MeshOf(string? disease) => disease is not null && _diseases!.Find(disease)?.Split(ListKeys.Separator) is [_, { Length: > 0 } mesh, ..] ? mesh : null;

    private Topic? Write(string name, string? medlinePlus, string? mesh, string? disease, bool isPart = false)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        var links = new List<TopicLink>();

        if (medlinePlus?.Split(ListKeys.Separator) is [var url, ..] && url.StartsWith(MedlinePlusStart, StringComparison.Ordinal) && url.EndsWith(MedlinePlusEnd, StringComparison.Ordinal))
        {
            links.Add(new("medlineplus", url[MedlinePlusStart.Length..^MedlinePlusEnd.Length]));
        }

        if (disease is not null && _diseases!.Find(disease)?.Split(ListKeys.Separator) is [var label, _, var orphanet, ..])
        {
            links.AddRange(orphanet.Length > 0 ? [new("orphanet", orphanet, isPart) { Title = label }] : []);
            links.Add(new("doid", disease, isPart) { Title = label });
        }

        if (mesh is not null && _mesh?.Find(mesh)?.Split(ListKeys.Separator) is [var heading, var trees, ..] && trees.Split('|').Any(tree => tree.Length > 0 && !NoSubjects.Contains(tree[0], StringComparison.Ordinal)))
        {
            identifiers.Add("mesh", mesh);
            links.Add(new("mesh", mesh, isPart) { Title = heading });
        }

        return links.Count == 0 ? null : new(name, [], "medicine", identifiers, links);
    }
}
