using System.Text;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Upstream;

/// <summary>Finds a video by its watch page, built from the id.</summary>
internal sealed class YouTubeClient(YouTubeOptions options, TimeProvider time) : IDisposable
{
    private const string SaveIt = "Open the video in a browser, save the page and give it with --from.";

    private readonly UpstreamHttp _http = new(options, time);

    /// <summary>The video as its page shows it now. Throws <see cref="UpstreamException"/> where YouTube sends something else.</summary>
    public async Task<PageText> FindAsync(PageAddress address, CancellationToken cancellationToken)
    {
        // In English, counts and dates are read best.
        var page = new Uri(new Uri(options.Address), $"/watch?v={address.VideoId}&hl=en");

        try
        {
            var video = await _http.GetAsync(page, (body, _) => Read(body), cancellationToken);

            return video.Id is { } id && id != address.VideoId
                ? throw new UpstreamException("YouTube sent the page of another video than the one asked for.")
                : PageText.Of(address, video, Origin.Fetched);
        }
        catch (SentAwayException away) when (away.Target.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase))
        {
            throw Consent(away);
        }
        catch (SentAwayException away) when (away.Target.AbsolutePath.StartsWith("/sorry", StringComparison.Ordinal))
        {
            throw BotCheck(away);
        }
    }

    public void Dispose() => _http.Dispose();

    private YouTubeVideo Read(ReadOnlyMemory<byte> body)
    {
        var html = Encoding.UTF8.GetString(body.Span);

        if (YouTubeReader.ReadHtml(html, time.GetUtcNow()) is { } video)
        {
            return video is { Availability: VideoAvailability.BotCheck } && VideoRefusal.Find(video) is not null ? throw BotCheck(null) : video;
        }

        throw YouTubeReader.PageKindOf(html) switch
        {
            YouTubePageKind.Consent => Consent(null),
            YouTubePageKind.BotCheck => BotCheck(null),
            _ => new UpstreamException("YouTube's answer is no page of a video."),
        };
    }

    private static UpstreamException Consent(Exception? cause) => new($"YouTube asks for consent to cookies before it shows the page. {SaveIt}", cause);

    private static UpstreamException BotCheck(Exception? cause) => new($"YouTube asks for proof that a person reads. {SaveIt}", cause);
}
