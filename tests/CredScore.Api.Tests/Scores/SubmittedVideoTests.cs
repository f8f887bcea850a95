using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Scores;

internal sealed class SubmittedVideoTests : ApiTests
{
    [Test]
    public async Task Scores_the_page_that_a_browser_has_open_and_keeps_nothing_of_it()
    {
        using var response = await SendAsync(new { url = Video, html = Text("measles.html") });
        var score = await JsonOf(response);
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var asked = await ScoreAsync(Video);

        Assert.That((string?)score["origin"], Is.EqualTo("submitted"));
        Assert.That((string?)score["page"]!["channel"]!["name"], Is.EqualTo("Example Medicine"));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That((string?)(await JsonOf(asked))["origin"], Is.EqualTo("fetched"));
        Assert.That((double?)(await JsonOf(asked))["score"], Is.EqualTo((double?)score["score"]));
    }

    [Test]
    public async Task Scores_the_same_from_what_the_page_holds_as_json()
    {
        var (player, next) = Documents("measles.html");
        using var html = await SendAsync(new { url = Video, html = Text("measles.html") });
        using var both = await SendAsync(new { url = Video, youtube = new { player, next } });
        using var alone = await SendAsync(new { url = Video, youtube = player });
        Assert.That((double?)(await JsonOf(both))["score"], Is.EqualTo((double?)(await JsonOf(html))["score"]));
        Assert.That(alone.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Scores_what_little_a_caller_knows()
    {
        using var response = await SendAsync(new { url = Video, youtube = new { title = "Measles", description = "https://www.who.int/measles", channel = new { name = "Example" }, publishedAt = "2024-02-03" } });
        var score = await JsonOf(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((string?)score["page"]!["title"], Is.EqualTo("Measles"));
        Assert.That(score["page"]!["video"]!["views"], Is.Null);
    }

    [Test]
    public async Task Refuses_the_page_of_another_video()
    {
        var (player, next) = Documents("mumps.html");
        using var html = await SendAsync(new { url = Video, html = Text("mumps.html") });
        using var json = await SendAsync(new { url = Video, youtube = new { player, next } });
        await AssertProblemAsync(html, HttpStatusCode.UnprocessableEntity, "not-scorable", "video-mismatch");
        await AssertProblemAsync(json, HttpStatusCode.UnprocessableEntity, "not-scorable", "video-mismatch");
    }

    [TestCase("private.html", "video-private")]
    [TestCase("removed.html", "video-removed")]
    [TestCase("consent.html", "video-consent-page")]
    [TestCase("sorry.html", "video-bot-check")]
    public async Task Says_why_a_page_that_was_sent_cannot_be_scored(string recording, string reason)
    {
        using var response = await SendAsync(new { url = Video, html = Text(recording) });
        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, "not-scorable", reason);
    }

    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1" }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": null }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "wikitext": "x" }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "html": " " }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "html": "<p>nothing</p>" }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "html": "<p>", "youtube": {} }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": {} }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": [1, "x", null] }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": 7 }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": "text" }""")]
    [TestCase("""{ "url": "https://youtu.be/c4r3dSc0rE1", "youtube": { "player": { "videoDetails": 7 }, "next": [] } }""")]
    [TestCase("""{ "url": "https://en.wikipedia.org/wiki/Measles", "youtube": { "title": "x" } }""")]
    [TestCase("""{ "url": "https://en.wikipedia.org/wiki/Measles", "html": "<p>", "youtube": { "title": "x" } }""")]
    public async Task Refuses_a_submission_without_a_video_in_it(string body)
    {
        using var response = await PostTextAsync(body);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-submission");
    }

    [TestCase(265, "bad-submission")]
    [TestCase(10_000, "bad-request")]
    public async Task Refuses_what_is_nested_too_deeply(int levels, string type)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", levels)) + "1" + new string('}', levels);
        using var response = await PostTextAsync($$"""{ "url": "{{Video}}", "youtube": {{deep}} }""");
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, type);
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("nested"));
    }

    [Test]
    public async Task Refuses_what_is_too_large()
    {
        Api.UseKestrel(0);
        Api.StartServer();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/scores/from-page", UriKind.Relative))
        {
            Content = JsonContent.Create(new { url = Video, youtube = new { title = new string('x', 30 * 1024 * 1024) } }),
            Headers = { ExpectContinue = true },
        };
        await request.Content.LoadIntoBufferAsync();
        using var response = await Client.SendAsync(request);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Test]
    public async Task Survives_half_characters_in_what_it_is_sent()
    {
        using var response = await PostTextAsync($$"""{ "url": "{{Video}}", "youtube": { "title": "half \ud83d a pair", "description": "\udc00", "channel": { "name": "\ud800" } } }""");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
    }

    private static string Text(string recording) => Encoding.UTF8.GetString(RecordedUpstream.Read($"youtube/{recording}"));

    // The recordings are ours: each document stands on a line of its own.
    private static (JsonNode Player, JsonNode Next) Documents(string recording)
    {
        var lines = Text(recording).Split('\n');
        return (Assigned(lines, "ytInitialPlayerResponse"), Assigned(lines, "ytInitialData"));
    }

    private static JsonNode Assigned(string[] lines, string name)
    {
        var line = lines.First(line => line.Contains($"var {name} = ", StringComparison.Ordinal));
        var start = line.IndexOf('{', StringComparison.Ordinal);
        return JsonNode.Parse(line[start..(line.LastIndexOf("};", StringComparison.Ordinal) + 1)])!;
    }

    private Task<HttpResponseMessage> SendAsync(object body) => PostAsync("/v1/scores/from-page", body);

    private async Task<HttpResponseMessage> PostTextAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Client.PostAsync(new Uri("/v1/scores/from-page", UriKind.Relative), content);
    }
}
