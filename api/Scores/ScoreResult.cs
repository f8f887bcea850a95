using System.Reflection;
using CredScore.Scoring.Assessments;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace CredScore.Api.Scores;

/// <summary>Sends a score's bytes, or 304 to a caller who has them.</summary>
internal sealed class ScoreResult(Score score) : IResult, IEndpointMetadataProvider
{
    // The latest revision may be a minute old before it is asked for again; the error times let a reader keep a score while we or Wikipedia are away.
    private const string Latest = "public, max-age=60, stale-while-revalidate=600, stale-if-error=604800";
    private const string Numbered = "public, max-age=86400, stale-while-revalidate=604800, stale-if-error=2592000";
    private const string Stale = "public, max-age=0, stale-while-revalidate=60, stale-if-error=604800";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = score.ETag;
        response.Headers.CacheControl = score switch
        {
            { IsStale: true } => Stale,
            { LatestAt: null } => Numbered,
            _ => Latest,
        };

        if (IsKnown(httpContext.Request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = score.Body.Length;
        return response.Body.WriteAsync(score.Body, httpContext.RequestAborted).AsTask();
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Assessment), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    private bool IsKnown(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch is not { Count: > 0 } known)
        {
            return false;
        }

        return EntityTagHeaderValue.TryParse(score.ETag, out var mine)
            && EntityTagHeaderValue.TryParseList(known, out var tags)
            && tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(mine, useStrongComparison: false));
    }
}
