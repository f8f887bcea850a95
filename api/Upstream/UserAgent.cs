using CredScore.Scoring;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream;

/// <summary>The name under which sites see us: product, deployment, contact, runtime.</summary>
internal sealed partial class UserAgent(IOptions<UpstreamOptions> options, ILogger<UserAgent> logger)
{
    // https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
    public string Text => $"CredScore/{PageScorer.ScorerVersion} ({string.Join("; ", Who)}) .NET/{Environment.Version}";

    private IEnumerable<string> Who => new[] { options.Value.Deployment, options.Value.Contact }.Where(part => part.Length > 0).DefaultIfEmpty("no contact set");

    public void WarnWithoutContact()
    {
        if (options.Value.Contact.Length == 0)
        {
            Log.NoContact(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No contact is set: sites that we ask cannot reach you and may block the service. Set Upstream:Contact to a mail or web address.")]
        public static partial void NoContact(ILogger logger);
    }
}
