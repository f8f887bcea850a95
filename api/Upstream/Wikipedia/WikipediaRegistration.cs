using System.Net;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Identity, limits and resilience of everything we ask Wikipedia.</summary>
internal static class WikipediaRegistration
{
    // Answers that a second attempt can change; every other one is an answer.
    private static readonly HttpStatusCode[] Passing =
    [
        HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    public static void AddWikipedia(this IServiceCollection services)
    {
        services.AddOptions<WikipediaOptions>().BindConfiguration("Upstream:Wikipedia").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WikipediaClient>();
        services.AddTransient<ActionApiHandler>();

        var client = services.AddHttpClient(WikipediaClient.Name, (provider, http) =>
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
        client.AddResilienceHandler(WikipediaClient.Name, (pipeline, context) => Configure(pipeline, context.ServiceProvider));
        client.AddHttpMessageHandler<ActionApiHandler>();
    }

    // From the outside in: the whole wait, the circuit breaker, the retries, a place among few, one attempt.
    private static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<WikipediaOptions>>().Value;
        var time = provider.GetRequiredService<TimeProvider>();
        pipeline.TimeProvider = time;

        pipeline
            .AddTimeout(TimeSpan.FromSeconds(options.TotalSeconds))
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(60),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = outcome => ValueTask.FromResult(IsFault(outcome.Outcome)),
            });

        if (options.Retries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                Delay = TimeSpan.FromMilliseconds(options.RetryMilliseconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldRetryAfterHeader = true,
                ShouldHandle = outcome => ValueTask.FromResult(IsFault(outcome.Outcome) && IsSoon(outcome.Outcome.Result, options, time)),
            });
        }

        pipeline
            .AddConcurrencyLimiter(options.Concurrency, options.Queue)
            .AddTimeout(TimeSpan.FromSeconds(options.AttemptSeconds));
    }

    private static bool IsFault(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result.StatusCode: var status } => Passing.Contains(status),
        _ => false,
    };

    // Nobody waits for minutes: the answer then is that Wikipedia refuses, and for how long.
    private static bool IsSoon(HttpResponseMessage? response, WikipediaOptions options, TimeProvider time)
    {
        var wait = response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => TimeSpan.Zero,
        };

        return wait <= TimeSpan.FromSeconds(options.MostRetryAfterSeconds);
    }
}
