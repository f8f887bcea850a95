using System.Collections.Frozen;

namespace CredScore.Scoring.Sources;

/// <summary>Finds publishers under the many ways in which their names are written: with place, legal form, division or imprint.</summary>
internal static class PublisherNames
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Additions = new[]
    {
        "ag", "america", "academic", "books", "bv", "ca", "canada", "co", "communications", "company", "corp", "corporation", "division", "editions", "education", "educational", "gmbh", "group",
        "health", "home", "imprint", "inc", "incorporated", "international", "limited", "llc", "london", "ltd", "medical", "new", "north", "of", "online", "oxford", "paperbacks",
        "plc", "pr", "press", "professional", "pty", "pub", "publ", "publication", "publications", "publishers", "publishing", "reference", "sciences", "science", "scientific", "sons",
        "trade", "uk", "us", "usa", "verlag", "website", "york",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The verdict on a publisher; null when the catalogue knows none of its names.</summary>
    public static Verdict? Find(NameCatalogue publishers, ReadOnlySpan<char> name)
    {
        if (publishers.Find(name) is { } verdict)
        {
            return verdict;
        }

        // "Oxford: Clarendon Press", "Elsevier/Saunders"
        if (name.LastIndexOfAny(":/;") is > 0 and var mark && mark + 1 < name.Length && publishers.Find(name[(mark + 1)..]) is { } placed)
        {
            return placed;
        }

        Span<char> buffer = stackalloc char[NameKey.MaxLength];
        return FindShortened(publishers, buffer[..NameKey.Write(name, buffer)]);
    }

    /// <summary>The verdict on a publisher whose name goes on with its legal form, division or place; null when none of the catalogue's does.</summary>
    public static Verdict? FindShortened(NameCatalogue publishers, ReadOnlySpan<char> key)
    {
        // "Springer Verlag GmbH" is Springer; "Springer Spaniel Club" is not.
        while (key.LastIndexOf(' ') is > 0 and var space && Additions.Contains(key[(space + 1)..]))
        {
            key = key[..space];

            if (publishers.FindKey(key) is { } shortened)
            {
                return shortened;
            }
        }

        return null;
    }
}
