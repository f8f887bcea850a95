using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>The tables. Nothing here is particular to one database.</summary>
internal sealed class ScoreContext(DbContextOptions<ScoreContext> options) : DbContext(options)
{
    public DbSet<StoredPage> Pages => Set<StoredPage>();

    public DbSet<StoredAlias> Aliases => Set<StoredAlias>();

    public DbSet<StoredAssessment> Assessments => Set<StoredAssessment>();

    public DbSet<StoredDigest> Digests => Set<StoredDigest>();

    public DbSet<StoredSourceKey> SourceKeys => Set<StoredSourceKey>();

    public DbSet<StoredSourceCheck> SourceChecks => Set<StoredSourceCheck>();

    public DbSet<StoredContribution> Contributions => Set<StoredContribution>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredPage>(page =>
        {
            page.ToTable("pages");
            page.Property(row => row.Key).HasMaxLength(300);
            page.Property(row => row.Hash).HasMaxLength(64);
            page.Property(row => row.Prefix).HasMaxLength(5);
            page.Property(row => row.Language).HasMaxLength(20);
            page.Property(row => row.Title).HasMaxLength(255);
            page.Property(row => row.Provenance).HasMaxLength(20).HasConversion(way => way.ToString().ToLowerInvariant(), word => Enum.Parse<Provenance>(word, ignoreCase: true)).HasDefaultValue(Provenance.Fetched);
            page.Ignore(row => row.Kind);
            // A wiki numbers its revisions through all pages. Videos have neither language nor revision, and no two unknowns are the same to a database.
            page.HasIndex(row => new { row.Language, row.Revision }).IsUnique();
            // With the provenance, so that an export finds its pages in order without looking at any other.
            page.HasIndex(row => new { row.Key, row.Provenance });
            page.HasIndex(row => row.Prefix);
        });

        modelBuilder.Entity<StoredContribution>(contribution =>
        {
            contribution.ToTable("contributions");
            contribution.HasKey(row => row.Receipt);
            contribution.Property(row => row.Receipt).HasMaxLength(64);
            contribution.HasOne(row => row.Page).WithMany(row => row.Contributions).HasForeignKey(row => row.PageId);
        });

        modelBuilder.Entity<StoredAlias>(alias =>
        {
            alias.ToTable("aliases");
            alias.HasKey(row => row.Asked);
            alias.Property(row => row.Asked).HasMaxLength(300);
            alias.Property(row => row.Key).HasMaxLength(300);
        });

        modelBuilder.Entity<StoredAssessment>(assessment =>
        {
            assessment.ToTable("assessments");
            assessment.Property(row => row.Ruleset).HasMaxLength(100);
            assessment.Property(row => row.Model).HasMaxLength(100);
            assessment.Property(row => row.Catalogue).HasMaxLength(100);
            assessment.Property(row => row.Scorer).HasMaxLength(30);
            assessment.Property(row => row.Band).HasMaxLength(20);
            assessment.HasIndex(row => new { row.PageId, row.Ruleset, row.Model, row.Catalogue, row.Scorer }).IsUnique();
            assessment.HasOne(row => row.Page).WithMany(row => row.Assessments).HasForeignKey(row => row.PageId);
            assessment.HasOne(row => row.Digest).WithOne().HasForeignKey<StoredDigest>(digest => digest.AssessmentId);
        });

        modelBuilder.Entity<StoredSourceKey>(key =>
        {
            key.ToTable("source_keys");
            key.HasKey(row => new { row.Key, row.PageId });
            key.HasIndex(row => row.PageId);
        });

        modelBuilder.Entity<StoredSourceCheck>(check =>
        {
            check.ToTable("source_checks");
            check.HasKey(row => row.PageId);
            check.Property(row => row.PageId).ValueGeneratedNever();
            check.Property(row => row.Catalogue).HasMaxLength(100);
            check.HasIndex(row => row.Catalogue);
        });

        modelBuilder.Entity<StoredDigest>(digest =>
        {
            digest.ToTable("digests");
            digest.HasKey(row => row.AssessmentId);
        });
    }
}
