using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Catalogues;

/// <summary>
/// What lists of others are asked for when a page's references are classified (DOIs, PMIDs, hosts, titles of journals, ISSNs), each as a number, and which of these a changed list
/// would answer otherwise. A page of which no key changed is classified as before. What is asked for is noted while the classifier asks, so that nothing has to be told twice.
/// </summary>
public static class SourceKeys
{
    private static readonly string[] Names =
    [
        ListNames.Retractions, ListNames.Universities, ListNames.AcademicDomains, ListNames.GovernmentDomains, ListNames.PublicSuffixes, ListNames.PerennialSources,
        ListNames.CitationCategories, ListNames.Doaj, ListNames.MedlineTitles, ListNames.NcbiTitles, ListNames.PredatoryPublishers, ListNames.PredatoryJournals,
    ];

    private static readonly Lock Turn = new();
    private static readonly HashSet<string> Asked = new(StringComparer.Ordinal);
    private static readonly Lazy<SourceClassifier> Listener = new(() => new(CatalogueSet.Embedded.With(RefreshedLists.Of(Names.Select(name => new RefreshedList(name, default, "", CompiledList.Listening(Asked)))))));

    /// <summary>The keys of references, each once, in order.</summary>
    public static IReadOnlyList<long> Of(IReadOnlyList<Reference> references)
    {
        ArgumentNullException.ThrowIfNull(references);

        lock (Turn)
        {
            Asked.Clear();

            foreach (var reference in references)
            {
                Listener.Value.Classify(reference);
            }

            return [.. Asked.Select(NumberOf).Distinct().Order()];
        }
    }

    /// <summary>The keys of which the lists say something else than before.</summary>
    public static IReadOnlySet<long> Changed(RefreshedLists before, RefreshedLists after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changed = new HashSet<long>();

        foreach (var name in Names)
        {
            var (old, now) = (before.Find(name), after.Find(name));

            if (old?.Digest != now?.Digest)
            {
                AddMissing(changed, old?.Entries, now?.Entries);
                AddMissing(changed, now?.Entries, old?.Entries);
            }
        }

        return changed;
    }

    // Entries of one list that the other lacks or has with another value.
    private static void AddMissing(HashSet<long> changed, CompiledList? list, CompiledList? other)
    {
        foreach (var (key, value) in list?.Entries() ?? [])
        {
            if (other?.Find(key) != value)
            {
                changed.Add(NumberOf(key));
            }
        }
    }

    // An entry for a path changes what is said of its host. DOIs have a slash of their own.
    private static long NumberOf(string key)
    {
        var end = key.StartsWith("10.", StringComparison.Ordinal) ? -1 : key.IndexOf('/', StringComparison.Ordinal);
        return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(end < 0 ? key : key[..end])));
    }
}
