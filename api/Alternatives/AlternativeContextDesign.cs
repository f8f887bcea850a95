using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CredScore.Api.Alternatives;

/// <summary>Lets dotnet-ef write migrations without starting the service.</summary>
internal sealed class AlternativeContextDesign : IDesignTimeDbContextFactory<AlternativeContext>
{
    public AlternativeContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<AlternativeContext>().UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsHistoryTable(AlternativeContext.MigrationsTable)).Options);
}
