using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CredScore.Api.Batches;

/// <summary>Batches: sent as lists, worked by jobs, followed until they are done. Each is its owner's.</summary>
internal static class BatchEndpoints
{
    public static void MapBatches(this IEndpointRouteBuilder routes)
    {
        var batches = routes.MapGroup("/batches").WithTags("Batches").RequireAuthorization(Scopes.Batches).ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);

        batches.MapPost("/", SendBatch).WithName("SendBatch")
            .WithSummary("Sends a batch of up to a million addresses: JSON with addresses beside the settings, or CSV or plain lines with the settings in the query; or names a category, a WikiProject or a playlist.")
            .Accepts<BatchRequestBody>("application/json", "text/csv", "text/plain")
            .WithMetadata(new ListLimit())
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503).RequireRateLimiting(Limits.Submissions);
        batches.MapGet("/", ListBatches).WithName("ListBatches").WithSummary("Lists one's own batches, newest first.").RequireRateLimiting(Limits.Reads);
        batches.MapGet("/{id:int}", GetBatch).WithName("GetBatch").WithSummary("Tells how a batch stands, and once it has ended how its pages came out.").ProducesProblem(404).RequireRateLimiting(Limits.Reads);
        batches.MapGet("/{id:int}/events", FollowBatch).WithName("FollowBatch").WithSummary("Tells how a batch stands by server-sent events named progress, until it has ended.").ProducesProblem(404).RequireRateLimiting(Limits.Reads);
        batches.MapGet("/{id:int}/rows", ListBatchRows).WithName("ListBatchRows").WithSummary("Lists rows of a batch behind a number, at most 1,000 at a time, of one state or of all.").ProducesProblem(400).ProducesProblem(404).RequireRateLimiting(Limits.Reads);
        batches.MapPost("/{id:int}/pause", PauseBatch).WithName("PauseBatch").WithSummary("Leaves a batch alone until it is resumed.").ProducesProblem(404).ProducesProblem(409).RequireRateLimiting(Limits.Reads);
        batches.MapPost("/{id:int}/resume", ResumeBatch).WithName("ResumeBatch").WithSummary("Goes on with a batch that was paused or cancelled.").ProducesProblem(404).ProducesProblem(409).RequireRateLimiting(Limits.Reads);
        batches.MapPost("/{id:int}/cancel", CancelBatch).WithName("CancelBatch").WithSummary("Ends a batch; what was scored stays.").ProducesProblem(404).ProducesProblem(409).RequireRateLimiting(Limits.Reads);
        batches.MapDelete("/{id:int}", DeleteBatch).WithName("DeleteBatch").WithSummary("Takes a batch away with its rows.").ProducesProblem(404).ProducesProblem(409).RequireRateLimiting(Limits.Reads);
    }

    private static async Task<Created<BatchStatus>> SendBatch(HttpRequest request, ClaimsPrincipal user, BatchIntake intake, BatchDesk desk, CancellationToken cancellationToken)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var media) ? media.MediaType.Value?.ToLowerInvariant() : null;
        intake.ThrowIfTooLarge(request.ContentLength);
        var batch = await intake.ReceiveAsync(People.ActorOf(user)!, request.Body, type, name => request.Query[name].FirstOrDefault(), cancellationToken);
        return TypedResults.Created($"/v1/batches/{batch.Id}", await desk.DescribeAsync(batch));
    }

    private static async Task<Ok<IReadOnlyList<BatchStatus>>> ListBatches(ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.ListAsync(People.ActorOf(user)!, cancellationToken));

    private static async Task<Ok<BatchStatus>> GetBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.GetAsync(People.ActorOf(user)!, id, cancellationToken));

    private static async Task<ServerSentEventsResult<BatchStatus>> FollowBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
    {
        // While it can still be answered with a status.
        await desk.GetAsync(People.ActorOf(user)!, id, cancellationToken);
        return TypedResults.ServerSentEvents(desk.FollowAsync(People.ActorOf(user)!, id, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<BatchRow>>> ListBatchRows(int id, string? state, int? behind, int? most, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.ListRowsAsync(People.ActorOf(user)!, id, state, behind ?? 0, most ?? 100, cancellationToken));

    private static async Task<Ok<BatchStatus>> PauseBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.PauseAsync(People.ActorOf(user)!, id, cancellationToken));

    private static async Task<Ok<BatchStatus>> ResumeBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.ResumeAsync(People.ActorOf(user)!, id, cancellationToken));

    private static async Task<Ok<BatchStatus>> CancelBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.CancelAsync(People.ActorOf(user)!, id, cancellationToken));

    private static async Task<NoContent> DeleteBatch(int id, ClaimsPrincipal user, BatchDesk desk, CancellationToken cancellationToken)
    {
        await desk.DeleteAsync(People.ActorOf(user)!, id, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>No limit of the server's: the list has one of its own, which counts what is unpacked and says so in a sentence.</summary>
    internal sealed class ListLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => null;
    }
}

/// <summary>A batch as JSON. In CSV and plain lists, all but the addresses stand in the query.</summary>
/// <param name="Name">For its owner; the date without one.</param>
/// <param name="Ruleset">Id of a ruleset for all; without one, each page's topic chooses.</param>
/// <param name="Revisions"><c>latest</c> (default), <c>atDate</c> with <c>asOf</c>, or <c>exact</c>. An address with <c>oldid</c>, or a row's own revision, always names exactly that one.</param>
/// <param name="AsOf">The moment whose revisions are scored.</param>
/// <param name="Addresses">Addresses, as texts or as objects with <c>url</c> and <c>revision</c>.</param>
/// <param name="Category">Instead of addresses: a category of Wikipedia.</param>
/// <param name="WikiProject">Instead of addresses: the name of a WikiProject.</param>
/// <param name="Playlist">Instead of addresses: address or id of a public playlist, or of a channel; the first hundred videos.</param>
/// <param name="Language">Edition of the category or WikiProject; <c>en</c> without one.</param>
/// <param name="Depth">Levels of subcategories to follow; 0 without one.</param>
internal sealed record BatchRequestBody(
    string? Name, string? Ruleset, string? Revisions, DateTimeOffset? AsOf, IReadOnlyList<string>? Addresses, string? Category, string? WikiProject, string? Playlist, string? Language, int? Depth);
