using CredScore.Api.Catalogues;
using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Api.Scores;

/// <summary>The one way from an address to a score: held ready, stored, or fetched and assessed. Throws <see cref="UpstreamException"/>.</summary>
internal sealed partial class PageScoring(PageSites sites, ScoreStore store, ScoreCache cache, CurrentScorer current, StoredRescoring rescoring, ILogger<PageScoring> logger)
{
    // A reader who gets an older score waited for the site; the next ones need not.
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMinutes(1);

    private readonly SingleFlight<ScoreOutcome> _scorings = new();
    private readonly SingleFlight<PageFinding> _fetches = new();

    /// <summary>Scores a page by a ruleset; without one, by the one that its topic asks for.</summary>
    public Task<ScoreOutcome> ScoreAsync(PageAddress address, Ruleset? ruleset, CancellationToken cancellationToken) => ScoreAsync(address, ruleset, Urgency.Now, cancellationToken);

    /// <summary>The same, for somebody who may not be waiting. No reader joins the work of one who is not.</summary>
    public async Task<ScoreOutcome> ScoreAsync(PageAddress address, Ruleset? ruleset, Urgency urgency, CancellationToken cancellationToken)
        => cache.Find(address, ruleset) is { } score
            ? ScoreOutcome.Of(score)
            : await _scorings.JoinAsync($"{address.Key}@{address.Revision}|{ruleset?.Key}|{urgency}", () => FindOrFetchAsync(address, ruleset, urgency), cancellationToken);

    private async Task<ScoreOutcome> FindOrFetchAsync(PageAddress address, Ruleset? ruleset, Urgency urgency)
    {
        var stored = await UpToDateAsync(await FindStoredAsync(address, ruleset));

        if (stored is { Fit: not StoredFit.Outdated } && cache.IsFresh(address.Kind, LatestOf(address, stored)))
        {
            return ScoreOutcome.Of(Hold(address, ruleset, await ScoreOfAsync(address, stored, ruleset)));
        }

        try
        {
            return await FetchAsync(address, ruleset, stored, urgency);
        }
        catch (UpstreamException exception) when (stored is not null && urgency == Urgency.Now)
        {
            Log.AnsweredWithOlder(logger, exception.Message);
            return ScoreOutcome.Of(Hold(address, ruleset, StandIn(stored, ruleset)));
        }
    }

    private async Task<ScoreOutcome> FetchAsync(PageAddress address, Ruleset? ruleset, StoredScore? stored, Urgency urgency)
    {
        // Two rulesets for one page are two scorings of one text. Each wait has an end of its own, so no caller's leaving stops it.
        var finding = await _fetches.JoinAsync($"{address.Key}@{address.Revision}|{urgency}", () => sites.FindAsync(address, urgency, CancellationToken.None), CancellationToken.None);

        if (finding.Page is not { } page)
        {
            return finding.Refusal is { } refusal ? ScoreOutcome.Of(refusal) : ScoreOutcome.Missing;
        }

        var scored = Assess(page, ruleset, stored);

        var ids = page.MayBeStored ? await SaveAsync(store.SaveAsync(address, scored, CancellationToken.None)) : null;
        var score = new Score(scored.Body, TagOf(scored.Assessment), address.Revision is null ? scored.FetchedAt : null, IsStale: false) { Stored = ids, MayBeStored = page.MayBeStored };
        Hold(address, ruleset, score);
        return ScoreOutcome.Of(score with { Body = Score.Write(scored.Assessment) });
    }

    private ScoredPage Assess(FetchedPage page, Ruleset? ruleset, StoredScore? stored)
    {
        var assessment = Remember(page.Assess(current.Scorer, ruleset), stored);

        return new(
            page.Address,
            page.Revision,
            page.RevisionTime,
            page.FetchedAt,
            page.IsLatest,
            IsDefaultFor(assessment, ruleset),
            assessment,
            Score.Write(assessment with { Origin = Origin.Stored }));
    }

    // A page that is read again has not forgotten what lists made of it: the same revision, by the same ruleset.
    private static Assessment Remember(Assessment assessment, StoredScore? stored)
        => stored is not null && stored.Page.Revision == assessment.Page.Revision && stored.Assessment.Ruleset == assessment.Versions.Ruleset
            ? assessment with { Changes = Score.Read(stored.Assessment.Body).Changes }
            : assessment;

    // Where only lists changed, the references as they were read are enough: neither the page nor the network is needed.
    private async Task<StoredScore?> UpToDateAsync(StoredScore? stored)
    {
        try
        {
            return stored is { Fit: StoredFit.Outdated } ? await rescoring.BringUpToDateAsync(stored, CancellationToken.None) ?? stored : stored;
        }
        catch (StorageException exception)
        {
            Log.NotStored(logger, exception.Message);
            return stored;
        }
    }

    // Feature values stand for the revision they were read from, so another ruleset needs neither the page nor the network.
    private static RescoredPage Rescore(StoredScore stored, Ruleset? ruleset)
    {
        var assessment = Score.Read(stored.Assessment.Body);
        assessment = PageScorer.Rescore(assessment, ruleset ?? EmbeddedRulesets.ForProfile(assessment.Page.Kind, assessment.Page.Topic.Profile));
        return new(IsDefaultFor(assessment, ruleset), assessment, Score.Write(assessment));
    }

    private static bool IsDefaultFor(Assessment assessment, Ruleset? ruleset)
        => ruleset is null || (ruleset.Profile == assessment.Page.Topic.Profile && EmbeddedRulesets.Embedded.Contains(ruleset));

    private async Task<StoredScore?> FindStoredAsync(PageAddress address, Ruleset? ruleset)
    {
        try
        {
            return await store.FindAsync(address, ruleset, CancellationToken.None);
        }
        catch (StorageException exception)
        {
            Log.StoreUnread(logger, exception.Message);
            return null;
        }
    }

    private async Task<StoredIds?> SaveAsync(Task<StoredIds?> saving)
    {
        try
        {
            return await saving;
        }
        catch (StorageException exception)
        {
            Log.NotStored(logger, exception.Message);
            return null;
        }
    }

    private Score Hold(PageAddress address, Ruleset? ruleset, Score score)
    {
        cache.Keep(address, ruleset, score);
        return score;
    }

    private async Task<Score> ScoreOfAsync(PageAddress address, StoredScore stored, Ruleset? ruleset)
    {
        if (stored.Fit == StoredFit.Exact)
        {
            var body = stored.Assessment.Body;
            return new(body, TagOf(Score.Read(body)), LatestOf(address, stored), IsStale: false) { Stored = StoredIds.Of(stored.Page, stored.Assessment) };
        }

        var rescored = Rescore(stored, ruleset);
        var ids = await SaveAsync(store.SaveRescoredAsync(stored.Page, rescored, CancellationToken.None));
        return new(rescored.Body, TagOf(rescored.Assessment), LatestOf(address, stored), IsStale: false) { Stored = ids };
    }

    private Score StandIn(StoredScore stored, Ruleset? ruleset)
    {
        var assessment = stored.Fit == StoredFit.OtherRuleset ? Rescore(stored, ruleset).Assessment : Score.Read(stored.Assessment.Body);
        assessment = assessment with { Origin = Origin.Stored, Stale = true };
        return new(Score.Write(assessment), TagOf(assessment), cache.FreshFor(stored.Page.Kind, PauseAfterFailure), IsStale: true);
    }

    // Null when a numbered revision was asked for: that one never changes.
    private static DateTimeOffset? LatestOf(PageAddress address, StoredScore stored)
        => address.Revision is null ? new DateTimeOffset(DateTime.SpecifyKind(stored.Page.LatestAt!.Value, DateTimeKind.Utc)) : null;

    private static string TagOf(Assessment assessment) => Score.TagOf(assessment.Page.Revision, assessment.Versions, assessment.Page.FetchedAt);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An older score stands in. {Message}")]
        public static partial void AnsweredWithOlder(ILogger logger, string message);

        [LoggerMessage(2, LogLevel.Warning, "Stored scores could not be looked at; the page is fetched. {Message}")]
        public static partial void StoreUnread(ILogger logger, string message);

        [LoggerMessage(3, LogLevel.Warning, "A score was given but not stored. {Message}")]
        public static partial void NotStored(ILogger logger, string message);
    }
}
