using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CredScore.Api.Batches;

/// <summary>Lets dotnet-ef write migrations without starting the service.</summary>
internal sealed class BatchContextDesign : IDesignTimeDbContextFactory<BatchContext>
{
    public BatchContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<BatchContext>().UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsHistoryTable(BatchContext.MigrationsTable)).Options);
}
