using CredScore.Api.Jobs;
using CredScore.Api.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Quartz;

namespace CredScore.Api.Batches;

/// <summary>Calls for the work on batches: at once, or at a moment.</summary>
internal sealed partial class BatchWake(JobScheduler jobs, IOptions<BatchOptions> options, TimeProvider time, ILogger<BatchWake> logger) : IDisposable
{
    private static readonly JobKey Job = new("work", "batches");

    private readonly SemaphoreSlim _waking = new(1);

    /// <summary>Has the batches worked as soon as they are not already. A batch stands in the database before this is asked, so that a failure here only delays it.</summary>
    public Task WakeAsync(CancellationToken cancellationToken) => WakeAsync(null, cancellationToken);

    /// <summary>Has them worked at a moment.</summary>
    public async Task WakeAsync(DateTimeOffset? at, CancellationToken cancellationToken)
    {
        if (!options.Value.Work)
        {
            return;
        }

        await _waking.WaitAsync(cancellationToken);

        try
        {
            var scheduler = await jobs.StartAsync(cancellationToken);
            var key = new TriggerKey(at is null ? "now" : "later", "batches");
            var job = JobBuilder.Create<BatchJob>().WithIdentity(Job).DisallowConcurrentExecution(true).RequestRecovery(true).StoreDurably().Build();
            var trigger = TriggerBuilder.Create(time).WithIdentity(key).StartAt(at ?? time.GetUtcNow()).Build();
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
        catch (Exception exception) when (exception is SchedulerException or SqliteException)
        {
            Log.NotPlanned(logger, exception.Message);
        }
        finally
        {
            _waking.Release();
        }
    }

    public void Dispose() => _waking.Dispose();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work on batches could not be planned; the next start plans it again. {Message}")]
        public static partial void NotPlanned(ILogger logger, string message);
    }
}

/// <summary>The job that works all batches; there is never more than one of it.</summary>
internal sealed class BatchJob(JobServices services) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var next = await services.Provider.GetRequiredService<BatchWorker>().RunAsync(cancellationToken);

        if (next is { } moment)
        {
            await services.Provider.GetRequiredService<BatchWake>().WakeAsync(moment, cancellationToken);
        }
    }
}

/// <summary>Goes on, a while after the start, with what an earlier run of the program left.</summary>
internal sealed partial class BatchResumption(BatchStore store, BatchWake wake, IOptions<BatchOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BatchResumption> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var ended = stoppingToken.Register(() => started.TrySetCanceled(stoppingToken));
        var now = time.GetUtcNow();

        try
        {
            await started.Task;
            await Task.Delay(TimeSpan.FromSeconds(options.Value.ResumeAfterSeconds), time, stoppingToken);

            if (await store.TidyAsync(now, stoppingToken))
            {
                await wake.WakeAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        catch (StorageException exception)
        {
            Log.NotResumed(logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Batches of an earlier run cannot be gone on with. {Message}")]
        public static partial void NotResumed(ILogger logger, string message);
    }
}
