using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>What a template does in an article, as far as reading it is concerned.</summary>
internal enum TemplateRole
{
    /// <summary>Layout and everything else that is passed over.</summary>
    None,

    /// <summary>Gives a source by its parts; the kind is the <see cref="ReferenceKind"/>.</summary>
    Citation,

    /// <summary>A footnote of author and year that points at a bibliography.</summary>
    Short,

    /// <summary>Author and year in the running text or inside a footnote.</summary>
    Harv,

    /// <summary>A footnote given as a template parameter.</summary>
    Note,

    /// <summary>Calls footnotes by name.</summary>
    Call,

    /// <summary>Calls an entry of a hand-made list, as articles did before footnote tags.</summary>
    OldCall,

    Pages,
    Reflist,
    Identifier,
    Maintenance,

    /// <summary>Holds several maintenance boxes.</summary>
    Issues,

    Inline,
    Infobox,
    Resources,
    Badge,
    Hatnote,
    Description,

    /// <summary>Shows text of another page, which is not here.</summary>
    Excerpt,

    /// <summary>Its last parameter is running text.</summary>
    Text,

    /// <summary>Links to a site; the kind is its host.</summary>
    Site,

    Dead,
    Archive,
    Retraction,
    Stub,
}

/// <summary>A template's role with its detail.</summary>
internal sealed record TemplateInfo(TemplateRole Role, string Kind)
{
    /// <summary>For citations: what the source is by its form.</summary>
    public ReferenceKind ReferenceKind { get; } = Role == TemplateRole.Citation && Enum.TryParse<ReferenceKind>(Kind, ignoreCase: true, out var kind)
        ? kind
        : ReferenceKind.Other;
}

/// <summary>The templates a reader knows by name: <c>scoring-model/catalogues/templates.tsv</c> and a few rules for families of names.</summary>
internal static class TemplateCatalogue
{
    public const int LongestName = 80;

    private static readonly TemplateInfo Unknown = new(TemplateRole.None, "");
    private static readonly TemplateInfo Infobox = new(TemplateRole.Infobox, "");
    private static readonly TemplateInfo Stub = new(TemplateRole.Stub, "");
    private static readonly TemplateInfo OtherCitation = new(TemplateRole.Citation, "other");
    private static readonly TemplateInfo Text = new(TemplateRole.Text, "");

    private static readonly FrozenDictionary<string, TemplateInfo> ByName = Load();
    private static readonly FrozenDictionary<string, TemplateInfo>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByName.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The role of a template by its name as written: any case, underscores, an optional namespace, a comment behind it.</summary>
    public static TemplateInfo Find(ReadOnlySpan<char> written)
    {
        var name = Normalise(written, stackalloc char[LongestName]);

        if (name.IsEmpty)
        {
            return Unknown;
        }

        return Lookup.TryGetValue(name, out var info) ? info : FindFamily(name);
    }

    /// <summary>The kind of maintenance box by its name, for boxes that stand as parameters of a box of boxes; null when it is none.</summary>
    public static string? FindMaintenance(ReadOnlySpan<char> name) => Find(name) is { Role: TemplateRole.Maintenance, Kind: var kind } ? kind : null;

    private static TemplateInfo FindFamily(ReadOnlySpan<char> name)
    {
        if (name.StartsWith("infobox", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" infobox", StringComparison.OrdinalIgnoreCase))
        {
            return Infobox;
        }

        if (name.EndsWith("-stub", StringComparison.OrdinalIgnoreCase))
        {
            return Stub;
        }

        if (name.StartsWith("cite ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("vcite ", StringComparison.OrdinalIgnoreCase))
        {
            return OtherCitation;
        }

        return name.StartsWith("lang-", StringComparison.OrdinalIgnoreCase) ? Text : Unknown;
    }

    private static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> written, Span<char> buffer)
    {
        var comment = written.IndexOf("<!--", StringComparison.Ordinal);
        var name = (comment > 0 ? written[..comment] : written).Trim();

        if (comment == 0 && written.IndexOf("-->", StringComparison.Ordinal) is > 0 and var end)
        {
            name = written[(end + 3)..].Trim();
        }

        if (name.StartsWith("template:", StringComparison.OrdinalIgnoreCase))
        {
            name = name[9..].TrimStart();
        }

        if (name.Length > LongestName)
        {
            return default;
        }

        if (!name.Contains('_'))
        {
            return name;
        }

        name.Replace(buffer, '_', ' ');
        return buffer[..name.Length].Trim();
    }

    private static FrozenDictionary<string, TemplateInfo> Load()
    {
        using var stream = typeof(TemplateCatalogue).Assembly.GetManifestResourceStream("catalogues/templates.tsv")!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        var entries = new Dictionary<string, TemplateInfo>(StringComparer.OrdinalIgnoreCase);
        var infos = new Dictionary<(TemplateRole, string), TemplateInfo>();

        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            var key = (Enum.Parse<TemplateRole>(cells[1], ignoreCase: true), cells[2]);

            if (!infos.TryGetValue(key, out var info))
            {
                infos[key] = info = new(key.Item1, key.Item2);
            }

            entries.Add(cells[0], info);
        }

        return entries.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
