using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.EuropePmc;
using CredScore.Api.Upstream.MedlinePlus;
using CredScore.Api.Upstream.Ncbi;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Publishers;

/// <summary>The publishers that are asked for alternatives, each with limits and a pipeline of its own.</summary>
internal static class PublisherRegistration
{
    private const int Queue = 200;

    public static void AddPublishers(this IServiceCollection services)
    {
        // The limits are those that the publishers state, with room left for others behind the same address.
        services.AddPublisher<MedlinePlusProvider>(MedlinePlusProvider.Client, MedlinePlusProvider.Site, "https://wsearch.nlm.nih.gov", perMinute: 60);
        services.AddPublisher<NcbiProvider>(NcbiProvider.Client, NcbiProvider.Site, "https://eutils.ncbi.nlm.nih.gov", perMinute: 120);
        services.AddPublisher<EuropePmcProvider>(EuropePmcProvider.Client, EuropePmcProvider.Site, "https://www.ebi.ac.uk", perMinute: 60);
    }

    private static void AddPublisher<T>(this IServiceCollection services, string name, string site, string address, int perMinute)
        where T : class, IAlternativeProvider
    {
        services.AddOptions<PublisherOptions>(name)
            .Configure(options => (options.Address, options.PerMinute) = (address, perMinute))
            .BindConfiguration($"Upstream:{name}")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IAlternativeProvider>(provider => ActivatorUtilities.CreateInstance<T>(provider, new PublisherDoor(
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<IOptionsMonitor<PublisherOptions>>(), provider.GetRequiredService<TimeProvider>(), name, site)));

        var client = services.AddUpstreamClient(name);
        client.AddResilienceHandler(name, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(name);
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamPipeline.Configure(pipeline, time, PatienceOf(options), new Pace(options.PerMinute, time));
        });
        client.AddHttpMessageHandler(provider => new PublisherHandler(site, provider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(name).MostMegabytes));
    }

    private static Patience PatienceOf(PublisherOptions options)
        => new((options.Retries + 1) * (options.AttemptSeconds + 5), options.AttemptSeconds, options.Retries, options.RetryMilliseconds, MostRetryAfterSeconds: 10, options.Concurrency, Queue);
}
