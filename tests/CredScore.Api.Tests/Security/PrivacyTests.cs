using System.Net;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Security;

internal sealed class PrivacyTests : ApiTests
{
    [Test]
    public async Task Never_logs_which_page_is_read()
    {
        Upstream.Answers("titles=Measles", "measles.json").Fails("titles=Mumps", HttpStatusCode.ServiceUnavailable).Answers("titles=Rubella", "bad-question.json")
            .Answers("titles=Polio", _ => throw new HttpRequestException("Connection refused"));

        foreach (var path in (string[])
        [
            $"/v1/scores?url={Measles}", "/v1/scores?url=https://en.wikipedia.org/wiki/Mumps", "/v1/scores?url=https://en.wikipedia.org/wiki/Rubella",
            "/v1/scores?url=https://en.wikipedia.org/wiki/Polio", "/v1/scores?url=https://en.wikipedia.org/wiki/Talk:Secret", $"/?url={Measles}", "/v1/secret",
            "/v1/scores/lookup/5ec12", "/v1/rulesets/secret",
        ])
        {
            using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        }

        using var batch = await PostAsync("/v1/scores/batch", new { urls = new[] { Measles, "https://en.wikipedia.org/wiki/Mumps", "secret" } });
        using var page = await PostAsync("/v1/scores/from-page", new { url = Measles, wikitext = "secret" });

        Assert.That(Api.Logs.Lines, Is.Not.Empty);
        Assert.That(Api.Logs.Lines.Where(TellsSomething), Is.Empty);
    }

    [Test]
    public async Task Never_logs_which_video_is_watched()
    {
        Api.With("Upstream:YouTube:PagesPerMinute", "4");
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html").Answers("v=c4r3dSc0rE2", "youtube/consent.html").Fails("v=c4r3dSc0rE3", HttpStatusCode.TooManyRequests);

        foreach (var id in (string[])["c4r3dSc0rE1", "c4r3dSc0rE2", "c4r3dSc0rE3", "c4r3dSc0rE4"])
        {
            using var response = await ScoreAsync($"https://youtu.be/{id}?si=secret");
        }

        using var page = await PostAsync("/v1/scores/from-page", new { url = Video, youtube = new { title = "secret", channel = new { name = "secret" } } });

        Assert.That(Api.Logs.Warnings, Has.Some.Contains("YouTube"));
        Assert.That(Api.Logs.Lines.Where(line => TellsSomething(line) || line.Contains("c4r3dSc0rE", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private static bool TellsSomething(string line)
        => ((string[])["measles", "mumps", "rubella", "polio", "secret", "5ec12", "127.0.0.1", "::1", "wikipedia.org/wiki"]).Any(word => line.Contains(word, StringComparison.OrdinalIgnoreCase));
}
