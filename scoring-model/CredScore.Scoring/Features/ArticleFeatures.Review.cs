using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using static CredScore.Scoring.Features.FeatureArithmetic;
using static CredScore.Scoring.Features.SourceFeatures;

namespace CredScore.Scoring.Features;

/// <summary>How current the sources are, what editors and reviewers marked, and how complete and readable the article is.</summary>
public static partial class ArticleFeatures
{
    private const int RecentYears = 5;

    // https://en.wikipedia.org/wiki/Wikipedia:WikiProject_Wikipedia/Assessment: the grades in order; A stands between GA and FA, lists have no grade.
    private static readonly Dictionary<string, double> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Stub"] = 0,
        ["Start"] = 1,
        ["C"] = 2,
        ["B"] = 3,
        ["GA"] = 4,
        ["A"] = 4.5,
        ["FA"] = 5,
    };

    private static IEnumerable<Feature<ArticleInputs>> Currency() =>
    [
        new("currency.median_source_age", "Median age of the sources that tell their year, measured from when the page was read.", FeatureUnit.Years, MedianAge, OldestEvidence),
        new("currency.newest_source_age", "Age of the newest source.", FeatureUnit.Years, page => Ages(page) is { Count: > 0 } ages ? ages[0] : null),
        new("currency.recent_share", "Share of the sources that tell their year which are at most five years old.", FeatureUnit.Share, ShareRecent),
        new("currency.recent_secondary_share", "Share of the reviews, systematic reviews and guidelines among the sources that are at most five years old.", FeatureUnit.Share, ShareRecentSecondary, page => SourceEvidence(page, source => LevelOf(source) >= EvidenceLevel.Review && source.Reference.Year is not null)),
        new("currency.revision_age_days", "Days from the revision that was read to when it was fetched.", FeatureUnit.Days, page => page.Article.Record is { FetchedAt: { } fetched, RevisionTime: { } saved } ? Math.Max(0, Math.Floor((fetched - saved).TotalDays)) : null),
        Tags("currency.update_tags", "Boxes and marks that ask for an update.", "update", "update needed"),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Review() =>
    [
        new("review.maintenance_tags", "Maintenance boxes on the page and its sections.", FeatureUnit.Count, page => page.Article.MaintenanceTags?.Count, page => TagEvidence(page, _ => true, _ => false)),
        Tags("review.citation_tags", "Boxes that ask for sources or better ones.", "unreferenced", "more citations needed", "no footnotes", "more footnotes", "one source", "primary sources", "self-published sources", "unreliable sources", "medical citations needed", "original research"),
        Tags("review.disputed_tags", "Boxes that dispute accuracy or neutrality.", "accuracy disputed", "neutrality disputed", "undue weight"),
        Tags("review.hoax_tag", "Boxes that suspect a hoax.", "hoax"),
        Tags("review.style_tags", "Boxes on language, tone, length and layout.", "copy edit", "cleanup", "tone", "essay-like", "lead too short", "lead too long", "too technical", "external links", "bare links", "citation style", "expand section", "empty section"),
        new("review.citation_needed_per_1000_words", "Marks that ask for a citation or a better one, per 1,000 words.", FeatureUnit.PerThousandWords, page => PerThousandWords(page, page.Article.InlineTags.Count(IsCitationNeeded)), page => TagEvidence(page, _ => false, IsCitationNeeded)),
        new("review.inline_tags_per_1000_words", "All marks inside sentences, per 1,000 words.", FeatureUnit.PerThousandWords, page => PerThousandWords(page, page.Article.InlineTags.Count), page => TagEvidence(page, _ => false, _ => true)),
        new("review.oldest_tag_years", "Age of the oldest dated box or mark.", FeatureUnit.Years, OldestTag),
        new("review.badge", "Badge of the article: 2 featured, 1 good, 0 none.", FeatureUnit.Index, page => page.Article.Badges is { } badges ? badges.Contains("featured") ? 2 : badges.Contains("good") ? 1 : 0 : null),
        new("review.assessed_class", "Median grade given by WikiProjects: 0 stub, 1 start, 2 C, 3 B, 4 good, 4.5 A, 5 featured.", FeatureUnit.Index, AssessedClass),
        new("review.recent_reverts", "Edits of the last 30 days that were undone.", FeatureUnit.Count, page => page.Article.Record.RecentReverts),
        new("review.protected", "Whether editing is restricted.", FeatureUnit.Flag, page => page.Article.Record.EditProtection is { } level ? Flag(level.Length > 0) : null),
        Tags("transparency.promotion_tags", "Boxes on advertising, conflicts of interest and close paraphrasing.", "advert", "conflict of interest", "close paraphrasing"),
    ];

    private static IEnumerable<Feature<ArticleInputs>> Completeness() =>
    [
        new("completeness.expected_sections_share", "Share of the sections that Wikipedia's manual for medical articles asks for, for this kind of subject, that are there.", FeatureUnit.Share, page => page.Kind?.ShareOfSections(page.Article), page => page.Kind?.MissingSections(page.Article).Select(name => new Evidence("section", null, $"not found: {name}")) ?? []),
        new("completeness.identifiers", "Identifiers of the subject in other registers.", FeatureUnit.Count, page => page.Article.Identifiers?.Count),
        new("completeness.media", "Images, sounds and videos.", FeatureUnit.Count, page => page.Article.Media.Count),
        new("completeness.captioned_media_share", "Share of the media with a caption.", FeatureUnit.Share, page => Share(page.Article.Media.Count(media => media.HasCaption), page.Article.Media.Count)),
        new("completeness.alt_text_share", "Share of the media with a text for those who cannot see them.", FeatureUnit.Share, page => Share(page.Article.Media.Count(media => media.HasAltText == true), page.Article.Media.Count(media => media.HasAltText is not null))),
        new("style.words_to_watch_per_1000_words", "Words that promote, editorialise or hide who says it, per 1,000 words; English only.", FeatureUnit.PerThousandWords, page => IsEnglish(page) ? PerThousandWords(page, page.Article.Prose.WordsToWatch) : null),
        new("style.words_per_sentence", "Mean length of a sentence in words.", FeatureUnit.Index, page => Ratio(page.Words, page.Article.Prose.Sentences)),
        new("style.flesch_reading_ease", "Flesch reading ease (Flesch 1948), about 0 very difficult to 100 very easy; English only.", FeatureUnit.Index, ReadingEase),
        new("style.long_word_share", "Share of the words with three syllables or more; English only.", FeatureUnit.Share, page => IsEnglish(page) ? Share(page.Article.Prose.LongWords, page.Words) : null),
    ];

    private static bool IsEnglish(ArticleInputs page) => page.Article.Language is "en" or "simple";

    private static bool IsCitationNeeded(InlineTag tag) => tag.Kind is "citation needed" or "medical citation needed" or "better source needed" or "unreliable source" or "unreliable medical source";

    private static Feature<ArticleInputs> Tags(string name, string description, params string[] kinds)
        => new(
            name,
            description,
            FeatureUnit.Count,
            page => page.Article.MaintenanceTags is { } tags ? tags.Count(tag => kinds.Contains(tag.Kind)) : null,
            page => TagEvidence(page, tag => kinds.Contains(tag.Kind), _ => false));

    private static double? OldestTag(ArticleInputs page)
    {
        if (page.AsOf is not { } now)
        {
            return null;
        }

        var dates = page.Article.InlineTags.Select(tag => tag.Date).Concat(page.Article.MaintenanceTags?.Select(tag => tag.Date) ?? []);
        return dates.Select(date => Markup.FindYear(date)).Min() is { } oldest ? Math.Max(0, now - oldest) : null;
    }

    private static double? AssessedClass(ArticleInputs page)
    {
        var grades = page.Article.Record.Assessments?
            .Where(assessment => Classes.ContainsKey(assessment.Class))
            .Select(assessment => Classes[assessment.Class])
            .Order()
            .ToList();

        return grades is { Count: > 0 } ? Median(grades) : null;
    }

    /// <summary>Flesch 1948, doi 10.1037/h0057532.</summary>
    private static double? ReadingEase(ArticleInputs page)
    {
        var prose = page.Article.Prose;

        return IsEnglish(page) && prose is { Words: >= 100, Sentences: > 0 }
            ? 206.835 - (1.015 * prose.Words / prose.Sentences) - (84.6 * prose.Syllables / prose.Words)
            : null;
    }

    /// <summary>Ages in whole years, youngest first; what is dated after next year is a slip of the pen.</summary>
    private static List<double> Ages(ArticleInputs page)
        => page.AsOf is { } now ? [.. page.SourceYears.Reverse().SkipWhile(year => year > now + 1).Select(year => Math.Max(0.0, now - year))] : [];

    private static double? MedianAge(ArticleInputs page) => Ages(page) is { Count: > 0 } ages ? Median(ages) : null;

    private static double? ShareRecent(ArticleInputs page)
        => page.AsOf is { } now ? Share(page.SourceYears.Count(year => now - year <= RecentYears), page.SourceYears.Count) : null;

    private static double? ShareRecentSecondary(ArticleInputs page)
    {
        if (page.AsOf is not { } now)
        {
            return null;
        }

        var dated = 0;
        var recent = 0;

        foreach (var source in page.Sources)
        {
            if (LevelOf(source) >= EvidenceLevel.Review && source.Reference.Year is { } year)
            {
                dated++;
                recent += now - year <= RecentYears ? 1 : 0;
            }
        }

        return Share(recent, dated);
    }

    private static IEnumerable<Evidence> OldestEvidence(ArticleInputs page)
        => page.Sources
            .Where(source => source.Reference.Year is not null)
            .OrderBy(source => source.Reference.Year)
            .Select(source => new Evidence("reference", source.Reference.Index, $"{source.Reference.Year}: {source.Reference.Label}"));
}
