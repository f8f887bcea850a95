using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Sources;
using static CredScore.Scoring.Features.FeatureArithmetic;
using static CredScore.Scoring.Features.SourceFeatures;

namespace CredScore.Scoring.Features;

/// <summary>
/// What the trained model looks at beside the features that rules use: counts, in which reviewers of an article's day saw finish, and habits of writing.
/// No rule should read one that grows with length.
/// </summary>
public static partial class ArticleFeatures
{
    /// <summary>Words of prose below which a section is short.</summary>
    private const int ShortSection = 50;

    private static IEnumerable<Feature<ArticleInputs>> Writing() =>
    [
        new("text.characters", "Characters in paragraphs, without spaces.", FeatureUnit.Characters, page => page.Article.Prose.Characters),
        new("text.sentences", "Sentences in paragraphs.", FeatureUnit.Count, page => page.Article.Prose.Sentences),
        new("text.body_paragraphs", "Paragraphs of 20 words or more after the lead.", FeatureUnit.Count, page => page.Article.Prose.BodyParagraphs),
        new("text.words_per_paragraph", "Words in paragraphs for each paragraph of 20 words or more.", FeatureUnit.Words, page => Ratio(page.Words, page.Article.Prose.Paragraphs)),
        new("text.distinct_words", "Different words in paragraphs, about.", FeatureUnit.Words, page => page.Article.Prose.DistinctWords),
        new("text.variety", "Variety of the words: logarithm of the different words over the logarithm of all words (Herdan 1960).", FeatureUnit.Index, Variety),
        new("text.short_paragraphs", "Paragraphs of fewer than 20 words.", FeatureUnit.Count, page => page.Article.Prose.ShortParagraphs),
        new("text.short_paragraph_share", "Share of the paragraphs that have fewer than 20 words.", FeatureUnit.Share, page => Share(page.Article.Prose.ShortParagraphs, page.Article.Prose.ShortParagraphs + page.Article.Prose.Paragraphs)),
        new("text.paragraph_words_spread", "Standard deviation of the words in the paragraphs of 20 words or more.", FeatureUnit.Words, ParagraphSpread),
        new("text.characters_per_word", "Mean length of a word in characters, the marks beside it among them.", FeatureUnit.Index, page => Ratio(page.Article.Prose.Characters, page.Words)),
        Density("text.capitalised_per_1000_words", "Words with a capital letter per 1,000 words.", prose => prose.CapitalisedWords),
        Density("text.commas_per_1000_words", "Commas per 1,000 words.", prose => prose.Punctuation.Commas),
        Density("text.semicolons_per_1000_words", "Semicolons per 1,000 words.", prose => prose.Punctuation.Semicolons),
        Density("text.colons_per_1000_words", "Colons per 1,000 words.", prose => prose.Punctuation.Colons),
        Density("text.dashes_per_1000_words", "Dashes, not hyphens, per 1,000 words.", prose => prose.Punctuation.Dashes),
        Density("text.quotation_marks_per_1000_words", "Quotation marks per 1,000 words.", prose => prose.Punctuation.QuotationMarks),
        Density("text.parentheses_per_1000_words", "Parentheses per 1,000 words.", prose => prose.Punctuation.Parentheses),
        EnglishDensity("text.contrast_words_per_1000_words", "The words although, though, however, while, whereas and despite per 1,000 words; English only.", prose => prose.ContrastWords),
        EnglishDensity("text.perfect_words_per_1000_words", "The words have, has and had per 1,000 words; English only.", prose => prose.PerfectWords),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Layout() =>
    [
        new("structure.wikilinks", "Links to other articles in paragraphs and lists.", FeatureUnit.Count, page => page.Article.Wikilinks),
        new("structure.external_links", "Links to other sites outside references.", FeatureUnit.Count, page => page.Article.ExternalLinks),
        new("structure.list_items", "Items of lists in the text.", FeatureUnit.Count, page => page.Article.ListItems),
        new("structure.infobox_parameters", "Filled lines of the infoboxes.", FeatureUnit.Count, page => page.Article.Infoboxes.Sum(box => box.FilledParameters)),
        new("structure.longest_section_words", "Words in the longest section.", FeatureUnit.Words, page => page.Article.Sections.Max(section => section.Words)),
        new("structure.median_section_words", "Words in the middle section after the lead, by length.", FeatureUnit.Words, MedianSection),
        new("structure.section_words_spread", "Standard deviation of the words in the sections after the lead.", FeatureUnit.Words, SectionSpread),
        new("structure.short_sections", "Sections after the lead with fewer than 50 words in paragraphs.", FeatureUnit.Count, page => CountBody(page, section => section.Words < ShortSection)),
        new("structure.empty_sections", "Sections after the lead without a word in paragraphs.", FeatureUnit.Count, page => CountBody(page, section => section.Words == 0)),
        new("structure.deep_subsections", "Headings of the fourth level and below.", FeatureUnit.Count, page => CountBody(page, section => section.Level >= 4)),
        new("structure.text_sections", "Headings of any level without those for references and links.", FeatureUnit.Count, page => CountBody(page, _ => true)),
        new("structure.top_headings", "Headings of the second level, those for references and links among them.", FeatureUnit.Count, page => page.Article.Sections.Count(section => section.Level == 2)),
        new("structure.lead_to_section", "Words before the first heading for each word of a mean section.", FeatureUnit.Index, LeadToSection),
        new("structure.first_section_words", "Words in the first section after the lead.", FeatureUnit.Words, page => BodySections(page).FirstOrDefault()?.Words),
        new("structure.shortest_section_words", "Words in the shortest section after the lead.", FeatureUnit.Words, page => BodySections(page).Select(section => (double?)section.Words).Min()),
        new("structure.heading_characters", "Mean length of the headings in characters.", FeatureUnit.Characters, MeanHeading),
        new("structure.appendix_sections", "Sections for references and links.", FeatureUnit.Count, page => page.Article.Sections.Count(section => section.IsAppendix)),
        new("completeness.captioned_media", "Images, sounds and videos with a caption.", FeatureUnit.Count, page => page.Article.Media.Count(media => media.HasCaption)),
        new("completeness.alt_texts", "Images with a text for those who cannot see them.", FeatureUnit.Count, page => page.Article.Media.Count(media => media.HasAltText == true)),
        new("completeness.media_per_1000_words", "Images, sounds and videos per 1,000 words.", FeatureUnit.PerThousandWords, page => PerThousandWords(page, page.Article.Media.Count)),
        new("markup.characters", "Characters of the wikitext, without badges and stub notices; unknown of a rendered page, like all of this kind.", FeatureUnit.Characters, page => page.Article.Markup?.Characters),
        new("markup.prose_share", "Share of the wikitext that is prose.", FeatureUnit.Share, page => page.Article.Markup is { } markup ? Share(Math.Min(page.Article.Prose.Characters, markup.Characters), markup.Characters) : null),
        new("markup.templates", "Templates in the wikitext.", FeatureUnit.Count, page => page.Article.Markup?.Templates),
        new("markup.thumbnails", "Images set beside the text in the wikitext.", FeatureUnit.Count, page => page.Article.Markup?.Thumbnails),
        new("markup.fixed_spaces_per_1000_words", "Spaces in the wikitext at which no line may break, per 1,000 words.", FeatureUnit.PerThousandWords, page => page.Article.Markup is { } markup ? PerThousandWords(page, markup.FixedSpaces) : null),
        new("markup.labelled_links_per_1000_words", "Links in the wikitext with a label of their own, per 1,000 words.", FeatureUnit.PerThousandWords, page => page.Article.Markup is { } markup ? PerThousandWords(page, markup.LabelledLinks) : null),
        new("markup.slants_per_1000_words", "Marks of italics and bold in the wikitext, per 1,000 words.", FeatureUnit.PerThousandWords, page => page.Article.Markup is { } markup ? PerThousandWords(page, markup.Slants) : null),
        OfMarkup("markup.links", "Links to articles in the wikitext, wherever they stand.", markup => markup.Links),
        OfMarkup("markup.named_references", "Footnotes and calls of footnotes by name in the wikitext.", markup => markup.NamedReferences),
        OfMarkup("markup.bars", "Bars in the wikitext, which part the cells of tables and the parameters of templates.", markup => markup.Bars),
        OfMarkup("markup.lines", "Lines of the wikitext.", markup => markup.Lines),
        OfMarkup("markup.table_rows", "Rows of tables in the wikitext.", markup => markup.TableRows),
        OfMarkup("markup.image_sizes", "Sizes of images in pixels in the wikitext.", markup => markup.ImageSizes),
        OfMarkup("markup.old_file_links", "Links to files in the wikitext by the name that was usual before 2009.", markup => markup.OldFileLinks),
        OfYear("markup.newest_year", "Newest year from 2000 to 2016 that the wikitext names, 1999 when none is: about when it was written.", markup => markup.NewestYear),
        OfYear("markup.usual_year", "Newest year from 2000 to 2016 that the wikitext names at least three times, 1999 when none is.", markup => markup.UsualYear),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Support() =>
    [
        new("citations.cited_words", "Words after the lead that stand in paragraphs with a reference.", FeatureUnit.Words, page => page.HasReferences ? page.Article.Prose.BodyWords - page.Article.Prose.UncitedBodyWords : null),
        new("citations.cited_paragraphs", "Paragraphs of 20 words or more after the lead that carry a reference.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Prose.BodyParagraphs - page.Article.Prose.UncitedBodyParagraphs : null),
        new("citations.uncited_paragraphs", "Paragraphs of 20 words or more after the lead that carry no reference.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Prose.UncitedBodyParagraphs : null, UncitedSections),
        new("citations.supported_sections", "Sections after the lead of whose paragraphs each carries a reference.", FeatureUnit.Count, page => page.HasReferences ? CountBody(page, section => section is { Paragraphs: > 0, UncitedParagraphs: 0 }) : null),
        new("citations.uncited_sections", "Sections with paragraphs after the lead in which no reference is called.", FeatureUnit.Count, page => page.HasReferences ? CountBody(page, section => section is { Paragraphs: > 0, ReferenceUses: 0 }) : null),
        new("citations.weakest_section", "Calls of references for each paragraph in the section where they are fewest.", FeatureUnit.Index, WeakestSection),
        new("citations.closed_paragraphs", "Paragraphs of 20 words or more after the lead whose last words carry a reference.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Prose.ClosedBodyParagraphs : null),
        new("citations.closed_paragraph_share", "Share of the paragraphs of 20 words or more after the lead whose last words carry a reference.", FeatureUnit.Share, page => page.HasReferences ? Share(page.Article.Prose.ClosedBodyParagraphs, page.Article.Prose.BodyParagraphs) : null),
        new("citations.unsupported_words_share", "Share of the words after the lead that no reference of their paragraph follows.", FeatureUnit.Share, page => page.HasReferences ? Share(page.Article.Prose.UncitedBodyWords + page.Article.Prose.TrailingBodyWords, page.Article.Prose.BodyWords) : null),
        new("citations.median_section_density", "Calls of references per 1,000 words in the middle section after the lead, by density.", FeatureUnit.PerThousandWords, MedianDensity),
        new("citations.most_uses", "Calls of the source that is called most.", FeatureUnit.Count, page => page.HasReferences ? page.Sources.Select(source => source.Reference.Uses).DefaultIfEmpty().Max() : null),
        new("citations.uses_per_source", "Calls of references for each source.", FeatureUnit.Index, page => page.HasReferences ? Ratio(page.Article.Sections.Sum(section => section.ReferenceUses), page.Sources.Count) : null),
        CountOf("citations.dated", "Sources that tell their year.", SourceTrait.Dated),
        CountOf("citations.complete", "Sources that tell author, title, year, and where they were published.", SourceTrait.Complete),
        new("citations.complete_share", "Share of the sources that tell author, title, year, and where they were published.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Complete)),
        CountOf("citations.books", "Sources given as books.", SourceTrait.Book),
        CountOf("citations.websites", "Sources given as websites.", SourceTrait.Website),
        CountOf("citations.plain_texts", "Sources given as text without a link or a template.", SourceTrait.PlainText),
        CountOf("citations.plain_links", "Sources given as a link with a text and without a template.", SourceTrait.PlainLink),
        new("review.inline_tags", "Marks inside sentences.", FeatureUnit.Count, page => page.Article.InlineTags.Count),
        new("citations.lead_uses", "Calls of references in the lead.", FeatureUnit.Count, page => page.HasReferences ? page.Article.Sections[0].ReferenceUses : null),
        CountOf("citations.reused", "Sources that are called more than once.", SourceTrait.Reused),
        CountOf("citations.bibliography", "Sources in bibliographies.", SourceTrait.Bibliography),
        CountOf("citations.bare_links", "Sources that are an address and nothing else.", SourceTrait.BareLink),
        CountOf("citations.structured", "Sources given by a citation template, part by part.", SourceTrait.Structured),
        CountOf("citations.with_publisher", "Sources that name their publisher.", SourceTrait.Publisher),
        CountOf("citations.with_isbn", "Sources with an ISBN.", SourceTrait.Isbn),
        CountOf("citations.with_doi", "Sources with a DOI.", SourceTrait.Doi),
        new("citations.short_footnotes", "Entries of the list that are short footnotes.", FeatureUnit.Count, page => page.HasReferences ? page.ShortFootnotes : null),
        new("citations.author_share", "Share of the sources that name an author.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Author)),
        new("citations.access_date_share", "Share of the sources that tell when their link was last visited.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Visited)),
        new("sources.news", "Sources of the type news.", FeatureUnit.Count, page => page.HasReferences ? page.CountOf(SourceType.News) : null),
        new("sources.scholarly", "Sources that are reviews, journal articles or academic books.", FeatureUnit.Count, page => page.HasReferences ? page.CountOf(Scholarly) : null),
        new("currency.newest_year", "Newest year that the sources and notices name: about the year of the norms that the article was written by.", FeatureUnit.Index, NewestYear),
        new("currency.newest_mark_year", "Newest year of a dated box or mark.", FeatureUnit.Index, page => MarkYears(page).Max()),
        new("currency.oldest_mark_lag", "Years from the oldest dated box or mark to the newest year that the sources and notices name.", FeatureUnit.Years, page => NewestYear(page) - MarkYears(page).Min()),
        new("currency.first_access_lag", "Years from when the first link was visited to the newest year that the sources and notices name.", FeatureUnit.Years, page => NewestYear(page) - page.Sources.Select(source => source.Reference.AccessYear).Min()),
        new("currency.source_year_spread", "Standard deviation of the sources' years.", FeatureUnit.Years, YearSpread),
        new("currency.median_source_lag", "Years from the middle source by year to the newest year that the sources and notices name.", FeatureUnit.Years, MedianLag),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Answers() =>
    [
        // The scorer fills them in when all others are read.
        new(ModelFeatures.Answer, "What the grade model expects reviewers to grade the article, 0 stub to 5 featured; unknown outside what it was trained on.", FeatureUnit.Index, _ => null),
        new(ModelFeatures.AnswerBeyondLength, "The same without what the number of words adds to it.", FeatureUnit.Index, _ => null),
    ];

    private static Feature<ArticleInputs> Density(string name, string description, Func<Prose, int> count)
        => new(name, description, FeatureUnit.PerThousandWords, page => PerThousandWords(page, count(page.Article.Prose)));

    private static Feature<ArticleInputs> EnglishDensity(string name, string description, Func<Prose, int> count)
        => new(name, description, FeatureUnit.PerThousandWords, page => IsEnglish(page) ? PerThousandWords(page, count(page.Article.Prose)) : null);

    private static Feature<ArticleInputs> CountOf(string name, string description, SourceTrait trait)
        => new(name, description, FeatureUnit.Count, page => page.HasReferences ? page.CountOf(trait) : null);

    private static Feature<ArticleInputs> OfMarkup(string name, string description, Func<MarkupCounts, int> count)
        => new(name, description, FeatureUnit.Count, page => page.Article.Markup is { } markup ? count(markup) : null);

    private static Feature<ArticleInputs> OfYear(string name, string description, Func<MarkupCounts, int> year)
        => new(name, description, FeatureUnit.Index, page => page.Article.Markup is { } markup ? year(markup) : null);

    private static double? Variety(ArticleInputs page)
        => page.Words >= 20 ? Math.Log(Math.Max(1, page.Article.Prose.DistinctWords)) / Math.Log(page.Words) : null;

    private static double CountBody(ArticleInputs page, Func<Section, bool> isMeant) => BodySections(page).Count(isMeant);

    private static IEnumerable<Section> BodySections(ArticleInputs page) => page.Article.Sections.Where(section => section is { Index: > 0, IsAppendix: false });

    private static double? MedianSection(ArticleInputs page)
        => BodySections(page).Select(section => (double)section.Words).Order().ToList() is { Count: > 0 } words ? Median(words) : null;

    private static double? SectionSpread(ArticleInputs page)
    {
        var words = BodySections(page).Select(section => (double)section.Words).ToList();
        return words.Count > 0 ? Deviation(words) : null;
    }

    private static double? LeadToSection(ArticleInputs page)
        => BodySections(page).Select(section => (double)section.Words).ToList() is { Count: > 0 } words ? Ratio(page.Article.Prose.LeadWords, words.Average()) : null;

    private static double? ParagraphSpread(ArticleInputs page)
    {
        var prose = page.Article.Prose;

        if (prose.Paragraphs < 2)
        {
            return null;
        }

        var mean = (double)prose.ParagraphsWords / prose.Paragraphs;
        return Math.Sqrt(Math.Max(0, (prose.SquaredParagraphWords / prose.Paragraphs) - (mean * mean)));
    }

    private static double? MedianDensity(ArticleInputs page)
        => page.HasReferences && BodySections(page).Where(section => section.Words > 0).Select(section => 1000.0 * section.ReferenceUses / section.Words).Order().ToList() is { Count: > 0 } densities
            ? Median(densities)
            : null;

    private static double? YearSpread(ArticleInputs page)
        => page.Sources.Where(source => source.Reference.Year is not null).Select(source => (double)source.Reference.Year!.Value).ToList() is { Count: > 1 } years ? Deviation(years) : null;

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static double? MeanHeading(ArticleInputs page)
        => BodySections(page).Select(section => (double)section.Heading.Length).ToList() is { Count: > 0 } lengths ? lengths.Average() : null;

    private static double? WeakestSection(ArticleInputs page)
        => page.HasReferences && BodySections(page).Where(section => section.Paragraphs > 0).ToList() is { Count: > 0 } sections
            ? sections.Min(section => (double)section.ReferenceUses / section.Paragraphs)
            : null;

    private static double? NewestYear(ArticleInputs page)
        => MarkYears(page).Append(page.NewestYear).Max();

    private static IEnumerable<int?> MarkYears(ArticleInputs page)
        => page.Article.InlineTags.Select(tag => tag.Date).Concat(page.Article.MaintenanceTags?.Select(tag => tag.Date) ?? []).Select(date => Markup.FindYear(date));

    // Not from when the page was fetched: the revisions that the model learned from do not tell when that was.
    private static double? MedianLag(ArticleInputs page)
        => page.SourceYears.Count > 0 ? Math.Max(0, NewestYear(page)!.Value - Median([.. page.SourceYears.Select(year => (double)year)])) : null;
}
