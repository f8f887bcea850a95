using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Contributions;

/// <summary>Pages that readers let join the research dataset, and their way back out of it.</summary>
internal static class ContributionEndpoints
{
    public static void AddContributions(this IServiceCollection services) => services.AddSingleton<ContributionStore>();

    public static void MapContributions(this IEndpointRouteBuilder routes)
    {
        var contributions = routes.MapGroup("/contributions").WithTags("Contributions").ProducesProblem(429).ProducesProblem(503).RequireRateLimiting(Limits.Contributions);

        contributions.MapPut("/{receipt}", Contribute).WithName("Contribute").WithSummary("Lets a scored page join the research dataset, under a receipt with which that can be taken back. Asked again, it changes nothing. Nothing is kept of who contributes.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(502);

        contributions.MapDelete("/{receipt}", TakeBack).WithName("TakeBackContribution").WithSummary("Takes a contribution back: the page leaves every dataset made from now on, unless others contributed it too.")
            .ProducesProblem(404);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Contribute(
        string receipt, ContributionRequest request, PageScoring scoring, ContributionStore contributions, CancellationToken cancellationToken)
    {
        if (!Receipt.TryParse(receipt, out var own))
        {
            return TypedResults.Problem(Problem.BadReceipt);
        }

        if (!ScoreQuestion.TryRead(request.Url, out var question, out var problem))
        {
            return TypedResults.Problem(problem);
        }

        // A dataset holds what the service itself has read. A video that a reader sent along was never kept, so that it is read here and now.
        var outcome = await scoring.ScoreAsync(question.Address, null, cancellationToken);

        if (outcome.Score is null)
        {
            return TypedResults.Problem(outcome.Refusal is { } refusal ? Problem.NotScorable(refusal) : Problem.PageMissing(question.Address.Kind));
        }

        return await contributions.AddAsync(question.Address, own, cancellationToken) switch
        {
            Contributed.Joined => TypedResults.NoContent(),
            Contributed.ReceiptUsed => TypedResults.Problem(Problem.ReceiptUsed),
            _ => TypedResults.Problem(Problem.NotContributable),
        };
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(string receipt, ContributionStore contributions, CancellationToken cancellationToken)
        => Receipt.TryParse(receipt, out var known) && await contributions.RemoveAsync(known, cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem(Problem.ContributionMissing);
}

/// <summary>A page that somebody lets join the dataset.</summary>
/// <param name="Url">Address of the page, of an article with the number of the revision that was scored (<c>oldid</c>), so that exactly that one joins.</param>
internal sealed record ContributionRequest(string? Url);
