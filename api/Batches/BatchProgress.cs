using System.Collections.Concurrent;

namespace CredScore.Api.Batches;

/// <summary>What is known of running batches beside their rows: how fast they go, who waits for news, and which were halted just now.</summary>
internal sealed class BatchProgress(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, Queue<DateTimeOffset>> _ended = new();
    private readonly ConcurrentDictionary<int, bool> _halted = new();
    private volatile TaskCompletionSource _next = New();

    /// <summary>Ends when anything of any batch is written next.</summary>
    public Task NextWrite => _next.Task;

    /// <summary>Rows have ended, one of a batch for each mention.</summary>
    public void Wrote(IEnumerable<int> batches)
    {
        var now = time.GetUtcNow();

        foreach (var batch in batches)
        {
            var moments = _ended.GetOrAdd(batch, _ => new());

            lock (moments)
            {
                moments.Enqueue(now);
                Forget(moments, now);
            }
        }

        Tell();
    }

    /// <summary>Something else of a batch has changed.</summary>
    public void Tell() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>Rows of a batch a minute, of the last minute; null while it is at rest or has just begun.</summary>
    public double? PerMinute(int batch)
    {
        if (!_ended.TryGetValue(batch, out var moments))
        {
            return null;
        }

        lock (moments)
        {
            var now = time.GetUtcNow();
            Forget(moments, now);
            var span = moments.TryPeek(out var first) ? now - first : TimeSpan.Zero;
            return span < TimeSpan.FromSeconds(1) ? null : moments.Count / span.TotalMinutes;
        }
    }

    /// <summary>Rows of the batch that were taken already are not begun any more.</summary>
    public void Halt(int batch) => _halted[batch] = true;

    public void Release(int batch) => _halted.TryRemove(batch, out _);

    public bool IsHalted(int batch) => _halted.ContainsKey(batch);

    private static void Forget(Queue<DateTimeOffset> moments, DateTimeOffset now)
    {
        while (moments.TryPeek(out var first) && now - first > Window)
        {
            moments.Dequeue();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
