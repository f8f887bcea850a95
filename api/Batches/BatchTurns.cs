namespace CredScore.Api.Batches;

/// <summary>Gives every running batch its turn: one row of each, then the next of each, so that a small batch need not wait for a large one.</summary>
internal sealed class BatchTurns(BatchStore store, SiteRests rests)
{
    // A batch that begins waits no longer than this many rows of each batch before it.
    private const int RowsOfEach = 16;

    private readonly HashSet<(int Batch, int Number)> _taken = [];
    private readonly Lock _taking = new();

    /// <summary>Rows that are due and nobody has, the batches' turns interleaved; empty when there are none.</summary>
    public async Task<List<(StoredBatch Batch, StoredBatchRow Row)>> TakeRoundAsync(CancellationToken cancellationToken)
    {
        var queues = new List<(StoredBatch Batch, List<StoredBatchRow> Rows)>();

        foreach (var batch in await store.ListRunningAsync(cancellationToken))
        {
            queues.Add((batch, await DueAsync(batch.Id, cancellationToken)));
        }

        var round = new List<(StoredBatch, StoredBatchRow)>();

        for (var turn = 0; turn < RowsOfEach; turn++)
        {
            round.AddRange(queues.Where(queue => turn < queue.Rows.Count).Select(queue => (queue.Batch, queue.Rows[turn])));
        }

        return round;
    }

    /// <summary>Whether any row is being worked.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_taking)
            {
                return _taken.Count == 0;
            }
        }
    }

    /// <summary>The row's result is stored, or it is to stay as it is.</summary>
    public void Return(StoredBatchRow row)
    {
        lock (_taking)
        {
            _taken.Remove((row.BatchId, row.Number));
        }
    }

    private async Task<List<StoredBatchRow>> DueAsync(int batch, CancellationToken cancellationToken)
    {
        var due = new List<StoredBatchRow>();

        foreach (var site in rests.Awake.ToList())
        {
            int taken;

            lock (_taking)
            {
                taken = _taken.Count(row => row.Batch == batch);
            }

            // Those that are being worked come first in their order: ask for as many more.
            due.AddRange(await store.ListDueAsync(batch, site, RowsOfEach + taken, cancellationToken));
        }

        lock (_taking)
        {
            due = [.. due.Where(row => !_taken.Contains((row.BatchId, row.Number))).OrderBy(row => row.NextAt).ThenBy(row => row.Number).Take(RowsOfEach)];
            due.ForEach(row => _taken.Add((row.BatchId, row.Number)));
        }

        return due;
    }
}
