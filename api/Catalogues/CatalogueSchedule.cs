using CredScore.Api.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Quartz;

namespace CredScore.Api.Catalogues;

/// <summary>Plans the refresh as a job, so that a restart neither forgets nor repeats it. Begins a while after the start, which shares no time with it.</summary>
internal sealed partial class CatalogueSchedule(
    JobScheduler jobs, IOptions<CatalogueOptions> options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<CatalogueSchedule> logger) : BackgroundService
{
    private static readonly JobKey Job = new("refresh", "catalogues");
    private static readonly TriggerKey Trigger = new("refresh", "catalogues");

    // Its own start takes a third of a second of both processors, which the first readers need more.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Refresh || !await HasStartedAsync(stoppingToken))
        {
            return;
        }

        try
        {
            await PlanAsync(await jobs.BuildAsync(stoppingToken), stoppingToken);
            await jobs.StartAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
        catch (Exception exception) when (exception is SchedulerException or SqliteException)
        {
            Log.NotScheduled(logger, exception.Message);
        }
    }

    /// <summary>When the lists are refreshed next; null while nothing is planned, or when the plan cannot be read.</summary>
    public static async Task<DateTimeOffset?> NextAsync(JobScheduler jobs, CancellationToken cancellationToken)
    {
        try
        {
            var scheduler = await jobs.BuildAsync(cancellationToken);
            return (await scheduler.GetTrigger(Trigger, cancellationToken))?.NextFireTimeUtc;
        }
        catch (Exception exception) when (exception is SchedulerException or SqliteException)
        {
            return null;
        }
    }

    /// <summary>Plans the job once: a trigger that the database has stays as it is unless its interval was changed.</summary>
    internal async Task PlanAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        var every = TimeSpan.FromDays(options.Value.EveryDays);

        if (await scheduler.GetTrigger(Trigger, cancellationToken) is not ISimpleTrigger planned || planned.RepeatInterval != every)
        {
            var job = JobBuilder.Create<RefreshJob>().WithIdentity(Job).DisallowConcurrentExecution(true).Build();
            var first = time.GetUtcNow() + TimeSpan.FromMinutes(1 + (Random.Shared.NextDouble() * options.Value.FirstWithinMinutes));
            var trigger = TriggerBuilder.Create(time).WithIdentity(Trigger).StartAt(first).WithSimpleSchedule(schedule => schedule.WithInterval(every).RepeatForever()).Build();
            await scheduler.ScheduleJob(job, [trigger], new ScheduleJobOptions { Replace = true }, cancellationToken);
        }
    }

    private async Task<bool> HasStartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var begun = lifetime.ApplicationStarted.Register(started.SetResult);
        await using var ended = stopping.Register(() => started.TrySetCanceled(stopping));

        try
        {
            await started.Task;
            await Task.Delay(AfterStart, time, stopping);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The one job.</summary>
    internal sealed class RefreshJob(JobServices services) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
            => await services.Provider.GetRequiredService<CatalogueRefresher>().RefreshAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The refresh of lists could not be planned; the lists in use stay. {Message}")]
        public static partial void NotScheduled(ILogger logger, string message);
    }
}
