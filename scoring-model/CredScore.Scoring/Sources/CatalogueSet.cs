using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using CredScore.Scoring.Catalogues;

namespace CredScore.Scoring.Sources;

/// <summary>The catalogues that classify sources, read from their files. What the columns mean stands in <c>catalogues/README.md</c>.</summary>
public sealed class CatalogueSet
{
    private static readonly Lazy<CatalogueSet> LazyEmbedded = new(ReadEmbedded);

    private CatalogueSet(SortedDictionary<string, string> files)
    {
        Version = Digest(files);
        Names = [.. files.Keys];

        var rows = new CatalogueRows(files);
        Journals = NameCatalogue.Create(rows.Journals());
        JournalsByIssn = new Dictionary<string, Verdict>(rows.JournalsByIssn(Journals), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Prefixes = new Dictionary<string, Verdict>(rows.Prefixes(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Publishers = NameCatalogue.Create(rows.Publishers());
        Works = NameCatalogue.Create(rows.Works());
        Retractions = new(rows.Retractions(), StringComparer.Ordinal);
        Hosts = new(rows.Hosts(), rows.Suffixes());
        PassThroughs = new(rows.PassThroughs());
        Channels = new(rows.Channels());
        ChannelWords = new(rows.ChannelWords());
    }

    private CatalogueSet(CatalogueSet core, RefreshedLists refreshed)
    {
        Version = refreshed.Version.Length == 0 ? core.Version : DigestOf(core.Version, refreshed.Version);
        Names = core.Names;
        Journals = core.Journals;
        JournalsByIssn = core.JournalsByIssn;
        Prefixes = core.Prefixes;
        Publishers = core.Publishers;
        Works = core.Works;
        Retractions = core.Retractions;
        Hosts = core.Hosts;
        PassThroughs = core.PassThroughs;
        Channels = core.Channels;
        ChannelWords = core.ChannelWords;
        Refreshed = refreshed;
    }

    /// <summary>The catalogues this library was built with.</summary>
    public static CatalogueSet Embedded => LazyEmbedded.Value;

    /// <summary>The first twelve hexadecimal digits of SHA-256 over the files in order of name, and over the refreshed lists where there are any.</summary>
    public string Version { get; }

    /// <summary>Names of the files, without extension, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The lists of others that stand beside the catalogues.</summary>
    public RefreshedLists Refreshed { get; } = RefreshedLists.None;

    internal NameCatalogue Journals { get; }

    internal Dictionary<string, Verdict>.AlternateLookup<ReadOnlySpan<char>> JournalsByIssn { get; }

    internal Dictionary<string, Verdict>.AlternateLookup<ReadOnlySpan<char>> Prefixes { get; }

    internal NameCatalogue Publishers { get; }

    internal NameCatalogue Works { get; }

    internal Dictionary<string, Retraction> Retractions { get; }

    internal HostCatalogue Hosts { get; }

    internal HostTable<PassThrough> PassThroughs { get; }

    internal ChannelCatalogue Channels { get; }

    internal ChannelWords ChannelWords { get; }

    /// <summary>Reads catalogues from the texts of their files, by name without extension. Throws <see cref="InvalidDataException"/> for a file that is not what it should be.</summary>
    public static CatalogueSet Parse(IEnumerable<KeyValuePair<string, string>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var sorted = new SortedDictionary<string, string>(StringComparer.Ordinal);

        foreach (var (name, text) in files)
        {
            sorted.Add(name, text);
        }

        return new(sorted);
    }

    /// <summary>The same catalogues with lists of others beside them. Without lists the answer classifies as these catalogues alone, under the same version.</summary>
    public CatalogueSet With(RefreshedLists refreshed)
    {
        ArgumentNullException.ThrowIfNull(refreshed);
        return new(this, refreshed);
    }

    /// <summary>What is known of a retraction: the refreshed register first, then the embedded core.</summary>
    internal Retraction? FindRetraction(string? doi, string? pmid) => Refreshed.FindRetraction(doi, pmid) ?? (doi is null ? null : Retractions.GetValueOrDefault(doi));

    /// <summary>The texts of the embedded files, by name without extension.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> EmbeddedFiles()
    {
        const string Folder = "catalogues/";
        var assembly = typeof(CatalogueSet).Assembly;

        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            yield return new(Path.GetFileNameWithoutExtension(resource[Folder.Length..]), ReadText(assembly, resource));
        }
    }

    private static CatalogueSet ReadEmbedded() => Parse(EmbeddedFiles());

    private static string ReadText(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string DigestOf(string core, string refreshed) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{core}+{refreshed}")))[..12];

    private static string Digest(SortedDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        foreach (var (name, text) in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
