using System.Net;
using System.Text;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Upstream;

internal sealed class WikipediaTests : ApiTests
{
    [TestCase("missing.json", "Nothing_here_at_all", HttpStatusCode.NotFound, "page-missing", null)]
    [TestCase("invalid.json", "Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "bad-title")]
    [TestCase("text-hidden.json", "Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "text-hidden")]
    [TestCase("redirect-loop.json", "Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "redirect-loop")]
    [TestCase("interwiki.json", "Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "other-wiki")]
    [TestCase("talk.json", "Keskustelu:Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "not-an-article")]
    [TestCase("code.json", "Measles", HttpStatusCode.UnprocessableEntity, "not-scorable", "not-an-article")]
    [TestCase("another-page.json", "Measles", HttpStatusCode.BadGateway, "upstream-answer", null)]
    [TestCase("bad-question.json", "Measles", HttpStatusCode.BadGateway, "upstream-answer", null)]
    public async Task Understands_every_answer_that_holds_no_article(string recording, string title, HttpStatusCode status, string type, string? reason)
    {
        Upstream.Answers("titles=", recording);
        using var response = await ScoreAsync($"https://en.wikipedia.org/wiki/{title}");
        await AssertProblemAsync(response, status, type, reason);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Says_that_a_revision_is_missing()
    {
        Upstream.Answers("revids=1200000042", "missing-revision.json");
        using var response = await ScoreAsync("https://en.wikipedia.org/?oldid=1200000042");
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "page-missing");
    }

    [Test]
    public async Task Refuses_another_revision_than_the_one_asked_for()
    {
        Upstream.Answers("revids=41", "measles-revision.json");
        using var response = await ScoreAsync("https://en.wikipedia.org/?oldid=41");
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
    }

    [Test]
    public async Task Puts_an_answer_in_parts_together()
    {
        Upstream.Answers("titles=Measles", "measles-part-1.json").Answers("pacontinue=58911|2", "measles-part-2.json");
        using var response = await ScoreAsync(Measles);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Stops_following_an_answer_without_end()
    {
        Upstream.Answers("titles=Measles", "measles-part-1.json");
        using var response = await ScoreAsync(Measles);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(5));
    }

    [TestCase("{\"batchcomplete\":true,\"query\":{\"pages\":[{\"pageid\":58911,\"ns\":0,\"ti")]
    [TestCase("<!DOCTYPE html><html><body>Welcome to the hotel's network</body></html>")]
    [TestCase("\u0000\u0001\u0002\u0003")]
    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"query\":{}}")]
    [TestCase("{\"query\":{\"pages\":[{\"pageid\":1,\"ns\":0,\"title\":\"Measles\"}]}}")]
    [TestCase("{\"query\":{\"pages\":[null]}}")]
    [TestCase("{\"query\":{\"pages\":[{\"title\":\"Measles\",\"revisions\":[{\"slots\":{\"main\":null}}]}]}}")]
    public async Task Blames_Wikipedia_for_garbage(string body)
    {
        Upstream.Sends("titles=Measles", Encoding.UTF8.GetBytes(body));
        using var response = await ScoreAsync(Measles);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stops_reading_an_answer_of_fifty_megabytes()
    {
        Upstream.Sends("titles=Measles", new byte[50 * 1024 * 1024]);
        using var response = await ScoreAsync(Measles);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("10 MB"));
    }

    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.GatewayTimeout)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.RequestTimeout)]
    public async Task Tries_again_when_that_can_help(HttpStatusCode status)
    {
        Upstream.Fails("titles=Measles", status).Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync(Measles);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
    }

    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.NotFound)]
    [TestCase(HttpStatusCode.Found)]
    public async Task Does_not_ask_again_what_was_answered(HttpStatusCode status)
    {
        Upstream.Fails("titles=Measles", status);
        using var response = await ScoreAsync(Measles);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(response.Headers.RetryAfter, Is.Not.Null);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Gives_up_after_its_retries()
    {
        Upstream.Fails("titles=Measles", HttpStatusCode.ServiceUnavailable);
        using var response = await ScoreAsync(Measles);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(3));
    }

    [TestCase("maxlag.json", 5)]
    [TestCase("ratelimited.json", 0)]
    public async Task Waits_when_the_body_asks_for_it(string recording, int seconds)
    {
        Upstream.Answers("titles=Measles", recording).Answers("titles=Measles", "measles.json");
        _ = Client;
        var before = Api.Clock.GetUtcNow();
        using var response = await Api.WhileTimePassesAsync(ScoreAsync(Measles), questions: 2);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Api.Clock.GetUtcNow() - before, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task Passes_a_long_wait_on_instead_of_holding_the_reader()
    {
        Upstream.Fails("titles=Measles", HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(2));
        using var response = await ScoreAsync(Measles);
        using var another = await ScoreAsync("https://en.wikipedia.org/wiki/Mumps");

        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(2)));
        await AssertProblemAsync(another, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Does_not_wait_for_ever_for_a_slow_answer()
    {
        Upstream.Answers("titles=Measles", async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("It was not stopped.");
        });
        _ = Client;
        using var response = await Api.WhileTimePassesAsync(ScoreAsync(Measles), questions: int.MaxValue);

        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("too long"));
    }

    [Test]
    public async Task Says_that_Wikipedia_cannot_be_reached()
    {
        Upstream.Answers("titles=Measles", _ => throw new HttpRequestException("Connection refused"));
        using var response = await ScoreAsync(Measles);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Leaves_Wikipedia_alone_after_many_failures()
    {
        Upstream.Fails("titles=", HttpStatusCode.ServiceUnavailable);

        for (var page = 0; page < 15; page++)
        {
            using var failed = await ScoreAsync($"https://en.wikipedia.org/wiki/Page_{page}");
        }

        Assert.That(Upstream.Calls, Has.Count.EqualTo(30));
    }

    [Test]
    public async Task Scores_a_disambiguation_page_as_what_it_is()
    {
        Upstream.Answers("titles=Mercury", "disambiguation.json");
        using var response = await ScoreAsync("https://en.wikipedia.org/wiki/Mercury");
        Assert.That((string?)(await JsonOf(response))["band"], Is.EqualTo("insufficient"));
    }

    [Test]
    public async Task Asks_the_edition_of_the_address_at_the_configured_place()
    {
        Api.With("Upstream:Wikipedia:Address", "http://127.0.0.1:9/{language}".Replace("/{language}", string.Empty, StringComparison.Ordinal));
        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync("https://de.wikipedia.org/wiki/Measles");
        Assert.That(Upstream.Calls[0].Authority, Is.EqualTo("127.0.0.1:9"));
    }
}
