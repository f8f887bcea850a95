using System.Threading.Channels;
using CredScore.Api.Storage;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Batches;

/// <summary>
/// Works all batches until nothing is due. The rows are the queue: a row that was being worked when the program ended is unfinished, and the next run takes it again. Results are written
/// together, some at a time, and only what was waiting until then is counted, so that none is lost and none counts twice.
/// </summary>
internal sealed partial class BatchWorker(
    BatchStore store, BatchGatherer gatherer, RowScoring scoring, SiteRests rests, BatchProgress progress, IOptions<BatchOptions> options, TimeProvider time, ILogger<BatchWorker> logger) : IDisposable
{
    private const int MostTogether = 256;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _running = new(1);

    /// <summary>Answers with when to come back; null when every batch has ended or is paused. One run at a time.</summary>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellationToken)
    {
        await _running.WaitAsync(cancellationToken);

        try
        {
            var gathering = gatherer.RunAsync(cancellationToken);
            await WorkAsync(cancellationToken);

            // While it was listed, rows came that nobody has worked yet.
            var later = await gathering;
            await WorkAsync(cancellationToken);
            return Earliest(later, await FindNextAsync(cancellationToken));
        }
        catch (StorageException exception)
        {
            // A full disk, a damaged one: the rows wait, and so do we.
            Log.Stopped(logger, exception.Message);
            return time.GetUtcNow() + AfterFailure;
        }
        finally
        {
            _running.Release();
        }
    }

    public void Dispose() => _running.Dispose();

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        var turns = new BatchTurns(store, rests);
        var rows = Channel.CreateBounded<(StoredBatch Batch, StoredBatchRow Row)>(1);
        var results = Channel.CreateUnbounded<(StoredBatchRow Row, RowResult? Result)>(new() { SingleReader = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var workers = Enumerable.Range(0, options.Value.AtATime).Select(_ => Task.Run(() => ScoreAsync(rows.Reader, results.Writer, stop.Token), CancellationToken.None)).ToList();
        var recording = Task.Run(() => RecordAsync(turns, results.Reader, stop), CancellationToken.None);

        try
        {
            await DealAsync(turns, rows.Writer, stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The recording failed and says why below.
        }
        finally
        {
            rows.Writer.Complete();
            await Task.WhenAll(workers);
            results.Writer.Complete();
            await recording;
        }
    }

    private async Task DealAsync(BatchTurns turns, ChannelWriter<(StoredBatch Batch, StoredBatchRow Row)> rows, CancellationToken stop)
    {
        while (true)
        {
            // Asked for before the look, so that what is written meanwhile is not missed.
            var written = progress.NextWrite;
            var wasIdle = turns.IsEmpty;
            var round = await turns.TakeRoundAsync(stop);

            foreach (var row in round)
            {
                await rows.WriteAsync(row, stop);
            }

            if (round.Count == 0)
            {
                if (wasIdle)
                {
                    return;
                }

                await written.WaitAsync(stop);
            }
        }
    }

    private async Task ScoreAsync(ChannelReader<(StoredBatch Batch, StoredBatchRow Row)> rows, ChannelWriter<(StoredBatchRow Row, RowResult? Result)> results, CancellationToken stop)
    {
        try
        {
            await foreach (var (batch, row) in rows.ReadAllAsync(stop))
            {
                var result = progress.IsHalted(batch.Id) || !rests.Awake.Contains(row.Site) ? null : await scoring.ScoreAsync(batch, row, stop);
                await results.WriteAsync((row, result), CancellationToken.None);
            }
        }
        catch (OperationCanceledException)
        {
            // The rows stay as they are.
        }
    }

    private async Task RecordAsync(BatchTurns turns, ChannelReader<(StoredBatchRow Row, RowResult? Result)> results, CancellationTokenSource stop)
    {
        try
        {
            while (await results.WaitToReadAsync())
            {
                await LingerAsync(stop.Token);
                var together = new List<(StoredBatchRow Row, RowResult? Result)>();

                while (together.Count < MostTogether && results.TryRead(out var one))
                {
                    together.Add(one);
                }

                await store.RecordAsync([.. together.Select(one => one.Result).OfType<RowResult>()], CancellationToken.None);
                together.ForEach(one => turns.Return(one.Row));
                progress.Wrote(together.Where(one => one.Result is { NextAt: null }).Select(one => one.Row.BatchId));
            }
        }
        catch (StorageException)
        {
            await stop.CancelAsync();
            throw;
        }
    }

    // A commit costs more than a row: what comes within a moment is written together.
    private async Task LingerAsync(CancellationToken stop)
    {
        if (options.Value.GatherMilliseconds > 0 && !stop.IsCancellationRequested)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(options.Value.GatherMilliseconds), stop));
        }
    }

    private async Task<DateTimeOffset?> FindNextAsync(CancellationToken cancellationToken)
    {
        var next = new List<DateTimeOffset?>();

        foreach (var batch in await store.ListRunningAsync(cancellationToken))
        {
            next.Add(await store.FindNextDueAsync(batch.Id, cancellationToken));
        }

        // A row that is due and was not taken is of a site that rests.
        return next.Min() is { } due ? Latest(due, due <= time.GetUtcNow() ? rests.Next ?? time.GetUtcNow().AddSeconds(1) : due) : null;
    }

    private static DateTimeOffset Latest(DateTimeOffset first, DateTimeOffset second) => first > second ? first : second;

    private static DateTimeOffset? Earliest(DateTimeOffset? first, DateTimeOffset? second) => first is null || second < first ? second ?? first : first;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Batches stop for a while: what came of their pages cannot be stored. {Message}")]
        public static partial void Stopped(ILogger logger, string message);
    }
}
