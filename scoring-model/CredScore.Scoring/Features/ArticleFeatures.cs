using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Features;

/// <summary>What the features of an article are read from.</summary>
public sealed class ArticleInputs(WikipediaArticle article, IReadOnlyList<ClassifiedSource> sources)
{
    public WikipediaArticle Article { get; } = article;

    public IReadOnlyList<ClassifiedSource> Sources { get; } = sources;

    public TopicProfile Topic => Article.Identifiers is { Count: > 0 }
        ? new("medical", "The page carries identifiers of medical registers.")
        : new("general", "Nothing on the page says that it is about medicine.");
}

/// <summary>The features of Wikipedia articles.</summary>
public static class ArticleFeatures
{
    public static IReadOnlyList<Feature<ArticleInputs>> All { get; } =
    [
        new("structure.words", "structure.words", FeatureUnit.Words, inputs => inputs.Article.Prose.Words),
        new("structure.lead_words", "structure.lead_words", FeatureUnit.Words, _ => null),
        new("structure.lead_share", "structure.lead_share", FeatureUnit.Share, _ => null),
        new("structure.sections", "structure.sections", FeatureUnit.Count, _ => null),
        new("structure.subsections", "structure.subsections", FeatureUnit.Count, _ => null),
        new("structure.words_per_section", "structure.words_per_section", FeatureUnit.Words, _ => null),
        new("structure.longest_section_share", "structure.longest_section_share", FeatureUnit.Share, _ => null),
        new("structure.list_items_per_1000_words", "structure.list_items_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("structure.tables", "structure.tables", FeatureUnit.Count, _ => null),
        new("structure.wikilinks_per_1000_words", "structure.wikilinks_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("structure.categories", "structure.categories", FeatureUnit.Count, _ => null),
        new("structure.infobox", "structure.infobox", FeatureUnit.Flag, _ => null),
        new("citations.references", "citations.references", FeatureUnit.Count, inputs => inputs.Article.References?.Count),
        new("citations.sources", "citations.sources", FeatureUnit.Count, _ => null),
        new("citations.uses", "citations.uses", FeatureUnit.Count, _ => null),
        new("citations.per_1000_words", "citations.per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("citations.sources_per_1000_words", "citations.sources_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("citations.reused_share", "citations.reused_share", FeatureUnit.Share, _ => null),
        new("citations.uncited_paragraph_share", "citations.uncited_paragraph_share", FeatureUnit.Share, inputs => Share(inputs.Article.Prose.UncitedBodyParagraphs, inputs.Article.Prose.BodyParagraphs)),
        new("citations.uncited_words_share", "citations.uncited_words_share", FeatureUnit.Share, _ => null),
        new("citations.uncited_sections_share", "citations.uncited_sections_share", FeatureUnit.Share, _ => null),
        new("citations.structured_share", "citations.structured_share", FeatureUnit.Share, _ => null),
        new("citations.bare_link_share", "citations.bare_link_share", FeatureUnit.Share, _ => null),
        new("citations.dead_share", "citations.dead_share", FeatureUnit.Share, _ => null),
        new("citations.archived_share", "citations.archived_share", FeatureUnit.Share, _ => null),
        new("citations.identifier_share", "citations.identifier_share", FeatureUnit.Share, _ => null),
        new("citations.doi_share", "citations.doi_share", FeatureUnit.Share, _ => null),
        new("citations.pmid_share", "citations.pmid_share", FeatureUnit.Share, _ => null),
        new("citations.isbn_share", "citations.isbn_share", FeatureUnit.Share, _ => null),
        new("citations.short_footnote_share", "citations.short_footnote_share", FeatureUnit.Share, _ => null),
        new("citations.dated_share", "citations.dated_share", FeatureUnit.Share, _ => null),
        new("citations.lookup_share", "citations.lookup_share", FeatureUnit.Share, _ => null),
        new("sources.classified_share", "sources.classified_share", FeatureUnit.Share, inputs => Share(inputs.Sources.Count(source => source.Type is not SourceType.Unknown), inputs.Sources.Count)),
        new("sources.guideline_share", "sources.guideline_share", FeatureUnit.Share, _ => null),
        new("sources.systematic_review_share", "sources.systematic_review_share", FeatureUnit.Share, _ => null),
        new("sources.journal_article_share", "sources.journal_article_share", FeatureUnit.Share, _ => null),
        new("sources.academic_book_share", "sources.academic_book_share", FeatureUnit.Share, _ => null),
        new("sources.university_share", "sources.university_share", FeatureUnit.Share, _ => null),
        new("sources.society_share", "sources.society_share", FeatureUnit.Share, _ => null),
        new("sources.government_share", "sources.government_share", FeatureUnit.Share, _ => null),
        new("sources.tertiary_share", "sources.tertiary_share", FeatureUnit.Share, _ => null),
        new("sources.book_share", "sources.book_share", FeatureUnit.Share, _ => null),
        new("sources.news_share", "sources.news_share", FeatureUnit.Share, _ => null),
        new("sources.media_share", "sources.media_share", FeatureUnit.Share, _ => null),
        new("sources.organisation_share", "sources.organisation_share", FeatureUnit.Share, _ => null),
        new("sources.advocacy_share", "sources.advocacy_share", FeatureUnit.Share, _ => null),
        new("sources.commercial_share", "sources.commercial_share", FeatureUnit.Share, _ => null),
        new("sources.self_published_share", "sources.self_published_share", FeatureUnit.Share, _ => null),
        new("sources.user_generated_share", "sources.user_generated_share", FeatureUnit.Share, _ => null),
        new("sources.press_release_share", "sources.press_release_share", FeatureUnit.Share, _ => null),
        new("sources.preprint_share", "sources.preprint_share", FeatureUnit.Share, _ => null),
        new("sources.tabloid_share", "sources.tabloid_share", FeatureUnit.Share, _ => null),
        new("sources.pseudoscience_share", "sources.pseudoscience_share", FeatureUnit.Share, _ => null),
        new("sources.predatory_share", "sources.predatory_share", FeatureUnit.Share, _ => null),
        new("sources.retracted", "sources.retracted", FeatureUnit.Count, _ => null),
        new("sources.strong_share", "sources.strong_share", FeatureUnit.Share, inputs => Share(inputs.Sources.Count(source => source.Type is SourceType.Guideline or SourceType.SystematicReview), inputs.Sources.Count)),
        new("sources.scholarly_share", "sources.scholarly_share", FeatureUnit.Share, _ => null),
        new("sources.institutional_share", "sources.institutional_share", FeatureUnit.Share, _ => null),
        new("sources.weak_share", "sources.weak_share", FeatureUnit.Share, _ => null),
        new("sources.harmful_share", "sources.harmful_share", FeatureUnit.Share, _ => null),
        new("sources.secondary_share", "sources.secondary_share", FeatureUnit.Share, _ => null),
        new("sources.primary_study_share", "sources.primary_study_share", FeatureUnit.Share, _ => null),
        new("sources.top_origin_share", "sources.top_origin_share", FeatureUnit.Share, _ => null),
        new("sources.origins", "sources.origins", FeatureUnit.Count, _ => null),
        new("sources.needs_care_share", "sources.needs_care_share", FeatureUnit.Share, _ => null),
        new("currency.median_source_age", "currency.median_source_age", FeatureUnit.Years, _ => null),
        new("currency.newest_source_age", "currency.newest_source_age", FeatureUnit.Years, _ => null),
        new("currency.recent_share", "currency.recent_share", FeatureUnit.Share, _ => null),
        new("currency.recent_secondary_share", "currency.recent_secondary_share", FeatureUnit.Share, _ => null),
        new("currency.revision_age_days", "currency.revision_age_days", FeatureUnit.Days, _ => null),
        new("currency.update_tags", "currency.update_tags", FeatureUnit.Count, _ => null),
        new("review.maintenance_tags", "review.maintenance_tags", FeatureUnit.Count, inputs => inputs.Article.MaintenanceTags?.Count, inputs => inputs.Article.MaintenanceTags!.Select(tag => new Evidence("tag", null, tag.Kind))),
        new("review.citation_tags", "review.citation_tags", FeatureUnit.Count, _ => null),
        new("review.disputed_tags", "review.disputed_tags", FeatureUnit.Count, _ => null),
        new("review.hoax_tag", "review.hoax_tag", FeatureUnit.Flag, _ => null),
        new("review.style_tags", "review.style_tags", FeatureUnit.Count, _ => null),
        new("review.citation_needed_per_1000_words", "review.citation_needed_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("review.inline_tags_per_1000_words", "review.inline_tags_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("review.oldest_tag_years", "review.oldest_tag_years", FeatureUnit.Years, _ => null),
        new("review.badge", "review.badge", FeatureUnit.Index, _ => null),
        new("review.assessed_class", "review.assessed_class", FeatureUnit.Index, _ => null),
        new("review.recent_reverts", "review.recent_reverts", FeatureUnit.Count, _ => null),
        new("review.protected", "review.protected", FeatureUnit.Flag, _ => null),
        new("completeness.expected_sections_share", "completeness.expected_sections_share", FeatureUnit.Share, _ => null),
        new("completeness.identifiers", "completeness.identifiers", FeatureUnit.Count, _ => null),
        new("completeness.media", "completeness.media", FeatureUnit.Count, _ => null),
        new("completeness.captioned_media_share", "completeness.captioned_media_share", FeatureUnit.Share, _ => null),
        new("completeness.alt_text_share", "completeness.alt_text_share", FeatureUnit.Share, _ => null),
        new("style.words_to_watch_per_1000_words", "style.words_to_watch_per_1000_words", FeatureUnit.PerThousandWords, _ => null),
        new("style.words_per_sentence", "style.words_per_sentence", FeatureUnit.Index, _ => null),
        new("style.flesch_reading_ease", "style.flesch_reading_ease", FeatureUnit.Index, _ => null),
        new("style.long_word_share", "style.long_word_share", FeatureUnit.Share, _ => null),
        new("transparency.promotion_tags", "transparency.promotion_tags", FeatureUnit.Count, _ => null),
    ];

    public static FeatureNames Names { get; } = new(All.Select(feature => feature.Name));

    public static FeatureValues Read(ArticleInputs inputs)
        => new(Names, All.Select(feature => KeyValuePair.Create(feature.Name, feature.Read(inputs))));

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
