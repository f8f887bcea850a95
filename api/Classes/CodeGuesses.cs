using System.Net;
using System.Threading.RateLimiting;
using CredScore.Api.Problems;
using CredScore.Api.Security;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Classes;

/// <summary>Counts codes that opened no class, where a class is named beside another question: a room full of members may ask as often as others, and who guesses is stopped.</summary>
internal sealed class CodeGuesses(ClassShelf classes, IOptions<LimitOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _misses = PartitionedRateLimiter.Create<IPAddress, IPAddress>(network => RateLimitPartition.GetSlidingWindowLimiter(network, _ => new()
    {
        PermitLimit = options.Value.CodesPerMinute,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    }));

    /// <summary>The class that a code opens. Throws <see cref="RefusedException"/> when there is none, or too many codes of this network opened none.</summary>
    public async Task<StoredClass> FindAsync(string code, IPAddress? asker, CancellationToken cancellationToken)
    {
        var network = Limits.NetworkOf(asker);
        using var look = _misses.AttemptAcquire(network, 0);

        if (options.Value.Enabled && !look.IsAcquired)
        {
            throw new RefusedException(Problem.TooManyRequests) { RetryAfter = TimeSpan.FromMinutes(1) };
        }

        if (await classes.FindAsync(code, cancellationToken) is { } found)
        {
            return found;
        }

        using var miss = _misses.AttemptAcquire(network);
        throw AccountProblems.ClassMissing;
    }

    public void Dispose() => _misses.Dispose();
}
