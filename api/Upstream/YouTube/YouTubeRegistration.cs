using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Identity, limits, pace and resilience of everything we ask YouTube.</summary>
internal static class YouTubeRegistration
{
    public static void AddYouTube(this IServiceCollection services)
    {
        services.AddOptions<YouTubeOptions>().BindConfiguration("Upstream:YouTube").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<YouTubeClient>();
        services.AddTransient<YouTubeHandler>();

        var client = services.AddUpstreamClient(YouTubeClient.Name);
        client.AddResilienceHandler(YouTubeClient.Name, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptions<YouTubeOptions>>().Value;
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamPipeline.Configure(pipeline, time, PatienceOf(options), new Pace(options.PagesPerMinute, time));
        });
        client.AddHttpMessageHandler<YouTubeHandler>();
    }

    private static Patience PatienceOf(YouTubeOptions options) => new(
        options.TotalSeconds, options.AttemptSeconds, options.Retries, options.RetryMilliseconds, options.MostRetryAfterSeconds, options.Concurrency, options.Queue);
}
