using System.Net;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Security;

internal sealed class LimitTests : ApiTests
{
    [Test]
    public async Task Asks_who_asks_too_much_to_wait()
    {
        Api.With("Limits:ReadsPerMinute", "2");
        using var first = await ScoreAsync("nonsense");
        using var second = await ScoreAsync("nonsense");
        using var third = await ScoreAsync("nonsense");

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        await AssertProblemAsync(third, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.That(third.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero));
    }

    [Test]
    public async Task Counts_batches_and_submissions_by_themselves()
    {
        Api.With("Limits:SubmissionsPerMinute", "1");
        using var first = await PostAsync("/v1/scores/batch", new { urls = Array.Empty<string>() });
        using var second = await PostAsync("/v1/scores/from-page", new { });
        using var read = await ScoreAsync("nonsense");

        await AssertProblemAsync(second, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.That(read.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Counts_nothing_when_it_is_switched_off()
    {
        Api.With("Limits:ReadsPerMinute", "1").With("Limits:Enabled", "false");
        using var first = await ScoreAsync("nonsense");
        using var second = await ScoreAsync("nonsense");
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Lets_the_extension_read_from_any_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/scores?url=nonsense", UriKind.Relative)) { Headers = { { "Origin", "chrome-extension://abcdefghijklmnop" } } };
        using var response = await Client.SendAsync(request);
        using var preflight = new HttpRequestMessage(HttpMethod.Options, new Uri("/v1/scores", UriKind.Relative))
        {
            Headers = { { "Origin", "https://en.wikipedia.org" }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "if-none-match" } },
        };
        using var allowed = await Client.SendAsync(preflight);

        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
            Assert.That(string.Join(',', response.Headers.GetValues("Access-Control-Expose-Headers")), Does.Contain("ETag"));
            Assert.That(allowed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(allowed.Headers.GetValues("Access-Control-Allow-Headers"), Has.Some.Contains("If-None-Match").IgnoreCase);
        });
    }

    [TestCase("/")]
    [TestCase("/v1/features")]
    [TestCase("/v1/nothing")]
    public async Task Tells_browsers_to_trust_nothing_from_elsewhere(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
        });
    }
}
