using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Web;
using CredScore.Api.Tests.Support;
using CredScore.Exports.Columns;
using CredScore.Exports.Reading;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace CredScore.Api.Tests.Batches;

/// <summary>The program itself, killed while it works a batch, against a Wikipedia on this machine; and what is exported of it then.</summary>
[NonParallelizable]
internal sealed class KillTests : BatchTestBase
{
    private const int Kills = 5;

    // Which moments are drawn does not matter, only that they are the same each time.
    private const int Seed = 8;

    [Test]
    public Task Loses_no_row_and_counts_none_twice_when_it_is_killed_five_times()
        => AssertSurvivesAsync([.. Enumerable.Range(1, 150).Select(number => ($"Page {number}", $"'''Page {number}''' has {number} words.<ref>{{{{cite journal|title=T|doi=10.1000/{number}}}}}</ref>\n" + new string('x', number)))]);

    /// <summary>The labelled articles as one batch; some minutes. Name their file in CREDSCORE_LABELLED (JSON lines with id and wikitext).</summary>
    [Test, Explicit]
    public async Task Survives_with_the_labelled_articles()
    {
        if (Environment.GetEnvironmentVariable("CREDSCORE_LABELLED") is not { } file)
        {
            Assert.Ignore("CREDSCORE_LABELLED names no file.");
            return;
        }

        var lines = await File.ReadAllLinesAsync(file);
        await AssertSurvivesAsync([.. lines.Select(line => JsonNode.Parse(line)!).Select((article, number) => ($"Article {number + 1}", (string)article["wikitext"]!))]);
    }

    private async Task AssertSurvivesAsync(IReadOnlyList<(string Title, string Wikitext)> articles)
    {
        using var wiki = new LocalWikipedia(articles);
        var list = string.Join('\n', articles.Select(article => $"https://en.wikipedia.org/wiki/{article.Title.Replace(' ', '_')}").Append("https://example.org/").Append("https://en.wikipedia.org/wiki/Nowhere"));
        var killed = await MakeAsync(list);
        var database = Path.Combine(Directory.CreateTempSubdirectory("credscore-").FullName, "credscore.db");
        SqliteConnection.ClearAllPools();
        File.Copy(Api.DatabaseFile, database);

        var started = Stopwatch.GetTimestamp();
        await RunAsync(wiki, database, null);
        var calm = Stopwatch.GetElapsedTime(started);
        var random = new Random(Seed);

        for (var kill = 0; kill < Kills; kill++)
        {
            await RunAsync(wiki, Api.DatabaseFile, Math.Max(2, random.Next(articles.Count / (Kills + 2))));
        }

        await RunAsync(wiki, Api.DatabaseFile, null);
        var (wanted, found) = (ResultOf(database, killed), ResultOf(Api.DatabaseFile, killed));
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles; undisturbed {calm.TotalSeconds:0.0} s, {calm.TotalMilliseconds / articles.Count:0.00} ms a row; {wiki.Answered} answers in all."));

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.EqualTo(wanted));
            Assert.That(found[^1], Does.StartWith($"done {articles.Count + 2} {articles.Count} 1 1 0 0"));
            Assert.That(Count(Api.DatabaseFile, "pages"), Is.EqualTo(articles.Count));
            Assert.That(Count(Api.DatabaseFile, "assessments"), Is.EqualTo(articles.Count));
        });

        await AssertExportsAreAlikeAsync(Path.GetDirectoryName(database)!, killed, articles.Count);
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path.GetDirectoryName(database)!, recursive: true);
    }

    // Every column but the moment of reading, which is another one in each run.
    private async Task AssertExportsAreAlikeAsync(string undisturbed, int batch, int articles)
    {
        using var calm = new CredScoreApi().With("Storage:Directory", undisturbed).With("Batches:Work", "false");
        using var other = calm.CreateClient();
        var researcher = await ResearcherAsync();
        other.DefaultRequestHeaders.Authorization = researcher.DefaultRequestHeaders.Authorization;
        var listed = JsonNode.Parse(await researcher.GetStringAsync(new Uri("/v1/exports/columns", UriKind.Relative)))!.AsArray();
        var columns = listed.Select(column => (string)column!["name"]!).Where(name => name != "fetched").ToList();

        foreach (var format in new[] { "csv", "parquet" })
        {
            var (wanted, found) = (await ExportAsync(other, new { batch, format, columns }), await ExportAsync(researcher, new { batch, format, columns }));
            Assert.That((string?)found["sha256"], Is.EqualTo((string?)wanted["sha256"]), format);
            Assert.That((long?)found["rows"], Is.EqualTo(articles), (string?)found["error"]);
        }

        await AssertVerifiesAsync(researcher, batch, articles);
    }

    // Every row scored again from its feature values, and the table counted by a database that is not ours.
    private async Task AssertVerifiesAsync(HttpClient researcher, int batch, int articles)
    {
        var export = await ExportAsync(researcher, new { batch, format = "parquet" });
        var (package, table) = (Path.Combine(Api.DataFolder, "package.zip"), Path.Combine(Api.DataFolder, "pages.parquet"));
        await File.WriteAllBytesAsync(package, await DownloadAsync(researcher, export, "package"));
        await File.WriteAllBytesAsync(table, await DownloadAsync(researcher, export));
        using var packed = ExportReader.Open(package);
        var (same, scores) = (0, 0.0);

        await foreach (var row in packed.ReadAsync())
        {
            var again = Rescoring.Rescore(row, null, row.Versions!.Model, [], packed.Rulesets[row.Versions.Ruleset]);
            same += (again.Score, again.Band, again.Confidence, again.Versions) == (row.Score, row.Band, row.Confidence, row.Versions) ? 1 : 0;
            scores += row.Score ?? 0;
        }

        Assert.That(await packed.IsWholeAsync(default));
        Assert.That(same, Is.EqualTo(articles));
        var (rows, sum) = await CountAsync(table);
        Assert.That(rows, Is.EqualTo(articles));
        Assert.That(sum, Is.EqualTo(scores).Within(1e-6 * articles));
        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{same} rows the same when scored again; {(long?)export["bytes"] / 1e6:0.0} MB of Parquet."));
    }

    private static async Task<(long Rows, double Scores)> CountAsync(string table)
    {
        await using var duck = new DuckDBConnection("Data Source=:memory:");
        await duck.OpenAsync();
        await using var question = duck.CreateCommand();
#pragma warning disable CA2100 // The folder is the test's own.
        question.CommandText = $"SELECT count(DISTINCT key), coalesce(sum(score), 0.0) FROM '{table}'";
#pragma warning restore CA2100
        await using var answer = await question.ExecuteReaderAsync();
        await answer.ReadAsync();
        return (answer.GetInt64(0), answer.GetDouble(1));
    }

    /// <summary>Runs the program until it has asked so many questions, and kills it; or until the batch has ended.</summary>
    private static async Task RunAsync(LocalWikipedia wiki, string database, int? questions)
    {
        var wait = questions is { } number ? wiki.WaitForAsync(number) : Task.Delay(Timeout.Infinite);
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                "exec", typeof(Program).Assembly.Location, "--urls=http://127.0.0.1:0", $"--Storage:Directory={Path.GetDirectoryName(database)}", $"--Upstream:Wikipedia:Address={wiki.Address}",
                "--Upstream:Contact=tests@credscore.example", "--Catalogues:Refresh=false", "--Batches:ResumeAfterSeconds=0", "--Batches:RetrySeconds=1", "--Logging:LogLevel:Default=Warning", "--contentRoot", Path.GetDirectoryName(database)!,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();

        try
        {
            await Task.WhenAny(wait, EndedAsync(database), program.WaitForExitAsync());
            Assert.That(program.HasExited, Is.False, program.HasExited ? await errors + await output : string.Empty);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync();
        }
    }

    // Another program writes: its database is looked at until the batch has ended.
    private static async Task EndedAsync(string database)
    {
        while (Count(database, "batches WHERE State = 'running'") > 0)
        {
            await Task.Delay(50);
        }
    }

    private static List<string> ResultOf(string database, int batch)
        => [.. Ask(database, $"SELECT Number || ' ' || State || ' ' || COALESCE(Reason, '') || ' ' || COALESCE(Revision, '') || ' ' || COALESCE(Score, '') || ' ' || COALESCE(Band, '') FROM batch_rows WHERE BatchId = {batch} ORDER BY Number"),
            .. Ask(database, $"SELECT State || ' ' || Rows || ' ' || Scored || ' ' || NotScorable || ' ' || Missing || ' ' || Failed || ' ' || Duplicates FROM batches WHERE Id = {batch}")];

    private static int Count(string database, string what) => int.Parse(Ask(database, $"SELECT count(*) FROM {what}")[0], CultureInfo.InvariantCulture);

    private static List<string> Ask(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var rows = command.ExecuteReader();
        var answer = new List<string>();

        while (rows.Read())
        {
            answer.Add(Convert.ToString(rows.GetValue(0), CultureInfo.InvariantCulture)!);
        }

        return answer;
    }

    /// <summary>A Wikipedia of some articles on this machine.</summary>
    private sealed class LocalWikipedia : IDisposable
    {
        private readonly HttpListener _listener = new();
        private readonly Dictionary<string, (int Number, string Wikitext)> _articles;
        private volatile TaskCompletionSource _reached = new();
        private int _left = int.MaxValue;
        private int _answered;

        public LocalWikipedia(IReadOnlyList<(string Title, string Wikitext)> articles)
        {
            _articles = articles.Select((article, number) => (article, number)).ToDictionary(one => one.article.Title, one => (one.number, one.article.Wikitext), StringComparer.Ordinal);
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
            free.Stop();
            _listener.Prefixes.Add($"{Address}/");
            _listener.Start();
            _ = Task.Run(ListenAsync);
        }

        public string Address { get; }

        public int Answered => _answered;

        /// <summary>Ends when so many more questions were answered.</summary>
        public Task WaitForAsync(int questions)
        {
            _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _left, questions);
            return _reached.Task;
        }

        public void Dispose() => _listener.Close();

        private async Task ListenAsync()
        {
            try
            {
                while (true)
                {
                    var context = await _listener.GetContextAsync();
                    _ = Task.Run(() => AnswerAsync(context));
                }
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // The test has ended.
            }
        }

        private async Task AnswerAsync(HttpListenerContext context)
        {
            var title = HttpUtility.ParseQueryString(context.Request.Url!.Query)["titles"] ?? string.Empty;
            var body = JsonSerializer.SerializeToUtf8Bytes(new { batchcomplete = true, query = new { pages = new[] { PageOf(title) } } });

            try
            {
                context.Response.ContentType = "application/json";
                await context.Response.OutputStream.WriteAsync(body);
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or IOException or ObjectDisposedException)
            {
                // Who asked was killed.
            }

            Interlocked.Increment(ref _answered);

            if (Interlocked.Decrement(ref _left) == 0)
            {
                _reached.TrySetResult();
            }
        }

        private object PageOf(string title)
        {
            if (!_articles.TryGetValue(title, out var article))
            {
                return new { ns = 0, title, missing = true };
            }

            // Saved in days to come, so that its age is none in every run.
            var (revision, timestamp) = (1000 + article.Number, "2100-01-01T00:00:00Z");
            var content = new { contentmodel = "wikitext", contentformat = "text/x-wiki", content = article.Wikitext };
            return new { pageid = article.Number + 1, ns = 0, title, lastrevid = revision, protection = Array.Empty<object>(), revisions = new[] { new { revid = revision, timestamp, slots = new { main = content } } } };
        }
    }
}
