using System.Text.Json;
using CredScore.Api.Security;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Features;

/// <summary>What the features of a page are and what they count.</summary>
internal static class FeatureEndpoints
{
    // At first use: nobody's start waits for it.
    private static readonly Lazy<IReadOnlyList<FeatureAnswer>> All = new(() => [.. Sites.All.SelectMany(FeaturesOf)]);

    public static void MapFeatures(this IEndpointRouteBuilder routes)
        => routes.MapGet("/features", ListFeatures)
            .WithName("ListFeatures").WithTags("Features").WithSummary("Lists every feature of articles, then of videos, each in the order of its answers and columns.")
            .RequireRateLimiting(Limits.Reads);

    private static Ok<IReadOnlyList<FeatureAnswer>> ListFeatures() => TypedResults.Ok(All.Value);

    private static IEnumerable<FeatureAnswer> FeaturesOf(string site) => AllFeatures.Of(site)
        .Select(feature => new FeatureAnswer(site, feature.Name, feature.Description, JsonNamingPolicy.CamelCase.ConvertName(feature.Unit.ToString())));
}

/// <summary>A feature as answers and exports name it.</summary>
/// <param name="Kind"><c>wikipedia</c> or <c>youtube</c>: the pages that have it. A name that both have means the same on both.</param>
/// <param name="Name">Stable id.</param>
/// <param name="Description">What it counts.</param>
/// <param name="Unit">What its number means.</param>
internal sealed record FeatureAnswer(string Kind, string Name, string Description, string Unit);
