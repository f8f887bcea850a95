using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Bulk;

/// <summary>What a bulk run was asked to do.</summary>
internal sealed record BulkOptions
{
    public required string Input { get; init; }

    public required string Output { get; init; }

    public required int Workers { get; init; }

    /// <summary>Index of a multistream dump; null when it stands beside the dump, or there is none.</summary>
    public string? Index { get; init; }

    /// <summary>The part of a multistream dump that this run takes; null for all of it.</summary>
    public InputPart? Part { get; init; }

    /// <summary>Go on behind the rows that an interrupted run has written.</summary>
    public bool Resume { get; init; }

    /// <summary>Null: each page by the ruleset that its topic asks for.</summary>
    public Ruleset? Ruleset { get; init; }

    /// <summary>Language edition of pages that do not say theirs.</summary>
    public string Language { get; init; } = "en";

    /// <summary>How a text becomes an assessment; a seam for tests.</summary>
    public Func<PageText, Ruleset?, Assessment> Assess { get; init; } = PageScoring.Assess;
}
