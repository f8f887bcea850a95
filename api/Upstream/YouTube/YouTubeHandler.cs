using System.Net;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Stands inside the retries. Reads each page whole within its limit, and knows the two places to which YouTube sends visitors instead of answering.</summary>
internal sealed class YouTubeHandler(IOptions<YouTubeOptions> options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            ThrowIfSentAway(request, response);
            await LimitedBody.LoadAsync(response, options.Value.MostMegabytes, YouTubeClient.Site, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static void ThrowIfSentAway(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (response.StatusCode is < HttpStatusCode.Ambiguous or >= HttpStatusCode.BadRequest || response.Headers.Location is not { } location)
        {
            return;
        }

        var target = new Uri(request.RequestUri!, location);

        if (target.Host.StartsWith("consent.", StringComparison.OrdinalIgnoreCase))
        {
            throw YouTubeFaults.Consent;
        }

        if (target.AbsolutePath.StartsWith("/sorry", StringComparison.Ordinal))
        {
            throw YouTubeFaults.BotCheck(null);
        }
    }
}
