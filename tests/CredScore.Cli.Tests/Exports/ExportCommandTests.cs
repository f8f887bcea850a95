using CredScore.Cli.Tests.Support;
using DuckDB.NET.Data;

namespace CredScore.Cli.Tests.Exports;

internal sealed class ExportCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [TestCase("out.csv")]
    [TestCase("out.csv.gz")]
    [TestCase("out.csv.zst")]
    [TestCase("out.parquet")]
    public async Task Finds_the_same_scores_again_without_the_pages(string name)
    {
        await BulkAsync(name);
        var run = await CommandRun.Of("verify", _folder[name]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("21 the same, 0 different, 0 that cannot be scored again, 1 without an assessment"));
    }

    [Test]
    public async Task Notices_a_value_that_was_changed()
    {
        await BulkAsync("out.csv");
        var rows = CsvText.Rows(await File.ReadAllTextAsync(_folder["out.csv"]));
        var text = (await File.ReadAllTextAsync(_folder["out.csv"])).Replace($",{rows[0]["score"]},", ",99.5,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_folder["out.csv"], text);

        var run = await CommandRun.Of("verify", _folder["out.csv"]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Different));
        Assert.That(run.Error, Does.Contain("score 99.5").And.Contain("scoring again gives"));
    }

    [Test]
    public async Task Scores_an_export_again_as_it_would_score_the_pages()
    {
        await BulkAsync("out.parquet");
        await BulkAsync("pages.csv", "--ruleset", "general");

        var run = await CommandRun.Of("bulk", _folder["out.parquet"], "--out", _folder["again.csv"], "--ruleset", "general");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(CsvText.Rows(await File.ReadAllTextAsync(_folder["again.csv"])).Select(row => (row["id"], row["score"], row["band"], row["versions.ruleset"])),
            Is.EqualTo(CsvText.Rows(await File.ReadAllTextAsync(_folder["pages.csv"])).Select(row => (row["id"], row["score"], row["band"], row["versions.ruleset"]))));
    }

    [Test]
    public async Task Compares_two_exports_by_scores_and_bands()
    {
        await BulkAsync("one.csv");
        await BulkAsync("other.parquet", "--ruleset", "general");

        var same = await CommandRun.Of("compare", _folder["one.csv"], _folder["one.csv"]);
        var different = await CommandRun.Of("compare", _folder["one.csv"], _folder["other.parquet"]);

        Assert.Multiple(() =>
        {
            Assert.That(same.ExitCode, Is.Zero, same.Error);
            Assert.That(same.Output, Does.Contain("21 pages in both, 0 only in the first, 0 only in the second.").And.Contain("mean difference 0.00"));
            Assert.That(different.ExitCode, Is.Zero, different.Error);
            Assert.That(different.Output, Does.Contain("insufficient").And.Contain("Bands:"));
        });
    }

    [TestCase("verify")]
    [TestCase("bulk")]
    public async Task Says_of_a_table_that_was_cut_that_it_is_not_whole(string command)
    {
        await BulkAsync("out.parquet");
        var bytes = await File.ReadAllBytesAsync(_folder["out.parquet"]);
        _folder.Write("cut.parquet", bytes.AsSpan(0, bytes.Length / 2));

        var run = command is "bulk"
            ? await CommandRun.Of("bulk", _folder["cut.parquet"], "--out", _folder["x.csv"])
            : await CommandRun.Of("verify", _folder["cut.parquet"]);

        run.AssertExplains(ExitCode.BadInput, "no whole Parquet file");
        Assert.That(_folder.Has("x.csv") || _folder.Has("x.csv.part"), Is.False);
    }

    [Test]
    public async Task Says_of_a_packed_text_that_was_cut_where_it_breaks_off()
    {
        await BulkAsync("out.csv.zst");
        var bytes = await File.ReadAllBytesAsync(_folder["out.csv.zst"]);
        _folder.Write("cut.csv.zst", bytes.AsSpan(0, bytes.Length / 2));

        var run = await CommandRun.Of("verify", _folder["cut.csv.zst"]);

        run.AssertExplains(ExitCode.BadInput, "breaks off or is damaged");
    }

    [Test]
    public async Task Refuses_what_is_no_export()
    {
        _folder.Write("words.txt", "hello");
        (await CommandRun.Of("verify", _folder["words.txt"])).AssertExplains(ExitCode.BadInput, "is no export");
        (await CommandRun.Of("verify", _folder["nothing.zip"])).AssertExplains(ExitCode.BadInput, "There is no file");
    }

    [Test]
    public async Task Writes_parquet_that_DuckDB_reads()
    {
        await BulkAsync("out.parquet");
        var rows = CsvText.Rows(await CsvAsync());
        await using var database = new DuckDBConnection("Data Source=:memory:");
        await database.OpenAsync();
        await using var question = database.CreateCommand();
#pragma warning disable CA2100 // The folder is the test's own.
        question.CommandText = $"""SELECT count(*), count(score), sum(score), any_value("features.citations.references") FROM '{_folder["out.parquet"]}' WHERE band IS NOT NULL""";
#pragma warning restore CA2100
        await using var answer = await question.ExecuteReaderAsync();
        Assert.That(await answer.ReadAsync());

        var scores = rows.Where(row => row["score"].Length > 0).Select(row => double.Parse(row["score"], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(answer.GetInt64(0), Is.EqualTo(21));
            Assert.That(answer.GetInt64(1), Is.EqualTo(scores.Count));
            Assert.That(answer.IsDBNull(2) ? 0 : answer.GetDouble(2), Is.EqualTo(scores.Sum()).Within(1e-6));
            Assert.That(answer.GetDouble(3), Is.EqualTo(2));
        });
    }

    private async Task<string> CsvAsync()
    {
        await BulkAsync("check.csv");
        return await File.ReadAllTextAsync(_folder["check.csv"]);
    }

    // Twenty-one pages of which one has a title that looks like a formula, and a row that cannot be scored.
    private async Task BulkAsync(string name, params string[] more)
    {
        string[] lines = [Pages.Line(0, "=1+1, \"quoted\""), "{}", .. Enumerable.Range(3, 20).Select(id => Pages.Line(id, $"Fever {id}"))];
        var run = await CommandRun.Of(["bulk", _folder.WriteLines("in.jsonl", lines), "--out", _folder[name], .. more]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }
}
