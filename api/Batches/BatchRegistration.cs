using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CredScore.Api.Batches;

/// <summary>Batches: their tables, and the work on them.</summary>
internal static class BatchRegistration
{
    public static void AddBatches(this IServiceCollection services)
    {
        services.AddDbContextFactory<BatchContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<StorageLocation>().ConnectionString, sqlite => sqlite.MigrationsHistoryTable(BatchContext.MigrationsTable))
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
        services.AddOptions<BatchOptions>().BindConfiguration("Batches").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BatchDatabase>();
        services.AddSingleton<BatchStore>();
        services.AddSingleton<BatchIntake>();
        services.AddSingleton<BatchSummaries>();
        services.AddSingleton<BatchProgress>();
        services.AddSingleton<BatchDesk>();
        services.AddSingleton<BatchGatherer>();
        services.AddSingleton<SiteRests>();
        services.AddSingleton<RowScoring>();
        services.AddSingleton<BatchWorker>();
        services.AddSingleton<BatchWake>();
        services.AddHostedService<BatchResumption>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TableStart<BatchContext>>(provider, BatchContext.MigrationsTable, "batches.sql"));
    }
}
