using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Problems;

/// <summary>Something that a caller or a person asked for cannot be done; the problem says why in a sentence. Nothing was changed.</summary>
internal sealed class RefusedException(ProblemDetails problem) : Exception(problem.Detail)
{
    public ProblemDetails Problem { get; } = problem;
}
