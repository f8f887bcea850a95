using System.Net;
using System.Text;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Upstream;

internal sealed class YouTubeTests : ApiTests
{
    private const string Other = "https://youtu.be/c4r3dSc0rE2";

    [TestCase("removed.html", HttpStatusCode.NotFound, "page-missing", null)]
    [TestCase("private.html", HttpStatusCode.UnprocessableEntity, "not-scorable", "video-private")]
    [TestCase("age.html", HttpStatusCode.UnprocessableEntity, "not-scorable", "video-age-restricted")]
    [TestCase("members.html", HttpStatusCode.UnprocessableEntity, "not-scorable", "video-paid")]
    [TestCase("premium.html", HttpStatusCode.UnprocessableEntity, "not-scorable", "video-paid")]
    [TestCase("blocked.html", HttpStatusCode.UnprocessableEntity, "not-scorable", "video-blocked")]
    [TestCase("bot-check.html", HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "bot-check")]
    [TestCase("sorry.html", HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "bot-check")]
    [TestCase("consent.html", HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "consent-page")]
    [TestCase("mumps.html", HttpStatusCode.BadGateway, "upstream-answer", null)]
    public async Task Understands_every_answer_that_holds_no_readable_video(string recording, HttpStatusCode status, string type, string? reason)
    {
        Upstream.Answers("v=c4r3dSc0rE1", $"youtube/{recording}");
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, status, type, reason);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That(response.Headers.RetryAfter is not null, Is.EqualTo(status == HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Scores_a_video_behind_an_age_gate_whose_page_tells_what_it_is()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/age-readable.html");
        using var response = await ScoreAsync(Video);
        Assert.That((string?)(await JsonOf(response))["page"]!["video"]!["availability"], Is.EqualTo("ageRestricted"));
    }

    [TestCase("https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com", "consent-page")]
    [TestCase("https://www.google.com/sorry/index?continue=x", "bot-check")]
    [TestCase("https://www.youtube.com/somewhere", null)]
    [TestCase("https://elsewhere.example/", null)]
    public async Task Follows_nobody_to_another_page(string target, string? reason)
    {
        Upstream.Answers("v=c4r3dSc0rE1", _ =>
        {
            var response = RecordedUpstream.Response(HttpStatusCode.Found, []);
            response.Headers.Location = new(target);
            return Task.FromResult(response);
        });
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable", reason);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Asks_for_a_page_made_from_the_id_alone_and_says_who_asks()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync("https://youtu.be/c4r3dSc0rE1?si=whosent&t=90");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls.Single().AbsoluteUri, Is.EqualTo("https://www.youtube.com/watch?v=c4r3dSc0rE1&hl=en"));
        Assert.That(Upstream.UserAgents.Single(), Does.StartWith("CredScore/").And.Contain("tests@credscore.example"));
    }

    [TestCase("<!DOCTYPE html><html><body>Welcome to the hotel's network</body></html>")]
    [TestCase("<html><script>var ytInitialPlayerResponse = {\"videoDetails\":{\"title\":")]
    [TestCase("\u0000\u0001\u0002\u0003")]
    [TestCase("")]
    [TestCase("{}")]
    public async Task Blames_YouTube_for_garbage(string body)
    {
        Upstream.Sends("v=c4r3dSc0rE1", Encoding.UTF8.GetBytes(body));
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That((string?)(await JsonOf(response))["title"], Does.StartWith("YouTube"));
    }

    [Test]
    public async Task Stops_reading_a_page_of_thirty_megabytes()
    {
        Upstream.Sends("v=c4r3dSc0rE1", new byte[30 * 1024 * 1024]);
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("8 MB"));
    }

    [TestCase(HttpStatusCode.InternalServerError)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    public async Task Tries_once_more_when_that_can_help(HttpStatusCode status)
    {
        Upstream.Fails("v=c4r3dSc0rE1", status).Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync(Video);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Leaves_YouTube_alone_for_as_long_as_it_asks()
    {
        Upstream.Fails("v=", HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(2)).Answers("v=", "youtube/mumps.html");
        using var first = await ScoreAsync(Video);
        using var second = await ScoreAsync(Other);
        await AssertProblemAsync(second, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(first.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(2)));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));

        Api.Clock.Advance(TimeSpan.FromMinutes(2));
        using var later = await ScoreAsync(Other);
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Leaves_YouTube_alone_once_it_asks_whether_a_person_reads()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/bot-check.html").Answers("v=c4r3dSc0rE2", "youtube/mumps.html");
        using var first = await ScoreAsync(Video);
        using var second = await ScoreAsync(Other);
        await AssertProblemAsync(second, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(first.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromMinutes(15)));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));

        Api.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await ScoreAsync(Other);
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Asks_for_no_more_pages_a_minute_than_it_is_set_to()
    {
        Api.With("Upstream:YouTube:PagesPerMinute", "2");
        Upstream.Answers("v=", "youtube/removed.html").Answers("v=c4r3dSc0rE1", "youtube/measles.html");

        foreach (var id in new[] { "c4r3dSc0rE8", "c4r3dSc0rE9" })
        {
            using var within = await ScoreAsync($"https://youtu.be/{id}");
            Assert.That(within.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Api.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        using var tooMany = await ScoreAsync(Video);
        await AssertProblemAsync(tooMany, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(tooMany.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(40)));
        Assert.That((string?)(await JsonOf(tooMany))["detail"], Does.Contain("free in 40 seconds"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));

        Api.Clock.Advance(TimeSpan.FromSeconds(40));
        using var later = await ScoreAsync(Video);
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Counts_retries_as_pages()
    {
        Api.With("Upstream:YouTube:PagesPerMinute", "2");
        Upstream.Fails("v=c4r3dSc0rE1", HttpStatusCode.BadGateway).Answers("v=c4r3dSc0rE2", "youtube/mumps.html");
        using var failed = await ScoreAsync(Video);
        using var other = await ScoreAsync(Other);
        await AssertProblemAsync(other, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Lets_Wikipedia_be_asked_while_YouTube_rests()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/sorry.html").Answers("titles=Measles", "measles.json");
        using var video = await ScoreAsync(Video);
        using var article = await ScoreAsync(Measles);
        Assert.That(article.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Fetches_nothing_where_that_is_switched_off()
    {
        Api.With("Upstream:YouTube:Enabled", "false");
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, "not-scorable", "not-fetched");
        Assert.That(Upstream.Calls, Is.Empty);
    }
}
