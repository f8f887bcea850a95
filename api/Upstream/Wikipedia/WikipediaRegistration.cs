using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>Identity, limits and resilience of everything we ask Wikipedia.</summary>
internal static class WikipediaRegistration
{
    public static void AddWikipedia(this IServiceCollection services)
    {
        services.AddOptions<WikipediaOptions>().BindConfiguration("Upstream:Wikipedia").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ActionApi>();
        services.AddSingleton<WikipediaClient>();
        services.AddSingleton<WikipediaLists>();
        services.AddTransient<ActionApiHandler>();

        var client = services.AddUpstreamClient(WikipediaClient.Name);
        client.AddResilienceHandler(WikipediaClient.Name, (pipeline, context) => UpstreamPipeline.Configure(
            pipeline,
            context.ServiceProvider.GetRequiredService<TimeProvider>(),
            PatienceOf(context.ServiceProvider.GetRequiredService<IOptions<WikipediaOptions>>().Value)));
        client.AddHttpMessageHandler<ActionApiHandler>();
    }

    private static Patience PatienceOf(WikipediaOptions options) => new(
        options.TotalSeconds, options.AttemptSeconds, options.Retries, options.RetryMilliseconds, options.MostRetryAfterSeconds, options.Concurrency, options.Queue);
}
