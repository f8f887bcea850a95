using CredScore.Api.Storage;
using Microsoft.Data.Sqlite;
using Quartz;

namespace CredScore.Api.Jobs;

/// <summary>
/// The one scheduler of Quartz.NET, on the service's own database, so that a restart neither forgets nor repeats a job. It is built when the first job is planned: that takes a third of a
/// second of both processors.
/// </summary>
internal sealed class JobScheduler(StorageLocation storage, TimeProvider time, IServiceProvider services) : IAsyncDisposable
{
    // The refresh of lists, the batches and what else runs beside them each hold one for as long as they run.
    private const int Threads = 4;

    private readonly SemaphoreSlim _building = new(1);
    private IScheduler? _scheduler;

    /// <summary>The scheduler, running. Throws <see cref="SchedulerException"/> or <see cref="SqliteException"/>.</summary>
    public async Task<IScheduler> StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await BuildAsync(cancellationToken);
        await scheduler.Start(cancellationToken);
        return scheduler;
    }

    /// <summary>The scheduler, which runs nothing until it is started.</summary>
    public async Task<IScheduler> BuildAsync(CancellationToken cancellationToken)
    {
        await _building.WaitAsync(cancellationToken);

        try
        {
            return _scheduler ??= await QuartzSchedulerBuilder.Create(quartz =>
            {
                // Jobs ask the service for what they do.
                quartz.Services.AddSingleton(new JobServices(services));
                quartz.UseTimeProvider(time);
                quartz.UseDefaultThreadPool(Threads);
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlite(SqliteFactory.Instance, storage.ConnectionString);
                    store.ProvisionSchema();
                });
            }).BuildScheduler(cancellationToken);
        }
        finally
        {
            _building.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_scheduler is { } scheduler)
        {
            await scheduler.Shutdown(false);
        }

        _building.Dispose();
    }
}

/// <summary>What jobs are made of: Quartz.NET builds them in a container of its own.</summary>
/// <param name="Provider">The service's container.</param>
internal sealed record JobServices(IServiceProvider Provider);
