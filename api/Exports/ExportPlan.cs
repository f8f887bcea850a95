using CredScore.Exports.Columns;
using CredScore.Exports.Writing;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Exports;

/// <summary>A request once every word of it is understood.</summary>
internal sealed record ExportPlan
{
    public required TableForm Form { get; init; }

    /// <summary>Whether a row is a reference and not a page.</summary>
    public required bool IsOfReferences { get; init; }

    /// <summary>The appraisals to write, when a row is an appraisal and not a page; null otherwise. The score stands empty.</summary>
    public IReadOnlyList<AppraisalRow>? Appraisals { get; init; }

    /// <summary>What a row stands for, in the plural.</summary>
    public string Set => Appraisals is not null ? "appraisals" : IsOfReferences ? "references" : "pages";

    /// <summary>Names of the columns that are wanted; empty for all.</summary>
    public required IReadOnlyList<string> Chosen { get; init; }

    public string? Site { get; init; }

    public string? Language { get; init; }

    public string? Topic { get; init; }

    public string? Band { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }

    /// <summary>Scores articles again; null for the stored scores.</summary>
    public Ruleset? ArticleRuleset { get; init; }

    /// <summary>Scores videos again; null for the stored scores.</summary>
    public Ruleset? VideoRuleset { get; init; }

    /// <summary>The batch whose pages are wanted; null for all.</summary>
    public int? Batch { get; init; }

    /// <summary>The earlier export whose rows are left out, as long as they are the same.</summary>
    public Guid? Earlier { get; init; }

    /// <summary>The ruleset that scores pages of a site again; null for the stored scores.</summary>
    public Ruleset? RulesetFor(string site) => site == Sites.YouTube ? VideoRuleset : ArticleRuleset;

    /// <summary>Whether rows cannot be made without the pages' references.</summary>
    public bool NeedsReferences => IsOfReferences || ArticleRuleset?.Overrides.Count > 0 || VideoRuleset?.Overrides.Count > 0;

    /// <summary>The rulesets that rows may be scored by, the embedded ones where none is named for a site.</summary>
    public IReadOnlyList<Ruleset> Rulesets =>
    [
        .. ArticleRuleset is { } articles ? [articles] : EmbeddedRulesets.EmbeddedFor(Sites.Wikipedia),
        .. VideoRuleset is { } videos ? [videos] : EmbeddedRulesets.EmbeddedFor(Sites.YouTube),
    ];

    /// <summary>The columns of a table of pages.</summary>
    public IReadOnlyList<Column<ExportRow>> PageColumns => Choose(CredScore.Exports.Columns.PageColumns.OfExport(Rulesets));

    /// <summary>The columns of a table of references.</summary>
    public IReadOnlyList<Column<ReferenceRow>> ReferenceColumns => Choose(CredScore.Exports.Columns.ReferenceColumns.All);

    /// <summary>The columns of a table of appraisals.</summary>
    public IReadOnlyList<Column<AppraisalRow>> AppraisalColumns => Choose(CredScore.Exports.Columns.AppraisalColumns.All);

    /// <summary>What a reader must know of the columns.</summary>
    public IReadOnlyList<ColumnFace> Faces => Appraisals is not null ? AppraisalColumns : IsOfReferences ? ReferenceColumns : PageColumns;

    /// <summary>Whether an appraisal is wanted whose page is not stored: only when nothing is asked of what only a stored page can tell.</summary>
    public bool TakesUnstored(AppraisalRow row)
        => Topic is null && Band is null && From is null && To is null && Batch is null
            && (Site is null || row.Appraisal.Page.StartsWith($"{Site}:", StringComparison.Ordinal))
            && (Language is null || row.Appraisal.Page.StartsWith($"{Sites.Wikipedia}:{Language}:", StringComparison.Ordinal));

    /// <summary>Whether a row is wanted.</summary>
    public bool Takes(ExportRow row)
        => (Band is null || row.Band == Band)
            && (Topic is null || string.Equals(row.Profile, Topic, StringComparison.OrdinalIgnoreCase) || row.Topics.Contains(Topic, StringComparer.OrdinalIgnoreCase));

    private IReadOnlyList<Column<TRow>> Choose<TRow>(IReadOnlyList<Column<TRow>> all) => Chosen.Count == 0 ? all : [.. all.Where(column => Chosen.Contains(column.Name))];
}
