using System.Globalization;
using System.Text;
using System.Text.Json;
using CredScore.Cli.Tests.Support;

namespace CredScore.Cli.Tests.Bulk;

/// <summary>Dumps of many streams, read by their index.</summary>
internal sealed class MultistreamTests
{
    private const int Streams = 7;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Gives_the_rows_in_order_however_its_streams_are_unpacked()
    {
        var dump = WriteDump();
        var parallel = await CommandRun.Of("bulk", dump, "--out", _folder["parallel.jsonl"], "--workers", "4");
        File.Delete(_folder["wiki-multistream-index.txt.bz2"]);
        var sequential = await CommandRun.Of("bulk", dump, "--out", _folder["sequential.jsonl"]);

        Assert.Multiple(() =>
        {
            Assert.That(parallel.ExitCode, Is.Zero, parallel.Error);
            Assert.That(sequential.ExitCode, Is.Zero, sequential.Error);
            Assert.That(IdsIn("parallel.jsonl"), Is.EqualTo(Enumerable.Range(1, Streams * 2)));
            Assert.That(File.ReadAllBytes(_folder["parallel.jsonl"]), Is.EqualTo(File.ReadAllBytes(_folder["sequential.jsonl"])));
        });
    }

    [Test]
    public async Task Takes_each_page_in_exactly_one_part()
    {
        var dump = WriteDump();
        var ids = new List<int>();

        foreach (var part in Enumerable.Range(1, 3))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"part{part}.jsonl");
            var run = await CommandRun.Of("bulk", dump, "--part", string.Create(CultureInfo.InvariantCulture, $"{part}/3"), "--out", _folder[name]);
            Assert.That(run.ExitCode, Is.Zero, run.Error);
            ids.AddRange(IdsIn(name));
        }

        Assert.That(ids, Is.EqualTo(Enumerable.Range(1, Streams * 2)));
    }

    [Test]
    public async Task Keeps_the_rows_before_a_damaged_stream_and_goes_on_when_it_was_mended()
    {
        var dump = WriteDump();
        var whole = await File.ReadAllBytesAsync(dump);
        var damaged = whole.ToArray();
        damaged[^(whole.Length / 3)] ^= 0xFF;
        await File.WriteAllBytesAsync(dump, damaged);
        var cut = await CommandRun.Of("bulk", dump, "--out", _folder["out.jsonl"]);
        Assert.That((cut.ExitCode, File.Exists(_folder["out.jsonl"])), Is.EqualTo((2, false)), cut.Error);

        await File.WriteAllBytesAsync(dump, whole);
        var resumed = await CommandRun.Of("bulk", dump, "--out", _folder["out.jsonl"], "--resume");
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Error);
        Assert.That(IdsIn("out.jsonl"), Is.EqualTo(Enumerable.Range(1, Streams * 2)));
    }

    [TestCase("nonsense\n", "is no index")]
    [TestCase("999999999:1:Page\n", "belongs to another dump")]
    [TestCase("", "belongs to another dump")]
    [TestCase("7:1:Page\n", "cut")]
    public async Task Refuses_an_index_of_something_else(string index, string sentence)
    {
        var run = await CommandRun.Of("bulk", WriteDump(), "--index", _folder.Write("index.txt", index), "--out", _folder["out.jsonl"]);
        Assert.That(run.ExitCode, Is.EqualTo(2), run.Error);
        Assert.That(run.Error, Does.Contain(sentence).Or.Contain("after 0 rows"));
        Assert.That(File.Exists(_folder["out.jsonl"]), Is.False);
    }

    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("x")]
    public async Task Refuses_a_part_that_there_is_not(string part)
    {
        var run = await CommandRun.Of("bulk", WriteDump(), "--part", part, "--out", _folder["out.jsonl"]);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((2, run.Error)));
        Assert.That(run.Error, Does.Contain("--part is a part and how many there are"));
    }

    private string WriteDump()
    {
        var pages = Enumerable.Range(1, Streams * 2).Select(id => Pages.DumpPage(id, string.Create(CultureInfo.InvariantCulture, $"Page {id}"), Pages.Wikitext)).ToList();
        var xml = Pages.Dump([.. pages]);
        var first = xml.IndexOf("<page>", StringComparison.Ordinal);
        var last = xml.LastIndexOf("</page>", StringComparison.Ordinal) + "</page>".Length;
        var (packed, index) = (new List<byte>(Bzip2.Pack(xml[..first])), new StringBuilder());

        foreach (var (stream, number) in pages.Chunk(2).Select((stream, number) => (stream, number)))
        {
            index.Append(CultureInfo.InvariantCulture, $"{packed.Count}:{(number * 2) + 1}:Page {(number * 2) + 1}\n{packed.Count}:{(number * 2) + 2}:Page: {(number * 2) + 2}\n");
            packed.AddRange(Bzip2.Pack(string.Concat(stream)));
        }

        packed.AddRange(Bzip2.Pack(xml[last..]));
        File.WriteAllBytes(_folder["wiki-multistream.xml.bz2"], [.. packed]);
        File.WriteAllBytes(_folder["wiki-multistream-index.txt.bz2"], Bzip2.Pack(index.ToString()));
        return _folder["wiki-multistream.xml.bz2"];
    }

    private IEnumerable<int> IdsIn(string file)
        => File.ReadLines(_folder[file]).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.GetProperty("id").GetInt32();
        });
}
