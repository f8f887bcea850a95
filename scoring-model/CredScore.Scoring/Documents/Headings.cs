namespace CredScore.Scoring.Documents;

/// <summary>What the heading of a section says of its content, in the large language editions.</summary>
internal static class Headings
{
    // Headings that say what a section's list is: sources of the text, or links that the text does not rest on.
    private static readonly HashSet<string> Bibliography = new(StringComparer.OrdinalIgnoreCase)
    {
        "references", "reference", "bibliography", "sources", "source", "works cited", "literature", "literature cited", "cited literature", "citations",
        "references and notes", "notes and references", "footnotes", "notes", "general references", "cited works", "cited sources", "primary sources",
        "secondary sources", "books", "references and sources", "sources and references", "book references", "print sources", "online sources", "references cited",
        "general", "specific", "bibliographical references", "references and bibliography", "select bibliography", "selected bibliography", "notes and sources",
        "einzelnachweise", "literatur", "quellen", "références", "bibliographie", "sources et bibliographie", "referencias", "bibliografía", "note", "bibliografia",
        "referências", "referenties", "bronnen", "källor", "referenser", "przypisy", "примечания", "литература", "источники", "lähteet", "kaynakça",
    };

    private static readonly HashSet<string> Outside = new(StringComparer.OrdinalIgnoreCase)
    {
        "external links", "external link", "further reading", "see also", "external links and references", "links", "external sources", "weblinks", "liens externes",
        "voir aussi", "enlaces externos", "véase también", "collegamenti esterni", "altri progetti", "voci correlate", "ligações externas", "ver também",
        "externe links", "externe link", "zie ook", "externa länkar", "se även", "linki zewnętrzne", "zobacz też", "ссылки", "см. также", "siehe auch",
        "additional reading", "recommended reading", "related reading", "additional resources", "resources", "filmography", "discography",
        "publications", "selected publications", "works", "selected works", "partial bibliography", "web links", "other websites", "other resources", "suggested reading",
    };

    // Words that head running text as often as a list: the literature of a country, the works of a poet.
    private static readonly HashSet<string> Ambiguous = new(StringComparer.OrdinalIgnoreCase)
    {
        "literature", "sources", "source", "primary sources", "secondary sources", "general", "specific", "books", "bibliography", "citations", "reference", "notes", "note",
        "publications", "selected publications", "works", "selected works", "links", "resources", "filmography", "discography", "literatur", "quellen", "литература",
    };

    private static readonly HashSet<string> OfSubject = new(StringComparer.OrdinalIgnoreCase) { "books", "bibliography", "literature", "publications" };

    /// <summary>Whether a list under this heading, inside a section of the text, is of works by or about the subject and not of sources.</summary>
    public static bool IsOfSubject(string heading) => OfSubject.Contains(heading.TrimEnd(':', '.'));

    /// <summary>Whether the section may also be running text, so that its content decides.</summary>
    public static bool IsAmbiguous(string heading) => Ambiguous.Contains(heading.TrimEnd(':', '.'));

    /// <summary>Whether the section lists what the text rests on.</summary>
    public static bool IsBibliography(string heading) => Bibliography.Contains(heading.TrimEnd(':', '.'));

    /// <summary>Whether the section lists links or works that the text does not rest on.</summary>
    public static bool IsOutside(string heading) => Outside.Contains(heading.TrimEnd(':', '.'));
}
