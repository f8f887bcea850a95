using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>Reads where the links of a description lead. Moments of the same video and hashtags are no links to anything else and are left out.</summary>
internal static class YouTubeDescriptionLinks
{
    private const int MostLinks = 2000;

    /// <summary>The links in their order; null where the document does not hold the description.</summary>
    public static IReadOnlyList<DescriptionLink>? Read(JsonElement secondary, string? videoId)
    {
        var attributed = secondary.At("attributedDescription");

        if (attributed.Words() is { } text)
        {
            return [.. attributed.At("commandRuns").Items().Take(MostLinks).Select(run => OfCommand(run, text, videoId)).OfType<DescriptionLink>()];
        }

        var runs = secondary.At("description", "runs");
        return runs.ValueKind is JsonValueKind.Array ? [.. runs.EnumerateArray().Take(MostLinks).Select(run => OfRun(run, videoId)).OfType<DescriptionLink>()] : null;
    }

    private static DescriptionLink? OfRun(JsonElement run, string? videoId)
        => Target(run.At("navigationEndpoint"), videoId) is { } address ? new DescriptionLink(address, run.At("text").Text()) : null;

    private static DescriptionLink? OfCommand(JsonElement run, string text, string? videoId)
    {
        if (Target(run.At("onTap", "innertubeCommand"), videoId) is not { } address)
        {
            return null;
        }

        var start = run.At("startIndex").Count() ?? text.Length;
        var length = Math.Min(run.At("length").Count() ?? 0, text.Length - start);

        // Names of channels and videos stand between spaces and behind the place of an icon.
        return new DescriptionLink(address, length > 0 ? text.Substring((int)start, (int)length).Trim(' ', '\u00A0', '\uFFFC', '/', '•') is { Length: > 0 } shown ? shown : null : null);
    }

    private static string? Target(JsonElement endpoint, string? videoId)
    {
        if (YouTubeAddresses.VideoId(endpoint.At("watchEndpoint", "videoId").Text()) is { } id)
        {
            return id == videoId ? null : $"{YouTubeAddresses.Site}/watch?v={id}";
        }

        if (endpoint.At("browseEndpoint", "canonicalBaseUrl").Text() is { } path)
        {
            return path.StartsWith("/hashtag/", StringComparison.Ordinal) ? null : YouTubeAddresses.Unwrap(path);
        }

        return endpoint.Address() is { } address && !address.Contains("youtube.com/hashtag/", StringComparison.Ordinal) ? address : null;
    }
}
