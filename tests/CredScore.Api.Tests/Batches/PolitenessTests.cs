using System.Net;
using System.Text;

namespace CredScore.Api.Tests.Batches;

/// <summary>Batches towards the sites that they ask, and towards readers who ask at the same time.</summary>
internal sealed class PolitenessTests : BatchTestBase
{
    // The ends of the questions that a batch asks, at noon and six seconds later: longer than any other text that is recorded.
    private const string AtNoon = "rcend=2026-10-23T12:00:00Z&maxlag=5";
    private const string Later = "rcend=2026-10-23T12:00:06Z&maxlag=5";

    [Test]
    public async Task Lets_a_wiki_that_is_behind_send_a_batch_away_and_never_a_reader()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json");
        using var read = await ScoreAsync(Measles);
        await WorkAsync(await MakeAsync("https://en.wikipedia.org/wiki/Mumps"));
        Assert.That(Upstream.Calls.Select(call => call.Query.Contains("maxlag", StringComparison.Ordinal)), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task Comes_back_when_the_wiki_is_no_longer_behind_while_readers_go_on()
    {
        Upstream.Answers(AtNoon, "maxlag.json").Answers(Later, "mumps.json").Answers("titles=Measles", "measles.json");
        var id = await MakeAsync("https://en.wikipedia.org/wiki/Mumps");
        var next = await Worker.RunAsync(default);
        Assert.That(next, Is.EqualTo(Api.Clock.GetUtcNow().AddSeconds(5)));
        Assert.That((int?)(await RowsAsync(id))[0]!["attempts"], Is.Zero, "It is not the page's fault.");

        using var read = await ScoreAsync(Measles);
        Assert.That(read.StatusCode, Is.EqualTo(HttpStatusCode.OK));

        Api.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.That((int?)(await WorkAsync(id))["scored"], Is.EqualTo(1));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(3));
    }

    [TestCase("\"numVideosText\":{\"runs\":[{\"text\":\"1,250\"},{\"text\":\" videos\"}]}")]
    [TestCase("\"metadataParts\":[{\"text\":{\"content\":\"1,250 videos\"}}]")]
    public async Task Says_how_many_videos_of_a_playlist_its_page_names(string total)
    {
        var videos = string.Join(',', Enumerable.Range(0, 100).Select(number => FormattableString.Invariant($$$"""{"playlistVideoRenderer":{"videoId":"v{{{number:0000000000}}}"}}""")));
        Upstream.Sends("list=PLabcdefghijk", Encoding.UTF8.GetBytes($$$"""<script>var ytInitialData = {"header":{{{{total}}}},"contents":[{{{videos}}}]};</script>"""));
        Api.With("Upstream:YouTube:PagesPerMinute", "1");
        var status = await WorkAsync(await MakeAsync("""{ "playlist": "PLabcdefghijk" }""", "application/json"));

        Assert.Multiple(() =>
        {
            Assert.That((int?)status["rows"], Is.EqualTo(100));
            Assert.That((string?)status["note"], Does.StartWith("The playlist has 1,250 videos. Its page names the first 100 without a key, and only those are rows"));
        });
    }
}
