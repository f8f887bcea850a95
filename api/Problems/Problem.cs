using System.Text.Json;
using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Problems;

/// <summary>Everything that can go wrong, as RFC 9457 problems. A type never changes; titles and details may.</summary>
internal static class Problem
{
    private const string Types = "urn:credscore:problem:";

    // What nobody can score because it is no address, as against what is one but leads to no article or video.
    private static readonly string[] Malformed = ["not-an-address", "unsafe-address", "too-long"];

    public static ProblemDetails NotScorable(NotScorable why) => Malformed.Contains(why.Reason)
        ? Of(StatusCodes.Status400BadRequest, "bad-address", "This address cannot be read.", why.Text, why.Reason)
        : Of(StatusCodes.Status422UnprocessableEntity, "not-scorable", "This page cannot be scored.", why.Text, why.Reason);

    public static ProblemDetails PageMissing(PageKind kind) => kind == PageKind.YouTube
        ? Of(404, "page-missing", "There is no such video.", "YouTube has no video under this address that everybody can see. It may have been removed or made private, or the address is mistyped.")
        : Of(404, "page-missing", "There is no such page.", "Wikipedia has no page under this address. It may have been deleted, moved or never written.");

    public static ProblemDetails SampleMissing => Of(404, "sample-missing", "There is no such sample.", "The samples there are stand below.");

    public static ProblemDetails UnknownRuleset => Of(400, "unknown-ruleset", "There is no such ruleset.", "GET /v1/rulesets lists those that there are.");

    public static ProblemDetails UnknownClassMix => Of(400, "unknown-class-mix", "There is no such mix of grades.", "classMix is even or natural.");

    public static ProblemDetails WrongRuleset(string id, PageKind kind) => Of(400, "wrong-ruleset", "This ruleset is for other pages.",
        $"{id} does not judge {(kind == PageKind.YouTube ? "videos" : "articles")}. GET /v1/rulesets says for which site each one is.");

    public static ProblemDetails RulesetMissing => Of(404, "ruleset-missing", "There is no such ruleset.", "GET /v1/rulesets lists those that there are.");

    public static ProblemDetails NotContributable => Of(422, "not-contributable", "This page cannot join the dataset.",
        "Its score is not stored here, since the terms under which it was read, or a fault of the database, do not allow it. Nothing was kept.");

    public static ProblemDetails BadReceipt => Of(400, "bad-receipt", "This is no receipt.", "A receipt is 32 random bytes in base64url, 43 characters long. Draw a new one for each page.");

    public static ProblemDetails ReceiptUsed => Of(409, "receipt-used", "This receipt belongs to another page.", "Draw a new one for each page and each revision.");

    public static ProblemDetails ContributionMissing => Of(404, "contribution-missing", "There is no such contribution.", "It was taken back already, or this is no receipt of this service.");

    public static ProblemDetails BadMark => Of(400, "bad-mark", "This is no link of ours.", "A mark names the topic (at most 200 characters) and the https address (at most 500) of an alternative that CredScore could offer, and perhaps a reason.");

    public static ProblemDetails MarkReceiptUsed => Of(409, "receipt-used", "This receipt belongs to another link.", "Draw a new one for each link.");

    public static ProblemDetails MarkMissing => Of(404, "mark-missing", "There is no such mark.", "It was taken back already, or this is no receipt of this service.");

    public static ProblemDetails BadAlternativesQuestion => Of(400, "bad-alternatives-question", "This is no question for alternatives.", "Give either url, the address of a page, or topic, a name of at most 200 characters.");

    public static ProblemDetails BadPrefix => Of(400, "bad-prefix", "This is no hash prefix.", "A prefix is the first 5 hexadecimal digits of the SHA-256 of a page's key.");

    public static ProblemDetails TooManyRequests => Of(429, "too-many-requests", "Too many requests.", "Wait as long as Retry-After says, then try again.");

    public static ProblemDetails Internal => Of(500, "internal", "Something went wrong in the service.", "The fault is ours and has been written down. Nothing that was stored is lost.");

    public static ProblemDetails Submission(string detail) => Of(400, "bad-submission", "The submitted page cannot be read.", detail);

    public static ProblemDetails Batch(string detail) => Of(400, "bad-batch", "This batch cannot be scored.", detail);

    public static ProblemDetails Of(UpstreamException exception) => exception.Fault switch
    {
        UpstreamFault.BadAnswer => Of(502, "upstream-answer", $"{exception.Site}'s answer could not be used.", exception.Message, exception.Reason),
        _ => Of(503, "upstream-unavailable", $"{exception.Site} could not be asked.", exception.Message, exception.Reason),
    };

    public static ProblemDetails Of(StorageException exception) => Of(503, "storage-unavailable", "Stored scores cannot be read.", exception.Message);

    public static ProblemDetails Of(BadHttpRequestException exception) => exception.StatusCode switch
    {
        413 => Of(413, "too-large", "The request is too large.", "A submitted page has at most 10 MB."),
        415 => Of(415, "not-json", "The body is of another kind than this takes.", "Send JSON with Content-Type: application/json; a list of addresses may be text/csv or text/plain, too."),
        var status when exception.InnerException is JsonException => Of(status, "bad-request", "The request cannot be read.", "Its JSON is broken, of other kinds than the contract says, or nested too deeply. Compare it with the contract at /swagger."),
        var status => Of(status, "bad-request", "The request cannot be read.", "Compare it with the contract at /swagger."),
    };

    /// <summary>For a status that some middleware set without a word.</summary>
    public static ProblemDetails OfStatus(int status) => status switch
    {
        404 => Of(404, "no-such-route", "There is nothing at this address.", "The contract at /swagger lists every route."),
        405 => Of(405, "method-not-allowed", "This route does not take this method.", "The contract at /swagger lists every route."),
        413 => Of(new BadHttpRequestException(string.Empty, 413)),
        415 => Of(new BadHttpRequestException(string.Empty, 415)),
        >= 500 => Internal,
        _ => Of(new BadHttpRequestException(string.Empty, status)),
    };

    /// <summary>A problem of a type that is stable.</summary>
    public static ProblemDetails Of(int status, string type, string title, string detail, string? reason = null)
    {
        var problem = new ProblemDetails { Status = status, Type = Types + type, Title = title, Detail = detail };

        if (reason is not null)
        {
            problem.Extensions["reason"] = reason;
        }

        return problem;
    }
}
