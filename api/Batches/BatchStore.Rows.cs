using System.Globalization;
using CredScore.Api.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Batches;

/// <summary>Rows by the thousand: received, taken, ended, erased.</summary>
internal sealed partial class BatchStore
{
    private const int ErasedAtOnce = 5000;

    private const string InsertRow = """
        INSERT INTO batch_rows (BatchId, Number, Asked, "Key", Revision, Site, State, Reason, Detail, SameAs, Attempts, NextAt, EndedAt)
        VALUES ($batch, $number, $asked, $key, $revision, $site, $state, $reason, $detail, $same, 0, 0, $ended)
        """;

    private const string CountRows = """
        UPDATE batches SET Rows = Rows + $rows, Scored = Scored + $scored, NotScorable = NotScorable + $notScorable, Missing = Missing + $missing, Failed = Failed + $failed,
            Duplicates = Duplicates + $duplicate, StartedAt = CASE WHEN $scored + $missing + $failed > 0 THEN COALESCE(StartedAt, $now) ELSE StartedAt END
        WHERE Id = $batch
        """;

    private const string EndBatch = """
        UPDATE batches SET State = 'done', EndedAt = $now
        WHERE Id = $batch AND State = 'running' AND Gathering IS NULL AND Scored + NotScorable + Missing + Failed + Duplicates >= Rows
        """;

    // Whoever is counted was waiting until now: a result that comes twice, after a kill or from another program, changes nothing.
    private const string EndRow = """
        UPDATE batch_rows SET State = $state, Reason = $reason, Detail = $detail, PageId = $page, AssessmentId = $assessment, Score = $score, Band = $band,
            "Key" = COALESCE($key, "Key"), Revision = COALESCE($revision, Revision), SameAs = $same, EndedAt = $now
        WHERE BatchId = $batch AND Number = $number AND State = 'waiting'
        """;

    private const string DelayRow = """
        UPDATE batch_rows SET Attempts = $attempts, NextAt = $next, Reason = $reason, Detail = $detail WHERE BatchId = $batch AND Number = $number AND State = 'waiting'
        """;

    private const string SameRow = "SELECT Number FROM batch_rows WHERE BatchId = $batch AND PageId = $page AND State = 'scored'";

    // A dataset holds what a researcher or educator submitted: from now on this page is one of them.
    private const string Submit = "UPDATE pages SET Provenance = 'submitted' WHERE Id = $page AND Provenance <> 'submitted'";

    private const string NewestAnswer = "SELECT max(Id) FROM assessments WHERE PageId = $page";

    /// <summary>Keeps rows of a list that is being received, counted.</summary>
    public Task AddRowsAsync(int batch, IReadOnlyList<StoredBatchRow> rows, CancellationToken cancellationToken)
        => rows.Count == 0 ? Task.CompletedTask : database.TransactAsync(connection => Task.FromResult(Insert(connection, batch, rows)), cancellationToken);

    /// <summary>Keeps a piece of a listing: rows whose pages the batch does not have yet, and how far the listing has come; null when it is whole. Answers with how many rows were new.</summary>
    public Task<int> GatherAsync(int batch, IReadOnlyList<StoredBatchRow> rows, Gathering? left, string? note, int most, CancellationToken cancellationToken) => database.TransactAsync(
        connection =>
        {
            using var last = connection.Prepare("SELECT Rows FROM batches WHERE Id = $batch", ("$batch", batch));
            using var known = connection.Prepare("SELECT 1 FROM batch_rows WHERE BatchId = $batch AND \"Key\" = $key", ("$batch", batch), ("$key", null));
            var number = Convert.ToInt32(last.ExecuteScalar(), CultureInfo.InvariantCulture);
            var fresh = rows.DistinctBy(row => row.Key).Where(row => IsNew(known, row)).Take(most - number).ToList();
            fresh.ForEach(row => row.Number = ++number);
            Insert(connection, batch, fresh);

            // Whatever the site still has: a batch has so many rows and no more.
            var isFull = number >= most && left is not null;
            using var progress = connection.Prepare(
                "UPDATE batches SET Gathering = $left, Note = COALESCE($note, Note) WHERE Id = $batch",
                ("$batch", batch),
                ("$left", isFull ? null : left?.ToJson()),
                ("$note", isFull ? string.Create(CultureInfo.InvariantCulture, $"The listing was ended at {most:N0} rows.") : note));
            progress.ExecuteNonQuery();
            End(connection, batch);
            return Task.FromResult(fresh.Count);
        },
        cancellationToken);

    /// <summary>Ends a batch whose pages cannot be listed.</summary>
    public Task FailAsync(int batch, string note) => database.TransactAsync(
        connection =>
        {
            using var command = connection.Prepare("UPDATE batches SET State = 'failed', Gathering = NULL, Note = $note, EndedAt = $now WHERE Id = $batch AND State = 'running'", ("$batch", batch), ("$note", note), ("$now", Now));
            return Task.FromResult(command.ExecuteNonQuery());
        },
        CancellationToken.None);

    /// <summary>Batches that are to be worked, oldest first.</summary>
    public Task<List<StoredBatch>> ListRunningAsync(CancellationToken cancellationToken)
        => database.ReadAsync(context => context.Batches.AsNoTracking().Where(row => row.State == BatchState.Running).OrderBy(row => row.Id).ToListAsync(cancellationToken));

    /// <summary>Rows of a batch that are due, of one site, in their order.</summary>
    public Task<List<StoredBatchRow>> ListDueAsync(int batch, string site, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return database.ReadAsync(context => context.Rows.AsNoTracking()
            .Where(row => row.BatchId == batch && row.State == BatchRowState.Waiting && row.Site == site && row.NextAt <= now)
            .OrderBy(row => row.NextAt).ThenBy(row => row.Number)
            .Take(most)
            .ToListAsync(cancellationToken));
    }

    /// <summary>When the next row of a batch is due; null when none is waiting.</summary>
    public Task<DateTimeOffset?> FindNextDueAsync(int batch, CancellationToken cancellationToken) => database.ReadAsync(async context =>
        await context.Rows.Where(row => row.BatchId == batch && row.State == BatchRowState.Waiting).MinAsync(row => (long?)row.NextAt, cancellationToken) is { } next
            ? DateTimeOffset.FromUnixTimeMilliseconds(next)
            : (DateTimeOffset?)null);

    /// <summary>Keeps what came of rows, all in one step with the counts of their batches.</summary>
    public Task RecordAsync(IReadOnlyList<RowResult> results, CancellationToken cancellationToken) => database.TransactAsync(
        connection =>
        {
            using var end = PrepareEnd(connection);

            foreach (var group in results.GroupBy(result => result.Row.BatchId))
            {
                var ended = group.Select(result => Record(connection, end, result)).OfType<BatchRowState>().ToList();
                Count(connection, group.Key, 0, ended);
                End(connection, group.Key);
            }

            return Task.FromResult(true);
        },
        cancellationToken);

    private static bool IsNew(SqliteCommand known, StoredBatchRow row)
    {
        known.Set("$key", row.Key);
        return known.ExecuteScalar() is null;
    }

    private int Insert(SqliteConnection connection, int batch, IReadOnlyList<StoredBatchRow> rows)
    {
        using var insert = connection.Prepare(
            InsertRow, ("$batch", batch), ("$number", null), ("$asked", null), ("$key", null), ("$revision", null), ("$site", null), ("$state", null), ("$reason", null), ("$detail", null), ("$same", null), ("$ended", null));

        foreach (var row in rows)
        {
            insert.Set("$number", row.Number);
            insert.Set("$asked", row.Asked);
            insert.Set("$key", row.Key);
            insert.Set("$revision", row.Revision);
            insert.Set("$site", row.Site);
            insert.Set("$state", BatchContext.WordOf(row.State));
            insert.Set("$reason", row.Reason);
            insert.Set("$detail", row.Detail);
            insert.Set("$same", row.SameAs);
            insert.Set("$ended", row.EndedAt);
            insert.ExecuteNonQuery();
        }

        Count(connection, batch, rows.Count, [.. rows.Select(row => row.State)]);
        return rows.Count;
    }

    private static SqliteCommand PrepareEnd(SqliteConnection connection) => connection.Prepare(
        EndRow, ("$state", null), ("$reason", null), ("$detail", null), ("$page", null), ("$assessment", null), ("$score", null), ("$band", null), ("$key", null), ("$revision", null), ("$same", null), ("$now", null), ("$batch", null), ("$number", null));

    // The state that the row ended in now; null when it is to be tried again, or had ended before.
    private BatchRowState? Record(SqliteConnection connection, SqliteCommand end, RowResult result)
    {
        if (result.NextAt is { } next)
        {
            using var delay = connection.Prepare(
                DelayRow, ("$attempts", result.Row.Attempts + 1), ("$next", next.ToUnixTimeMilliseconds()), ("$reason", result.Reason), ("$detail", result.Detail), ("$batch", result.Row.BatchId), ("$number", result.Row.Number));
            delay.ExecuteNonQuery();
            return null;
        }

        var same = SameAs(connection, result);
        var state = same is null ? result.State : BatchRowState.Duplicate;
        var stored = same is null ? result.Stored : null;
        end.Set("$state", BatchContext.WordOf(state));
        end.Set("$reason", same is null ? result.Reason : "duplicate");
        end.Set("$detail", same is null ? result.Detail : string.Create(CultureInfo.InvariantCulture, $"Row {same} has the same page."));
        end.Set("$page", stored?.PageId);
        end.Set("$assessment", AnswerOf(connection, stored));
        end.Set("$score", stored?.Score);
        end.Set("$band", stored?.Band);
        end.Set("$key", result.Stored?.Key);
        end.Set("$revision", result.Stored?.Revision);
        end.Set("$same", same);
        end.Set("$now", Now);
        end.Set("$batch", result.Row.BatchId);
        end.Set("$number", result.Row.Number);

        if (end.ExecuteNonQuery() == 0)
        {
            return null;
        }

        if (stored is not null)
        {
            using var submit = connection.Prepare(Submit, ("$page", stored.PageId));
            submit.ExecuteNonQuery();
        }

        return state;
    }

    // A redirect and its target, or two spellings, turn out to be one page only when it was read.
    private static long? SameAs(SqliteConnection connection, RowResult result)
    {
        if (result.Stored is not { } stored)
        {
            return null;
        }

        using var same = connection.Prepare(SameRow, ("$batch", result.Row.BatchId), ("$page", stored.PageId));
        return same.ExecuteScalar() is long number && number != result.Row.Number ? number : null;
    }

    private static long? AnswerOf(SqliteConnection connection, StoredIds? stored)
    {
        if (stored is null or { AssessmentId: > 0 })
        {
            return stored?.AssessmentId;
        }

        using var newest = connection.Prepare(NewestAnswer, ("$page", stored.PageId));
        return newest.ExecuteScalar() as long?;
    }

    private void Count(SqliteConnection connection, int batch, int rows, IReadOnlyList<BatchRowState> ended)
    {
        int Of(BatchRowState state) => ended.Count(one => one == state);
        using var count = connection.Prepare(
            CountRows,
            ("$rows", rows),
            ("$scored", Of(BatchRowState.Scored)),
            ("$notScorable", Of(BatchRowState.NotScorable)),
            ("$missing", Of(BatchRowState.Missing)),
            ("$failed", Of(BatchRowState.Failed)),
            ("$duplicate", Of(BatchRowState.Duplicate)),
            ("$now", Now),
            ("$batch", batch));
        count.ExecuteNonQuery();
    }

    private void End(SqliteConnection connection, int batch)
    {
        using var end = connection.Prepare(EndBatch, ("$batch", batch), ("$now", Now));
        end.ExecuteNonQuery();
    }

    private async Task EraseAsync(int batch, CancellationToken cancellationToken)
    {
        while (await database.TransactAsync(connection => Task.FromResult(Erase(connection, batch)), cancellationToken) == ErasedAtOnce)
        {
            // Others write between the pieces.
        }
    }

    private static int Erase(SqliteConnection connection, int batch)
    {
        using var rows = connection.Prepare(
            "DELETE FROM batch_rows WHERE BatchId = $batch AND Number IN (SELECT Number FROM batch_rows WHERE BatchId = $batch LIMIT $most)", ("$batch", batch), ("$most", ErasedAtOnce));
        var erased = rows.ExecuteNonQuery();

        if (erased < ErasedAtOnce)
        {
            using var whole = connection.Prepare("DELETE FROM batches WHERE Id = $batch", ("$batch", batch));
            whole.ExecuteNonQuery();
        }

        return erased;
    }
}
