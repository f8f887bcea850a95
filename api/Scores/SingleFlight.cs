using System.Collections.Concurrent;

namespace CredScore.Api.Scores;

/// <summary>Whoever asks for what is already being worked on waits for that work instead of starting it again.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _flights = new(StringComparer.Ordinal);

    /// <summary>Joins the work under a key, or starts it. Who leaves stops waiting; the work goes on for the others.</summary>
    public Task<T> JoinAsync(string key, Func<Task<T>> work, CancellationToken leaves)
        => _flights.GetOrAdd(key, _ => new(() => FlyAsync(key, work))).Value.WaitAsync(leaves);

    private async Task<T> FlyAsync(string key, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            _flights.TryRemove(key, out _);
        }
    }
}
