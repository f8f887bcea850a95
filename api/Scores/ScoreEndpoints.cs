using CredScore.Api.Alternatives;
using CredScore.Api.Catalogues;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Api.Security;
using CredScore.Api.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Scores;

/// <summary>Scores of pages: one, many, by hash, or of a page that the caller holds.</summary>
internal static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder routes)
    {
        var scores = routes.MapGroup("/scores").WithTags("Scores").ProducesProblem(429);

        scores.MapGet("/", GetScore).WithName("GetScore").WithSummary("Scores the page at an address and explains every point.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).ProducesProblem(502).ProducesProblem(503).RequireRateLimiting(Limits.Reads);

        scores.MapGet("/lookup/{prefix}", LookUpScores).WithName("LookUpScores").WithSummary("Lists every stored score in a bucket of page hashes, so that the service does not learn which page is meant; with a ruleset, by its rules.")
            .ProducesProblem(400).ProducesProblem(503).RequireRateLimiting(Limits.Reads);

        scores.MapPost("/batch", ScoreMany).WithName("ScoreMany").WithSummary("Scores up to 50 pages, with a status for each.")
            .ProducesProblem(400).RequireRateLimiting(Limits.Submissions);

        scores.MapPost("/from-page", ScoreSubmitted).WithName("ScoreSubmitted").WithSummary("Scores a page that the caller holds, an article or a video, without keeping it.")
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422).RequireRateLimiting(Limits.Submissions);
    }

    private static async Task<Results<ScoreResult, ProblemHttpResult>> GetScore(string? url, string? ruleset, string? classMix, PageScoring scoring, AlternativeDesk alternatives, RulesetShelf rulesets, CancellationToken cancellationToken)
    {
        var (question, problem) = await ScoreQuestion.ReadAsync(url, ruleset, rulesets, cancellationToken);

        if (question is null)
        {
            return TypedResults.Problem(problem!);
        }

        if (ClassMixes.Parse(classMix) is not { } mix)
        {
            return TypedResults.Problem(Problem.UnknownClassMix);
        }

        return await scoring.ScoreAsync(question.Address, question.Ruleset, cancellationToken) switch
        {
            { Score: { } score } => new ScoreResult(alternatives.Attach(score.In(mix))),
            { Refusal: { } refusal } => TypedResults.Problem(Problem.NotScorable(refusal)),
            _ => TypedResults.Problem(Problem.PageMissing(question.Address.Kind)),
        };
    }

    private static async Task<Results<Ok<LookupAnswer>, ProblemHttpResult>> LookUpScores(string prefix, string? ruleset, ScoreStore store, RulesetShelf rulesets, HttpResponse response, CancellationToken cancellationToken)
    {
        if (prefix.Length != ScoreStore.PrefixLength || !prefix.All(char.IsAsciiHexDigit))
        {
            return TypedResults.Problem(Problem.BadPrefix);
        }

        var rules = ruleset is { Length: > 0 } ? await rulesets.FindAsync(ruleset, cancellationToken) : null;

        if (rules is null && ruleset is { Length: > 0 })
        {
            return TypedResults.Problem(Problem.UnknownRuleset);
        }

        var bucket = prefix.ToLowerInvariant();
        var pages = await (rules is null ? store.ListBucketAsync(bucket, cancellationToken) : store.ListBucketAsync(bucket, rules, cancellationToken));
        response.Headers.CacheControl = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";
        return TypedResults.Ok(new LookupAnswer(bucket, pages));
    }

    private static async Task<Results<Ok<BatchAnswer>, ProblemHttpResult>> ScoreMany(BatchRequest request, ScoreBatch batch, CancellationToken cancellationToken)
        => request.Fault is { } fault
            ? TypedResults.Problem(Problem.Batch(fault))
            : TypedResults.Ok(await batch.ScoreAsync(request, cancellationToken));

    private static async Task<Results<SubmittedResult, ProblemHttpResult>> ScoreSubmitted(SubmittedPage page, AlternativeDesk alternatives, RulesetShelf rulesets, CurrentScorer current, TimeProvider time, CancellationToken cancellationToken)
    {
        var (question, problem) = await ScoreQuestion.ReadAsync(page.Url, page.Ruleset, rulesets, cancellationToken);

        if (question is null)
        {
            return TypedResults.Problem(problem!);
        }

        return page.Assess(current.Scorer, question, time.GetUtcNow(), out problem) is { } assessment
            ? new SubmittedResult(alternatives.Attach(assessment))
            : TypedResults.Problem(problem!);
    }
}

/// <summary>The stored pages of a bucket, each with the score of its latest revision.</summary>
internal sealed record LookupAnswer(string Prefix, IReadOnlyList<LookupEntry> Pages);
