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
    internal static MarkupCounts Of(string wikitext)
    {
        var text = GradeMarks.Remove(wikitext).AsSpan();
        return new(
            text.Length,
            text.Count("{{"),
            text.Count("&nbsp;") + text.Count('\u00A0'),
            text.Count("|thumb"),
            CountLabelledLinks(text));
    }

    private static int CountLabelledLinks(ReadOnlySpan<char> text)
    {
        var count = 0;

        for (var start = text.IndexOf("[["); start >= 0; start = text.IndexOf("[["))
        {
            text = text[(start + 2)..];
            // A title holds no bracket: to stop at the next one keeps the time in proportion where links are opened and never closed.
            var end = text.IndexOfAny('|', ']', '[');
            count += end > 0 && text[end] == '|' ? 1 : 0;
        }

        return count;
    }
}
