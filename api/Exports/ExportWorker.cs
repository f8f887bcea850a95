using System.Threading.Channels;
using CredScore.Api.Accounts;
using CredScore.Api.Batches;
using CredScore.Api.Problems;
using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Exports;

/// <summary>
/// Writes exports one after the other, in the order asked for; one of a batch that still runs waits until it does no longer, and others go first. Those that a stop left unfinished are begun afresh.
/// </summary>
internal sealed partial class ExportWorker(ExportShelf shelf, ExportPlans plans, ExportRun run, BatchDatabase batches, TimeProvider time, ILogger<ExportWorker> logger) : BackgroundService
{
    // How often it is looked whether a batch has ended.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>();

    /// <summary>Puts an export at the end of the queue.</summary>
    public void Begin(StoredExport export) => _waiting.Writer.TryWrite(export.Id);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(async () =>
        {
            foreach (var unfinished in (await shelf.ListAllAsync(stoppingToken)).Where(export => export.IsUnfinished).OrderBy(export => export.MadeAt))
            {
                Begin(unfinished);
            }
        });

        await foreach (var id in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await TryAsync(() => shelf.DeleteOutlivedAsync(stoppingToken));
            await TryAsync(() => TakeAsync(id, stoppingToken));
        }
    }

    private async Task TakeAsync(Guid id, CancellationToken stopping)
    {
        // It may have been deleted while it waited, and one of an earlier start may have been put in twice.
        if (await shelf.FindAsync(id, stopping) is not { IsUnfinished: true } export)
        {
            return;
        }

        if (await IsRunningAsync(export.Request.Batch))
        {
            _ = BeginLaterAsync(export, stopping);
            return;
        }

        await WriteAsync(export with { State = ExportState.Running, Rows = 0, Pages = null }, stopping);
    }

    private async Task<bool> IsRunningAsync(int? batch)
    {
        try
        {
            return batch is { } id && await batches.ReadAsync(context => context.Batches.AnyAsync(row => row.Id == id && row.State == BatchState.Running));
        }
        catch (StorageException)
        {
            // Writing it meets the same, and says so.
            return false;
        }
    }

    private async Task BeginLaterAsync(StoredExport export, CancellationToken stopping)
    {
        await Task.Delay(Look, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Begin(export);
    }

    // A folder that cannot be read or emptied must not end the service.
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.FolderFailed(logger, exception);
        }
    }

    private async Task WriteAsync(StoredExport export, CancellationToken stopping)
    {
        try
        {
            shelf.Report(export);
            await shelf.SaveAsync(export, stopping);

            // The request was understood when it came; what has been retired or closed since is refused here.
            var plan = await plans.ReadAsync(export.Request, new Actor(export.OwnerId, "", Roles.Researcher), stopping);
            var ready = await run.WriteAsync(export, plan, stopping);
            await shelf.SaveAsync(ready with { State = ExportState.Ready, EndedAt = time.GetUtcNow() }, CancellationToken.None);
            Log.Ready(logger, export.Id, ready.Rows, ready.Bytes ?? 0);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stays as it is in its folder, unfinished: the next start takes it up.
        }
        catch (Exception exception)
        {
            await FailAsync(export, exception);
        }
    }

    private async Task FailAsync(StoredExport export, Exception exception)
    {
        var why = exception switch
        {
            RefusedException refused => $"{refused.Problem.Title} {refused.Problem.Detail}",
            StorageException storage => storage.Message,
            IOException or UnauthorizedAccessException => "The disk did not take it: it is full, or may not be written to. Nothing half-written was left. Free some space and ask again.",
            _ => "The fault is ours and has been written down.",
        };
        Log.Failed(logger, exception is IOException or StorageException or RefusedException ? LogLevel.Warning : LogLevel.Error, export.Id, exception);

        try
        {
            await shelf.SaveAsync(export with { State = ExportState.Failed, EndedAt = time.GetUtcNow(), Error = why, Rows = 0 }, CancellationToken.None);
        }
        catch (Exception again) when (again is IOException or UnauthorizedAccessException)
        {
            // A disk that is full does not take the news either: it is told as long as the service runs.
            shelf.Report(export with { State = ExportState.Failed, EndedAt = time.GetUtcNow(), Error = why, Rows = 0 });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Export {Id} is ready: {Rows} rows in {Bytes} bytes.")]
        public static partial void Ready(ILogger logger, Guid id, long rows, long bytes);

        [LoggerMessage(3, LogLevel.Warning, "The folder of exports cannot be used.")]
        public static partial void FolderFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 2, Message = "Export {Id} failed.")]
        public static partial void Failed(ILogger logger, LogLevel level, Guid id, Exception exception);
    }
}
