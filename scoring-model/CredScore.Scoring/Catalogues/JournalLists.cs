using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Catalogues;

/// <summary>The refreshed registers of journals: one family, asked from the strictest to the widest.</summary>
internal sealed class JournalLists(RefreshedLists lists)
{
    private readonly (RefreshedList? List, string Register)[] _registers =
    [
        (lists.Find(ListNames.MedlineTitles), "a journal on MEDLINE's list of titles"),
        (lists.Find(ListNames.Doaj), "an open-access journal in the Directory of Open Access Journals"),
        (lists.Find(ListNames.NcbiTitles), "a journal that NCBI's databases cite"),
    ];

    /// <summary>Finds a title as written, whole or up to its subtitle, place or edition.</summary>
    public Verdict? Find(ReadOnlySpan<char> title)
    {
        Span<char> buffer = stackalloc char[NameKey.MaxLength];

        return FindKey(buffer[..NameKey.Write(title, buffer)])
            ?? (NameCatalogue.SubtitleAt(title) is var end and > 0 ? FindKey(buffer[..NameKey.Write(title[..end], buffer)]) : null);
    }

    public Verdict? FindIssn(ReadOnlySpan<char> issn)
    {
        Span<char> key = stackalloc char[ListKeys.Issn.Length + 9];

        if (issn.Length != 9)
        {
            return null;
        }

        ListKeys.Issn.CopyTo(key);
        issn.ToUpperInvariant(key[ListKeys.Issn.Length..]);
        return FindKey(key);
    }

    private Verdict? FindKey(ReadOnlySpan<char> key)
    {
        foreach (var (list, register) in _registers)
        {
            if (list is not null && list.Entries.Find(key) is { } title)
            {
                return new(SourceType.JournalArticle, $"published in {title}, {register}", list.Label, title);
            }
        }

        return null;
    }
}
