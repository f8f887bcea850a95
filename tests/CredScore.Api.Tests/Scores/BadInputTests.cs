using System.Net;
using System.Net.Http.Json;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Scores;

internal sealed class BadInputTests : ApiTests
{
    [TestCase("", HttpStatusCode.BadRequest, "bad-address", "not-an-address")]
    [TestCase("measles", HttpStatusCode.BadRequest, "bad-address", "not-an-address")]
    [TestCase("https://user@en.wikipedia.org/wiki/Measles", HttpStatusCode.BadRequest, "bad-address", "unsafe-address")]
    [TestCase("https://en.wikipedia.org.evil.example/wiki/Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "other-site")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "talk-page")]
    [TestCase("https://en.wikipedia.org/wiki/Main_Page", HttpStatusCode.UnprocessableEntity, "not-scorable", "main-page")]
    [TestCase("https://www.youtube.com/watch?v=short", HttpStatusCode.UnprocessableEntity, "not-scorable", "not-a-video")]
    [TestCase("https://www.youtube.com/@example", HttpStatusCode.UnprocessableEntity, "not-scorable", "channel-page")]
    public async Task Says_why_an_address_cannot_be_scored(string address, HttpStatusCode status, string type, string reason)
    {
        using var response = await ScoreAsync(address);
        await AssertProblemAsync(response, status, type, reason);
    }

    [Test]
    public async Task Refuses_a_question_without_an_address()
    {
        using var response = await Client.GetAsync(new Uri("/v1/scores", UriKind.Relative));
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-address", "not-an-address");
    }

    [Test]
    public async Task Scores_a_batch_with_a_status_for_each_page()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json").Answers("titles=Nothing", "missing.json").Fails("titles=Broken", HttpStatusCode.BadGateway);
        using var response = await PostAsync("/v1/scores/batch", new
        {
            urls = new[] { Measles, "nonsense", "https://en.wikipedia.org/wiki/Mumps", "https://en.wikipedia.org/wiki/Nothing_here_at_all", Measles, "https://en.wikipedia.org/wiki/Broken" },
        });
        var results = (await JsonOf(response))["results"]!.AsArray();

        Assert.That(results.Select(result => (int)result!["status"]!), Is.EqualTo(new[] { 200, 400, 200, 404, 200, 503 }));
        Assert.That((string?)results[2]!["assessment"]!["page"]!["title"], Is.EqualTo("Mumps"));
        Assert.That((string?)results[1]!["problem"]!["reason"], Is.EqualTo("not-an-address"));
        Assert.That(results[3]!["assessment"], Is.Null);
        Assert.That(Upstream.Calls.Count(call => call.Query.Contains("titles=Measles", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(51)]
    public async Task Refuses_a_batch_that_is_empty_or_too_long(int count)
    {
        using var response = await PostAsync("/v1/scores/batch", new { urls = Enumerable.Repeat(Measles, count) });
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-batch");
    }

    [TestCase("{ \"urls\": [", "application/json", HttpStatusCode.BadRequest, "bad-request")]
    [TestCase("{ \"urls\": 7 }", "application/json", HttpStatusCode.BadRequest, "bad-request")]
    [TestCase("", "application/json", HttpStatusCode.BadRequest, "bad-request")]
    [TestCase("urls=1", "text/plain", HttpStatusCode.UnsupportedMediaType, "not-json")]
    public async Task Refuses_a_body_that_it_cannot_read(string body, string type, HttpStatusCode status, string problem)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, type);
        using var response = await Client.PostAsync(new Uri("/v1/scores/batch", UriKind.Relative), content);
        await AssertProblemAsync(response, status, problem);
    }

    [Test]
    public async Task Scores_a_submitted_page_and_keeps_nothing_of_it()
    {
        using var response = await PostAsync("/v1/scores/from-page", new { url = Measles, wikitext = "'''Measles''' is a disease.<ref>{{cite journal |title=A |journal=The Lancet |year=2020}}</ref>", revision = 7 });
        var score = await JsonOf(response);
        Upstream.Answers("titles=Measles", "measles.json");
        using var asked = await ScoreAsync(Measles);

        Assert.That((string?)score["origin"], Is.EqualTo("submitted"));
        Assert.That((long)score["page"]!["revision"]!, Is.EqualTo(7));
        Assert.That(score["references"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That((string?)(await JsonOf(asked))["origin"], Is.EqualTo("fetched"));
    }

    [Test]
    public async Task Scores_a_submitted_page_as_a_browser_shows_it()
    {
        var html = """
            <html><head><title>Measles</title></head><body><div id="mw-content-text"><div class="mw-parser-output"><p><b>Measles</b> is a disease that spreads through the air.
            <sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a>
            <span class="reference-text"><cite class="citation web cs1"><a class="external text" rel="nofollow" href="https://www.who.int/measles">Measles</a></cite></span></li></ol></div></div></body></html>
            """;
        using var response = await PostAsync("/v1/scores/from-page", new { url = Measles, html });
        var score = await JsonOf(response);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(score["references"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((string?)score["references"]![0]!["host"], Is.EqualTo("who.int"));
    }

    [Test]
    public async Task Refuses_a_submission_without_a_page_or_with_two()
    {
        using var none = await PostAsync("/v1/scores/from-page", new { url = Measles });
        using var both = await PostAsync("/v1/scores/from-page", new { url = Measles, html = "<p>", wikitext = "x" });
        using var empty = await PostAsync("/v1/scores/from-page", new { url = Measles, wikitext = " \n" });
        using var nowhere = await PostAsync("/v1/scores/from-page", new { wikitext = "x" });

        await AssertProblemAsync(none, HttpStatusCode.BadRequest, "bad-submission");
        await AssertProblemAsync(both, HttpStatusCode.BadRequest, "bad-submission");
        await AssertProblemAsync(empty, HttpStatusCode.BadRequest, "bad-submission");
        await AssertProblemAsync(nowhere, HttpStatusCode.BadRequest, "bad-address");
    }

    [Test]
    public async Task Refuses_a_submission_that_is_too_large()
    {
        Api.UseKestrel(0);
        Api.StartServer();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/v1/scores/from-page", UriKind.Relative))
        {
            Content = JsonContent.Create(new { url = Measles, wikitext = new string('x', 11 * 1024 * 1024) }),
            Headers = { ExpectContinue = true },
        };
        await request.Content.LoadIntoBufferAsync();
        using var response = await Client.SendAsync(request);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Test]
    public async Task Has_a_problem_for_every_route_that_is_not_there()
    {
        using var response = await Client.GetAsync(new Uri("/v1/nothing", UriKind.Relative));
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "no-such-route");
    }
}
