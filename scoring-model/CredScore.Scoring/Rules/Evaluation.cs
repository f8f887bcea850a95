using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Rules;

/// <summary>What a ruleset says about the features of one page: the part of an assessment that depends on the ruleset.</summary>
public sealed record Evaluation
{
    /// <summary>0 to 100 with two decimals: the criteria's points and the caps' effects add up to it. Null when there is not enough evidence.</summary>
    public required double? Score { get; init; }

    public required Band Band { get; init; }

    /// <summary>0 to 1; see <see cref="Rules.Confidence"/>.</summary>
    public required double Confidence { get; init; }

    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    /// <summary>Caps in force, the lowest limit first; only that one takes points away.</summary>
    public required IReadOnlyList<CapResult> Caps { get; init; }

    public required IReadOnlyList<Improvement> Improvements { get; init; }

    public required IReadOnlyList<string> NotJudged { get; init; }
}
