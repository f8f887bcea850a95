using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>
/// Videos on a topic by the institutions in our registry of channels, found by the Data API's search with the owner's key and switched on by the owner: 100 searches are a day's quota.
/// </summary>
// https://developers.google.com/youtube/v3/docs/search/list
internal sealed class ChannelVideosProvider : IAlternativeProvider
{
    public const string Client = "YouTubeVideos";

    private const int Most = 2;

    private static readonly ChannelKind[] Institutions = [ChannelKind.Hospital, ChannelKind.PublicBody, ChannelKind.University, ChannelKind.Society];

    private readonly PublisherDoor _door;
    private readonly IOptions<YouTubeOptions> _youtube;

    public ChannelVideosProvider(IHttpClientFactory clients, IOptionsMonitor<PublisherOptions> options, IOptions<YouTubeOptions> youtube, TimeProvider time)
    {
        _door = new(clients, options, time, Client, YouTubeClient.Site);
        _youtube = youtube;
    }

    public string Name => "YouTube";

    public bool IsOn => _door.Options.Enabled && _youtube.Value.HasKey;

    public TimeSpan? LongestKept => TimeSpan.FromHours(24);

    // The API's terms restrict what may be stored of its answers.
    public bool MayBeStored => false;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var answer = await _door.GetJsonAsync(
            $"/youtube/v3/search?part=snippet&type=video&safeSearch=strict&relevanceLanguage=en&maxResults=50&q={Uri.EscapeDataString(topic.Name)}", cancellationToken);
        var items = answer is { } found && found.TryGetProperty("items", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        return [.. items.Select(item => Read(item, topic)).OfType<Alternative>().Take(Most)];
    }

    private static Alternative? Read(JsonElement item, AskedTopic topic)
    {
        if (Text(item, "id", "videoId") is not { Length: 11 } id || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            || Text(item, "snippet", "title") is not { } title || !PublisherDoor.Names(title, topic) || Text(item, "snippet", "channelId") is not { } channel)
        {
            return null;
        }

        var origin = ChannelClassifier.Default.Classify(new YouTubeVideo { Channel = new VideoChannel { Id = channel } });

        return origin.Certainty == ChannelCertainty.Registered && Institutions.Contains(origin.Kind)
            ? new(System.Net.WebUtility.HtmlDecode(title), $"https://www.youtube.com/watch?v={id}", Text(item, "snippet", "channelTitle") ?? "YouTube", AlternativeKind.Video, AlternativeLevel.Patient, true, $"Video on the channel of an institution. {origin.Why}", topic.Name, "en", true)
            : null;
    }

    private static string? Text(JsonElement item, string part, string name)
        => item.ValueKind == JsonValueKind.Object && item.TryGetProperty(part, out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 300 } text ? text : null;
}
