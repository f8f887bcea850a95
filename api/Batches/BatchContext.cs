using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CredScore.Api.Batches;

/// <summary>The tables of batches, in the same database as the scores, with migrations of their own, so that a service that only scores never loads them.</summary>
internal sealed class BatchContext(DbContextOptions<BatchContext> options) : DbContext(options)
{
    public const string MigrationsTable = "__BatchMigrations";

    public DbSet<StoredBatch> Batches => Set<StoredBatch>();

    public DbSet<StoredBatchRow> Rows => Set<StoredBatchRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredBatch>(batch =>
        {
            batch.ToTable("batches");
            batch.Property(row => row.Name).HasMaxLength(StoredBatch.LongestName);
            batch.Ignore(row => row.Ended);
            AsWord(batch.Property(row => row.State));
            AsWord(batch.Property(row => row.Revisions));
            batch.HasIndex(row => row.OwnerId);
        });

        modelBuilder.Entity<StoredBatchRow>(row =>
        {
            row.ToTable("batch_rows");
            row.HasKey(one => new { one.BatchId, one.Number });
            row.HasOne<StoredBatch>().WithMany().HasForeignKey(one => one.BatchId);
            row.Property(one => one.Asked).HasMaxLength(StoredBatchRow.LongestText);
            AsWord(row.Property(one => one.State));

            // Only what is still to do is in it, so that it shrinks as the batch proceeds.
            row.HasIndex(one => new { one.BatchId, one.Site, one.NextAt, one.Number }).HasFilter("\"State\" = 'waiting'").HasDatabaseName("IX_batch_rows_waiting");

            // The database itself sees to it that no page is twice in a result.
            row.HasIndex(one => new { one.BatchId, one.PageId }).IsUnique().HasFilter("\"State\" = 'scored'").HasDatabaseName("IX_batch_rows_page");
            row.HasIndex(one => new { one.BatchId, one.Key });
            row.HasIndex(one => new { one.BatchId, one.State, one.Number });
        });
    }

    /// <summary>The word that stands for a state in tables, answers and files.</summary>
    public static string WordOf<T>(T state)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());

    private static void AsWord<T>(PropertyBuilder<T> property)
        where T : struct, Enum
        => property.HasMaxLength(20).HasConversion(state => WordOf(state), word => Enum.Parse<T>(word, true));
}
