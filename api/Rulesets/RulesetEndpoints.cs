using CredScore.Api.Problems;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Rulesets;

/// <summary>What counts, and how much.</summary>
internal static class RulesetEndpoints
{
    public static void MapRulesets(this IEndpointRouteBuilder routes)
    {
        var rulesets = routes.MapGroup("/rulesets").WithTags("Rulesets").RequireRateLimiting(Limits.Reads);
        rulesets.MapGet("/", ListRulesets).WithName("ListRulesets").WithSummary("Lists the rulesets by which pages can be scored.");
        rulesets.MapGet("/{id}", GetRuleset).WithName("GetRuleset").WithSummary("Gives one ruleset whole: criteria, measures with their curves, caps and bands.").ProducesProblem(404);
    }

    private static Ok<IReadOnlyList<RulesetSummary>> ListRulesets()
        => TypedResults.Ok<IReadOnlyList<RulesetSummary>>([.. EmbeddedRulesets.Embedded.Select(RulesetSummary.Of)]);

    private static Results<Ok<RulesetAnswer>, ProblemHttpResult> GetRuleset(string id)
        => EmbeddedRulesets.Find(id) is { } ruleset ? TypedResults.Ok(RulesetAnswer.Of(ruleset)) : TypedResults.Problem(Problem.RulesetMissing);
}
