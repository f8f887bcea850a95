using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>
/// What a section is by its heading: the article's own text, a list of sources that it rests on, or links and reading that it does not rest on.
/// Both readers follow the headings by this one rule.
/// </summary>
internal sealed class SectionRole
{
    private static readonly FrozenSet<string> Bibliographies = new[]
    {
        "references", "reference", "bibliography", "sources", "source", "works cited", "literature", "literature cited", "cited literature", "citations",
        "references and notes", "notes and references", "footnotes", "notes", "general references", "cited works", "cited sources", "primary sources",
        "secondary sources", "books", "references and sources", "sources and references", "book references", "print sources", "online sources", "references cited",
        "general", "specific", "bibliographical references", "references and bibliography", "select bibliography", "selected bibliography", "notes and sources",
        "einzelnachweise", "literatur", "quellen", "références", "bibliographie", "sources et bibliographie", "referencias", "bibliografía", "note", "bibliografia",
        "referências", "referenties", "bronnen", "källor", "referenser", "przypisy", "примечания", "литература", "источники", "lähteet", "kaynakça",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Outside = new[]
    {
        "external links", "external link", "further reading", "see also", "external links and references", "links", "external sources", "weblinks", "liens externes",
        "voir aussi", "enlaces externos", "véase también", "collegamenti esterni", "altri progetti", "voci correlate", "ligações externas", "ver também",
        "externe links", "externe link", "zie ook", "externa länkar", "se även", "linki zewnętrzne", "zobacz też", "ссылки", "см. также", "siehe auch",
        "additional reading", "recommended reading", "related reading", "additional resources", "resources", "filmography", "discography",
        "publications", "selected publications", "works", "selected works", "partial bibliography", "web links", "other websites", "other resources", "suggested reading",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private bool _isChapterBibliography;
    private bool _isChapterOutside;

    /// <summary>Whether lists here are lists of sources.</summary>
    public bool IsBibliography { get; private set; }

    /// <summary>Whether what stands here is not the article's own text: external links, further reading.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>Starts again at the lead.</summary>
    public void Reset() => _isChapterBibliography = _isChapterOutside = IsBibliography = IsOutside = false;

    /// <summary>Takes the next heading.</summary>
    public void Enter(int level, string heading)
    {
        var name = heading.TrimEnd(':', '.');
        var isBibliography = Bibliographies.Contains(name);
        var isOutside = !isBibliography && Outside.Contains(name);

        if (level <= 2)
        {
            _isChapterBibliography = IsBibliography = isBibliography;
            _isChapterOutside = IsOutside = isOutside;
            return;
        }

        // "Works" or "Resources" inside a chapter of text is a chapter's part like any other; inside "References" a subsection tells sources from reading.
        var isApart = (_isChapterBibliography || _isChapterOutside) && (isBibliography || isOutside);
        IsBibliography = isApart ? isBibliography : _isChapterBibliography;
        IsOutside = isApart ? isOutside : _isChapterOutside;
    }
}
