namespace CredScore.Api.Exports;

/// <summary>What is to be exported; everything may be left out.</summary>
/// <param name="Format"><c>csv</c>, <c>jsonl</c>, either with <c>.gz</c> or <c>.zst</c> behind it, or <c>parquet</c>, which is the default.</param>
/// <param name="Rows"><c>page</c>, the default, <c>reference</c>, or <c>appraisal</c>: what a row stands for.</param>
/// <param name="Columns">Names of columns; without any, all. They come in the order of the declaration.</param>
/// <param name="Site"><c>wikipedia</c> or <c>youtube</c>.</param>
/// <param name="Language">Language edition of articles, such as <c>en</c>.</param>
/// <param name="Topic"><c>medical</c>, <c>general</c>, or the name of a topic, such as <c>Measles</c>.</param>
/// <param name="Band">The score in a word: <c>strong</c>, <c>fair</c>, <c>weak</c> or <c>insufficient</c>.</param>
/// <param name="From">Pages that were read at this moment or later.</param>
/// <param name="To">Pages that were read before this moment.</param>
/// <param name="Ruleset">Id of a ruleset: its site's pages, scored by it from their stored feature values. Without one, the stored scores by the rulesets that the topics ask for.</param>
/// <param name="Class">Code of a class: every page by the rulesets of that class.</param>
/// <param name="Batch">Number of a batch: the pages that were scored in it, whichever of its rows they answer. While it runs the export waits; of a paused one it holds what is there.</param>
/// <param name="Since">Only what is new or changed since an earlier export: its id, or a moment (ISO 8601) after which a page was read.</param>
internal sealed record ExportRequest(
    string? Format = null,
    string? Rows = null,
    IReadOnlyList<string>? Columns = null,
    string? Site = null,
    string? Language = null,
    string? Topic = null,
    string? Band = null,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Ruleset = null,
    string? Class = null,
    int? Batch = null,
    string? Since = null);
