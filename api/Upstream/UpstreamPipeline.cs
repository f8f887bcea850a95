using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace CredScore.Api.Upstream;

/// <summary>How patiently a site is asked, and how gently.</summary>
/// <param name="TotalSeconds">Longest wait for an answer with all its retries.</param>
/// <param name="AttemptSeconds">Longest wait for one attempt.</param>
/// <param name="Retries">Attempts after the first that failed.</param>
/// <param name="RetryMilliseconds">First wait before a retry; it doubles with each.</param>
/// <param name="MostRetryAfterSeconds">Longest wait that the site may ask for before it counts as refusing.</param>
/// <param name="Concurrency">Requests at a time.</param>
/// <param name="Queue">Requests that may wait for their turn.</param>
internal sealed record Patience(int TotalSeconds, int AttemptSeconds, int Retries, int RetryMilliseconds, int MostRetryAfterSeconds, int Concurrency, int Queue);

/// <summary>The resilience that every site's client has, each with its own numbers and its own state.</summary>
internal static class UpstreamPipeline
{
    // Answers that a second attempt can change; every other one is an answer.
    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    /// <summary>An HTTP client that names itself, keeps no cookies, follows no redirects and writes nothing into the log.</summary>
    public static IHttpClientBuilder AddUpstreamClient(this IServiceCollection services, string name)
    {
        var client = services.AddHttpClient(name, (provider, http) =>
        {
            http.Timeout = Timeout.InfiniteTimeSpan;
            http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", provider.GetRequiredService<UserAgent>().Text);
        });

        // What is asked for says what somebody reads: it is in no log.
        client.RemoveAllLoggers();
        client.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
        });
        return client;
    }

    /// <summary>From the outside in: the whole wait, the circuit breaker, the retries, the pace when there is one, a place among few, one attempt.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeProvider time, Patience patience, Pace? pace = null)
    {
        pipeline.TimeProvider = time;

        pipeline
            .AddTimeout(TimeSpan.FromSeconds(patience.TotalSeconds))
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = outcome => ValueTask.FromResult(IsFault(outcome.Outcome)),
            });

        if (patience.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = patience.Retries,
                Delay = TimeSpan.FromMilliseconds(patience.RetryMilliseconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = outcome => ValueTask.FromResult(IsFault(outcome.Outcome) && IsSoon(outcome.Outcome.Result, patience, time)),
            });
        }

        if (pace is not null)
        {
            pipeline.AddRateLimiter(new Polly.RateLimiting.RateLimiterStrategyOptions { RateLimiter = _ => ValueTask.FromResult(pace.Take()) });
        }

        pipeline
            .AddConcurrencyLimiter(patience.Concurrency, patience.Queue)
            .AddTimeout(TimeSpan.FromSeconds(patience.AttemptSeconds));
    }

    private static bool IsFault(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: var status } => Passing.Contains(status),
        _ => false,
    };

    // Nobody waits for minutes: the answer then is that the site refuses, and for how long.
    private static bool IsSoon(HttpResponseMessage? response, Patience patience, TimeProvider time)
        => (response?.Headers.RetryAfter?.WaitFrom(time.GetUtcNow()) ?? TimeSpan.Zero) <= TimeSpan.FromSeconds(patience.MostRetryAfterSeconds);
}
