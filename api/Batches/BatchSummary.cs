using System.Text.Json;
using CredScore.Api.Exports;
using CredScore.Api.Storage;
using CredScore.Scoring.Sources;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Batches;

/// <summary>How the pages of a batch came out.</summary>
/// <param name="Mean">Of the scores; null without any.</param>
/// <param name="Median">Of the scores; null without any.</param>
/// <param name="Bands">Scored pages by band.</param>
/// <param name="Scores">Scored pages in ten steps: 0 to 10, to 20, … to 100. Pages without enough evidence are in none.</param>
/// <param name="SourceTypes">Mean share of each type of source among the classified sources of a page, largest first; only of pages that have any.</param>
/// <param name="Reasons">Rows that were not scored, by reason.</param>
/// <param name="SourceYears">References by five years of publication and type of source, the earliest first, of <paramref name="PagesLookedAt"/> pages; null in summaries made before it was counted.</param>
/// <param name="PagesLookedAt">Pages whose references were counted by years: all, or of a large batch an even sample of at most 2,000.</param>
internal sealed record BatchSummary(
    double? Mean,
    double? Median,
    IReadOnlyDictionary<string, int> Bands,
    IReadOnlyList<int> Scores,
    IReadOnlyDictionary<string, double> SourceTypes,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyList<SourcePeriod>? SourceYears = null,
    int? PagesLookedAt = null)
{
    private const int Steps = 10;

    // A page's references are ten times its features: of a million pages they would be read for minutes.
    private const int MostLookedAt = 2000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // One feature for each type; what is no feature is simply never found.
    private static readonly Dictionary<string, string> ShareNames = Enum.GetValues<SourceType>()
        .Select(type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()))
        .ToDictionary(word => $"sources.{word}_share", word => word, StringComparer.Ordinal);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static BatchSummary OfJson(string json) => JsonSerializer.Deserialize<BatchSummary>(json, Json)!;

    /// <summary>Looks at every row and every stored page of the batch once.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="batch">Whose.</param>
    /// <param name="year">This year; what is said to be published after the next is not counted by years.</param>
    public static async Task<BatchSummary> MakeAsync(SqliteConnection connection, int batch, int year)
    {
        var scores = new List<double>();
        await foreach (var score in ReadAsync(connection, "SELECT Score FROM batch_rows WHERE BatchId = $batch AND State = 'scored' AND Score IS NOT NULL ORDER BY Score", batch, row => row.GetDouble(0)))
        {
            scores.Add(score);
        }

        var steps = new int[Steps];
        scores.ForEach(score => steps[Math.Clamp((int)(score / Steps), 0, Steps - 1)]++);
        var (years, looked) = await YearsAsync(connection, batch, new(year + 1));
        return new(
            scores.Count == 0 ? null : Math.Round(scores.Average(), 1),
            scores.Count == 0 ? null : Math.Round((scores[(scores.Count - 1) / 2] + scores[scores.Count / 2]) / 2, 1),
            await CountAsync(connection, "SELECT Band, count(*) FROM batch_rows WHERE BatchId = $batch AND State = 'scored' GROUP BY Band", batch),
            steps,
            await ShareAsync(connection, batch),
            await CountAsync(connection, "SELECT COALESCE(Reason, 'unknown'), count(*) FROM batch_rows WHERE BatchId = $batch AND State NOT IN ('scored', 'waiting') GROUP BY 1 ORDER BY 2 DESC, 1", batch),
            years,
            looked);
    }

    private static async Task<(IReadOnlyList<SourcePeriod> Periods, int Pages)> YearsAsync(SqliteConnection connection, int batch, SourceYears years)
    {
        var (pages, looked) = (new List<int>(), 0);

        await foreach (var page in ReadAsync(connection, "SELECT PageId FROM batch_rows WHERE BatchId = $batch AND State = 'scored' AND PageId IS NOT NULL ORDER BY Number", batch, row => row.GetInt32(0)))
        {
            pages.Add(page);
        }

        await using var command = connection.Prepare("SELECT \"References\" FROM pages WHERE Id = $page", ("$page", null));

        for (; looked < Math.Min(pages.Count, MostLookedAt); looked++)
        {
            command.Set("$page", pages[(int)((long)looked * pages.Count / Math.Min(pages.Count, MostLookedAt))]);

            if (await command.ExecuteScalarAsync() is string references)
            {
                years.Add(ScoreStore.ReferencesOf(references));
            }
        }

        return (years.Periods, looked);
    }

    private static async Task<Dictionary<string, int>> CountAsync(SqliteConnection connection, string sql, int batch)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);

        await foreach (var (word, count) in ReadAsync(connection, sql, batch, row => (row.IsDBNull(0) ? "unknown" : row.GetString(0), row.GetInt32(1))))
        {
            counts[word] = count;
        }

        return counts;
    }

    private static async Task<Dictionary<string, double>> ShareAsync(SqliteConnection connection, int batch)
    {
        var (sums, pages) = (new Dictionary<string, double>(StringComparer.Ordinal), 0);
        const string Sql = "SELECT p.Features FROM batch_rows r JOIN pages p ON p.Id = r.PageId WHERE r.BatchId = $batch AND r.State = 'scored'";

        await foreach (var features in ReadAsync(connection, Sql, batch, row => row.GetFieldValue<byte[]>(0)))
        {
            pages += AddShares(features, sums) ? 1 : 0;
        }

        return sums.Where(pair => pair.Value > 0).OrderByDescending(pair => pair.Value).ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value / pages, 4), StringComparer.Ordinal);
    }

    private static bool AddShares(byte[] features, Dictionary<string, double> sums)
    {
        var json = new Utf8JsonReader(features);
        var hasAny = false;

        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.PropertyName && ShareNames.TryGetValue(json.GetString()!, out var word) && json.Read() && json.TokenType == JsonTokenType.Number)
            {
                sums[word] = sums.GetValueOrDefault(word) + json.GetDouble();
                hasAny = true;
            }
        }

        return hasAny;
    }

    private static async IAsyncEnumerable<T> ReadAsync<T>(SqliteConnection connection, string sql, int batch, Func<SqliteDataReader, T> read)
    {
        await using var command = connection.Prepare(sql, ("$batch", batch));
        await using var rows = await command.ExecuteReaderAsync();

        while (await rows.ReadAsync())
        {
            yield return read(rows);
        }
    }
}

/// <summary>Summaries of batches that have ended: made once, then kept.</summary>
internal sealed class BatchSummaries(BatchDatabase database, TimeProvider time)
{
    /// <summary>The summary of a batch; null while it has not ended.</summary>
    public async Task<BatchSummary?> FindAsync(StoredBatch batch)
    {
        if (batch.Summary is { } kept)
        {
            return BatchSummary.OfJson(kept);
        }

        if (batch.State is not (BatchState.Done or BatchState.Cancelled))
        {
            return null;
        }

        var summary = await database.AskAsync(connection => BatchSummary.MakeAsync(connection, batch.Id, time.GetUtcNow().Year));

        // Cancelled ones may be resumed, and rows in flight still end.
        if (batch.State is BatchState.Done)
        {
            var json = summary.ToJson();
            await database.WriteAsync(context => context.Batches.Where(row => row.Id == batch.Id && row.State == BatchState.Done).ExecuteUpdateAsync(row => row.SetProperty(one => one.Summary, json)), CancellationToken.None);
        }

        return summary;
    }
}
