using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Cdc;
using CredScore.Api.Upstream.EuropePmc;
using CredScore.Api.Upstream.MedlinePlus;
using CredScore.Api.Upstream.Ncbi;
using CredScore.Api.Upstream.Nhs;
using CredScore.Api.Upstream.OpenCourseWare;
using CredScore.Api.Upstream.OpenStax;
using CredScore.Api.Upstream.Wikidata;
using CredScore.Api.Upstream.YouTube;
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
        services.AddPublisher<MedlinePlusConnectProvider>(MedlinePlusConnectProvider.Client, MedlinePlusConnectProvider.Site, "https://connect.medlineplus.gov", perMinute: 60);
        services.AddPublisher<WikidataProvider>(WikidataProvider.Client, WikidataProvider.Site, "https://www.wikidata.org", perMinute: 60);
        services.AddPublisher<NhsProvider>(NhsProvider.Client, NhsProvider.Site, "https://api.service.nhs.uk", perMinute: 120, keyHeader: NhsProvider.KeyHeader);
        services.AddPublisher<CdcProvider>(CdcProvider.Client, CdcProvider.Site, "https://tools.cdc.gov", perMinute: 30);
        services.AddPublisher<OpenStaxProvider>(OpenStaxProvider.Client, OpenStaxProvider.Site, "https://openstax.org", perMinute: 30);
        services.AddPublisher<OpenCourseWareProvider>(OpenCourseWareProvider.Client, OpenCourseWareProvider.Site, "https://api.learn.mit.edu", perMinute: 30);
        services.AddChannelVideos();
    }

    private static void AddPublisher<T>(this IServiceCollection services, string name, string site, string address, int perMinute, string? keyHeader = null)
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

        if (keyHeader is not null)
        {
            client.ConfigureHttpClient((provider, http) => http.DefaultRequestHeaders.TryAddWithoutValidation(keyHeader, provider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(name).ApiKey));
        }

        client.AddResilienceHandler(name, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(name);
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamPipeline.Configure(pipeline, time, PatienceOf(options), new Pace(options.PerMinute, time));
        });
        client.AddHttpMessageHandler(provider => new PublisherHandler(site, provider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(name).MostMegabytes));
    }

    private static void AddChannelVideos(this IServiceCollection services)
    {
        services.AddOptions<PublisherOptions>(ChannelVideosProvider.Client)
            .Configure(options => (options.Address, options.PerMinute) = ("https://www.googleapis.com", 10))
            .BindConfiguration($"Upstream:{ChannelVideosProvider.Client}")
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IAlternativeProvider, ChannelVideosProvider>();

        // The quota of searches is one of its own, so the pipeline is too; the handler tells its end from other refusals.
        var client = services.AddUpstreamClient(ChannelVideosProvider.Client);
        client.ConfigureHttpClient((provider, http) => http.DefaultRequestHeaders.TryAddWithoutValidation("X-Goog-Api-Key", provider.GetRequiredService<IOptions<YouTubeOptions>>().Value.ApiKey));
        client.AddResilienceHandler(ChannelVideosProvider.Client, (pipeline, context) =>
        {
            var options = context.ServiceProvider.GetRequiredService<IOptionsMonitor<PublisherOptions>>().Get(ChannelVideosProvider.Client);
            var time = context.ServiceProvider.GetRequiredService<TimeProvider>();
            UpstreamPipeline.Configure(pipeline, time, PatienceOf(options), new Pace(options.PerMinute, time));
        });
        client.AddHttpMessageHandler<DataApiHandler>();
    }

    private static Patience PatienceOf(PublisherOptions options)
        => new((options.Retries + 1) * (options.AttemptSeconds + 5), options.AttemptSeconds, options.Retries, options.RetryMilliseconds, MostRetryAfterSeconds: 10, options.Concurrency, Queue);
}
