using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace CredScore.Api.Upstream;

/// <summary>So many requests within any minute and no more. One too many is refused at once with the time to the next free place, since nobody waits for minutes.</summary>
internal sealed class Pace(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _taken = new();

    /// <summary>A place, or a lease that is none and says when to come back.</summary>
    public RateLimitLease Take()
    {
        var now = time.GetUtcNow();

        lock (_taken)
        {
            while (_taken.TryPeek(out var first) && now - first >= Window)
            {
                _taken.Dequeue();
            }

            if (_taken.Count >= perMinute)
            {
                return new Place(_taken.Peek() + Window - now);
            }

            _taken.Enqueue(now);
            return new Place(null);
        }
    }

    private sealed class Place(TimeSpan? wait) : RateLimitLease
    {
        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
