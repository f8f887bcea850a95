using System.IO.Compression;
using System.Text.Json;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Features;

namespace CredScore.Cli.Tests.Training;

internal sealed class ExtractCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Writes_numbers_only_under_the_declared_names()
    {
        var run = await Extract(Row(7, "ga", "seal"), Row(8, "stub", "fox"), Row(9, "fa", "seal", medical: 1));
        var table = Table();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(table[0], Is.EqualTo("id\tlabel\tgroup\tmedical\t" + string.Join('\t', ArticleFeatures.All.Select(feature => feature.Name))));
            Assert.That(table.Skip(1).Select(line => string.Join(' ', line.Split('\t').Take(4))), Is.EqualTo(new[] { "7 ga 0 0", "8 stub 1 0", "9 fa 0 1" }));
            Assert.That(table.Skip(1), Has.None.Contain("seal").And.None.Contain("Seal"));
        });
    }

    [Test]
    public async Task Changes_nothing_when_the_label_itself_stands_in_the_text()
    {
        await Extract(Row(1, "b", "seal", below: "\n"));
        var plain = Table()[1];
        await Extract(Row(1, "b", "seal", above: "{{featured article}}\n{{Link FA|de}}\n", below: "\n{{mammal-stub}}\n{{good article}}{{stub}}\n"));
        Assert.That(Table()[1], Is.EqualTo(plain));
    }

    [Test]
    public async Task Gives_the_same_bytes_for_the_same_input()
    {
        await Extract(Row(1, "b", "seal"), Row(2, "c", "fox"));
        var once = File.ReadAllBytes(_folder["table.tsv.gz"]);
        await Extract(Row(1, "b", "seal"), Row(2, "c", "fox"));
        Assert.That(File.ReadAllBytes(_folder["table.tsv.gz"]), Is.EqualTo(once));
    }

    [TestCase("\"label\":\"great\"", "Row 1 has the unknown label great; labels are stub, start, c, b, ga, fa.")]
    [TestCase("\"label\":\"3\"", "Row 1 has the unknown label 3")]
    [TestCase("\"group\":\"g\"", "Row 1 has no label")]
    public async Task Refuses_a_row_whose_label_it_does_not_know(string members, string words)
        => (await ExtractLines($"{{\"id\":1,\"title\":\"A\",\"wikitext\":\"Text.\",{members}}}")).AssertExplains(ExitCode.BadInput, words);

    [Test]
    public async Task Refuses_a_row_that_it_cannot_read()
        => (await ExtractLines(Row(1, "b", "seal"), "{\"id\":2,\"label\":\"b\"}")).AssertExplains(ExitCode.BadInput, "Line 2 holds no wikitext, no html and no youtube.");

    [Test]
    public async Task Asks_for_the_form_it_writes()
        => (await CommandRun.Of("extract", _folder.WriteLines("in.jsonl", Row(1, "b", "seal")), "--out", _folder["table.csv"])).AssertExplains(ExitCode.BadInput, ".tsv.gz");

    private Task<CommandRun> Extract(params string[] rows) => ExtractLines(rows);

    private Task<CommandRun> ExtractLines(params string[] lines) => CommandRun.Of("extract", _folder.WriteLines("in.jsonl", lines), "--out", _folder["table.tsv.gz"]);

    private string[] Table()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(_folder["table.tsv.gz"]), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Row(int id, string label, string group, int medical = 0, string above = "", string below = "")
        => JsonSerializer.Serialize(new { id, label, group, medical, title = "Seal", wikitext = $"{above}'''Seals''' sleep on the ice.<ref>{{{{cite book|title=Seals|year=2004}}}}</ref>\n\n== Life ==\nThey live long.{below}" });
}
