namespace CredScore.Scoring.Pages;

/// <summary>The shapes of YouTube's addresses.</summary>
internal static class YouTubeAddress
{
    private const int IdLength = 11;

    public static bool IsHost(string host) => host is "youtu.be" or "www.youtu.be"
        or "youtube.com" or "www.youtube.com" or "m.youtube.com" or "music.youtube.com"
        or "youtube-nocookie.com" or "www.youtube-nocookie.com";

    public static PageAddress? Of(WebAddressParts parts, out NotScorable? refusal)
    {
        var segments = parts.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isShort = parts.Host.EndsWith("youtu.be", StringComparison.Ordinal);
        refusal = isShort ? null : RefusalOf(segments, parts);

        if (refusal is not null)
        {
            return null;
        }

        var id = (isShort, segments) switch
        {
            // https://youtu.be/c4r3dSc0rE1?t=90
            (true, [var video]) => video,
            // https://www.youtube.com/watch?v=c4r3dSc0rE1
            (false, ["watch"]) => parts.QueryValue("v"),
            // https://www.youtube.com/shorts/c4r3dSc0rE1, /embed/…, /live/…, /v/…, /e/…, /watch/…
            (false, ["shorts" or "embed" or "live" or "v" or "e" or "watch", var video]) => video,
            _ => null,
        };

        return OfVideo(id, out refusal);
    }

    public static PageAddress? OfVideo(string? id, out NotScorable? refusal)
    {
        var isId = id is { Length: IdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        refusal = isId ? null : new("not-a-video", "This YouTube address does not lead to a video.");
        return isId ? PageAddress.OfVideo(id!) : null;
    }

    private static NotScorable? RefusalOf(string[] segments, WebAddressParts parts) => segments switch
    {
        ["playlist"] or ["embed", "videoseries"] => Playlist,
        ["watch"] when parts.QueryValue("v") is null && parts.QueryValue("list") is not null => Playlist,
        ["channel" or "c" or "user", ..] => Channel,
        // Whatever the channel sends just now, although the word has an id's eleven characters.
        ["embed", "live_stream"] => Channel,
        [['@', ..], ..] => Channel,
        ["results"] or ["hashtag", ..] => new("search-page", "This is a search, not a video. Open one of the videos and paste its address."),
        [] or ["feed", ..] => new("main-page", "This is a start page, not a video. Open a video and paste its address."),
        _ => null,
    };

    private static NotScorable Playlist => new("playlist-page", "This is a playlist, not a video. Open one of its videos and paste its address.");

    private static NotScorable Channel => new("channel-page", "This is a channel, not a video. Open one of its videos and paste its address.");
}
