using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>A <c>player</c> response, or the microformat alone. Its words and numbers do not depend on the language of the page.</summary>
internal sealed class YouTubePlayer(JsonElement root)
{
    private readonly JsonElement _details = root.At("videoDetails");
    private readonly JsonElement _status = root.At("playabilityStatus");

    // A microformat of another video than the details tells nothing of this one.
    private readonly JsonElement _format = FormatOf(root);

    public string? Id => DetailsId(root) ?? FormatId(_format);

    /// <summary>Whether it is the answer for a player, and not the microformat alone, which rounds lengths up and may be older.</summary>
    public bool IsWhole => _status.IsObject() || _details.Has("title");

    public string? Title => _details.At("title").Words() ?? _format.At("title").Words();

    // Details with a title have the description too, so that none means that there is none.
    public string? Description => _details.At("shortDescription").Text() ?? _format.At("description").Words() ?? (_details.At("shortDescription").ValueKind is JsonValueKind.String ? "" : null);

    public string? ChannelId => YouTubeAddresses.ChannelId(_details.At("channelId").Text()) ?? YouTubeAddresses.ChannelId(_format.At("externalChannelId").Text());

    public string? ChannelName => _details.At("author").Text() ?? _format.At("ownerChannelName").Text();

    public string? Handle => YouTubeAddresses.HandleOf(_format.At("ownerProfileUrl").Text());

    public DateOnly? Published => YouTubeDates.ReadIso(_format.At("publishDate").Words());

    public DateOnly? Uploaded => YouTubeDates.ReadIso(_format.At("uploadDate").Words());

    public string? Category => _format.At("category").Words();

    public long? Views => _details.At("viewCount").Count() ?? _format.At("viewCount").Count();

    public long? Likes => _format.At("likeCount").Count();

    public bool? IsUnlisted => _format.At("isUnlisted").Flag();

    public bool? IsFamilySafe => _format.At("isFamilySafe").Flag();

    /// <summary>Seconds; a stream that still runs says 0, which is no length.</summary>
    public int? LengthSeconds => Length(_details.At("lengthSeconds")) ?? Length(_format.At("lengthSeconds"));

    public bool? IsLive => _details.At("isLive").Flag() ?? _format.At("liveBroadcastDetails", "isLiveNow").Flag() ?? (_details.At("isLiveContent").Flag() is { } ? false : null);

    public bool? HasPaidPromotion => root.Has("paidContentOverlay") ? true : IsPlayable && Title is not null ? false : null;

    public IReadOnlyList<string>? Keywords
    {
        get
        {
            var keywords = _details.At("keywords");

            // Details with a title leave the list out where the author gave none.
            return keywords.ValueKind is JsonValueKind.Array ? Texts(keywords) : _details.Has("title") ? [] : null;
        }
    }

    public IReadOnlyList<CaptionTrack>? Captions
    {
        get
        {
            var tracks = root.At("captions", "playerCaptionsTracklistRenderer", "captionTracks");

            if (tracks.ValueKind is JsonValueKind.Array)
            {
                return [.. tracks.EnumerateArray().Select(Track).OfType<CaptionTrack>()];
            }

            // Where it plays and there are none, none are offered; the older renderer for embedded players lists none but does not say so.
            return IsPlayable && _details.Has("title") && !root.Has("captions") ? [] : null;
        }
    }

    public int? PictureHeight
    {
        get
        {
            var formats = root.At("streamingData", "adaptiveFormats").Items().Concat(root.At("streamingData", "formats").Items());
            return formats.Select(LinesOf).Max() is { } height ? (int)height : null;
        }
    }

    public VideoAvailability? Availability => YouTubeAvailability.Of(root, _details, _format);

    public string? AvailabilityText => YouTubeAvailability.TextOf(_status);

    private bool IsPlayable => _status.At("status").Text() is "OK";

    /// <summary>Whether something looks like a player response.</summary>
    public static bool IsOne(JsonElement element)
        => element.At("videoDetails").IsObject() || element.At("playabilityStatus").IsObject() || element.At("microformat", "playerMicroformatRenderer").IsObject() || element.At("playerMicroformatRenderer").IsObject();

    /// <summary>Every id that the document names.</summary>
    public static IEnumerable<string> IdsOf(JsonElement root)
    {
        var format = root.At("microformat", "playerMicroformatRenderer") is var inner && inner.IsObject() ? inner : root.At("playerMicroformatRenderer");
        return new[] { DetailsId(root), FormatId(format) }.OfType<string>();
    }

    private static JsonElement FormatOf(JsonElement root)
    {
        var inner = root.At("microformat", "playerMicroformatRenderer");
        var format = inner.IsObject() ? inner : root.At("playerMicroformatRenderer");
        return DetailsId(root) is { } id && FormatId(format) is { } other && other != id ? default : format;
    }

    private static string? DetailsId(JsonElement root) => YouTubeAddresses.VideoId(root.At("videoDetails", "videoId").Text());

    private static string? FormatId(JsonElement format)
        => YouTubeAddresses.VideoId(format.At("externalVideoId").Text()) ?? YouTubeAddresses.VideoIdOf(format.At("canonicalUrl").Text());

    private static int? Length(JsonElement element) => element.Count() is > 0 and <= int.MaxValue and var seconds ? (int)seconds : null;

    // A picture on end has its lines across.
    private static long? LinesOf(JsonElement format)
    {
        var height = format.At("height").Count();
        return format.At("width").Count() is { } width && width < height ? width : height is > 0 and < 100_000 ? height : null;
    }

    private static CaptionTrack? Track(JsonElement track)
        => track.At("languageCode").Text() is { } language ? new CaptionTrack(language, track.At("kind").Text() is "asr") : null;

    internal static IReadOnlyList<string> Texts(JsonElement list) => [.. list.Items().Select(item => item.Text()).OfType<string>()];
}
