using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Classes;
using CredScore.Api.Problems;
using CredScore.Api.Scores;
using CredScore.Api.Security;
using CredScore.Exports.Appraisals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace CredScore.Api.Appraisals;

/// <summary>Appraisals by people: members of a class that collects them send theirs by a token of their own, and its educator sees how far the class agrees.</summary>
internal static class AppraisalEndpoints
{
    public static void AddAppraisals(this IServiceCollection services)
    {
        services.AddOptions<AppraisalOptions>().BindConfiguration("Appraisals").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AppraisalShelf>();
        services.AddSingleton<AppraisalDesk>();
        services.AddSingleton<ClassAgreement>();
        services.AddSingleton<ClassRatings>();
    }

    public static void MapAppraisals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/appraisals/form", GetForm).WithTags("Appraisals").WithName("GetAppraisalForm").WithSummary("Gives the form by which people appraise a page: questions after DISCERN and the JAMA benchmarks, each from 1 (no) to 5 (yes).").RequireRateLimiting(Limits.Reads).ProducesProblem(429);

        var own = routes.MapGroup("/classes/{code}/appraisals/{token}").WithTags("Appraisals").RequireRateLimiting(Limits.Contributions).WithMetadata(new SmallBody()).ProducesProblem(400).ProducesProblem(404).ProducesProblem(429);
        own.MapPut("/", SaveAppraisal).WithName("SaveAppraisal")
            .WithSummary("Keeps what a member of a class thinks of a page, without a name, instead of what the same token gave for it before. Only for classes that collect appraisals, and only with consent.")
            .ProducesProblem(409).ProducesProblem(412).ProducesProblem(413).ProducesProblem(422);
        own.MapGet("/", ListAppraisals).WithName("ListOwnAppraisals").WithSummary("Lists what a token gave to a class.");
        own.MapDelete("/", WithdrawAppraisals).WithName("WithdrawAppraisals").WithSummary("Takes back what a token gave to a class, for one page (url) or for all.");

        routes.MapGet("/classes/{code}/agreement", GetAgreement).WithTags("Appraisals").WithName("GetClassAgreement")
            .WithSummary("Tells how far one's own class agrees: Cohen's and Fleiss' kappa and intraclass correlations for each question, over pages that five or more have appraised.")
            .RequireAuthorization(Scopes.Read).RequireRateLimiting(Limits.Reads).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(429);
    }

    private static Ok<AppraisalFormAnswer> GetForm() => TypedResults.Ok(AppraisalFormAnswer.Current);

    private static async Task<NoContent> SaveAppraisal(string code, string token, AppraisalRequest request, HttpContext http, CodeGuesses classes, AppraisalDesk desk, CancellationToken cancellationToken)
    {
        var row = await classes.FindAsync(code, http.Connection.RemoteIpAddress, cancellationToken);
        await desk.TakeAsync(row, token, isEducator: false, request, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<AppraisalAnswer>>> ListAppraisals(string code, string token, HttpContext http, CodeGuesses classes, AppraisalShelf shelf, CancellationToken cancellationToken)
    {
        var row = await classes.FindAsync(code, http.Connection.RemoteIpAddress, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok<IReadOnlyList<AppraisalAnswer>>([.. (await shelf.OwnAsync(row, token, cancellationToken)).Select(one => new AppraisalAnswer(one.Page, one.Title, one.Revision, one.Answers))]);
    }

    private static async Task<NoContent> WithdrawAppraisals(string code, string token, string? url, HttpContext http, CodeGuesses classes, AppraisalShelf shelf, CancellationToken cancellationToken)
    {
        var row = await classes.FindAsync(code, http.Connection.RemoteIpAddress, cancellationToken);
        await shelf.WithdrawAsync(row, token, KeyOf(url), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AgreementAnswer>> GetAgreement(string code, ClaimsPrincipal user, ClassShelf classes, ClassAgreement agreement, CancellationToken cancellationToken)
        => TypedResults.Ok(await agreement.OfAsync(await classes.GetOwnAsync(People.ActorOf(user)!, code, cancellationToken), cancellationToken));

    private static string? KeyOf(string? url)
        => url is null ? null : ScoreQuestion.TryRead(url, out var question, out var problem) ? question.Address.Key : throw new RefusedException(problem);

    // Nine small numbers and an address.
    private sealed class SmallBody : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => 16 * 1024;
    }
}

/// <summary>The form.</summary>
/// <param name="Least">Least answer: no.</param>
/// <param name="Most">Greatest answer: yes.</param>
/// <param name="Items">Its questions in their order.</param>
internal sealed record AppraisalFormAnswer(int Least, int Most, IReadOnlyList<AppraisalItemAnswer> Items)
{
    public static AppraisalFormAnswer Current { get; } = new(
        AppraisalForm.Least, AppraisalForm.Most, [.. AppraisalForm.Items.Select(item => new AppraisalItemAnswer(item.Id, item.Question, item.Hint, item.After, item.Id == AppraisalForm.Overall))]);
}

/// <summary>A question.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Question">For people.</param>
/// <param name="Hint">What to look for.</param>
/// <param name="After">The instrument and item that it is worded after.</param>
/// <param name="IsNeeded">Whether it is to be answered; others may be left out.</param>
internal sealed record AppraisalItemAnswer(string Id, string Question, string Hint, string After, bool IsNeeded);

/// <summary>What was given for a page.</summary>
/// <param name="Page">Canonical key of the page.</param>
/// <param name="Title">Its title.</param>
/// <param name="Revision">The article's revision that the service knew then.</param>
/// <param name="Answers">By question.</param>
internal sealed record AppraisalAnswer(string Page, string? Title, long? Revision, IReadOnlyDictionary<string, int> Answers);
