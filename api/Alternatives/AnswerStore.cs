using System.Text.Json;
using CredScore.Scoring.Assessments;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Alternatives;

/// <summary>What publishers answered, kept over restarts for as long as each allows. Throws <see cref="Storage.StorageException"/> when the database fails.</summary>
internal sealed class AnswerStore(AlternativeDatabase database, TimeProvider time)
{
    /// <summary>An answer that may still be used; null where there is none.</summary>
    public Task<KeptAnswer?> FindAsync(string question, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var row = await context.Answers.AsNoTracking().FirstOrDefaultAsync(answer => answer.Question == question && answer.KeepUntil > now, cancellationToken);
        return row is null ? null : new KeptAnswer(new DateTimeOffset(DateTime.SpecifyKind(row.KeepUntil, DateTimeKind.Utc)), Read(row.Json));
    });

    /// <summary>Keeps an answer, and throws away what may no longer be kept.</summary>
    public Task<bool> KeepAsync(string question, KeptAnswer answer, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        await context.Answers.Where(row => row.KeepUntil <= now).ExecuteDeleteAsync(cancellationToken);

        if (question.Length > StoredAnswer.LongestQuestion)
        {
            return false;
        }

        var (until, json) = (answer.KeepUntil.UtcDateTime, JsonSerializer.SerializeToUtf8Bytes(answer.Alternatives, AssessmentJson.Instance.IReadOnlyListAlternative));

        if (await context.Answers.FindAsync([question], cancellationToken) is { } row)
        {
            (row.KeepUntil, row.Json) = (until, json);
        }
        else
        {
            context.Answers.Add(new() { Question = question, KeepUntil = until, Json = json });
        }

        return true;
    }, cancellationToken);

    private static IReadOnlyList<Alternative> Read(byte[] json) => JsonSerializer.Deserialize(json, AssessmentJson.Instance.IReadOnlyListAlternative) ?? [];
}

/// <summary>What a publisher answered, and until when that may be used.</summary>
internal sealed record KeptAnswer(DateTimeOffset KeepUntil, IReadOnlyList<Alternative> Alternatives);
