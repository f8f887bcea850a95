using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Tests.Support;
using DuckDB.NET.Data;

namespace CredScore.Api.Tests.Exports;

/// <summary>What is in the tables and packages that researchers download.</summary>
internal sealed class TableTests : ResearcherTests
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal) { ["text"] = "VARCHAR", ["whole"] = "BIGINT", ["number"] = "DOUBLE" };

    [TestCase("page")]
    [TestCase("reference")]
    public async Task Documents_every_column_that_it_holds(string rows)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var columns = await ColumnsAsync(researcher, rows);
        using var package = new ZipArchive(new MemoryStream(await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "csv", rows }), "package")));
        var header = Read(package, $"{rows}s.csv").Split('\n')[0].Split(',');
        var dictionary = Read(package, "dictionary.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]);

        Assert.Multiple(() =>
        {
            Assert.That(header, Is.EqualTo(columns.Select(column => (string?)column["name"])));
            Assert.That(dictionary, Is.EqualTo(header));
            Assert.That(columns.Select(column => (string?)column["meaning"]), Is.All.Length.GreaterThan(5));
            Assert.That(columns.Select(column => (string?)column["source"]), Is.All.Not.Empty);
        });
    }

    [TestCase("page")]
    [TestCase("reference")]
    public async Task Gives_DuckDB_the_same_cells_as_a_reader_of_text(string rows)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var columns = await ColumnsAsync(researcher, rows);
        var file = Path.Combine(Api.DataFolder, "table.parquet");
        await File.WriteAllBytesAsync(file, await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "parquet", rows })));
        var text = Encoding.UTF8.GetString(await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "jsonl", rows })));
        var wanted = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        await using var database = new DuckDBConnection("Data Source=:memory:");
        await database.OpenAsync();
        await using var question = database.CreateCommand();
#pragma warning disable CA2100 // The folder is the test's own.
        question.CommandText = $"SELECT * FROM '{file}'";
#pragma warning restore CA2100
        await using var table = await question.ExecuteReaderAsync();
        Assert.That(Enumerable.Range(0, table.FieldCount).Select(table.GetName), Is.EqualTo(columns.Select(column => (string?)column["name"])));
        Assert.That(Enumerable.Range(0, table.FieldCount).Select(table.GetDataTypeName), Is.EqualTo(columns.Select(column => Types[(string)column["type"]!])).IgnoreCase);
        var row = 0;

        for (; await table.ReadAsync(); row++)
        {
            for (var column = 0; column < table.FieldCount; column++)
            {
                var (cell, node) = (table.IsDBNull(column) ? null : table.GetValue(column), wanted[row][table.GetName(column)]);
                Assert.That(Convert.ToString(cell, CultureInfo.InvariantCulture), Is.EqualTo(node is null ? "" : cell is string ? (string?)node : Convert.ToString(cell is long ? (long)node : (double)node, CultureInfo.InvariantCulture)), table.GetName(column));
            }
        }

        Assert.That(row, Is.EqualTo(wanted.Count).And.GreaterThan(1));
    }

    [TestCase("page")]
    [TestCase("reference")]
    public async Task Packs_the_same_request_over_the_same_store_into_the_same_bytes(string rows)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var first = await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "parquet", rows }), "package");
        Api.Clock.Advance(TimeSpan.FromDays(2));
        var second = await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "parquet", rows }), "package");
        Assert.That(second, Is.EqualTo(first));
    }

    private static async Task<List<JsonNode>> ColumnsAsync(HttpClient researcher, string rows)
        => [.. JsonNode.Parse(await researcher.GetStringAsync(new Uri($"/v1/exports/columns?rows={rows}", UriKind.Relative)))!.AsArray().OfType<JsonNode>()];

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
