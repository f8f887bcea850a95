using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Identity, limits, pace and resilience of everything we ask YouTube.</summary>
internal static class YouTubeRegistration
{
    public static void AddYouTube(this IServiceCollection services)
    {
        services.AddOptions<YouTubeOptions>().BindConfiguration("Upstream:YouTube").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<YouTubeClient>();
        services.AddSingleton<PlaylistClient>();
        services.AddTransient<YouTubeHandler>();
        services.AddSingleton<DataApiClient>();
        services.AddTransient<DataApiHandler>();
        services.AddWatchPages();
        services.AddDataApi();
    }

    private static void AddWatchPages(this IServiceCollection services)
    {
        var client = services.AddUpstreamClient(YouTubeClient.Name);
        client.AddResilienceHandler(YouTubeClient.Name, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptions<YouTubeOptions>>().Value;
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamPipeline.Configure(pipeline, time, PatienceOf(options), new Pace(options.PagesPerMinute, time));
        });
        client.AddHttpMessageHandler<YouTubeHandler>();
    }

    // The API's pace is its quota, which it keeps itself.
    private static void AddDataApi(this IServiceCollection services)
    {
        var client = services.AddUpstreamClient(DataApiClient.Name);

        // A header, since addresses end up in the logs of whatever stands between.
        client.ConfigureHttpClient((provider, http) => http.DefaultRequestHeaders.TryAddWithoutValidation("X-Goog-Api-Key", provider.GetRequiredService<IOptions<YouTubeOptions>>().Value.ApiKey));
        client.AddResilienceHandler(DataApiClient.Name, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptions<YouTubeOptions>>().Value;
            UpstreamPipeline.Configure(pipeline, context.ServiceProvider.GetRequiredService<TimeProvider>(), PatienceOf(options));
        });
        client.AddHttpMessageHandler<DataApiHandler>();
    }

    private static Patience PatienceOf(YouTubeOptions options) => new(
        options.TotalSeconds, options.AttemptSeconds, options.Retries, options.RetryMilliseconds, options.MostRetryAfterSeconds, options.Concurrency, options.Queue);
}
