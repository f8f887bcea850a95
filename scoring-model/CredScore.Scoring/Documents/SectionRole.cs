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

    // Words that head running text as often as a list: the literature of a country, the works of a poet.
    private static readonly FrozenSet<string> Ambiguous = new[]
    {
        "literature", "sources", "source", "primary sources", "secondary sources", "general", "specific", "books", "bibliography", "citations", "reference", "notes", "note",
        "publications", "selected publications", "works", "selected works", "links", "resources", "filmography", "discography", "literatur", "quellen", "литература",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Inside a section of the text, lists under these are of works by or about the subject.
    private static readonly FrozenSet<string> OfSubject = new[] { "books", "bibliography", "literature", "publications" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // By level of heading: what the innermost section of that level, or of one above it, is.
    private readonly Role[] _byLevel = new Role[7];

    private enum Role
    {
        Text,
        Bibliography,
        Outside,
    }

    /// <summary>Whether lists here are lists of sources.</summary>
    public bool IsBibliography { get; private set; }

    /// <summary>Whether what stands here is not the article's own text: external links, further reading.</summary>
    public bool IsOutside { get; private set; }

    /// <summary>Whether the section lists something instead of telling of the subject.</summary>
    public bool IsAppendix => IsBibliography || IsOutside;

    /// <summary>Whether the heading alone does not tell, so that the section's content decides.</summary>
    public static bool IsAmbiguous(string heading) => Ambiguous.Contains(NameOf(heading));

    /// <summary>Starts again at the lead.</summary>
    public void Reset()
    {
        Array.Clear(_byLevel);
        IsBibliography = IsOutside = false;
    }

    /// <summary>Takes the next heading; <paramref name="isTold"/> says of an ambiguous one that running text stands under it.</summary>
    public void Enter(int level, string heading, bool isTold)
    {
        var role = Find(Math.Clamp(level, 1, 6), NameOf(heading), isTold);
        _byLevel.AsSpan(Math.Clamp(level, 1, 6)).Fill(role);
        IsBibliography = role == Role.Bibliography;
        IsOutside = role == Role.Outside;
    }

    private Role Find(int level, string name, bool isTold)
    {
        var above = _byLevel[level - 1];
        var own = Bibliographies.Contains(name) ? Role.Bibliography : Outside.Contains(name) ? Role.Outside : Role.Text;

        if (own == Role.Text || !Ambiguous.Contains(name))
        {
            return own == Role.Text ? above : own;
        }

        // "Books" under "Further reading" are further reading; "Literature" of a country is told, not listed; "Books" under "Career" are those of the author.
        return above != Role.Text ? above
            : isTold ? Role.Text
            : level > 2 && OfSubject.Contains(name) ? Role.Outside
            : own;
    }

    private static string NameOf(string heading) => heading.TrimEnd(':', '.');
}
