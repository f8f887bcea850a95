using System.Net;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CredScore.Api.Upstream;

/// <summary>One question to a site through its pipeline; whatever stops it becomes a sentence that names the site.</summary>
internal sealed class UpstreamCall(IHttpClientFactory clients, TimeProvider time, string client, string site)
{
    // A site that asks to be left alone means all pages, not the one that was asked for.
    private volatile Pause? _pause;

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
            var refusal = Refusal(response.StatusCode, response.Headers.RetryAfter?.WaitFrom(time.GetUtcNow()));
            PauseAfter(refusal);
            throw refusal;
        }
    }

    public UpstreamException Refusal(HttpStatusCode status, TimeSpan? wait = null) => new(site, UpstreamFault.Unavailable, Describe(status), wait);

    /// <summary>Asks nothing more for as long as a refusal says, if it does, and repeats its reason until then.</summary>
    public void PauseAfter(UpstreamException refusal)
    {
        if (refusal.RetryAfter is { } wait)
        {
            _pause = new(time.GetUtcNow() + wait, refusal);
        }
    }

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
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            throw new UpstreamException(site, UpstreamFault.Unavailable, $"{site} cannot be reached.", cause: exception);
        }
    }

    private void ThrowWhilePaused()
    {
        if (_pause is { } pause && pause.Until - time.GetUtcNow() is { Ticks: > 0 } left)
        {
            throw new UpstreamException(site, pause.Why.Fault, pause.Why.Message, left) { Reason = pause.Why.Reason };
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

    private sealed record Pause(DateTimeOffset Until, UpstreamException Why);
}
