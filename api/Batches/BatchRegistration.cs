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
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TableStart<BatchContext>>(provider, BatchContext.MigrationsTable, "batches.sql"));
    }
}
