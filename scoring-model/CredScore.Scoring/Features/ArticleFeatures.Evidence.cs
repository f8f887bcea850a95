using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Features;

/// <summary>Where on the page a feature can be checked.</summary>
public static partial class ArticleFeatures
{
    private static double? PerThousandWords(ArticleInputs page, int count) => page.Words > 0 ? 1000.0 * count / page.Words : null;

    private static IEnumerable<Evidence> SectionEvidence(ArticleInputs page, Func<Section, bool> isMeant)
        => page.Article.Sections.Where(isMeant).Select(section => new Evidence("section", section.Index, NameOf(section)));

    private static IEnumerable<Evidence> UncitedSections(ArticleInputs page)
        => page.Article.Sections
            .Where(section => section is { Index: > 0, UncitedParagraphs: > 0 })
            .OrderByDescending(section => section.UncitedParagraphs)
            .Select(section => new Evidence("section", section.Index, $"{NameOf(section)} ({section.UncitedParagraphs} of {section.Paragraphs})"));

    private static IEnumerable<Evidence> TagEvidence(ArticleInputs page, Func<MaintenanceTag, bool> isBox, Func<InlineTag, bool> isMark)
    {
        var boxes = page.Article.MaintenanceTags?.Where(isBox).Select(tag => TagEvidence(page, tag.Kind, tag.Date, tag.Section)) ?? [];
        return boxes.Concat(page.Article.InlineTags.Where(isMark).Select(tag => TagEvidence(page, tag.Kind, tag.Date, tag.Section)));
    }

    private static Evidence TagEvidence(ArticleInputs page, string kind, string? date, int section)
    {
        var place = section == 0 ? "" : $" in {NameOf(page.Article.Sections[section])}";
        return new("tag", section, date is null ? kind + place : $"{kind}, {date}{place}");
    }

    private static string NameOf(Section section) => section.Index == 0 ? "Introduction" : section.Heading;
}
