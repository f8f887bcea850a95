using CredScore.Api.Upstream.Wikipedia;
using CredScore.Api.Upstream.YouTube;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Upstream;

/// <summary>Asks the site that a page is of.</summary>
internal sealed class PageSites(WikipediaClient wikipedia, YouTubeClient youtube)
{
    /// <summary>Finds the page. Throws <see cref="UpstreamException"/>.</summary>
    public Task<PageFinding> FindAsync(PageAddress address, Urgency urgency, CancellationToken cancellationToken) => address.Kind switch
    {
        PageKind.YouTube => youtube.FindAsync(address, cancellationToken),
        _ => wikipedia.FindAsync(address, urgency, cancellationToken),
    };
}
