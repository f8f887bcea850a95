using System.Collections.Frozen;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Model;

/// <summary>Which declared features the grade model looks at, and which of them carry over to other languages and forms.</summary>
public static class ModelFeatures
{
    /// <summary>The declared feature that carries the model's answer into the rulesets; filled in by the scorer.</summary>
    public const string Answer = "model.expected_grade";

    /// <summary>The same without what the number of words adds: what the rulesets weigh.</summary>
    public const string AnswerBeyondLength = "model.grade_beyond_length";

    /// <summary>The feature that tells by which year's norms an article is judged.</summary>
    public const string Year = "currency.newest_year";

    // The grade itself, what only the service knows of a page, and ages that are measured from when a page was fetched, which the labelled revisions do not tell.
    private static readonly FrozenSet<string> Excluded = new[]
    {
        Answer, AnswerBeyondLength,
        "review.badge", "review.assessed_class", "review.recent_reverts", "review.protected", "currency.revision_age_days",
        "currency.median_source_age", "currency.newest_source_age", "currency.recent_share", "currency.recent_secondary_share", "review.oldest_tag_years",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> EnglishOnly = new[]
    {
        "style.words_to_watch_per_1000_words", "style.flesch_reading_ease", "style.long_word_share",
        "text.contrast_words_per_1000_words", "text.perfect_words_per_1000_words",
    }.ToFrozenSet(StringComparer.Ordinal);

    // What grows when the same is said in more words, with no source, aspect or image more.
    private static readonly FrozenSet<string> Length = new[]
    {
        "structure.words", "structure.lead_words", "structure.lead_share", "structure.words_per_section", "structure.longest_section_share", "structure.longest_section_words",
        "structure.median_section_words", "structure.section_words_spread", "structure.short_sections", "text.characters", "text.sentences", "text.words_per_paragraph",
        "text.distinct_words", "text.variety", "text.paragraph_words_spread", "structure.lead_to_section", "structure.first_section_words",
        "structure.shortest_section_words", "markup.lines", "citations.cited_words", "markup.characters", "markup.prose_share",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The names in order of declaration.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ArticleFeatures.All.Select(feature => feature.Name).Where(name => !Excluded.Contains(name))];

    /// <summary>Whether a feature means the same in other language editions.</summary>
    public static bool CarriesOver(string name) => !EnglishOnly.Contains(name);

    /// <summary>Whether a feature is read from the wikitext itself, which no rendering shows.</summary>
    public static bool IsOfMarkup(string name) => name.StartsWith("markup.", StringComparison.Ordinal);

    /// <summary>Whether a feature follows the number of words.</summary>
    public static bool IsLength(string name) => Length.Contains(name);
}
