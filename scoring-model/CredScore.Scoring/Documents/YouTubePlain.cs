using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>The plain object that a caller writes who has no document of YouTube's: a row of a data set, or an export of another tool.</summary>
internal sealed class YouTubePlain(JsonElement root)
{
    private readonly JsonElement _channel = root.At("channel");

    public string? Id => IdOf(root);

    public string? Title => root.At("title").Text();

    public string? Description => root.At("description").Text() ?? (root.At("description").ValueKind is JsonValueKind.String ? "" : null);

    public string? ChannelId => YouTubeAddresses.ChannelId(_channel.At("id").Text()) ?? YouTubeAddresses.ChannelId(root.At("channelId").Text());

    public string? ChannelName => _channel.At("name").Text() ?? _channel.Text() ?? root.At("channelName").Text();

    public string? Handle => _channel.At("handle").Text() is { } handle ? YouTubeAddresses.HandleOf(handle) ?? YouTubeAddresses.HandleOf("/@" + handle.TrimStart('@')) : null;

    public long? Subscribers => _channel.At("subscribers").Count();

    public DateOnly? Published => YouTubeDates.ReadIso(root.At("publishedAt").Text());

    public DateOnly? Uploaded => YouTubeDates.ReadIso(root.At("uploadedAt").Text());

    public int? LengthSeconds => root.At("lengthSeconds").Count() is > 0 and <= int.MaxValue and var seconds ? (int)seconds : null;

    public string? Category => root.At("category").Text();

    public IReadOnlyList<string>? Keywords => root.At("keywords").ValueKind is JsonValueKind.Array ? YouTubePlayer.Texts(root.At("keywords")) : null;

    public long? Views => root.At("views").Count();

    public long? Likes => root.At("likes").Count();

    public string? Licence => root.At("licence").Text();

    public int? PictureHeight => root.At("pictureHeight").Count() is > 0 and < 100_000 and var height ? (int)height : null;

    public IReadOnlyList<CaptionTrack>? Captions
        => root.At("captions") is { ValueKind: JsonValueKind.Array } tracks ? [.. tracks.EnumerateArray().Select(Track).OfType<CaptionTrack>()] : null;

    /// <summary>Whether something looks like one: it has a title, or at least the id of a video.</summary>
    public static bool IsOne(JsonElement element) => element.At("title").Text() is not null || IdOf(element) is not null;

    public static string? IdOf(JsonElement element) => YouTubeAddresses.VideoId(element.At("id").Text()) ?? YouTubeAddresses.VideoId(element.At("videoId").Text());

    private static CaptionTrack? Track(JsonElement track)
        => track.At("language").Text() is { } language ? new CaptionTrack(language, track.At("isAutomatic").Flag() is true) : null;
}
