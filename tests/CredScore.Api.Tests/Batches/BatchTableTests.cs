using CredScore.Api.Batches;
using CredScore.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Batches;

internal sealed class BatchTableTests : ApiTests
{
    /// <summary>To accept a new migration, run this test with APPROVE=1.</summary>
    [Test]
    public async Task Makes_new_tables_as_the_migrations_do()
    {
        _ = Client;
        await using var context = await ContextAsync();
        await Approved.MatchAsync(context.GetService<IMigrator>().GenerateScript(), "api", "Batches", "Migrations", "schema.sql");
        Assert.That(await context.Database.GetPendingMigrationsAsync(), Is.Empty);
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Add one: dotnet ef migrations add <Name> --project api --context BatchContext --output-dir Batches/Migrations");
    }

    [Test]
    public async Task Holds_no_page_twice_in_a_result()
    {
        _ = Client;
        await using var context = await ContextAsync();
        var batch = new StoredBatch { OwnerId = "me", Name = "Twice", CreatedAt = Api.Clock.GetUtcNow().UtcDateTime, Revisions = RevisionChoice.Latest, State = BatchState.Running, Source = "list" };
        context.Batches.Add(batch);
        await context.SaveChangesAsync();
        context.Rows.AddRange(RowOf(batch, 1), RowOf(batch, 2));
        Assert.That(async () => await context.SaveChangesAsync(), Throws.TypeOf<DbUpdateException>().With.InnerException.TypeOf<SqliteException>());
    }

    private static StoredBatchRow RowOf(StoredBatch batch, int number) => new() { BatchId = batch.Id, Number = number, Asked = Measles, State = BatchRowState.Scored, PageId = 7 };

    private Task<BatchContext> ContextAsync() => Api.Services.GetRequiredService<IDbContextFactory<BatchContext>>().CreateDbContextAsync();
}
