using CredScore.Scoring.Rules;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Problems;

/// <summary>Something that a caller or a person asked for cannot be done; the problem says why in a sentence. Nothing was changed.</summary>
internal sealed class RefusedException(ProblemDetails problem, IReadOnlyList<RulesetFault>? faults = null) : Exception(problem.Detail)
{
    /// <summary>What is wrong with a ruleset, by path; empty for any other refusal.</summary>
    public IReadOnlyList<RulesetFault> Faults { get; } = faults ?? [];

    /// <summary>When it may be asked for again; null where that changes nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public ProblemDetails Problem { get; } = problem;
}
