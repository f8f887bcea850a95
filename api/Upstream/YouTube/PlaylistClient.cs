using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>
/// Lists the videos of a public playlist from its page, which holds the first hundred; more of them only the page's own script can ask for. Renderers are found by their names wherever they stand.
/// </summary>
internal sealed partial class PlaylistClient(IHttpClientFactory clients, IOptions<YouTubeOptions> options, TimeProvider time)
{
    /// <summary>Videos that a playlist's page names at most.</summary>
    public const int MostVideos = 100;

    private const int DeepestJson = 96;

    private readonly UpstreamCall _call = new(clients, time, YouTubeClient.Name, YouTubeClient.Site);

    /// <summary>The videos in the playlist's order. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<PlaylistPiece> ListAsync(string playlist, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            throw new UpstreamException(YouTubeClient.Site, UpstreamFault.BadAnswer, "This service does not fetch YouTube's pages. Send the addresses of the videos instead.");
        }

        using var response = await _call.GetAsync(options.Value.PlaylistPageOf(playlist), cancellationToken);

        if (!response.IsSuccessStatusCode)
        {
            throw Nothing();
        }

        var page = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        var videos = VideosIn(page);
        return videos.Count == 0 ? throw Nothing() : new(videos, NoteOf(videos.Count, TotalIn(page)));
    }

    /// <summary>How many videos the page says that the playlist has, private and removed ones among them; null when it does not say so as we know it.</summary>
    internal static int? TotalIn(string html)
        => Total().Match(html) is { Success: true } match && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var total) ? total : null;

    private static string? NoteOf(int videos, int? total) => (total > videos, videos >= MostVideos) switch
    {
        (true, true) => string.Create(CultureInfo.InvariantCulture, $"The playlist has {total:N0} videos. Its page names the first {videos:N0} without a key, and only those are rows; send the addresses of the others as a list."),
        (true, _) => string.Create(CultureInfo.InvariantCulture, $"The playlist says that it has {total:N0} videos, and its page names {videos:N0}: the others are private or removed."),
        (_, true) => $"A playlist's page names its first {MostVideos} videos; later ones are not among the rows.",
        _ => null,
    };

    /// <summary>The videos that a playlist's page names.</summary>
    internal static List<PageAddress> VideosIn(string html)
    {
        var start = html.IndexOf("ytInitialData", StringComparison.Ordinal);
        start = start < 0 ? -1 : html.IndexOf('{', start);

        if (start < 0)
        {
            return [];
        }

        var ids = new List<string>();
        Collect(new Utf8JsonReader(Encoding.UTF8.GetBytes(html[start..]), new JsonReaderOptions { MaxDepth = DeepestJson }), ids);
        return [.. ids.Distinct(StringComparer.Ordinal).Select(AddressOf).OfType<PageAddress>()];
    }

    // playlistVideoRenderer { videoId } since 2016, lockupViewModel { contentId, contentType: LOCKUP_CONTENT_TYPE_VIDEO } since 2025.
    private static void Collect(Utf8JsonReader json, List<string> ids)
    {
        var renderers = new Stack<(int Depth, string Member)>();
        string? content = null;

        try
        {
            while (json.Read() && (json.CurrentDepth > 0 || json.TokenType != JsonTokenType.EndObject))
            {
                while (renderers.TryPeek(out var open) && json.CurrentDepth <= open.Depth && json.TokenType == JsonTokenType.EndObject)
                {
                    renderers.Pop();
                }

                if (json.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                if (json.ValueTextEquals("playlistVideoRenderer"u8) || json.ValueTextEquals("lockupViewModel"u8))
                {
                    renderers.Push((json.CurrentDepth, json.GetString()!));
                    content = null;
                }
                else if (renderers.TryPeek(out var renderer) && json.CurrentDepth == renderer.Depth + 1)
                {
                    TakeMember(ref json, renderer.Member, ids, ref content);
                }
            }
        }
        catch (JsonException)
        {
            // The script goes on behind the object, or the page was cut off: what was named until then is named.
        }
    }

    private static void TakeMember(ref Utf8JsonReader json, string renderer, List<string> ids, ref string? content)
    {
        var name = json.GetString();
        json.Read();
        var value = json.TokenType == JsonTokenType.String ? json.GetString() : null;

        switch (renderer, name)
        {
            case ("playlistVideoRenderer", "videoId") when value is not null:
                ids.Add(value);
                break;
            case ("lockupViewModel", "contentId"):
                content = value;
                break;
            case ("lockupViewModel", "contentType") when value == "LOCKUP_CONTENT_TYPE_VIDEO" && content is not null:
                ids.Add(content);
                break;
        }
    }

    private static PageAddress? AddressOf(string id) => PageAddress.TryParse($"https://www.youtube.com/watch?v={id}", out var address, out _) ? address : null;

    // numVideosText { runs: [{ text: "250" }] } until 2025, since then a text "250 videos" in the header's lines; the page is asked for in English.
    [GeneratedRegex("""(?:"numVideosText":\{"runs":\[\{"text":"(?<number>[0-9,]{1,9})"|"(?:content|simpleText)":"(?<number>[0-9,]{1,9}) videos?")""", RegexOptions.None, 2000)]
    private static partial Regex Total();

    private static UpstreamException Nothing()
        => new(YouTubeClient.Site, UpstreamFault.BadAnswer, "YouTube names no videos for this playlist. It may be private, empty or mistyped, or its page has changed; the addresses of the videos can be sent instead.");
}

/// <summary>The videos of a playlist.</summary>
/// <param name="Videos">In its order.</param>
/// <param name="Note">What to know about them; null when they are all.</param>
internal sealed record PlaylistPiece(IReadOnlyList<PageAddress> Videos, string? Note);
