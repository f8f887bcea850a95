using CredScore.Api.Appraisals;
using CredScore.Api.Classes;
using CredScore.Api.Rulesets;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Accounts;

/// <summary>
/// The tables of what people make: accounts, keys, rulesets, classes and the log of changes. They stand in the same database as the scores, with migrations of their
/// own, so that a service that only scores never loads them. No table here holds what anybody reads.
/// </summary>
internal sealed class AccountContext(DbContextOptions<AccountContext> options) : IdentityUserContext<Person>(options)
{
    public const string MigrationsTable = "__AccountMigrations";

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiKey> Keys => Set<ApiKey>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<StoredRuleset> Rulesets => Set<StoredRuleset>();

    public DbSet<DraftStep> Steps => Set<DraftStep>();

    public DbSet<StoredClass> Classes => Set<StoredClass>();

    public DbSet<StoredRecommendation> Recommendations => Set<StoredRecommendation>();

    public DbSet<StoredAppraisal> Appraisals => Set<StoredAppraisal>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>(person =>
        {
            person.ToTable("people");
            person.Property(row => row.DisplayName).HasMaxLength(Person.LongestName);
            person.Property(row => row.Role).HasMaxLength(20);
        });
        builder.Entity<IdentityUserClaim<string>>().ToTable("people_claims");
        builder.Entity<IdentityUserLogin<string>>().ToTable("people_logins");
        builder.Entity<IdentityUserToken<string>>().ToTable("people_tokens");
        builder.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasIndex(row => row.CodeHash).IsUnique();
        });
        builder.Entity<ApiKey>(key =>
        {
            key.ToTable("keys");
            key.HasIndex(row => row.Hash).IsUnique();
            key.Property(row => row.MostPerDay).HasDefaultValue(ApiKey.UsualPerDay);
            key.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId);
        });
        builder.Entity<Change>().ToTable("changes");
        builder.Entity<StoredRuleset>(ruleset =>
        {
            ruleset.ToTable("rulesets");
            ruleset.Property(row => row.RulesetId).HasMaxLength(64);
            ruleset.HasIndex(row => new { row.RulesetId, row.Version }).IsUnique();
            ruleset.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId);
        });
        builder.Entity<DraftStep>(step =>
        {
            step.ToTable("draft_steps");
            step.HasOne<StoredRuleset>().WithMany().HasForeignKey(row => row.DraftId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<StoredClass>(one =>
        {
            one.ToTable("classes");
            one.HasIndex(row => row.Code).IsUnique();
            one.HasOne<Person>().WithMany().HasForeignKey(row => row.OwnerId);
            one.HasMany(row => row.Recommendations).WithOne().HasForeignKey(row => row.ClassId);
        });
        builder.Entity<StoredRecommendation>().ToTable("recommendations");
        builder.Entity<StoredAppraisal>(appraisal =>
        {
            appraisal.ToTable("appraisals");
            appraisal.Property(row => row.Rater).HasMaxLength(64);
            appraisal.HasIndex(row => new { row.ClassId, row.Rater, row.PageKey }).IsUnique();
            appraisal.HasOne<StoredClass>().WithMany().HasForeignKey(row => row.ClassId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
