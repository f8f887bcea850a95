using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Features;

namespace CredScore.Cli.Tests.Bulk;

internal sealed class VideoRowTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Takes_every_shape_of_a_video()
    {
        var rows = await RunAsync(
            $$"""{"id":1,"youtube":{{Videos.Whole()}}}""",
            $$"""{"id":2,"url":"{{Videos.Address}}","youtube":{{OneLine(Videos.Player())}}}""",
            $$"""{"id":3,"url":"https://youtu.be/{{Videos.Id}}","html":{{JsonSerializer.Serialize(Videos.Html())}}}""",
            """{"id":4,"youtube":{"title":"Marsh fever","description":"https://www.who.int/malaria","channel":{"name":"Example","handle":"@example"},"publishedAt":"2024-02-03"}}""",
            $$"""{"id":5,"youtube":[{{OneLine(Videos.Player())}},{{OneLine(Videos.Next())}}]}""");

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => (string?)row["error"]), Has.All.Null);
            Assert.That(rows.Select(row => (string?)row["address"]), Is.EqualTo(new[] { Videos.Address, Videos.Address, Videos.Address, null, Videos.Address }));
            Assert.That(rows.Select(row => (string?)row["page"]!["kind"]), Has.All.EqualTo("youtube"));
            Assert.That((string?)rows[3]["page"]!["key"], Is.EqualTo("youtube:"), "Nobody knows its id.");
            Assert.That((string?)rows[3]["page"]!["title"], Is.EqualTo("Marsh fever"));
            Assert.That((string?)rows[0]["page"]!["channel"]!["handle"], Is.EqualTo("@ExampleMedicine"));
        });
    }

    [TestCase("""{"id":1,"youtube":{}}""", "holds nothing about a video")]
    [TestCase("""{"id":1,"youtube":[]}""", "holds nothing about a video")]
    [TestCase("""{"id":1,"youtube":"text"}""", "its youtube is of the wrong kind")]
    [TestCase("""{"id":1,"youtube":7}""", "its youtube is of the wrong kind")]
    [TestCase("""{"id":1,"youtube":null}""", "holds no wikitext, no html and no youtube")]
    [TestCase("""{"id":1,"youtube":{"title":"x"},"wikitext":"y"}""", "is it an article or a video")]
    [TestCase("""{"id":1,"url":"https://en.wikipedia.org/wiki/Fever","youtube":{"title":"x"}}""", "Its url is that of an article")]
    [TestCase("""{"id":1,"url":"https://www.youtube.com/@somebody","youtube":{"title":"x"}}""", "This is a channel")]
    [TestCase("""{"id":1,"url":"https://youtu.be/c4r3dSc0rE1","html":"<p>nothing</p>"}""", "holds nothing about a video")]
    [TestCase("""{"id":1,"url":"https://youtu.be/c4r3dSc0rE1","youtube":{"videoDetails":{"videoId":"c4r3dSc0rE2","title":"x","author":"y"}}}""", "another video")]
    [TestCase("""{"id":1,"url":"https://youtu.be/c4r3dSc0rE1","youtube":{"playabilityStatus":{"status":"LOGIN_REQUIRED","messages":["This is a private video."]},"videoDetails":{"videoId":"c4r3dSc0rE1"}}}""", "private")]
    [TestCase("""{"id":1,"youtube":{"title":{"title":{"title":[]}},"channel":[[[]]],"publishedAt":{}}}""", "video")]
    public async Task Keeps_what_is_wrong_with_a_video_in_its_row(string row, string words)
    {
        var rows = await RunAsync(row, $$"""{"id":2,"youtube":{{Videos.Whole()}}}""");
        Assert.That((string?)rows[0]["error"], Does.Contain(words));
        Assert.That((string?)rows[1]["error"], Is.Null);
    }

    [Test]
    public async Task Says_that_a_video_is_nested_too_deeply()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000);
        var rows = await RunAsync($$"""{"id":1,"youtube":{{deep}}}""");
        Assert.That((string?)rows.Single()["error"], Does.Contain("nested deeper than"));
        Assert.That((int?)rows.Single()["id"], Is.EqualTo(1));
    }

    [Test]
    public async Task Survives_half_characters()
    {
        var rows = await RunAsync("""{"id":1,"youtube":{"title":"half \ud83d a pair","description":"\udc00 text","channel":{"name":"x"}}}""");
        Assert.That((string?)rows.Single()["error"], Is.Null);
    }

    [Test]
    public async Task Puts_articles_and_videos_into_one_table()
    {
        var output = _folder["mixed.csv"];
        var input = _folder.Write("mixed.jsonl", $$"""
            {"id":"article","title":"Marsh fever","wikitext":{{JsonSerializer.Serialize(Pages.Wikitext)}}}
            {"id":"video","youtube":{{Videos.Whole()}}}
            """);
        var run = await CommandRun.Of("bulk", input, "--out", output);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        var rows = CsvText.Rows(await File.ReadAllTextAsync(output));
        var onlyVideo = VideoFeatures.All.Select(feature => feature.Name).Except(ArticleFeatures.All.Select(feature => feature.Name)).ToList();
        var onlyArticle = ArticleFeatures.All.Select(feature => feature.Name).Except(VideoFeatures.All.Select(feature => feature.Name)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row["kind"]), Is.EqualTo(new[] { "wikipedia", "youtube" }));
            Assert.That(rows[1]["channel.name"], Is.EqualTo("Example Medicine"));
            Assert.That(rows[0]["channel.name"], Is.Empty);
            Assert.That(onlyVideo.Select(name => rows[0]["features." + name]), Has.All.Empty);
            Assert.That(onlyArticle.Select(name => rows[1]["features." + name]), Has.All.Empty);
            Assert.That(onlyVideo.Select(name => rows[1]["features." + name]), Has.Some.Not.Empty);
        });
    }

    [Test]
    public async Task Scores_each_kind_by_a_ruleset_of_its_own()
    {
        var rows = await RunAsync(["--ruleset", "youtube-general"], $$"""{"id":1,"youtube":{{Videos.Whole()}}}""", """{"id":2,"title":"Fever","wikitext":"x"}""");
        Assert.That((string?)rows[0]["versions"]!["ruleset"], Does.StartWith("youtube-general/"));
        Assert.That((string?)rows[1]["error"], Does.Contain("judges videos"));
    }

    private static string OneLine(string json) => JsonNode.Parse(json)!.ToJsonString();

    private Task<JsonNode[]> RunAsync(params string[] lines) => RunAsync([], lines);

    private async Task<JsonNode[]> RunAsync(string[] options, params string[] lines)
    {
        var output = _folder[$"{Guid.NewGuid():N}.jsonl"];
        var run = await CommandRun.Of(["bulk", _folder.Write($"{Guid.NewGuid():N}.jsonl", string.Join('\n', lines)), "--out", output, .. options]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return [.. (await File.ReadAllLinesAsync(output)).Select(line => JsonNode.Parse(line)!)];
    }
}
