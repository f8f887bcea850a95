using System.Text;
using System.Text.Json;
using CredScore.Cli.Tests.Support;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class DumpTests
{
    private static readonly string Dump = Pages.Dump(
        Pages.DumpPage(1, "Marsh fever", Pages.Wikitext),
        Pages.DumpPage(2, "Ague", "#REDIRECT [[Marsh fever]]", inPage: "<redirect title=\"Marsh fever\" />"),
        Pages.DumpPage(3, "Talk:Marsh fever", "Is it?", space: 1),
        Pages.DumpPage(4, "AT&amp;T", Pages.Wikitext));

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Scores_the_articles_of_a_dump()
    {
        var run = await CommandRun.Of("bulk", _folder.Write("dump.xml", Dump), "--out", _folder["out.jsonl"]);
        var rows = Rows();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            Assert.That(rows.Select(row => row.GetProperty("id").GetInt32()), Is.EqualTo(new[] { 1, 4 }));
            Assert.That(rows[0].GetProperty("page").GetProperty("revision").GetInt64(), Is.EqualTo(1001));
            Assert.That(rows[0].GetProperty("references").GetArrayLength(), Is.EqualTo(2));
            Assert.That(rows[1].GetProperty("page").GetProperty("title").GetString(), Is.EqualTo("AT&T"));
            Assert.That(run.Output, Does.Contain("Passed over: 1 redirects, 1 pages that are no articles."));
        });
    }

    [Test]
    public async Task Takes_the_language_that_the_dump_states()
    {
        await CommandRun.Of("bulk", _folder.Write("dump.xml", Dump.Replace("xml:lang=\"en\"", "xml:lang=\"de\"", StringComparison.Ordinal)), "--out", _folder["out.jsonl"]);

        Assert.That(Rows()[0].GetProperty("page").GetProperty("key").GetString(), Is.EqualTo("wikipedia:de:Marsh fever"));
    }

    [Test]
    public async Task Takes_the_last_revision_of_a_page()
    {
        var older = "<revision><id>9</id><timestamp>2001-01-01T00:00:00Z</timestamp><model>wikitext</model><text xml:space=\"preserve\">old</text></revision>";

        await CommandRun.Of("bulk", _folder.Write("dump.xml", Pages.Dump(Pages.DumpPage(1, "Marsh fever", Pages.Wikitext, inPage: older))), "--out", _folder["out.jsonl"]);

        Assert.That(Rows().Single().GetProperty("references").GetArrayLength(), Is.EqualTo(2));
    }

    [Test]
    public async Task Reads_bzip2_streams_one_after_the_other()
    {
        var half = Dump.IndexOf("<page>", Dump.Length / 2, StringComparison.Ordinal);

        var run = await CommandRun.Of("bulk", _folder.Write("dump.xml.bz2", Bzip2.Pack(Dump[..half], Dump[half..])), "--out", _folder["out.jsonl"]);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(Rows(), Has.Length.EqualTo(2));
    }

    [TestCase("<title>Marsh fever</title>", "<title>&#xFFFF;Talk:Marsh fever</title>")]
    [TestCase("<model>wikitext</model>", "<model>javascript</model>")]
    [TestCase("<text bytes", "<text deleted=\"deleted\" bytes")]
    public async Task Makes_a_page_without_wikitext_a_row_with_an_error(string whole, string broken)
    {
        var dump = Pages.Dump(Pages.DumpPage(1, "Marsh fever", "x").Replace(whole, broken, StringComparison.Ordinal), Pages.DumpPage(2, "Fever", "y"));

        await CommandRun.Of("bulk", _folder.Write("dump.xml", dump), "--out", _folder["out.jsonl"]);

        Assert.That(Rows(), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Passes_over_a_text_that_is_too_long()
    {
        var dump = Pages.Dump(Pages.DumpPage(1, "Marsh fever", new string('x', 21 * 1024 * 1024)), Pages.DumpPage(2, "Fever", "y"));

        await CommandRun.Of("bulk", _folder.Write("dump.xml", dump), "--out", _folder["out.jsonl"]);

        Assert.That(Rows().Select(row => row.GetProperty("error").GetString()), Is.EqualTo(new[] { "Its text is longer than 20 million characters.", null }));
    }

    [Test]
    public async Task Says_where_a_dump_is_cut_and_keeps_the_rows_before()
    {
        var run = await CommandRun.Of("bulk", _folder.Write("dump.xml", Dump[..^300]), "--out", _folder["out.jsonl"]);

        run.AssertExplains(2, "The input is cut or damaged at line");
        Assert.That(run.Error, Does.Contain("1 whole rows stand in").And.Contain("--resume"));
        Assert.That(_folder.Lines("out.jsonl.part"), Has.Length.EqualTo(1));
        Assert.That(_folder.Has("out.jsonl"), Is.False);
    }

    [Test]
    public async Task Says_where_packed_input_is_cut()
    {
        byte[] packed = Bzip2.Pack(Dump);

        (await CommandRun.Of("bulk", _folder.Write("dump.xml.bz2", packed.AsSpan(..^20)), "--out", _folder["out.jsonl"])).AssertExplains(2, "cut");
        (await CommandRun.Of("bulk", _folder.Write("dump.xml.gz", TemporaryFolder.Gzip(Dump).AsSpan(..^20)), "--out", _folder["out.csv"])).AssertExplains(2, "cut");
    }

    [Test]
    public async Task Says_what_stands_behind_a_bzip2_stream()
        => (await CommandRun.Of("bulk", _folder.Write("dump.xml.bz2", [.. Bzip2.Pack(Dump[..200]), .. "rubbish"u8]), "--out", _folder["out.jsonl"])).AssertExplains(2, "not another");

    [TestCase("<!DOCTYPE mediawiki [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><mediawiki>&b;</mediawiki>", "cut or damaged")]
    [TestCase("<!DOCTYPE mediawiki SYSTEM \"file:///etc/passwd\"><mediawiki/>", "cut or damaged")]
    public async Task Refuses_dtds_and_entities(string xml, string words)
        => (await CommandRun.Of("bulk", _folder.Write("dump.xml", xml), "--out", _folder["out.jsonl"])).AssertExplains(2, words);

    [Test]
    public async Task Refuses_elements_that_nest_without_end()
    {
        var deep = new StringBuilder("<mediawiki>").Insert(11, "<page>", 5000).ToString();

        (await CommandRun.Of("bulk", _folder.Write("dump.xml", deep), "--out", _folder["out.jsonl"])).AssertExplains(2, "nested deeper");
    }

    [Test]
    public async Task Refuses_a_tag_without_end()
        => (await CommandRun.Of("bulk", _folder.Write("dump.xml", $"<mediawiki a=\"{new string('x', 20 * 1024 * 1024)}\"/>"), "--out", _folder["out.jsonl"])).AssertExplains(2, "one tag is larger");

    private JsonElement[] Rows() => [.. _folder.Lines("out.jsonl").Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
}
