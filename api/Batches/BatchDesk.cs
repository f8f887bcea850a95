using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using CredScore.Api.Accounts;

namespace CredScore.Api.Batches;

/// <summary>What people do with their batches, for programs and for the console alike.</summary>
internal sealed class BatchDesk(BatchStore store, BatchSummaries summaries, BatchProgress progress, BatchWake wake, TimeProvider time)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<BatchStatus>> ListAsync(Actor actor, CancellationToken cancellationToken)
        => [.. (await store.ListAsync(actor, cancellationToken)).Select(batch => BatchStatus.Of(batch, progress.PerMinute(batch.Id), null))];

    public async Task<BatchStatus> GetAsync(Actor actor, int id, CancellationToken cancellationToken) => await DescribeAsync(await store.GetAsync(actor, id, cancellationToken));

    public async Task<BatchStatus> DescribeAsync(StoredBatch batch) => BatchStatus.Of(batch, progress.PerMinute(batch.Id), await summaries.FindAsync(batch));

    public async Task<IReadOnlyList<BatchRow>> ListRowsAsync(Actor actor, int id, string? state, int behind, int most, CancellationToken cancellationToken)
    {
        await store.GetAsync(actor, id, cancellationToken);
        var wanted = state is { Length: > 0 }
            ? Enum.GetValues<BatchRowState>().Cast<BatchRowState?>().FirstOrDefault(one => BatchContext.WordOf(one!.Value) == state) ?? throw BatchProblems.Invalid("state is waiting, scored, notScorable, missing, failed or duplicate.")
            : (BatchRowState?)null;
        return [.. (await store.ListRowsAsync(id, wanted, behind, Math.Clamp(most, 1, 1000), cancellationToken)).Select(BatchRow.Of)];
    }

    public async Task<BatchStatus> PauseAsync(Actor actor, int id, CancellationToken cancellationToken)
        => await HaltedAsync(await store.PauseAsync(actor, id, cancellationToken));

    public async Task<BatchStatus> CancelAsync(Actor actor, int id, CancellationToken cancellationToken)
        => await HaltedAsync(await store.CancelAsync(actor, id, cancellationToken));

    public async Task<BatchStatus> ResumeAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        var batch = await store.ResumeAsync(actor, id, cancellationToken);
        progress.Release(id);
        progress.Tell();
        await wake.WakeAsync(CancellationToken.None);
        return await DescribeAsync(batch);
    }

    public async Task DeleteAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        await store.GetAsync(actor, id, cancellationToken);
        progress.Halt(id);
        await store.DeleteAsync(actor, id, cancellationToken);
        progress.Tell();
    }

    /// <summary>How a batch stands, now and after each change, at most once a second and at least every fifteen, until it has ended.</summary>
    public async IAsyncEnumerable<SseItem<BatchStatus>> FollowAsync(Actor actor, int id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var written = progress.NextWrite;
            var status = await GetAsync(actor, id, cancellationToken);
            yield return new(status, "progress");

            if (status.State is not ("running" or "paused"))
            {
                yield break;
            }

            await Task.Delay(Least, time, cancellationToken);
            await Task.WhenAny(written, Task.Delay(Pulse, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private Task<BatchStatus> HaltedAsync(StoredBatch batch)
    {
        progress.Halt(batch.Id);
        progress.Tell();
        return DescribeAsync(batch);
    }
}

/// <summary>How a batch stands.</summary>
/// <param name="Id">Of the batch.</param>
/// <param name="Name">As its owner calls it.</param>
/// <param name="State"><c>running</c>, <c>paused</c>, <c>done</c>, <c>cancelled</c> or <c>failed</c>.</param>
/// <param name="Source">Where its pages are from: <c>list</c>, or a category, WikiProject or playlist.</param>
/// <param name="IsListing">Whether its pages are still being listed, so that rows will grow.</param>
/// <param name="Ruleset">Id and version of the ruleset for all; null when each page's topic chooses.</param>
/// <param name="Revisions"><c>latest</c>, <c>atDate</c> or <c>exact</c>.</param>
/// <param name="AsOf">The moment, with <c>atDate</c>.</param>
/// <param name="CreatedAt">When it was sent.</param>
/// <param name="StartedAt">When its first row ended.</param>
/// <param name="EndedAt">When its last row ended or it was cancelled.</param>
/// <param name="Note">What to know about it; null when there is nothing.</param>
/// <param name="Rows">All rows; the others count those that have ended, and add up to <c>ended</c>.</param>
/// <param name="Ended">Rows that have ended.</param>
/// <param name="Scored">Pages with an assessment.</param>
/// <param name="NotScorable">No article or video, or not one that can be judged.</param>
/// <param name="Missing">There is no such page.</param>
/// <param name="Failed">Given up after several attempts.</param>
/// <param name="Duplicates">Rows about the page of another row.</param>
/// <param name="PerMinute">Rows a minute lately; null while unknown.</param>
/// <param name="SecondsLeft">At that rate; null while unknown.</param>
/// <param name="Summary">How the pages came out, once it has ended.</param>
internal sealed record BatchStatus(
    int Id,
    string Name,
    string State,
    string Source,
    bool IsListing,
    string? Ruleset,
    string Revisions,
    DateTimeOffset? AsOf,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    string? Note,
    int Rows,
    int Ended,
    int Scored,
    int NotScorable,
    int Missing,
    int Failed,
    int Duplicates,
    double? PerMinute,
    double? SecondsLeft,
    BatchSummary? Summary)
{
    public static BatchStatus Of(StoredBatch batch, double? perMinute, BatchSummary? summary)
    {
        var rate = batch.State == BatchState.Running && perMinute > 0 ? perMinute : null;
        return new(
            batch.Id, batch.Name, BatchContext.WordOf(batch.State), batch.Source, batch.Gathering is not null, batch.Ruleset, BatchContext.WordOf(batch.Revisions), Utc(batch.AsOf), Utc(batch.CreatedAt)!.Value, Utc(batch.StartedAt), Utc(batch.EndedAt), batch.Note,
            batch.Rows, batch.Ended, batch.Scored, batch.NotScorable, batch.Missing, batch.Failed, batch.Duplicates,
            rate is { } a ? Math.Round(a, 1) : null, rate is { } each && batch.Gathering is null ? Math.Ceiling((batch.Rows - batch.Ended) / each * 60) : null, summary);
    }

    internal static DateTimeOffset? Utc(DateTime? moment) => moment is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;
}

/// <summary>What came of a row.</summary>
/// <param name="Number">From 1, as in the list.</param>
/// <param name="Address">As it was given.</param>
/// <param name="Key">Canonical key of the page; null when it names none.</param>
/// <param name="Revision">The revision that was asked for, and once scored the one that was read.</param>
/// <param name="State"><c>waiting</c>, <c>scored</c>, <c>notScorable</c>, <c>missing</c>, <c>failed</c> or <c>duplicate</c>.</param>
/// <param name="Reason">Stable id of why it is not scored.</param>
/// <param name="Detail">The same as a sentence.</param>
/// <param name="SameAs">Number of the row that is about the same page.</param>
/// <param name="Score">0 to 100; null when there is not enough evidence or no score.</param>
/// <param name="Band">The score in a word.</param>
/// <param name="Attempts">Attempts that failed.</param>
/// <param name="EndedAt">When it ended.</param>
internal sealed record BatchRow(
    int Number, string Address, string? Key, long? Revision, string State, string? Reason, string? Detail, int? SameAs, double? Score, string? Band, int Attempts, DateTimeOffset? EndedAt)
{
    public static BatchRow Of(StoredBatchRow row) => new(
        row.Number, row.Asked, row.Key, row.Revision, BatchContext.WordOf(row.State), row.Reason, row.Detail, row.SameAs, row.Score, row.Band, row.Attempts, BatchStatus.Utc(row.EndedAt));
}
