using CredScore.Cli.Tests.Support;
using CredScore.Exports.Columns;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;
using Parquet;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class FlatOutputTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Takes_its_columns_from_the_declarations()
    {
        var names = PageColumns.OfBulk(null).Select(column => column.Name).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(names, Is.Unique);
            Assert.That(names.Where(name => name.StartsWith("features.", StringComparison.Ordinal)).Select(name => name["features.".Length..]),
                Is.EqualTo(ArticleFeatures.All.Select(feature => feature.Name).Union(VideoFeatures.All.Select(feature => feature.Name))));
            Assert.That(names, Is.SupersetOf(Rulesets.Embedded.SelectMany(ruleset => ruleset.Criteria).Select(criterion => $"criteria.{criterion.Id}").Distinct()));
            Assert.That(names[0], Is.EqualTo("id"));
            Assert.That(names[^1], Is.EqualTo("error"));
        });
    }

    [Test]
    public async Task Writes_csv_with_a_header_and_empty_cells_for_what_is_unknown()
    {
        var rows = await CsvAsync(Pages.Line(1), "{}");

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(2));
            Assert.That(rows[0]["address"], Is.EqualTo(Pages.Address));
            Assert.That(rows[0]["features.citations.references"], Is.EqualTo("2"));
            Assert.That(rows[0]["revision"], Is.Empty);
            Assert.That(rows[0]["error"], Is.Empty);
            Assert.That(rows[1]["score"], Is.Empty);
            Assert.That(rows[1]["error"], Is.EqualTo("Line 2 holds no wikitext, no html and no youtube."));
        });
    }

    [TestCase("=1+1")]
    [TestCase("+cmd|' /C calc'!A0")]
    [TestCase("-2")]
    [TestCase("@SUM(A1)")]
    [TestCase("\\tx")]
    public async Task Never_lets_a_cell_of_text_start_a_formula(string text)
    {
        var rows = await CsvAsync($$"""{"id":"{{text}}","title":"{{text}}","wikitext":"x"}""");

        Assert.That(rows[0]["id"], Does.StartWith("'"));
        Assert.That(rows[0]["title"], Does.StartWith("'").Or.Not.Match(@"^[=+\-@\t\r]"));
    }

    [Test]
    public async Task Writes_parquet_that_reads_back_as_the_csv_does()
    {
        string[] lines = [Pages.Line(1), "{}", .. Enumerable.Range(3, 40).Select(id => Pages.Line(id, $"Fever {id}"))];
        var csv = await CsvAsync(lines);

        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.parquet"]);

        await using var reader = await ParquetReader.CreateAsync(_folder["out.parquet"]);
        using var group = reader.OpenRowGroupReader(0);
        var scores = new double?[group.RowCount];
        var ids = new string[group.RowCount];
        await group.ReadAsync<double>(reader.Schema.DataFields.Single(field => field.Name == "confidence"), scores);
        await group.ReadAsync(reader.Schema.DataFields.Single(field => field.Name == "id"), ids);

        Assert.Multiple(() =>
        {
            Assert.That(reader.Schema.DataFields.Select(field => field.Name), Is.EqualTo(PageColumns.OfBulk(null).Select(column => column.Name)));
            Assert.That(reader.Schema.DataFields.Select(field => field.IsNullable), Is.All.True);
            Assert.That(ids.Select(id => id ?? string.Empty), Is.EqualTo(csv.Select(row => row["id"])));
            Assert.That(scores.Select(score => score is { } known ? known.ToString(System.Globalization.CultureInfo.InvariantCulture) : string.Empty), Is.EqualTo(csv.Select(row => row["confidence"])));
        });
    }

    [Test]
    public async Task Packs_an_output_when_its_name_says_so()
    {
        await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", Pages.Line(1)), "--out", _folder["out.csv.gz"]);
        await CommandRun.Of("bulk", _folder["in.jsonl"], "--out", _folder["out.csv"]);

        await using var packed = new System.IO.Compression.GZipStream(File.OpenRead(_folder["out.csv.gz"]), System.IO.Compression.CompressionMode.Decompress);
        using var text = new StreamReader(packed);
        Assert.That(await text.ReadToEndAsync(), Is.EqualTo(await File.ReadAllTextAsync(_folder["out.csv"])));
    }

    private async Task<List<Dictionary<string, string>>> CsvAsync(params string[] lines)
    {
        var run = await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", lines), "--out", _folder["out.csv"]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return CsvText.Rows(await File.ReadAllTextAsync(_folder["out.csv"]));
    }
}
