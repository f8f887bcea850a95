using CredScore.Api.Catalogues;
using CredScore.Api.Contributions;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using CredScore.Scoring.Alternatives;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace CredScore.Api.Alternatives;

/// <summary>Links that readers found not helpful and let researchers know of, and their way back.</summary>
internal static class MarkEndpoints
{
    public static void MapMarks(this IEndpointRouteBuilder alternatives)
    {
        var marks = alternatives.MapGroup("/marks").ProducesProblem(503).WithMetadata(new MarkLimit()).RequireRateLimiting(Limits.Contributions);

        marks.MapPut("/{receipt}", MarkNotHelpful).WithName("MarkNotHelpful")
            .WithSummary("Says for the researchers' export that a link was not helpful, under a receipt with which that can be taken back; sent again, it changes the reason. Nothing is kept of who says so, when, or on which page.")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413);

        marks.MapDelete("/{receipt}", TakeBackMark).WithName("TakeBackMark").WithSummary("Takes back that a link was not helpful.").ProducesProblem(404);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> MarkNotHelpful(string receipt, MarkRequest request, MarkStore marks, CurrentScorer current, AlternativeDesk desk, CancellationToken cancellationToken)
    {
        if (!Receipt.TryParse(receipt, out var own))
        {
            return TypedResults.Problem(Problem.BadReceipt);
        }

        if (LinkMark.Read(request) is not { } mark || !(OfferedLinks.CanHold(mark.Url, current.Classifier) || desk.IsOffered(mark.Topic, mark.Url)))
        {
            return TypedResults.Problem(Problem.BadMark);
        }

        return await marks.PutAsync(own, mark, cancellationToken) ? TypedResults.NoContent() : TypedResults.Problem(Problem.MarkReceiptUsed);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackMark(string receipt, MarkStore marks, CancellationToken cancellationToken)
        => Receipt.TryParse(receipt, out var known) && await marks.RemoveAsync(known, cancellationToken) ? TypedResults.NoContent() : TypedResults.Problem(Problem.MarkMissing);

    /// <summary>A topic, an address and a word need no more.</summary>
    private sealed class MarkLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => 8 * 1024;
    }
}

/// <summary>A link that was not helpful.</summary>
/// <param name="Topic">The topic that it was offered for, as the alternative names it.</param>
/// <param name="Url">The alternative's address.</param>
/// <param name="Reason">Why; null without a reason.</param>
internal sealed record MarkRequest(string? Topic, string? Url, MarkReason? Reason);

/// <summary>A mark once every part of it is understood.</summary>
internal sealed record LinkMark(string Topic, string Url, MarkReason? Reason)
{
    /// <summary>Null when a part is missing, too long or holds control characters.</summary>
    public static LinkMark? Read(MarkRequest request)
        => IsPlain(request.Topic, StoredMark.LongestTopic) && IsPlain(request.Url, StoredMark.LongestUrl) && (request.Reason is not { } reason || Enum.IsDefined(reason)) ? new(request.Topic!.Trim(), request.Url!, request.Reason) : null;

    private static bool IsPlain(string? text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);
}
