using System.Text;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Fetches the watch page of one video, built from its id.</summary>
internal sealed class YouTubeClient(IHttpClientFactory clients, IOptions<YouTubeOptions> options, TimeProvider time)
{
    /// <summary>Name of the HTTP client and of its pipeline.</summary>
    public const string Name = "youtube";

    /// <summary>What sentences call it.</summary>
    public const string Site = "YouTube";

    private readonly UpstreamCall _call = new(clients, time, Name, Site);

    /// <summary>Finds the video as its page shows it now. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<PageFinding> FindAsync(PageAddress address, CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled)
        {
            return PageFinding.Refused("not-fetched", "This service does not fetch YouTube's pages. Send the page that you have open instead.");
        }

        try
        {
            using var response = await _call.GetAsync(options.Value.WatchPageOf(address.VideoId!), cancellationToken);

            return response.IsSuccessStatusCode
                ? Read(address, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken)))
                : PageFinding.Missing;
        }
        catch (UpstreamException exception) when (exception.Reason == "bot-check")
        {
            // It means this service, whatever the video.
            var wait = TimeSpan.FromMinutes(options.Value.PauseMinutes);
            _call.PauseFor(wait);
            throw YouTubeFaults.BotCheck(wait);
        }
    }

    private PageFinding Read(PageAddress address, string html)
    {
        if (YouTubeReader.ReadHtml(html, time.GetUtcNow()) is not { } video)
        {
            throw YouTubeReader.PageKindOf(html) switch
            {
                YouTubePageKind.Consent => YouTubeFaults.Consent,
                YouTubePageKind.BotCheck => YouTubeFaults.BotCheck(null),
                _ => YouTubeFaults.NoVideo,
            };
        }

        if (video.Id is { } id && id != address.VideoId)
        {
            throw YouTubeFaults.AnotherVideo;
        }

        return (video.Availability, VideoRefusal.Find(video)) switch
        {
            (VideoAvailability.Removed, _) => PageFinding.Missing,
            (_, null) => new VideoPage(address, video),
            (VideoAvailability.BotCheck, _) => throw YouTubeFaults.BotCheck(null),
            (_, { } refusal) => new(null, refusal),
        };
    }
}
