using CredScore.Scoring.Documents;
using static CredScore.Scoring.Features.FeatureArithmetic;
using static CredScore.Scoring.Features.SourceFeatures;

namespace CredScore.Scoring.Features;

/// <summary>The features of Wikipedia articles. This list is the only place where they are named.</summary>
public static partial class ArticleFeatures
{
    /// <summary>All features in the order of answers and exports.</summary>
    public static IReadOnlyList<Feature<ArticleInputs>> All { get; } =
        [.. Structure(), .. Citations(), .. SourceFeatures.Of<ArticleInputs>(), .. Currency(), .. Review(), .. Completeness(), .. Writing(), .. Layout(), .. Support(), .. Answers()];

    public static FeatureNames Names { get; } = new(All.Select(feature => feature.Name));

    /// <summary>Reads every feature of a page.</summary>
    public static FeatureValues Read(ArticleInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var values = new double[All.Count];

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = All[i].Read(inputs) ?? double.NaN;
        }

        return new(Names, values);
    }

    private static IEnumerable<Feature<ArticleInputs>> Structure() =>
    [
        new("structure.words", "Words in paragraphs.", FeatureUnit.Words, page => page.Words),
        new("structure.lead_words", "Words in the paragraphs before the first heading.", FeatureUnit.Words, page => page.Article.Prose.LeadWords),
        new("structure.lead_paragraphs", "Paragraphs of 20 words or more before the first heading.", FeatureUnit.Count, page => page.Article.Prose.LeadParagraphs),
        new("structure.lead_share", "Share of the words that stand before the first heading.", FeatureUnit.Share, page => Share(page.Article.Prose.LeadWords, page.Words)),
        new("structure.sections", "Headings of the second level with text or lists of their own, without those for references and links.", FeatureUnit.Count, page => CountSections(page, 2)),
        new("structure.subsections", "Headings of the third level and below.", FeatureUnit.Count, page => CountSections(page, 3)),
        new("structure.developed_sections", "Headings of any level under which two paragraphs of 20 words or more stand.", FeatureUnit.Count, page => page.Article.Sections.Count(section => section is { Index: > 0, Paragraphs: > 1, IsAppendix: false })),
        new("structure.words_per_section", "Words in paragraphs for each heading of any level and the lead.", FeatureUnit.Words, page => Ratio(page.Words, 1 + CountSections(page, 2) + CountSections(page, 3))),
        new("structure.longest_section_share", "Share of the words that stand in the longest section.", FeatureUnit.Share, page => Share(page.Article.Sections.Max(section => section.Words), page.Words), page => SectionEvidence(page, section => section.Words == page.Article.Sections.Max(other => other.Words))),
        new("structure.list_items_per_1000_words", "Items of lists in the text per 1,000 words.", FeatureUnit.PerThousandWords, page => PerThousandWords(page, page.Article.ListItems)),
        new("structure.tables", "Tables.", FeatureUnit.Count, page => page.Article.Tables),
        new("structure.wikilinks_per_1000_words", "Links to other articles in paragraphs and lists per 1,000 words.", FeatureUnit.PerThousandWords, page => PerThousandWords(page, page.Article.Wikilinks)),
        new("structure.categories", "Categories.", FeatureUnit.Count, page => page.Article.Categories?.Count),
        new("structure.infobox", "Whether there is an infobox.", FeatureUnit.Flag, page => Flag(page.Article.Infoboxes.Count > 0)),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Citations() =>
    [
        new("citations.references", "Entries of the reference list, without remarks.", FeatureUnit.Count, page => page.HasReferences ? page.Listed : null),
        new("citations.sources", "Different sources: entries of the list and of bibliographies, short footnotes counted by what they point at.", FeatureUnit.Count, page => page.HasReferences ? page.Sources.Count : null),
        new("citations.uses", "Calls of references in the text.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Sections.Sum(section => section.ReferenceUses) : null),
        new("citations.per_1000_words", "Calls of references per 1,000 words.", FeatureUnit.PerThousandWords, page => page.HasReferences ? PerThousandWords(page, page.Article.Sections.Sum(section => section.ReferenceUses)) : null),
        new("citations.sources_per_1000_words", "Different sources per 1,000 words.", FeatureUnit.PerThousandWords, page => page.HasReferences ? PerThousandWords(page, page.Sources.Count) : null),
        new("citations.reused_share", "Share of the sources that are called more than once.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Reused)),
        new("citations.uncited_paragraph_share", "Share of the paragraphs of 20 words or more after the lead that carry no reference.", FeatureUnit.Share, page => Share(page.Article.Prose.UncitedBodyParagraphs, page.Article.Prose.BodyParagraphs), UncitedSections),
        new("citations.uncited_words_share", "Share of the words after the lead that stand in paragraphs without a reference.", FeatureUnit.Share, page => Share(page.Article.Prose.UncitedBodyWords, page.Article.Prose.BodyWords), UncitedSections),
        new("citations.uncited_sections_share", "Share of the sections with paragraphs after the lead in which nothing carries a reference.", FeatureUnit.Share, UncitedSectionShare, page => SectionEvidence(page, IsUncited)),
        new("citations.cited_sections", "Headings of any level under which a reference is called.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Sections.Count(section => section is { Index: > 0, ReferenceUses: > 0 }) : null),
        new("citations.structured_share", "Share of the sources given by a citation template, part by part.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Structured)),
        new("citations.bare_link_share", "Share of the sources that are an address and nothing else.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.BareLink), page => SourceEvidence(page, source => source.Has(SourceTrait.BareLink))),
        new("citations.dead_share", "Share of the sources whose link is marked dead and has no archived copy.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Dead), page => SourceEvidence(page, source => source.Reference.IsDead)),
        new("citations.archived_share", "Share of the sources with a web address that have an archived copy linked.", FeatureUnit.Share, page => Share(page.CountOf(SourceTrait.Archived), page.CountOf(SourceTrait.Address))),
        new("citations.identifier_share", "Share of the sources with a DOI, PMID, PMC number or ISBN.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Identifier)),
        new("citations.doi_share", "Share of the sources with a DOI.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Doi)),
        new("citations.pmid_share", "Share of the sources with a PubMed number.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Pmid)),
        new("citations.isbn_share", "Share of the sources with an ISBN.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Isbn)),
        new("citations.short_footnote_share", "Share of the entries of the list that are short footnotes.", FeatureUnit.Share, page => Share(page.ShortFootnotes, page.References.Count)),
        new("citations.dated_share", "Share of the sources that tell their year.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Dated)),
        new("citations.lookup_share", "Share of the sources a reader can open or look up: an address that works, an identifier, or author, title and publisher.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.CanBeLookedUp), page => SourceEvidence(page, source => !source.Has(SourceTrait.CanBeLookedUp))),
    ];

    private static bool IsUncited(Section section) => section is { Index: > 0, Paragraphs: > 0 } && section.UncitedParagraphs == section.Paragraphs;

    private static double? UncitedSectionShare(ArticleInputs page)
    {
        var sections = 0;
        var uncited = 0;

        foreach (var section in page.Article.Sections)
        {
            sections += section is { Index: > 0, Paragraphs: > 0 } ? 1 : 0;
            uncited += IsUncited(section) ? 1 : 0;
        }

        return Share(uncited, sections);
    }

    private static double CountSections(ArticleInputs page, int level)
    {
        var count = 0;

        foreach (var section in page.Article.Sections)
        {
            count += (level == 2 ? section.Level == 2 && !section.IsAppendix : section.Level >= level) ? 1 : 0;
        }

        return count;
    }
}
