using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Scores;

/// <summary>Answers held ready as the bytes that are sent, within a limit of memory.</summary>
internal sealed class ScoreCache(IOptions<ScoreOptions> options, TimeProvider time) : IDisposable
{
    private readonly MemoryCache _scores = new(new MemoryCacheOptions { SizeLimit = options.Value.CacheMegabytes * 1024L * 1024L });

    /// <summary>The score when it is held and still fresh.</summary>
    public Score? Find(PageAddress asked, Ruleset? ruleset)
        => _scores.TryGetValue(KeyOf(asked, ruleset), out Score? score) && IsFresh(asked.Kind, score!.LatestAt) ? score : null;

    // A video's is dropped when it is no longer fresh: some of them may not be stored, and so not here either.
    public void Keep(PageAddress asked, Ruleset? ruleset, Score score) => _scores.Set(KeyOf(asked, ruleset), score, new MemoryCacheEntryOptions
    {
        Size = score.Body.Length + 512,
        AbsoluteExpirationRelativeToNow = asked.Kind == PageKind.YouTube ? Fresh(asked.Kind) : null,
    });

    /// <summary>A numbered revision is always fresh; the latest for some minutes, and a video's page, which hardly changes, for some hours.</summary>
    public bool IsFresh(PageKind kind, DateTimeOffset? latestAt) => latestAt is not { } at || time.GetUtcNow() - at < Fresh(kind);

    /// <summary>A time that makes a score count as fresh for so long from now on.</summary>
    public DateTimeOffset FreshFor(PageKind kind, TimeSpan span) => time.GetUtcNow() - Fresh(kind) + span;

    /// <summary>Forgets every answer, because lists changed.</summary>
    public void Clear() => _scores.Clear();

    public void Dispose() => _scores.Dispose();

    private TimeSpan Fresh(PageKind kind) => kind == PageKind.YouTube ? TimeSpan.FromHours(options.Value.VideoFreshHours) : TimeSpan.FromMinutes(options.Value.FreshMinutes);

    private static (string Key, long Revision, string? Ruleset) KeyOf(PageAddress asked, Ruleset? ruleset) => (asked.Key, asked.Revision ?? 0, ruleset?.Key);
}
