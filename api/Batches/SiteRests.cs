using System.Collections.Concurrent;

namespace CredScore.Api.Batches;

/// <summary>Which sites all batches leave alone for now, because they asked for it, and when each answered last.</summary>
internal sealed class SiteRests(TimeProvider time)
{
    private static readonly string[] Sites = ["wikipedia", "youtube"];

    // A site that answered within this time is up: what fails then is the page's own.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _answered = new(StringComparer.Ordinal);

    /// <summary>Sites that may be asked now.</summary>
    public IEnumerable<string> Awake => Sites.Where(site => !_until.TryGetValue(site, out var until) || until <= time.GetUtcNow());

    /// <summary>When the next site may be asked again; null when all may.</summary>
    public DateTimeOffset? Next => _until.Values.Where(until => until > time.GetUtcNow()).Cast<DateTimeOffset?>().Min();

    /// <summary>Leaves a site alone, a second at least, so that nobody asks in circles.</summary>
    public void Rest(string site, TimeSpan wait) => _until[site] = time.GetUtcNow() + (wait > Least ? wait : Least);

    public void Answered(string site) => _answered[site] = time.GetUtcNow();

    public bool IsUp(string site) => _answered.TryGetValue(site, out var last) && time.GetUtcNow() - last < Recent;
}
