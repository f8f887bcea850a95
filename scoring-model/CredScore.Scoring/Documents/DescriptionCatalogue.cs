using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Documents;

/// <summary>What a phrase of a description is for: a sign, or what the links beside it are.</summary>
internal enum PhraseRole
{
    Sponsor,
    Affiliate,
    DiscountCode,
    Shop,
    Patronage,
    Social,
    Disclosure,
    Disclaimer,
    Credential,
    Objective,
    Update,

    /// <summary>Stands before sources or heads a list of them.</summary>
    Sources,

    /// <summary>Names who made music, pictures and the film: no sources of what is said.</summary>
    Credits,

    /// <summary>Turns a sponsor's phrase into a disclosure.</summary>
    Negation,

    /// <summary>Letters behind a person's name.</summary>
    Postnominal,

    /// <summary>A body that issues guidelines, by its letters.</summary>
    Guideline,
}

/// <summary>What a host that descriptions link to is for.</summary>
/// <param name="Sign">The sign that a link to it is; null when it is none.</param>
/// <param name="IsHidden">Whether its addresses do not tell where they lead, so that only the words around them can.</param>
internal sealed record DescriptionHost(DescriptionSignKind? Sign, bool IsHidden);

/// <summary>The phrases and hosts by which descriptions are read.</summary>
internal sealed class DescriptionCatalogue
{
    private static readonly Lazy<DescriptionCatalogue> LazyEmbedded = new(() => Parse(new Dictionary<string, string>(CatalogueSet.EmbeddedFiles())));

    private DescriptionCatalogue(PhraseTable phrases, HostTable<DescriptionHost> hosts)
    {
        Phrases = phrases;
        Hosts = hosts;
    }

    public static DescriptionCatalogue Embedded => LazyEmbedded.Value;

    public PhraseTable Phrases { get; }

    public HostTable<DescriptionHost> Hosts { get; }

    /// <summary>Reads the two files. Throws <see cref="InvalidDataException"/> for a word that is none of theirs.</summary>
    public static DescriptionCatalogue Parse(IReadOnlyDictionary<string, string> files)
    {
        var phrases = CatalogueTable.Read("description-phrases", files["description-phrases"], ["phrase", "kind", "language", "note"]);
        var hosts = CatalogueTable.Read("description-hosts", files["description-hosts"], ["host", "kind", "note"]);
        return new(new(phrases.Select(row => (row[0], RoleOf(row[1]), row[3]))), new(hosts.Select(row => (row[0], HostOf(row[1])))));
    }

    private static PhraseRole RoleOf(string cell) => Enum.TryParse<PhraseRole>(cell, ignoreCase: true, out var role)
        ? role
        : throw new InvalidDataException($"description-phrases.tsv names an unknown kind: {cell}");

    private static DescriptionHost HostOf(string cell) => cell switch
    {
        "none" => new(null, false),
        "hidden" => new(null, true),
        _ => Enum.TryParse<DescriptionSignKind>(cell, ignoreCase: true, out var sign) ? new(sign, false) : throw new InvalidDataException($"description-hosts.tsv names an unknown kind: {cell}"),
    };
}
