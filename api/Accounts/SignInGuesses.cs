using System.Net;
using System.Threading.RateLimiting;
using CredScore.Api.Security;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Accounts;

/// <summary>Counts failed sign-ins of a network over all accounts: the lock-out of one account does not stop who tries one password on many.</summary>
internal sealed class SignInGuesses(IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _failures = PartitionedRateLimiter.Create<IPAddress, IPAddress>(network => RateLimitPartition.GetSlidingWindowLimiter(network, _ => new()
    {
        PermitLimit = options.Value.SignInFailuresPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    }));

    /// <summary>Whether this network may try again.</summary>
    public bool MayTry(IPAddress? asker)
    {
        using var look = _failures.AttemptAcquire(Limits.NetworkOf(asker), 0);
        return look.IsAcquired || !options.Value.Enabled;
    }

    public void Count(IPAddress? asker) => _failures.AttemptAcquire(Limits.NetworkOf(asker)).Dispose();

    public void Dispose() => _failures.Dispose();
}
