using System.Text.Json;
using CredScore.Api.Security;
using CredScore.Scoring.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Features;

/// <summary>What the features of a page are and what they count.</summary>
internal static class FeatureEndpoints
{
    private static readonly FeatureAnswer[] Articles =
        [.. ArticleFeatures.All.Select(feature => new FeatureAnswer(feature.Name, feature.Description, JsonNamingPolicy.CamelCase.ConvertName(feature.Unit.ToString())))];

    public static void MapFeatures(this IEndpointRouteBuilder routes)
        => routes.MapGet("/features", ListFeatures)
            .WithName("ListFeatures").WithTags("Features").WithSummary("Lists every feature, in the order of the models' columns.")
            .RequireRateLimiting(Limits.Reads);

    private static Ok<IReadOnlyList<FeatureAnswer>> ListFeatures() => TypedResults.Ok<IReadOnlyList<FeatureAnswer>>(Articles);
}

/// <summary>A feature as answers and exports name it.</summary>
/// <param name="Name">Stable id.</param>
/// <param name="Description">What it counts.</param>
/// <param name="Unit">What its number means.</param>
internal sealed record FeatureAnswer(string Name, string Description, string Unit);
