using System.Text.Json;
using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Features;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class BulkCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Gives_a_row_for_each_row_in_order()
    {
        var input = _folder.WriteLines("in.jsonl", [.. Enumerable.Range(1, 200).Select(id => Pages.Line(id))]);

        var run = await CommandRun.Of("bulk", input, "--out", _folder["out.jsonl"], "--workers", "3");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(Rows().Select(row => row.GetProperty("id").GetInt32()), Is.EqualTo(Enumerable.Range(1, 200)));
            Assert.That(run.Output, Does.StartWith("200 rows in "));
            Assert.That(_folder.Has("out.jsonl.part"), Is.False);
            Assert.That(run.Error, Is.Empty, "Nobody watches the progress.");
        });
    }

    [Test]
    public async Task Gives_the_members_of_an_assessment_behind_id_address_and_error()
    {
        await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", Pages.Line(7)), "--out", _folder["out.jsonl"]);

        var row = Rows().Single();

        Assert.Multiple(() =>
        {
            Assert.That(row.EnumerateObject().Take(4).Select(member => member.Name), Is.EqualTo(new[] { "id", "address", "error", "page" }));
            Assert.That(row.GetProperty("address").GetString(), Is.EqualTo(Pages.Address));
            Assert.That(row.GetProperty("error").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(row.GetProperty("features").EnumerateObject().Count(), Is.EqualTo(ArticleFeatures.Names.Count));
            Assert.That(row.GetProperty("origin").GetString(), Is.EqualTo("submitted"));
        });
    }

    [Test]
    public async Task Predicts_for_the_natural_mix_of_grades_on_demand()
    {
        var input = _folder.WriteLines("in.jsonl", Pages.Line(7));
        var (even, natural) = (await ReadRowAsync("even"), await ReadRowAsync("natural"));

        Assert.That(StubsIn(natural), Is.GreaterThan(StubsIn(even)));
        Assert.That(natural.GetProperty("score").GetDecimal(), Is.EqualTo(even.GetProperty("score").GetDecimal()));
        Assert.That((await CommandRun.Of("bulk", input, "--out", _folder["odd.jsonl"], "--class-mix", "odd")).ExitCode, Is.EqualTo(2));

        async Task<JsonElement> ReadRowAsync(string mix)
        {
            await CommandRun.Of("bulk", input, "--out", _folder[$"{mix}.jsonl"], "--class-mix", mix);
            return JsonDocument.Parse(await File.ReadAllTextAsync(_folder[$"{mix}.jsonl"])).RootElement;
        }

        static double StubsIn(JsonElement row) => row.GetProperty("prediction").GetProperty("probabilities").GetProperty("stub").GetDouble();
    }

    [Test]
    public async Task Writes_the_same_file_with_any_number_of_workers()
    {
        var input = _folder.WriteLines("in.jsonl", [.. Enumerable.Range(1, 60).Select(id => id % 7 == 0 ? "{}" : Pages.Line(id, $"Fever {id}"))]);

        await CommandRun.Of("bulk", input, "--out", _folder["one.jsonl"], "--workers", "1");
        await CommandRun.Of("bulk", input, "--out", _folder["four.jsonl"], "--workers", "4");

        Assert.That(File.ReadAllBytes(_folder["four.jsonl"]), Is.EqualTo(File.ReadAllBytes(_folder["one.jsonl"])));
    }

    [TestCase("not JSON", "is not JSON")]
    [TestCase("""{"id":1,"title":"Fever","wikitext":"x"} and more""", "is not JSON")]
    [TestCase("[1,2]", "is not a JSON object")]
    [TestCase("""{"id":1,"title":"Fever"}""", "holds no wikitext, no html and no youtube")]
    [TestCase("""{"id":1,"title":"Fever","wikitext":null}""", "holds no wikitext, no html and no youtube")]
    [TestCase("""{"id":1,"title":7,"wikitext":"x"}""", "its title is of the wrong kind")]
    [TestCase("""{"id":1,"title":"Fever","revision":"x","wikitext":"x"}""", "its revision is of the wrong kind")]
    [TestCase("""{"id":1,"title":"Fever","wikitext":"\ud800"}""", "not valid Unicode")]
    [TestCase("""{"id":1,"url":"https://youtu.be/c4r3dSc0rE1","wikitext":"x"}""", "A video is read from youtube or html")]
    [TestCase("""{"id":1,"url":"https://example.org/","wikitext":"x"}""", "another site")]
    [TestCase("""{"id":1,"title":"Talk:Fever","wikitext":"x"}""", "discussion")]
    public async Task Makes_what_is_wrong_with_a_line_the_error_of_its_row(string line, string words)
    {
        var input = _folder.WriteLines("in.jsonl", Pages.Line(1), line, Pages.Line(3));

        var run = await CommandRun.Of("bulk", input, "--out", _folder["out.jsonl"]);
        var rows = Rows();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(rows, Has.Length.EqualTo(3));
            Assert.That(rows[1].GetProperty("error").GetString(), Does.Contain(words));
            Assert.That(rows[2].GetProperty("error").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(run.Output, Does.Contain("1 with an error"));
        });
    }

    [TestCase("""{"id":"a\"1","title":"","wikitext":""}""", "\"a\\\"1\"", null)]
    [TestCase("""{"title":"Malcolm&nbsp;X","wikitext":"x"}""", "null", null)]
    [TestCase("""{"id":1.50,"title":"fever_tree","wikitext":"x","label":{"a":[1,{}]}}""", "1.50", "https://en.wikipedia.org/wiki/Fever_tree")]
    [TestCase("""{"id":2,"title":"ignored","url":"https://de.m.wikipedia.org/wiki/Fieber","html":"<p>x</p>"}""", "2", "https://de.wikipedia.org/wiki/Fieber")]
    public async Task Scores_a_text_under_the_best_address_there_is(string line, string id, string? address)
    {
        await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", line), "--out", _folder["out.jsonl"]);
        var row = Rows().Single();

        Assert.Multiple(() =>
        {
            Assert.That(row.GetProperty("id").GetRawText(), Is.EqualTo(id));
            Assert.That(row.GetProperty("address").GetString(), Is.EqualTo(address));
            Assert.That(row.GetProperty("error").GetString(), Is.Null);
        });
    }

    [Test]
    public async Task Passes_over_a_line_that_is_too_long()
    {
        var input = _folder.WriteLines("in.jsonl", Pages.Line(1), "{\"wikitext\":\"" + new string('x', JsonLines.LongestLine) + "\"}", Pages.Line(3));

        await CommandRun.Of("bulk", input, "--out", _folder["out.jsonl"]);

        Assert.That(Rows().Select(row => row.GetProperty("error").GetString()), Is.EqualTo(new[] { null, "Line 2 is longer than 20 MB.", null }));
    }

    [Test]
    public async Task Reads_lines_of_any_ending_behind_a_byte_order_mark()
    {
        var input = _folder.Write("in.jsonl", $"\uFEFF{Pages.Line(1)}\r\n\r\n  \n{Pages.Line(2)}");

        await CommandRun.Of("bulk", input, "--out", _folder["out.jsonl"]);

        Assert.That(Rows().Select(row => row.GetProperty("id").GetInt32()), Is.EqualTo(new[] { 1, 2 }));
    }

    [TestCase("in.jsonl.gz")]
    [TestCase("misnamed.jsonl")]
    public async Task Unpacks_gzip_by_what_it_is(string name)
    {
        var input = _folder.WritePacked(name, Pages.Line(1) + "\n" + Pages.Line(2) + "\n");

        await CommandRun.Of("bulk", input, "--out", _folder["out.jsonl"]);

        Assert.That(Rows(), Has.Length.EqualTo(2));
    }

    [TestCase("", "is empty")]
    [TestCase("\n \n", "holds no rows")]
    [TestCase("PK\u0003\u0004\0\0", "binary")]
    [TestCase("<html><body/></html>", "not a MediaWiki dump")]
    public async Task Refuses_an_input_that_is_none(string text, string words)
        => (await CommandRun.Of("bulk", _folder.Write("in.jsonl", text), "--out", _folder["out.jsonl"])).AssertExplains(2, words);

    [Test]
    public async Task Refuses_an_input_that_is_not_there()
        => (await CommandRun.Of("bulk", _folder["nowhere.jsonl"], "--out", _folder["out.jsonl"])).AssertExplains(2, "there is no such file");

    [TestCase("out.xlsx", "does not say its form")]
    [TestCase("out.parquet.gz", "Parquet is packed already")]
    public async Task Refuses_an_output_of_unknown_form(string name, string words)
        => (await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", Pages.Line(1)), "--out", _folder[name])).AssertExplains(2, words);

    [Test]
    public async Task Says_that_the_output_cannot_be_written()
        => (await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", Pages.Line(1)), "--out", _folder["no/such/folder/out.jsonl"])).AssertExplains(5, "could not be written");

    [Test]
    public async Task Never_writes_over_its_input()
    {
        var input = _folder.WriteLines("in.jsonl", Pages.Line(1));

        (await CommandRun.Of("bulk", input, "--out", input)).AssertExplains(2, "names the input itself");
        Assert.That(_folder.Lines("in.jsonl"), Is.EqualTo(new[] { Pages.Line(1) }));
    }

    [TestCase("--workers", "0", "from 1 to 64")]
    [TestCase("--language", "../x", "not a language edition")]
    [TestCase("--ruleset", "strict", "no ruleset named strict")]
    public async Task Refuses_options_that_make_no_sense(string option, string value, string words)
        => (await CommandRun.Of("bulk", _folder.WriteLines("in.jsonl", Pages.Line(1)), "--out", _folder["out.jsonl"], option, value)).AssertExplains(2, words);

    private JsonElement[] Rows() => [.. _folder.Lines("out.jsonl").Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
