using System.Buffers;
using CredScore.Api.Batches;
using CredScore.Scoring.Pages;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CredScore.Api.Exports;

/// <summary>
/// Reads stored pages with the answer that stands for each, by plain commands: a dataset has them by the hundred thousand. Feature values pass through
/// memory that is lent and goes back.
/// </summary>
/// <param name="connection">In the transaction whose moment is shown.</param>
/// <param name="needsReferences">Whether references are read, which are ten times the rest.</param>
/// <param name="isCurrent">Whether an answer by these catalogues and this scorer is by today's.</param>
internal sealed class StoredPages(SqliteConnection connection, bool needsReferences, Func<string, string, bool> isCurrent) : IDisposable
{
    // In the order of the ids: each is looked up in its turn.
    private const string Select = """
        SELECT p.Id, p."Key", p.Address, p.Title, p.Language, p.Revision, p.FetchedAt, p.Provenance, p.Features, {0},
            a.Id, a.IsDefault, a.Ruleset, a.Model, a.Catalogue, a.Scorer, a.Score, a.Band, a.Confidence, d.Json
        FROM json_each($ids) chosen CROSS JOIN pages p ON p.Id = chosen.value LEFT JOIN assessments a ON a.PageId = p.Id LEFT JOIN digests d ON d.AssessmentId = a.Id
        """;

    private const int Answer = 10;

    // Prepared once: a dataset has thousands of blocks.
    private readonly SqliteCommand _select = connection.Prepare(Select.Replace("{0}", needsReferences ? "p.\"References\"" : "NULL", StringComparison.Ordinal), ("$ids", null));

    public void Dispose() => _select.Dispose();

    /// <summary>The pages in the order of their numbers given.</summary>
    public IReadOnlyList<LoadedPage> Read(IReadOnlyCollection<int> ids)
    {
        var pages = new List<LoadedPage>(ids.Count);

        _select.Parameters["$ids"].Value = $"[{string.Join(',', ids)}]";

        using (var rows = _select.ExecuteReader())
        {
            while (rows.Read())
            {
                Take(rows, pages);
            }
        }

        // Answers that were stored before digests were: few, and each many times as large.
        foreach (var answer in pages.Select(page => page.Answer).OfType<LoadedAnswer>().Where(answer => answer.Digest is null))
        {
            answer.Body = BodyOf(answer.Id);
        }

        return pages;
    }

    private void Take(SqliteDataReader rows, List<LoadedPage> pages)
    {
        var id = rows.GetInt32(0);

        if (pages.Count == 0 || pages[^1].Id != id)
        {
            pages.Add(PageOf(rows, id));
        }

        if (!rows.IsDBNull(Answer))
        {
            var (page, answer) = (pages[^1], AnswerOf(rows));
            page.Answer = page.Answer is null || IsBetter(answer, page.Answer) ? answer : page.Answer;
        }
    }

    // The feature values of a page are those of its newest reading by lists: the answer by today's, when there is one.
    private bool IsBetter(LoadedAnswer answer, LoadedAnswer known)
    {
        var (isCurrentNow, wasCurrent) = (isCurrent(answer.Catalogue, answer.Scorer), isCurrent(known.Catalogue, known.Scorer));
        return isCurrentNow != wasCurrent ? isCurrentNow : answer.IsDefault != known.IsDefault ? answer.IsDefault : answer.Id > known.Id;
    }

    private LoadedPage PageOf(SqliteDataReader rows, int id) => new(
        id,
        rows.GetString(1),
        rows.GetString(2),
        rows.GetString(3),
        rows.IsDBNull(4) ? null : rows.GetString(4),
        rows.IsDBNull(5) ? null : rows.GetInt64(5),
        new(DateTime.SpecifyKind(rows.GetDateTime(6), DateTimeKind.Utc)),
        rows.GetString(7),
        LentBytes.Of(raw.sqlite3_column_blob(rows.Handle, 8)),
        needsReferences ? rows.GetString(9) : null);

    private static LoadedAnswer AnswerOf(SqliteDataReader rows) => new(
        rows.GetInt32(Answer),
        rows.GetBoolean(Answer + 1),
        rows.GetString(Answer + 2),
        rows.GetString(Answer + 3),
        rows.GetString(Answer + 4),
        rows.GetString(Answer + 5),
        rows.IsDBNull(Answer + 6) ? null : rows.GetDouble(Answer + 6),
        rows.GetString(Answer + 7),
        rows.GetDouble(Answer + 8),
        rows.IsDBNull(Answer + 9) ? null : rows.GetFieldValue<byte[]>(Answer + 9));

    private byte[] BodyOf(int answer)
    {
        using var command = connection.Prepare("SELECT Body FROM assessments WHERE Id = $id", ("$id", answer));
        return (byte[])command.ExecuteScalar()!;
    }
}

/// <summary>A stored page as an export reads it.</summary>
internal sealed record LoadedPage(
    int Id, string Key, string Address, string Title, string? Language, long? Revision, DateTimeOffset FetchedAt, string Provenance, LentBytes Features, string? References)
{
    public string Site => Revision is null ? Sites.YouTube : Sites.Wikipedia;

    public LoadedAnswer? Answer { get; set; }
}

/// <summary>A stored answer as an export reads it.</summary>
internal sealed record LoadedAnswer(
    int Id, bool IsDefault, string Ruleset, string Model, string Catalogue, string Scorer, double? Score, string Band, double Confidence, byte[]? Digest)
{
    /// <summary>The whole answer, where there is no digest.</summary>
    public byte[]? Body { get; set; }
}

/// <summary>A copy in memory that is lent. Whoever is the last to read it gives it back; what is never given back is left to the collector.</summary>
internal readonly struct LentBytes
{
    private readonly byte[] _memory;
    private readonly int _length;

    private LentBytes(byte[] memory, int length) => (_memory, _length) = (memory, length);

    public ReadOnlySpan<byte> Span => _memory.AsSpan(0, _length);

    public static LentBytes Of(ReadOnlySpan<byte> bytes)
    {
        var memory = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(memory);
        return new(memory, bytes.Length);
    }

    public void GiveBack() => ArrayPool<byte>.Shared.Return(_memory);
}
