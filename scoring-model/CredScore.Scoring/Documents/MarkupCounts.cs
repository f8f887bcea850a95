using CredScore.Scoring.Model;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Counts over the wikitext itself, which no rendering shows. Badges and stub notices are left out, so that they never tell the model the grade.
/// </summary>
/// <param name="Characters">Characters of the wikitext.</param>
/// <param name="Templates">Templates that are opened, citations and boxes among them.</param>
/// <param name="FixedSpaces">Spaces at which no line may break, between a number and its unit for example: a habit of careful editors.</param>
/// <param name="Thumbnails">Images that are set beside the text.</param>
/// <param name="LabelledLinks">Links with a label of their own, files among them.</param>
public sealed record MarkupCounts(int Characters, int Templates, int FixedSpaces, int Thumbnails, int LabelledLinks)
{
    /// <summary>The year before the first that is looked for.</summary>
    public const int BeforeYears = 1999;

    // The labelled revisions end in 2014 and speak of a year or two ahead: a later one would say no more.
    private const int LastYear = 2016;

    /// <summary>Links to articles, wherever they stand: text, tables, boxes and footnotes.</summary>
    public int Links { get; init; }

    /// <summary>Footnotes and calls of footnotes by name.</summary>
    public int NamedReferences { get; init; }

    /// <summary>Bars, which part the cells of tables and the parameters of templates.</summary>
    public int Bars { get; init; }

    public int Lines { get; init; }

    /// <summary>Rows of tables behind the first.</summary>
    public int TableRows { get; init; }

    /// <summary>Marks of italics and bold.</summary>
    public int Slants { get; init; }

    /// <summary>Sizes of images in pixels.</summary>
    public int ImageSizes { get; init; }

    /// <summary>Files linked by the name that was usual before 2009.</summary>
    public int OldFileLinks { get; init; }

    /// <summary>The newest year from 2000 to 2016 that is named; <see cref="BeforeYears"/> when none is.</summary>
    public int NewestYear { get; init; }

    /// <summary>The newest year from 2000 to 2016 that is named at least three times; <see cref="BeforeYears"/> when none is.</summary>
    public int UsualYear { get; init; }

    internal static MarkupCounts Of(string wikitext)
    {
        var text = GradeMarks.Remove(wikitext).AsSpan();
        var (links, labelled) = CountLinks(text);
        var (newest, usual) = FindYears(text);

        return new(text.Length, text.Count("{{"), text.Count("&nbsp;") + text.Count('\u00A0'), text.Count("|thumb"), labelled)
        {
            Links = links,
            NamedReferences = text.Count("<ref name"),
            Bars = text.Count('|'),
            Lines = text.Count('\n'),
            TableRows = text.Count("\n|-"),
            Slants = text.Count("''"),
            ImageSizes = text.Count("px|"),
            OldFileLinks = text.Count("[[Image:"),
            NewestYear = newest,
            UsualYear = usual,
        };
    }

    private static (int Links, int Labelled) CountLinks(ReadOnlySpan<char> text)
    {
        var (links, labelled) = (0, 0);

        for (var start = text.IndexOf("[["); start >= 0; start = text.IndexOf("[["))
        {
            text = text[(start + 2)..];
            // A title holds no bracket: to stop at the next one keeps the time in proportion where links are opened and never closed.
            var end = text.IndexOfAny('|', ']', '[');
            links += end > 0 && !text[..end].Contains(':') ? 1 : 0;
            labelled += end > 0 && text[end] == '|' ? 1 : 0;
        }

        return (links, labelled);
    }

    // Named once, a year may lie ahead or be a number of something else.
    private static (int Newest, int Usual) FindYears(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[LastYear - BeforeYears];
        var (newest, usual, before) = (BeforeYears, BeforeYears, ' ');

        for (var start = text.IndexOf("20"); start >= 0; start = text.IndexOf("20"))
        {
            before = start > 0 ? text[start - 1] : before;
            text = text[start..];

            if (YearAt(text) is > BeforeYears and <= LastYear and var year && !char.IsAsciiDigit(before))
            {
                newest = Math.Max(newest, year);
                usual = ++counts[year - BeforeYears - 1] >= 3 ? Math.Max(usual, year) : usual;
            }

            before = text[1];
            text = text[2..];
        }

        return (newest, usual);
    }

    private static int YearAt(ReadOnlySpan<char> text)
        => text.Length >= 4 && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3]) && (text.Length == 4 || !char.IsAsciiDigit(text[4]))
            ? 2000 + (10 * (text[2] - '0')) + (text[3] - '0')
            : 0;
}
