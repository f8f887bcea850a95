using System.Text.Json;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>The Data API's answer to a list of videos or channels, as far as we ask for it. Nothing in it is sure to be there.</summary>
internal sealed record DataApiAnswer<TItem>(IReadOnlyList<TItem?>? Items);

/// <summary>What it answers in the place of a list.</summary>
internal sealed record DataApiRefusal(DataApiError? Error)
{
    /// <summary>Ids such as <c>quotaExceeded</c> and <c>API_KEY_INVALID</c>: the older and the newer form stand side by side. Empty when the body is no such refusal.</summary>
    public static IReadOnlyList<string> ReasonsIn(byte[] body)
    {
        try
        {
            // https://developers.google.com/youtube/v3/docs/errors and https://cloud.google.com/apis/design/errors
            var error = JsonSerializer.Deserialize<DataApiRefusal>(body, DataApiJson.Options)?.Error;
            return [.. (error?.Errors ?? []).Concat(error?.Details ?? []).Select(item => item?.Reason).OfType<string>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

internal sealed record DataApiError(IReadOnlyList<DataApiReason?>? Errors, IReadOnlyList<DataApiReason?>? Details);

internal sealed record DataApiReason(string? Reason);

/// <summary>A video: https://developers.google.com/youtube/v3/docs/videos#resource.</summary>
internal sealed record DataApiVideo(string? Id, DataApiSnippet? Snippet, DataApiContent? ContentDetails, DataApiStatus? Status, DataApiStatistics? Statistics);

internal sealed record DataApiSnippet(
    string? PublishedAt,
    string? ChannelId,
    string? ChannelTitle,
    string? Title,
    string? Description,
    IReadOnlyList<string?>? Tags,
    string? CategoryId,
    string? LiveBroadcastContent);

internal sealed record DataApiContent(string? Duration, DataApiRating? ContentRating);

internal sealed record DataApiRating(string? YtRating);

internal sealed record DataApiStatus(string? UploadStatus, string? PrivacyStatus, string? License);

internal sealed record DataApiStatistics(long? ViewCount, long? LikeCount);

/// <summary>A channel: https://developers.google.com/youtube/v3/docs/channels#resource.</summary>
internal sealed record DataApiChannel(string? Id, DataApiChannelSnippet? Snippet);

internal sealed record DataApiChannelSnippet(string? CustomUrl);

internal static class DataApiJson
{
    /// <summary>Camel case; counts come as strings.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { MaxDepth = 32 };
}
