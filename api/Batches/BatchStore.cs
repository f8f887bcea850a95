using CredScore.Api.Accounts;
using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Batches;

/// <summary>Batches and what people do with them. Throws <see cref="Problems.RefusedException"/> for what cannot be done, <see cref="StorageException"/> when the database fails.</summary>
internal sealed partial class BatchStore(BatchDatabase database, TimeProvider time)
{
    private static readonly BatchState[] Open = [BatchState.Receiving, BatchState.Running, BatchState.Paused];

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>A batch whose list is about to be received.</summary>
    public Task<StoredBatch> BeginAsync(Actor actor, int mostOpen, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        if (await context.Batches.CountAsync(row => row.OwnerId == actor.Id && Open.Contains(row.State), cancellationToken) >= mostOpen)
        {
            throw BatchProblems.TooManyOpen(mostOpen);
        }

        var batch = new StoredBatch { OwnerId = actor.Id, Name = string.Empty, CreatedAt = Now, Revisions = RevisionChoice.Latest, State = BatchState.Receiving, Source = "list" };
        context.Batches.Add(batch);
        return batch;
    }, cancellationToken);

    /// <summary>Opens a batch whose list was received whole: from now on it is worked.</summary>
    public Task<StoredBatch> OpenAsync(int id, BatchSettings settings, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        var batch = await context.Batches.FirstAsync(row => row.Id == id, cancellationToken);
        (batch.Name, batch.Ruleset, batch.Revisions, batch.AsOf) = (settings.Name, settings.Ruleset, settings.Revisions, settings.AsOf?.UtcDateTime);
        (batch.Gathering, batch.Source) = (settings.Gathering?.ToJson(), settings.Gathering?.Words ?? "list");
        batch.State = BatchState.Running;
        EndIfDone(batch);
        return batch;
    }, cancellationToken);

    /// <summary>One's own batches, newest first; an owner's service has everybody's.</summary>
    public Task<List<StoredBatch>> ListAsync(Actor actor, CancellationToken cancellationToken) => database.ReadAsync(context => Mine(context, actor)
        .Where(row => row.State != BatchState.Receiving)
        .OrderByDescending(row => row.Id)
        .Take(200)
        .ToListAsync(cancellationToken));

    /// <summary>One's own batch. Throws when there is none.</summary>
    public Task<StoredBatch> GetAsync(Actor actor, int id, CancellationToken cancellationToken)
        => database.ReadAsync(async context => await Mine(context, actor).FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw BatchProblems.Missing);

    /// <summary>Rows behind a number, of one state or of all.</summary>
    public Task<List<StoredBatchRow>> ListRowsAsync(int id, BatchRowState? state, int behind, int most, CancellationToken cancellationToken) => database.ReadAsync(context => context.Rows.AsNoTracking()
        .Where(row => row.BatchId == id && row.Number > behind && (state == null || row.State == state))
        .OrderBy(row => row.Number)
        .Take(most)
        .ToListAsync(cancellationToken));

    /// <summary>Leaves a batch alone until it is resumed.</summary>
    public Task<StoredBatch> PauseAsync(Actor actor, int id, CancellationToken cancellationToken)
        => ChangeAsync(actor, id, [BatchState.Running], BatchState.Paused, "Only a running batch can be paused.", cancellationToken);

    /// <summary>Goes on with a batch, also with one that was cancelled.</summary>
    public Task<StoredBatch> ResumeAsync(Actor actor, int id, CancellationToken cancellationToken)
        => ChangeAsync(actor, id, [BatchState.Paused, BatchState.Cancelled], BatchState.Running, "Only a paused or cancelled batch can be resumed.", cancellationToken);

    /// <summary>Ends a batch; what was scored stays.</summary>
    public Task<StoredBatch> CancelAsync(Actor actor, int id, CancellationToken cancellationToken)
        => ChangeAsync(actor, id, [BatchState.Running, BatchState.Paused], BatchState.Cancelled, "Only a running or paused batch can be cancelled.", cancellationToken);

    /// <summary>Takes a batch away with its rows, which takes a while; what was stored of its pages stays.</summary>
    public async Task DeleteAsync(Actor actor, int id, CancellationToken cancellationToken)
    {
        await ChangeAsync(actor, id, [BatchState.Running, BatchState.Paused, BatchState.Done, BatchState.Cancelled, BatchState.Failed], BatchState.Deleted, "The batch is being received.", cancellationToken);
        await EraseAsync(id, CancellationToken.None);
    }

    /// <summary>Takes away what was not received whole.</summary>
    public async Task DropAsync(int id)
    {
        await database.WriteAsync(context => context.Batches.Where(row => row.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, BatchState.Deleted), CancellationToken.None), CancellationToken.None);
        await EraseAsync(id, CancellationToken.None);
    }

    /// <summary>After a start: lists that an earlier run was receiving are taken away, and what it was taking away. True when there is something to work.</summary>
    public async Task<bool> TidyAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        var now = started.UtcDateTime;
        var left = await database.ReadAsync(context => context.Batches.AsNoTracking()
            .Where(row => (row.State == BatchState.Receiving && row.CreatedAt < now) || row.State == BatchState.Deleted || row.State == BatchState.Running)
            .Select(row => new { row.Id, row.State })
            .ToListAsync(cancellationToken));

        foreach (var batch in left.Where(row => row.State != BatchState.Running))
        {
            await DropAsync(batch.Id);
        }

        return left.Exists(row => row.State == BatchState.Running);
    }

    private static void EndIfDone(StoredBatch batch)
    {
        if (batch is { State: BatchState.Running, Gathering: null } && batch.Ended >= batch.Rows)
        {
            batch.State = BatchState.Done;
            batch.EndedAt = batch.EndedAt ?? batch.StartedAt ?? batch.CreatedAt;
        }
    }

    private static IQueryable<StoredBatch> Mine(BatchContext context, Actor actor)
        => context.Batches.AsNoTracking().Where(row => row.State != BatchState.Deleted && (row.OwnerId == actor.Id || actor.IsOwner));

    private Task<StoredBatch> ChangeAsync(Actor actor, int id, BatchState[] from, BatchState to, string refusal, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        var batch = await Mine(context, actor).AsTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw BatchProblems.Missing;

        if (!from.Contains(batch.State))
        {
            throw BatchProblems.WrongState(refusal);
        }

        batch.State = to;
        batch.EndedAt = to == BatchState.Cancelled ? Now : null;
        batch.Summary = null;
        EndIfDone(batch);
        return batch;
    }, cancellationToken);
}
