using System.Text.Json;
using System.Text.Json.Serialization;
using CredScore.Scoring.Assessments;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Alternatives;

/// <summary>What readers said of alternatives and what publishers answered, in the same database as the scores, with migrations of its own.</summary>
internal sealed class AlternativeContext(DbContextOptions<AlternativeContext> options) : DbContext(options)
{
    public const string MigrationsTable = "__AlternativeMigrations";

    public DbSet<StoredMark> Marks => Set<StoredMark>();

    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoredMark>(mark =>
        {
            mark.ToTable("alternative_marks");
            mark.HasKey(row => row.Receipt);
            mark.Property(row => row.Receipt).HasMaxLength(64);
            mark.Property(row => row.Topic).HasMaxLength(StoredMark.LongestTopic);
            mark.Property(row => row.Url).HasMaxLength(StoredMark.LongestUrl);
            mark.Property(row => row.Reason).HasMaxLength(20).HasConversion(reason => WordOf(reason!.Value), word => Enum.Parse<MarkReason>(word, true));
            mark.HasIndex(row => new { row.Topic, row.Url });
        });

        modelBuilder.Entity<StoredAnswer>(answer =>
        {
            answer.ToTable("publisher_answers");
            answer.HasKey(row => row.Question);
            answer.Property(row => row.Question).HasMaxLength(StoredAnswer.LongestQuestion);
            answer.HasIndex(row => row.KeepUntil);
        });
    }

    /// <summary>The word that stands for a reason in tables, questions and files.</summary>
    public static string WordOf(MarkReason reason) => JsonNamingPolicy.CamelCase.ConvertName(reason.ToString());
}

/// <summary>That somebody found a link not helpful: nothing of who, when, or on which page.</summary>
internal sealed class StoredMark
{
    public const int LongestTopic = 200;
    public const int LongestUrl = 500;

    /// <summary>SHA-256, in lower-case hexadecimal, of the receipt with which it can be taken back.</summary>
    public required string Receipt { get; init; }

    /// <summary>The topic that the link was offered for.</summary>
    public required string Topic { get; init; }

    public required string Url { get; init; }

    /// <summary>Null where none was given.</summary>
    public required MarkReason? Reason { get; set; }
}

/// <summary>Why a link was not helpful.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MarkReason>))]
internal enum MarkReason
{
    /// <summary>It is about something else.</summary>
    OtherTopic,

    /// <summary>Nothing is behind it, or not for everybody.</summary>
    DoesNotOpen,

    TooHard,

    TooSimple,
}

/// <summary>What a publisher answered on a topic, so that it need not be asked again after a restart.</summary>
internal sealed class StoredAnswer
{
    public const int LongestQuestion = 400;

    /// <summary>Publisher and topic.</summary>
    public required string Question { get; init; }

    /// <summary>In UTC: as long as the publisher allows an answer to be kept.</summary>
    public required DateTime KeepUntil { get; set; }

    /// <summary>Alternatives as JSON.</summary>
    public required byte[] Json { get; set; }
}
