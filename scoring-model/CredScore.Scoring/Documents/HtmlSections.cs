using System.Collections.Frozen;

namespace CredScore.Scoring.Documents;

/// <summary>The sections of the text, and which of them list sources.</summary>
internal sealed class HtmlSections
{
    private static readonly FrozenSet<string> SourceHeadings = new[]
    {
        "references", "reference", "sources", "source", "bibliography", "works cited", "cited works", "literature cited", "cited sources", "sources cited",
        "general references", "general sources", "citations", "notes and references", "references and notes", "footnotes", "notes", "literature", "citations and references",
        "primary sources", "secondary sources", "cited literature", "references cited", "books cited", "general and cited references", "general and cited sources",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> ReadingHeadings = new[]
    {
        "further reading", "external links", "see also", "publications", "selected bibliography", "selected publications", "selected works",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly List<Section> _sections = [new() { Index = 0, Level = 1, Heading = "" }];
    private int _sourceLevel = int.MaxValue;
    private int _readingLevel = int.MaxValue;

    public IReadOnlyList<Section> All => _sections;

    public Section Current => _sections[^1];

    /// <summary>Whether lists here are lists of sources: by the heading, or by the heading of a section around this one.</summary>
    public bool ListsSources => _sourceLevel < int.MaxValue && !IsFurtherReading;

    /// <summary>Whether lists here recommend what the article does not rest on.</summary>
    public bool IsFurtherReading => _readingLevel < int.MaxValue;

    public void Add(int level, string heading)
    {
        _sections.Add(new Section { Index = _sections.Count, Level = level, Heading = heading });
        _sourceLevel = Enclosing(_sourceLevel, level, SourceHeadings.Contains(heading));
        _readingLevel = Enclosing(_readingLevel, level, ReadingHeadings.Contains(heading));
    }

    private static int Enclosing(int outer, int level, bool isOne)
    {
        outer = outer < level ? outer : int.MaxValue;
        return isOne ? Math.Min(outer, level) : outer;
    }
}
