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
    public Topic? FindNumber(string name, string scheme, string number)
    {
        ArgumentNullException.ThrowIfNull(name);
        var (mesh, disease) = scheme == "mesh"
            ? (_mesh?.Contains(number) == true ? number : null, _diseases?.Find($"mesh:{number}"))
            : (null, _diseases?.Find($"{scheme}:{number}"));
        return Write(name, null, mesh ?? MeshOf(disease), disease);
    }

    /// <summary>Whether what a register's number stands for is wider than the name: "venous insufficiency" for "chronic cerebro-spinal venous insufficiency".</summary>
    private static bool IsWider(string label, string name)
    {
        var (wide, narrow) = (NameKey.Of(label).Split(' '), NameKey.Of(name).Split(' '));
        return wide.Length < narrow.Length && wide.All(word => narrow.Contains(word));
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

    private Topic? Write(string name, string? medlinePlus, string? mesh, string? disease)
    {
        var identifiers = new Dictionary<string, string>(StringComparer.Ordinal);
        var links = new List<TopicLink>();

        if (medlinePlus?.Split(ListKeys.Separator) is [var url, ..] && url.StartsWith(MedlinePlusStart, StringComparison.Ordinal) && url.EndsWith(MedlinePlusEnd, StringComparison.Ordinal))
        {
            links.Add(new("medlineplus", url[MedlinePlusStart.Length..^MedlinePlusEnd.Length]));
        }

        if (disease is not null && _diseases!.Find(disease)?.Split(ListKeys.Separator) is [var label, _, var orphanet, ..])
        {
            links.AddRange(orphanet.Length > 0 ? [new("orphanet", orphanet, IsWider(label, name)) { Title = label }] : []);
            links.Add(new("doid", disease, IsWider(label, name)) { Title = label });
        }

        if (mesh is not null && _mesh?.Find(mesh)?.Split(ListKeys.Separator) is [var heading, var trees, ..] && trees.Split('|').Any(tree => tree.Length > 0 && !NoSubjects.Contains(tree[0], StringComparison.Ordinal)))
        {
            identifiers.Add("mesh", mesh);
            links.Add(new("mesh", mesh, IsWider(heading, name)) { Title = heading });
        }

        return links.Count == 0 ? null : new(name, [], "medicine", identifiers, links);
    }
}
