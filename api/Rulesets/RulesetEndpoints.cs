using System.Security.Claims;
using CredScore.Api.Accounts;
using CredScore.Api.Appraisals;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using CredScore.Scoring.Rules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Rulesets;

/// <summary>What counts, and how much: published versions for everybody, drafts for the educator who writes them.</summary>
internal static class RulesetEndpoints
{
    /// <summary>Says which draft its editor has seen, as <c>If-Match</c>.</summary>
    private const string StampHeader = "If-Match";

    public static void MapRulesets(this IEndpointRouteBuilder routes)
    {
        var rulesets = routes.MapGroup("/rulesets").WithTags("Rulesets").RequireRateLimiting(Limits.Reads).ProducesProblem(429);
        rulesets.MapGet("/", ListRulesets).WithName("ListRulesets").WithSummary("Lists the rulesets by which pages can be scored, each in its latest version.");
        rulesets.MapGet("/{id}", GetRuleset).WithName("GetRuleset").WithSummary("Gives the latest version of a ruleset whole: criteria, measures with their curves, caps and bands.").ProducesProblem(404);
        rulesets.MapGet("/{id}/versions", ListVersions).WithName("ListRulesetVersions").WithSummary("Lists the versions of a ruleset with author, note and the difference to its parent in words.").ProducesProblem(404);
        rulesets.MapGet("/{id}/{version:int}", GetVersion).WithName("GetRulesetVersion").WithSummary("Gives one version of a ruleset whole; retired ones too, so that every score can be traced.").ProducesProblem(404);
        rulesets.MapGet("/{id}/{version:int}/file", GetFile).WithName("ExportRuleset").WithSummary("Gives one version as the file that can be imported.").Produces<string>(200, "application/json").ProducesProblem(404);
        rulesets.MapGet("/compare", Compare).WithName("CompareRulesets").WithSummary("Says in words what one version does otherwise than another.").ProducesProblem(404);

        var drafts = routes.MapGroup("/rulesets").WithTags("Rulesets").RequireAuthorization(Scopes.Write).RequireRateLimiting(Limits.Submissions)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(429);
        drafts.MapPost("/", BeginDraft).WithName("BeginRuleset").WithSummary("Begins a draft as a copy of a version.");
        drafts.MapPost("/import", ImportDraft).WithName("ImportRuleset").WithSummary("Begins a draft from a file; every fault of the file is named by its path at once.").Accepts<string>("application/json").ProducesProblem(413);
        drafts.MapPut("/{id}/draft", SaveDraft).WithName("SaveRuleset").WithSummary("Saves one's own draft, a file as for import; If-Match names the stamp that its editor has seen.").Accepts<string>("application/json").ProducesProblem(413);
        drafts.MapPost("/{id}/draft/undo", UndoDraft).WithName("UndoRuleset").WithSummary("Takes the last change of one's own draft back.");
        drafts.MapDelete("/{id}/draft", DropDraft).WithName("DropRuleset").WithSummary("Drops one's own draft.");
        drafts.MapPost("/{id}/draft/publish", PublishDraft).WithName("PublishRuleset").WithSummary("Publishes one's own draft: from then on it never changes.");
        drafts.MapPost("/{id}/{version:int}/retire", Retire).WithName("RetireRuleset").WithSummary("Retires a version that no class uses; its scores stay traceable.");
        drafts.MapPost("/{id}/{version:int}/restore", Restore).WithName("RestoreRuleset").WithSummary("Takes a retired version back into use.");
        routes.MapPost("/rulesets/preview", Preview).WithTags("Rulesets").RequireAuthorization(Scopes.Read).RequireRateLimiting(Limits.Submissions)
            .WithName("PreviewRuleset").WithSummary("Says what a ruleset, a file as for import, does to up to 1,000 pages otherwise than another one, and to one page if it is named. Nothing is saved.")
            .Accepts<string>("application/json").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(413).ProducesProblem(429);
        routes.MapGet("/rulesets/{id}/draft", GetDraft).WithTags("Rulesets").RequireAuthorization(Scopes.Read).RequireRateLimiting(Limits.Reads)
            .WithName("GetRulesetDraft").WithSummary("Gives one's own draft with its stamp and the difference to its parent.").ProducesProblem(401).ProducesProblem(404).ProducesProblem(429);
    }

    private static async Task<Ok<IReadOnlyList<RulesetSummary>>> ListRulesets(RulesetShelf shelf, CancellationToken cancellationToken)
    {
        var stored = await shelf.ListAsync(null, cancellationToken);
        var latest = stored.Where(row => row.State == RulesetState.Published).DistinctBy(row => row.RulesetId);
        return TypedResults.Ok<IReadOnlyList<RulesetSummary>>([.. EmbeddedRulesets.Embedded.Select(RulesetSummary.Of), .. latest.Select(row => RulesetSummary.Of(RulesetShelf.Parse(row)))]);
    }

    private static async Task<Results<Ok<RulesetAnswer>, ProblemHttpResult>> GetRuleset(string id, RulesetShelf shelf, CancellationToken cancellationToken)
        => await shelf.FindAsync(id, cancellationToken) is { } ruleset ? TypedResults.Ok(RulesetAnswer.Of(ruleset)) : TypedResults.Problem(Problem.RulesetMissing);

    private static Task<Results<Ok<RulesetAnswer>, ProblemHttpResult>> GetVersion(string id, int version, RulesetShelf shelf, CancellationToken cancellationToken)
        => GetRuleset($"{id}/{version}", shelf, cancellationToken);

    private static async Task<Ok<IReadOnlyList<RulesetFace>>> ListVersions(string id, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        if (EmbeddedRulesets.Find(id) is { } embedded)
        {
            return TypedResults.Ok<IReadOnlyList<RulesetFace>>([RulesetFace.Of(embedded)]);
        }

        var faces = new List<RulesetFace>();

        foreach (var row in (await shelf.ListAsync(null, cancellationToken)).Where(row => row.RulesetId == id))
        {
            faces.Add(await RulesetFace.OfAsync(row, shelf, cancellationToken));
        }

        return faces.Count > 0 ? TypedResults.Ok<IReadOnlyList<RulesetFace>>(faces) : throw new RefusedException(Problem.RulesetMissing);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetFile(string id, int version, RulesetShelf shelf, CancellationToken cancellationToken)
        => await shelf.FindAsync($"{id}/{version}", cancellationToken) is { } ruleset
            ? TypedResults.File(RulesetWriter.Write(ruleset).ToArray(), "application/json; charset=utf-8", $"{id}-{version}.json")
            : TypedResults.Problem(Problem.RulesetMissing);

    private static async Task<Ok<DifferenceAnswer>> Compare(string from, string to, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        var before = await shelf.FindAsync(from, cancellationToken) ?? throw new RefusedException(Problem.RulesetMissing);
        var after = await shelf.FindAsync(to, cancellationToken) ?? throw new RefusedException(Problem.RulesetMissing);
        return TypedResults.Ok(new DifferenceAnswer(before.Key, after.Key, RulesetDifference.Between(before, after)));
    }

    private static async Task<Ok<DraftAnswer>> BeginDraft(BeginRequest request, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => await AnswerAsync(await shelf.BeginAsync(People.ActorOf(user)!, request.Id ?? "", request.From ?? "", cancellationToken), shelf, cancellationToken);

    private static async Task<Ok<DraftAnswer>> ImportDraft(HttpRequest request, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => await AnswerAsync(await shelf.ImportAsync(People.ActorOf(user)!, await ReadAsync(request, cancellationToken), cancellationToken), shelf, cancellationToken);

    private static async Task<Ok<DraftAnswer>> GetDraft(string id, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => await AnswerAsync(await shelf.GetDraftAsync(People.ActorOf(user)!, id, cancellationToken), shelf, cancellationToken);

    private static async Task<Ok<DraftAnswer>> SaveDraft(string id, HttpRequest request, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        var json = await ReadAsync(request, cancellationToken);
        return await AnswerAsync(await shelf.SaveAsync(People.ActorOf(user)!, id, StampOf(request), json, cancellationToken), shelf, cancellationToken);
    }

    private static async Task<Ok<DraftAnswer>> UndoDraft(string id, HttpRequest request, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => await AnswerAsync(await shelf.UndoAsync(People.ActorOf(user)!, id, StampOf(request), cancellationToken), shelf, cancellationToken);

    private static async Task<Ok<PreviewAnswer>> Preview(string? from, string? url, HttpRequest request, ClaimsPrincipal user, RulesetShelf shelf, PreviewPanel panel, ClassRatings ratings, PageAtHand pages, CancellationToken cancellationToken)
    {
        var after = RulesetShelf.Check(await ReadAsync(request, cancellationToken));
        var before = from is { Length: > 0 }
            ? await shelf.FindAsync(from, cancellationToken) ?? throw new RefusedException(Problem.RulesetMissing)
            : EmbeddedRulesets.ForProfile(after.Site, after.Profile);

        if (before.Site != after.Site)
        {
            throw AccountProblems.Invalid($"{before.Key} is for pages of {before.Site}, and this one for pages of {after.Site}.");
        }

        return TypedResults.Ok(new PreviewAnswer(
            before.Key,
            RulesetPreview.Of(before, after, await panel.GetAsync(after.Site, cancellationToken), await ratings.GetAsync(People.ActorOf(user)!.Id, after.Site, cancellationToken)),
            await pages.FindAsync(url, before, after, cancellationToken)));
    }

    private static async Task<NoContent> DropDraft(string id, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        await shelf.DropAsync(People.ActorOf(user)!, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<RulesetFace>> PublishDraft(string id, PublishRequest request, HttpRequest http, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        var published = await shelf.PublishAsync(People.ActorOf(user)!, id, StampOf(http), request.Note ?? "", cancellationToken);
        return TypedResults.Ok(await RulesetFace.OfAsync(published, shelf, cancellationToken));
    }

    private static Task<NoContent> Retire(string id, int version, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => SetRetiredAsync($"{id}/{version}", true, user, shelf, cancellationToken);

    private static Task<NoContent> Restore(string id, int version, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
        => SetRetiredAsync($"{id}/{version}", false, user, shelf, cancellationToken);

    private static async Task<NoContent> SetRetiredAsync(string key, bool isRetired, ClaimsPrincipal user, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        await shelf.SetRetiredAsync(People.ActorOf(user)!, key, isRetired, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<DraftAnswer>> AnswerAsync(StoredRuleset draft, RulesetShelf shelf, CancellationToken cancellationToken)
        => TypedResults.Ok(new DraftAnswer(await RulesetFace.OfAsync(draft, shelf, cancellationToken), RulesetAnswer.Of(RulesetShelf.Parse(draft))));

    private static string StampOf(HttpRequest request) => request.Headers[StampHeader].ToString().Trim('"') is { Length: > 0 } stamp
        ? stamp
        : throw AccountProblems.Invalid("Send If-Match with the stamp of the draft as you have seen it, so that nobody's change is overwritten.");

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];

        // One byte more than a ruleset may have is enough to be refused.
        for (int read; body.Length <= RulesetReader.LongestInput && (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return body.Length <= RulesetReader.LongestInput
            ? body.ToArray()
            : throw new RefusedException(Problem.Of(413, "too-large", "The ruleset is too large.", $"A ruleset has at most {RulesetReader.LongestInput:N0} bytes."));
    }
}

/// <summary>What to make a draft of.</summary>
/// <param name="Id">Id of the ruleset: a new one, or one's own for its next version. Lower-case letters, digits and hyphens.</param>
/// <param name="From">Id or id/version to copy, such as <c>medical</c>.</param>
internal sealed record BeginRequest(string? Id, string? From);

/// <summary>What to say of a version.</summary>
/// <param name="Note">For those who will look at it later.</param>
internal sealed record PublishRequest(string? Note);

/// <summary>A draft with what is known of it.</summary>
internal sealed record DraftAnswer(RulesetFace Face, RulesetAnswer Ruleset);

/// <summary>What one version does otherwise than another.</summary>
internal sealed record DifferenceAnswer(string From, string To, IReadOnlyList<string> Changes);

/// <summary>What a ruleset does otherwise than another.</summary>
/// <param name="From">Key of the other one.</param>
/// <param name="Preview">What it does to the panel: samples, and the newest pages that the service has scored.</param>
/// <param name="Page">What it does to the page that was named; null when none was.</param>
internal sealed record PreviewAnswer(string From, RulesetPreview Preview, PageMove? Page);
