using CredScore.Api.Rulesets;
using CredScore.Api.Scores;
using CredScore.Api.Upstream;
using CredScore.Api.Upstream.Wikipedia;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Batches;

/// <summary>One attempt at one row, by the way that every score takes. Null when its site asks to be left alone: the row stays as it is, and the site rests.</summary>
internal sealed partial class RowScoring(PageScoring scoring, WikipediaClient wikipedia, RulesetShelf rulesets, SiteRests rests, IOptions<BatchOptions> options, TimeProvider time, ILogger<RowScoring> logger)
{
    // A site that is down for days: then a row is given up even though nothing else was answered either.
    private const int MostAttemptsAnyway = 60;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public async Task<RowResult?> ScoreAsync(StoredBatch batch, StoredBatchRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await TryAsync(batch, row, cancellationToken);
        }
        catch (UpstreamException exception) when (exception.RetryAfter is { } wait)
        {
            rests.Rest(row.Site!, wait);
            return null;
        }
        catch (UpstreamException exception)
        {
            return Again(row, exception.Reason ?? (exception.Fault == UpstreamFault.BadAnswer ? "upstream-answer" : "upstream-unavailable"), exception.Message);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.PageFailed(logger, exception);
            return Again(row, "internal", "Something went wrong in the service; the fault is ours and has been written down.");
        }
    }

    private async Task<RowResult> TryAsync(StoredBatch batch, StoredBatchRow row, CancellationToken cancellationToken)
    {
        if (RowAddress.Read(row.Asked, row.Revision, out var why) is not { } address)
        {
            return Refused(row, why!);
        }

        var ruleset = batch.Ruleset is { } key ? await rulesets.FindAsync(key, cancellationToken) : null;

        if (ruleset is not null && ruleset.Site != Sites.NameOf(address.Kind))
        {
            return Refused(row, new("wrong-ruleset", $"The batch's ruleset does not judge {(address.Kind == PageKind.YouTube ? "videos" : "articles")}."));
        }

        if (address is not { Kind: PageKind.Wikipedia, Revision: null } || batch.Revisions == RevisionChoice.Latest)
        {
            return await ScoreAsync(row, address, ruleset, cancellationToken);
        }

        return batch.Revisions == RevisionChoice.Exact
            ? Refused(row, new("no-revision", "The batch is of exact revisions, and this row names none."))
            : await ScoreAsOfAsync(row, address, ruleset, batch.AsOf!.Value, cancellationToken);
    }

    private async Task<RowResult> ScoreAsOfAsync(StoredBatchRow row, PageAddress address, Ruleset? ruleset, DateTime asOf, CancellationToken cancellationToken)
    {
        var revision = await wikipedia.FindRevisionAtAsync(address, DateTime.SpecifyKind(asOf, DateTimeKind.Utc), cancellationToken);

        return revision is { } number && RowAddress.Read(address.WebAddress, number, out _) is { } numbered
            ? await ScoreAsync(row, numbered, ruleset, cancellationToken)
            : new(row, BatchRowState.Missing, "no-revision-then", "There is no such page, or it was not there yet at that moment.");
    }

    private async Task<RowResult> ScoreAsync(StoredBatchRow row, PageAddress address, Ruleset? ruleset, CancellationToken cancellationToken)
    {
        var outcome = await scoring.ScoreAsync(address, ruleset, Urgency.Whenever, cancellationToken);

        if (outcome.Score is not { IsStale: true })
        {
            rests.Answered(row.Site!);
        }

        return outcome switch
        {
            { Refusal: { } refusal } => Refused(row, refusal),
            { Score: null } => new(row, BatchRowState.Missing, "page-missing", "There is no such page. It may have been deleted, made private, moved or never written."),
            // A reader's older score that is held ready.
            { Score.IsStale: true } => Again(row, "upstream-unavailable", "The page's site could not be asked; only an older score is stored."),
            { Score: { Stored: { } stored } } => new(row, BatchRowState.Scored, Stored: stored),
            { Score.MayBeStored: false } => Refused(row, new("not-kept", "The terms under which this page was read do not allow its score to be kept, so that no dataset can hold it.")),
            _ => Again(row, "storage-unavailable", "The score was made but could not be stored."),
        };
    }

    private RowResult Again(StoredBatchRow row, string reason, string detail)
    {
        var attempts = row.Attempts + 1;

        if (attempts >= options.Value.MostAttempts && (rests.IsUp(row.Site!) || attempts >= MostAttemptsAnyway))
        {
            return new(row, BatchRowState.Failed, reason, detail);
        }

        var wait = TimeSpan.FromSeconds(options.Value.RetrySeconds * Math.Pow(2, Math.Min(row.Attempts, 20)));
        return new(row, BatchRowState.Waiting, reason, detail, NextAt: time.GetUtcNow() + (wait < LongestWait ? wait : LongestWait));
    }

    private static RowResult Refused(StoredBatchRow row, NotScorable why) => new(row, BatchRowState.NotScorable, why.Reason, why.Text);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A row of a batch could not be scored through a fault of ours; it is tried again.")]
        public static partial void PageFailed(ILogger logger, Exception exception);
    }
}
