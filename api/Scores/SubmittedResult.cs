using System.Reflection;
using CredScore.Scoring.Assessments;
using Microsoft.AspNetCore.Http.Metadata;

namespace CredScore.Api.Scores;

/// <summary>Sends what was made of a submitted page, which nobody keeps.</summary>
internal sealed class SubmittedResult(Assessment assessment) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Score.Write(assessment);
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = body.Length;
        await httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
        => builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Assessment), ["application/json"]));
}
