using System.Text.Json;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Sources;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Asks YouTube's Data API about one video with the owner's key.</summary>
internal sealed class DataApiClient(IHttpClientFactory clients, IOptions<YouTubeOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client and of its pipeline.</summary>
    public const string Name = "youtube-data";

    private readonly UpstreamCall _call = new(clients, time, Name, YouTubeClient.Site);

    /// <summary>Finds the video as the API tells it now; a private one and a removed one are both missing there. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<PageFinding> FindAsync(PageAddress address, CancellationToken cancellationToken)
    {
        // https://developers.google.com/youtube/v3/docs/videos/list
        var items = await ListAsync<DataApiVideo>($"videos?part=snippet,contentDetails,status,statistics&id={address.VideoId}", cancellationToken);

        if (items.Count == 0)
        {
            return PageFinding.Missing;
        }

        var item = items.FirstOrDefault(item => item?.Id == address.VideoId) ?? throw DataApiFaults.AnotherVideo;
        var channel = DataApiReading.ChannelOf(item);
        var video = DataApiReading.Read(item, await WithHandleAsync(channel, cancellationToken), time.GetUtcNow());

        return (video.Availability, VideoRefusal.Find(video)) switch
        {
            (VideoAvailability.Removed, _) => PageFinding.Missing,
            (_, null) => new DataApiPage(address, video),
            (_, { } refusal) => new(null, refusal),
        };
    }

    // A third of the registry's channels are listed by their handle alone, which the video does not tell.
    private async Task<VideoChannel> WithHandleAsync(VideoChannel channel, CancellationToken cancellationToken)
    {
        if (channel.Id is null || ChannelClassifier.Default.Classify(new YouTubeVideo { Channel = channel }).Certainty == ChannelCertainty.Registered)
        {
            return channel;
        }

        // https://developers.google.com/youtube/v3/docs/channels/list
        var items = await ListAsync<DataApiChannel>($"channels?part=snippet&id={channel.Id}", cancellationToken);
        return channel with { Handle = DataApiReading.HandleOf(items.FirstOrDefault(item => item?.Id == channel.Id)) };
    }

    private async Task<IReadOnlyList<TItem?>> ListAsync<TItem>(string question, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _call.GetAsync(options.Value.DataApiQuestion(question), cancellationToken);

            // What is not there is an empty list; 404 is another server's answer.
            return response.IsSuccessStatusCode
                ? Parse<TItem>(await response.Content.ReadAsByteArrayAsync(cancellationToken))
                : throw _call.Refusal(response.StatusCode);
        }
        catch (UpstreamException exception) when (exception.Reason is DataApiFaults.QuotaUsed or DataApiFaults.KeyRefused)
        {
            // It means this service, whatever the video.
            _call.PauseAfter(exception);
            throw;
        }
    }

    private static IReadOnlyList<TItem?> Parse<TItem>(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<DataApiAnswer<TItem>>(body, DataApiJson.Options)?.Items ?? throw DataApiFaults.Unusable();
        }
        catch (JsonException exception)
        {
            throw DataApiFaults.Unusable(exception);
        }
    }
}
