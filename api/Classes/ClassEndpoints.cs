using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Classes;

/// <summary>Classes: students join by a code and without an account; educators say whose rules count and what to read instead.</summary>
internal static class ClassEndpoints
{
    public static void MapClasses(this IEndpointRouteBuilder routes)
    {
        var joining = routes.MapGroup("/classes").WithTags("Classes").RequireRateLimiting(Limits.Codes).ProducesProblem(404).ProducesProblem(429);
        joining.MapGet("/{code}", GetClass).WithName("GetClass").WithSummary("Gives what the extension needs of a class: whose rules its scores follow and what is recommended.");
        joining.MapPost("/{code}/members", Join).WithName("JoinClass").WithSummary("Counts one member more. Nothing is kept of who it is.");
        joining.MapPost("/{code}/members/leave", Leave).WithName("LeaveClass").WithSummary("Counts one member less.");

        var own = routes.MapGroup("/classes").WithTags("Classes").RequireRateLimiting(Limits.Reads)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(412).ProducesProblem(429);
        own.MapGet("/", ListClasses).WithName("ListClasses").WithSummary("Lists the classes that one leads.").RequireAuthorization(Scopes.Read);
        own.MapPost("/", MakeClass).WithName("MakeClass").WithSummary("Makes a class and its code.").RequireAuthorization(Scopes.Write);
        own.MapPut("/{code}", SaveClass).WithName("SaveClass").WithSummary("Saves one's own class; If-Match names the stamp that its editor has seen.").RequireAuthorization(Scopes.Write);
        own.MapDelete("/{code}", CloseClass).WithName("CloseClass").WithSummary("Closes one's own class.").RequireAuthorization(Scopes.Write);
    }

    private static async Task<Ok<ClassAnswer>> GetClass(string code, ClassShelf classes, HttpResponse response, CancellationToken cancellationToken)
    {
        var row = await classes.FindAsync(code, cancellationToken) ?? throw AccountProblems.ClassMissing;
        response.Headers.CacheControl = "private, max-age=60";
        return TypedResults.Ok(ClassAnswer.Of(row));
    }

    private static async Task<NoContent> Join(string code, ClassShelf classes, CancellationToken cancellationToken)
    {
        await classes.CountAsync(code, joins: true, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Leave(string code, ClassShelf classes, CancellationToken cancellationToken)
    {
        await classes.CountAsync(code, joins: false, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<OwnClassAnswer>>> ListClasses(ClaimsPrincipal user, ClassShelf classes, CancellationToken cancellationToken)
        => TypedResults.Ok<IReadOnlyList<OwnClassAnswer>>([.. (await classes.ListAsync(People.ActorOf(user)!, cancellationToken)).Select(OwnClassAnswer.Of)]);

    private static async Task<Ok<OwnClassAnswer>> MakeClass(ClassDraft draft, ClaimsPrincipal user, ClassShelf classes, CancellationToken cancellationToken)
        => TypedResults.Ok(OwnClassAnswer.Of(await classes.MakeAsync(People.ActorOf(user)!, draft, cancellationToken)));

    private static async Task<Ok<OwnClassAnswer>> SaveClass(string code, ClassDraft draft, HttpRequest request, ClaimsPrincipal user, ClassShelf classes, CancellationToken cancellationToken)
        => TypedResults.Ok(OwnClassAnswer.Of(await classes.SaveAsync(People.ActorOf(user)!, code, request.Headers.IfMatch.ToString().Trim('"'), draft, cancellationToken)));

    private static async Task<NoContent> CloseClass(string code, ClaimsPrincipal user, ClassShelf classes, CancellationToken cancellationToken)
    {
        await classes.CloseAsync(People.ActorOf(user)!, code, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A class as its students' extensions see it.</summary>
/// <param name="Code">With its hyphen.</param>
/// <param name="Name">Of the class.</param>
/// <param name="Subject">Free words, or empty.</param>
/// <param name="Level">Free words, or empty.</param>
/// <param name="By">The educator, as students see it.</param>
/// <param name="ArticleRuleset">Key of the ruleset for articles; null for the one that a page's topic asks for.</param>
/// <param name="VideoRuleset">The same for videos.</param>
/// <param name="Recommendations">What to read instead.</param>
/// <param name="CollectsAppraisals">Whether its members may leave appraisals of pages.</param>
internal sealed record ClassAnswer(
    string Code, string Name, string Subject, string Level, string By, string? ArticleRuleset, string? VideoRuleset, IReadOnlyList<RecommendationAnswer> Recommendations, bool CollectsAppraisals)
{
    public static ClassAnswer Of(StoredClass row) => new(
        ClassCode.Show(row.Code), row.Name, row.Subject, row.Level, row.Author, row.ArticleRuleset, row.VideoRuleset,
        [.. row.Recommendations.Select(one => new RecommendationAnswer(one.Topic, one.Title, one.Url, one.Why))], row.CollectsAppraisals);
}

/// <summary>A source that an educator recommends.</summary>
/// <param name="Topic">Words that a page's title holds; empty for every page.</param>
/// <param name="Title">What it is.</param>
/// <param name="Url">Where it is.</param>
/// <param name="Why">Why it is recommended.</param>
internal sealed record RecommendationAnswer(string Topic, string Title, string Url, string Why);

/// <summary>A class as its educator sees it.</summary>
/// <param name="Class">What students see.</param>
/// <param name="Members">How many joined less how many left, as far as their extensions said so.</param>
/// <param name="Stamp">To be named when it is saved.</param>
internal sealed record OwnClassAnswer(ClassAnswer Class, int Members, string Stamp)
{
    public static OwnClassAnswer Of(StoredClass row) => new(ClassAnswer.Of(row), row.Members, row.Stamp);
}
