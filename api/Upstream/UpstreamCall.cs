using System.Net;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CredScore.Api.Upstream;

/// <summary>One question to a site through its pipeline; whatever stops it becomes a sentence that names the site.</summary>
internal sealed class UpstreamCall(IHttpClientFactory clients, TimeProvider time, string client, string site)
{
    // Ticks until which the site asked to be left alone; it means all pages, not the one that was asked for.
    private long _pausedUntil;

    /// <summary>A successful answer. Throws <see cref="UpstreamException"/> for every other one.</summary>
    public async Task<HttpResponseMessage> GetAsync(Uri question, CancellationToken cancellationToken)
    {
        ThrowWhilePaused();
        var response = await SendAsync(question, cancellationToken);

        if (response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return response;
        }

        using (response)
        {
            var wait = response.Headers.RetryAfter?.WaitFrom(time.GetUtcNow());
            PauseFor(wait ?? TimeSpan.Zero);
            throw Refusal(response.StatusCode, wait);
        }
    }

    public UpstreamException Refusal(HttpStatusCode status, TimeSpan? wait = null) => new(site, UpstreamFault.Unavailable, Describe(status), wait);

    /// <summary>Asks nothing more for a while.</summary>
    public void PauseFor(TimeSpan wait) => Interlocked.Exchange(ref _pausedUntil, (time.GetUtcNow() + wait).Ticks);

    private async Task<HttpResponseMessage> SendAsync(Uri question, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.CreateClient(client).GetAsync(question, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (BrokenCircuitException exception)
        {
            throw new UpstreamException(site, UpstreamFault.Unavailable, $"{site} has failed several times and is left alone for a while.", exception.RetryAfter, exception);
        }
        catch (RateLimiterRejectedException exception)
        {
            throw new UpstreamException(site, UpstreamFault.Unavailable, Describe(exception.RetryAfter), exception.RetryAfter, exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new UpstreamException(site, UpstreamFault.Unavailable, $"{site} took too long to answer.", cause: exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new UpstreamException(site, UpstreamFault.Unavailable, $"{site} cannot be reached.", cause: exception);
        }
    }

    private void ThrowWhilePaused()
    {
        if (Interlocked.Read(ref _pausedUntil) - time.GetUtcNow().Ticks is var left and > 0)
        {
            throw Refusal(HttpStatusCode.TooManyRequests, TimeSpan.FromTicks(left));
        }
    }

    // Only our own pace says when its next place is free; a full queue cannot.
    private string Describe(TimeSpan? wait) => wait is { } free
        ? $"This service asks {site} only for a few pages a minute. The next place is free in {Math.Max(1, Math.Ceiling(free.TotalSeconds)):0} seconds."
        : $"Too many pages are waiting for {site}.";

    private string Describe(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => $"{site} asks us to slow down.",
        HttpStatusCode.Forbidden => $"{site} refuses to answer this service.",
        >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => $"{site} sends us to another address, which is not followed.",
        _ => $"{site} answers with status {(int)status}.",
    };
}
