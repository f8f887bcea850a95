using System.Net;
using CredScore.Api.Tests.Support;
using CredScore.Scoring.Pages;
using Microsoft.Data.Sqlite;

namespace CredScore.Api.Tests.Scores;

internal sealed class VideoTests : ApiTests
{
    [Test]
    public async Task Scores_a_video_and_says_who_made_it()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync(Video);
        var score = await JsonOf(response);
        var page = score["page"]!;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.Multiple(() =>
        {
            Assert.That((string?)page["kind"], Is.EqualTo("youtube"));
            Assert.That((string?)page["key"], Is.EqualTo("youtube:c4r3dSc0rE1"));
            Assert.That((string?)page["title"], Is.EqualTo("Measles: what it is and how it spreads"));
            Assert.That(page["revision"], Is.Null);
            Assert.That((string?)page["channel"]!["name"], Is.EqualTo("Example Medicine"));
            Assert.That((string?)page["channel"]!["why"], Does.EndWith("."));
            Assert.That((long?)page["video"]!["views"], Is.EqualTo(4321));
            Assert.That((string?)page["topic"]!["profile"], Is.EqualTo("medical"));
            Assert.That((string?)score["versions"]!["ruleset"], Does.StartWith("youtube-medical/"));
            Assert.That((string?)score["origin"], Is.EqualTo("fetched"));
            Assert.That(score["features"]!.AsObject().Select(feature => feature.Key), Has.None.Contains("views").And.None.Contains("subscribers"));
        });
    }

    [Test]
    public async Task Takes_every_shape_of_address_for_the_same_video()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");

        foreach (var address in new[] { Video, "https://youtu.be/c4r3dSc0rE1", "https://m.youtube.com/shorts/c4r3dSc0rE1", "youtube:c4r3dSc0rE1" })
        {
            using var response = await ScoreAsync(address);
            Assert.That((string?)(await JsonOf(response))["page"]!["key"], Is.EqualTo("youtube:c4r3dSc0rE1"), address);
        }

        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Fetches_a_video_once_for_all_who_ask_at_the_same_time()
    {
        var gate = new TaskCompletionSource();
        Upstream.Answers("v=c4r3dSc0rE1", async _ =>
        {
            await gate.Task;
            return RecordedUpstream.Response(HttpStatusCode.OK, RecordedUpstream.Read("youtube/measles.html"));
        });
        var asked = Enumerable.Range(0, 8).Select(index => ScoreAsync(Video, index % 2 == 0 ? string.Empty : "&ruleset=youtube-general")).ToList();
        gate.SetResult();

        foreach (var response in await Task.WhenAll(asked))
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            response.Dispose();
        }

        Assert.That(Upstream.Calls, Has.Count.LessThanOrEqualTo(2));
    }

    [Test]
    public async Task Answers_from_the_store_for_a_day()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var first = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromHours(23));
        using var second = await ScoreAsync(Video);
        Assert.That((string?)(await JsonOf(second))["origin"], Is.EqualTo("stored"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));

        Api.Clock.Advance(TimeSpan.FromHours(2));
        using var third = await ScoreAsync(Video);
        Assert.That((string?)(await JsonOf(third))["origin"], Is.EqualTo("fetched"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
        Assert.That(third.Headers.ETag, Is.Not.EqualTo(first.Headers.ETag));
    }

    [TestCase("youtube/measles.html", 1)]
    [TestCase("youtube/measles-edited.html", 2)]
    public async Task Keeps_a_reading_of_its_own_only_for_what_changed(string later, int readings)
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html").Answers("v=c4r3dSc0rE1", later);
        using var first = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromHours(25));
        using var second = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromHours(23));
        using var third = await ScoreAsync(Video);

        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
        await using var connection = new SqliteConnection($"Data Source={Api.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pages WHERE Revision IS NULL";
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo((long)readings));
    }

    [Test]
    public async Task Stands_in_with_an_older_score_while_YouTube_is_away()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html").Answers("v=c4r3dSc0rE1", "youtube/consent.html");
        using var first = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromDays(3));
        using var second = await ScoreAsync(Video);
        var score = await JsonOf(second);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((bool)score["stale"]!, Is.True);
        Assert.That((double?)score["score"], Is.EqualTo((double?)(await JsonOf(first))["score"]));
    }

    [Test]
    public async Task Judges_a_stored_video_by_another_ruleset_without_asking_again()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var medical = await ScoreAsync(Video);
        using var general = await ScoreAsync(Video, "&ruleset=youtube-general");
        Assert.That((string?)(await JsonOf(general))["versions"]!["ruleset"], Does.StartWith("youtube-general/"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [TestCase(Video, "medical")]
    [TestCase(Measles, "youtube-medical")]
    public async Task Refuses_a_ruleset_for_other_pages(string address, string ruleset)
    {
        using var response = await ScoreAsync(address, $"&ruleset={ruleset}");
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "wrong-ruleset");
    }

    [Test]
    public async Task Is_found_by_five_digits_of_its_hash()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync(Video);
        var address = PageAddress.TryParse(Video, out var parsed, out _) ? parsed : throw new AssertionException("It is an address.");
        using var lookup = await Client.GetAsync(new Uri($"/v1/scores/lookup/{address.KeyHash[..5]}", UriKind.Relative));
        var entry = (await JsonOf(lookup))["pages"]!.AsArray().Single()!;
        Assert.That((string?)entry["hash"], Is.EqualTo(address.KeyHash));
        Assert.That(entry["revision"], Is.Null);
        Assert.That((double?)entry["score"], Is.EqualTo((double?)(await JsonOf(response))["score"]));
    }

    [Test]
    public async Task Knows_a_caller_who_has_the_answer()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var first = await ScoreAsync(Video);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/scores?url={Uri.EscapeDataString(Video)}", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Client.SendAsync(request);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Scores_articles_and_videos_in_one_batch()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html").Answers("v=c4r3dSc0rE2", "youtube/mumps.html").Answers("v=c4r3dSc0rE3", "youtube/removed.html")
            .Answers("v=c4r3dSc0rE4", "youtube/private.html").Answers("titles=Measles", "measles.json");
        using var response = await PostAsync("/v1/scores/batch", new
        {
            urls = new[] { Video, Measles, "https://youtu.be/c4r3dSc0rE2", "https://youtu.be/c4r3dSc0rE3", "https://youtu.be/c4r3dSc0rE4", "https://www.youtube.com/@somebody", Video },
        });
        var results = (await JsonOf(response))["results"]!.AsArray();
        Assert.That(results.Select(result => (int)result!["status"]!), Is.EqualTo(new[] { 200, 200, 200, 404, 422, 422, 200 }));
        Assert.That(results.Select(result => (string?)result!["assessment"]?["page"]?["kind"]), Is.EqualTo(new[] { "youtube", "wikipedia", "youtube", null, null, null, "youtube" }));
        Assert.That((string?)results[3]!["problem"]!["detail"], Does.StartWith("YouTube has no video"));
    }

    [Test]
    public async Task Answers_what_its_pace_allows_of_a_long_batch()
    {
        Upstream.Answers("v=", "youtube/removed.html");
        using var response = await PostAsync("/v1/scores/batch", new { urls = Enumerable.Range(10, 20).Select(index => $"https://youtu.be/c4r3dSc0r{index}") });
        var results = (await JsonOf(response))["results"]!.AsArray();
        Assert.That(results.Count(result => (int)result!["status"]! == 404), Is.EqualTo(6));
        Assert.That(results.Count(result => (int)result!["status"]! == 503), Is.EqualTo(14));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(6));
    }
}
