using System.Security.Claims;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Accounts;

/// <summary>Who a key acts for, and the log of changes.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/account").WithTags("Accounts").RequireAuthorization(Scopes.Any).RequireRateLimiting(Limits.Reads)
            .ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);
        accounts.MapGet("/", GetAccount).WithName("GetAccount").WithSummary("Tells for whom the key acts and what it opens.");
        accounts.MapGet("/changes", ListChanges).WithName("ListChanges").WithSummary("Lists the newest changes to rulesets, classes, keys and people; for owners.");
    }

    private static Ok<AccountAnswer> GetAccount(ClaimsPrincipal user)
        => TypedResults.Ok(new AccountAnswer(People.ActorOf(user)!.Name, People.ActorOf(user)!.Role, Scopes.Order(user.FindAll(KeyHandler.ScopeClaim).Select(claim => claim.Value))!));

    private static async Task<Ok<IReadOnlyList<ChangeAnswer>>> ListChanges(ClaimsPrincipal user, ChangeLog log, CancellationToken cancellationToken)
    {
        if (!People.ActorOf(user)!.IsOwner)
        {
            throw Problems.AccountProblems.NotAllowed("The log of changes is for owners.");
        }

        var changes = await log.ListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ChangeAnswer>>([.. changes.Select(one => new ChangeAnswer(DateTime.SpecifyKind(one.At, DateTimeKind.Utc), one.Who, one.Did, one.To))]);
    }
}

/// <summary>For whom a key acts.</summary>
/// <param name="Name">As students see it.</param>
/// <param name="Role"><c>educator</c>, <c>researcher</c> or <c>owner</c>.</param>
/// <param name="Scope">Some of <c>read</c>, <c>write</c>, <c>batches</c> and <c>exports</c>, with spaces between them.</param>
internal sealed record AccountAnswer(string Name, string Role, string Scope);

/// <summary>Who changed what, and when.</summary>
internal sealed record ChangeAnswer(DateTimeOffset At, string Who, string Did, string To);
