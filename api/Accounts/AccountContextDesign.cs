using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CredScore.Api.Accounts;

/// <summary>Lets dotnet-ef write migrations without starting the service.</summary>
internal sealed class AccountContextDesign : IDesignTimeDbContextFactory<AccountContext>
{
    public AccountContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<AccountContext>().UseSqlite("Data Source=design.db", sqlite => sqlite.MigrationsHistoryTable(AccountContext.MigrationsTable)).Options);
}
