using CredScore.Api.Upstream.Publishers;
using CredScore.Api.Upstream.Wikipedia;
using CredScore.Api.Upstream.YouTube;

namespace CredScore.Api.Upstream;

/// <summary>The sites the service asks.</summary>
internal static class UpstreamRegistration
{
    public static void AddUpstream(this IServiceCollection services)
    {
        services.AddOptions<UpstreamOptions>().BindConfiguration("Upstream").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<UserAgent>();
        services.AddWikipedia();
        services.AddYouTube();
        services.AddPublishers();
        services.AddSingleton<PageSites>();
    }
}
