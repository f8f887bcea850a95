namespace CredScore.Scoring.Documents;

/// <summary>The sections of the text, and which of them list sources or stand outside the text.</summary>
internal sealed class HtmlSections
{
    private readonly List<Section> _sections = [new() { Index = 0, Level = 1, Heading = "" }];
    private readonly SectionRole _role = new();

    public IReadOnlyList<Section> All => _sections;

    public Section Current => _sections[^1];

    /// <inheritdoc cref="SectionRole.IsBibliography"/>
    public bool ListsSources => _role.IsBibliography;

    /// <inheritdoc cref="SectionRole.IsOutside"/>
    public bool IsOutside => _role.IsOutside;

    public void Add(int level, string heading)
    {
        // The text under the heading is not read yet: below a chapter, an ambiguous word heads text more often than a list.
        _role.Enter(level, heading, isTold: level > 2);
        _sections.Add(new Section { Index = _sections.Count, Level = level, Heading = heading, IsAppendix = _role.IsAppendix });
    }
}
