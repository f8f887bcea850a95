using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CredScore.Api.Tests.Upstream;

/// <summary>
/// The recordings are written by hand in the shapes of https://developers.google.com/youtube/v3/docs/videos/list, …/channels/list and …/errors;
/// the newer form of a refused key is that of https://cloud.google.com/apis/design/errors.
/// </summary>
internal sealed class DataApiTests : ApiTests
{
    private const string Key = "AIzaTestKeyThatIsNobodys";
    private const string Question = "id=c4r3dSc0rE1";
    private const string Channel = "id=UCtestchannelAtestAAAA01";
    private const string Other = "https://youtu.be/c4r3dSc0rE2";

    private static readonly string[] Odd =
    [
        "null", "true", "-7", "1e400", "99999999999999999999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "[null,7]", "{}", "{\"text\":\"x\"}", $"\"{new string('Z', 100_000)}\"",
    ];

    [SetUp]
    public void The_owner_has_a_key() => Api.With("Upstream:YouTube:ApiKey", Key);

    [Test]
    public async Task Asks_the_Data_API_in_the_place_of_the_page()
    {
        Upstream.Answers(Question, "youtube-data/measles.json").Answers(Channel, "youtube-data/channel.json");
        using var response = await ScoreAsync("https://youtu.be/c4r3dSc0rE1?si=whosent&t=90");
        var score = await JsonOf(response);
        var page = score["page"]!;

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.Multiple(() =>
        {
            Assert.That(Upstream.Calls.Select(call => call.AbsoluteUri), Is.EqualTo(new[]
            {
                "https://www.googleapis.com/youtube/v3/videos?part=snippet,contentDetails,status,statistics&id=c4r3dSc0rE1",
                "https://www.googleapis.com/youtube/v3/channels?part=snippet&id=UCtestchannelAtestAAAA01",
            }));
            Assert.That(Upstream.ApiKeys, Is.All.EqualTo(Key));
            Assert.That(Upstream.UserAgents, Is.All.StartsWith("CredScore/"));
            Assert.That((string?)page["title"], Is.EqualTo("Measles: what it is and how it spreads"));
            Assert.That((string?)page["channel"]!["name"], Is.EqualTo("Example Medicine"));
            Assert.That((string?)page["channel"]!["handle"], Is.EqualTo("@examplemedicine"));
            Assert.That((string?)page["video"]!["published"], Is.EqualTo("2024-02-03"));
            Assert.That((int?)page["video"]!["lengthSeconds"], Is.EqualTo(640));
            Assert.That((string?)page["video"]!["category"], Is.EqualTo("Education"));
            Assert.That((long?)page["video"]!["views"], Is.EqualTo(4321));
            Assert.That((string?)page["video"]!["licence"], Does.StartWith("Creative Commons"));
            Assert.That((string?)page["topic"]!["profile"], Is.EqualTo("medical"));
            Assert.That(score["references"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That((string?)score["notJudged"]![0], Does.Contain("Data API").And.Contain("not YouTube’s"));
        });
    }

    [Test]
    public async Task Leaves_unknown_what_the_Data_API_does_not_tell()
    {
        Upstream.Answers(Question, "youtube-data/measles.json").Answers(Channel, "youtube-data/channel.json");
        using var response = await ScoreAsync(Video);
        var score = await JsonOf(response);

        foreach (var feature in new[] { "access.captions", "access.written_caption_languages", "access.creator_chapters", "access.picture_height", "access.comments", "platform.health_source_panel", "platform.paid_promotion" })
        {
            Assert.That(score["features"]!.AsObject().ContainsKey(feature), feature);
            Assert.That(score["features"]![feature], Is.Null, feature);
        }

        Assert.That(score["page"]!["video"]!["availability"], Is.Null);
        Assert.That(score["page"]!["video"]!["subscribers"], Is.Null);
    }

    [Test]
    public async Task Finds_a_channel_of_the_registry_by_its_handle()
    {
        Upstream.Answers(Question, "youtube-data/society.json").Answers("id=UCtestchannelBtestBBBB02", "youtube-data/society-channel.json");
        using var response = await ScoreAsync(Video);
        Assert.That((string?)(await JsonOf(response))["page"]!["channel"]!["kind"], Is.EqualTo("society"));
    }

    [Test]
    public async Task Asks_once_when_the_registry_knows_the_channel_by_its_id()
    {
        Upstream.Answers(Question, "youtube-data/registered.json");
        using var response = await ScoreAsync(Video);
        Assert.That((string?)(await JsonOf(response))["page"]!["channel"]!["why"], Does.Contain("in our list of channels"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stores_nothing_and_asks_again_after_a_day()
    {
        Upstream.Answers(Question, "youtube-data/registered.json");
        using var first = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromHours(23));
        using var second = await ScoreAsync(Video);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That((string?)(await JsonOf(second))["notJudged"]![0], Does.Contain("Data API"));

        Api.Clock.Advance(TimeSpan.FromHours(2));
        using var third = await ScoreAsync(Video);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));

        await using var connection = new SqliteConnection($"Data Source={Api.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pages";
        Assert.That(await command.ExecuteScalarAsync(), Is.Zero);
    }

    [TestCase("missing.json")]
    [TestCase("rejected.json")]
    public async Task Says_of_a_private_and_of_a_removed_video_that_it_is_missing(string recording)
    {
        Upstream.Answers(Question, $"youtube-data/{recording}").Answers(Channel, "youtube-data/channel.json");
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "page-missing");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("removed or made private"));
    }

    [Test]
    public async Task Gives_a_running_stream_no_length()
    {
        Upstream.Answers(Question, "youtube-data/live.json").Answers(Channel, "youtube-data/channel.json");
        using var response = await ScoreAsync(Video);
        var video = (await JsonOf(response))["page"]!["video"]!;
        Assert.That((bool?)video["isLive"], Is.True);
        Assert.That(video["lengthSeconds"], Is.Null);
        Assert.That(video["licence"], Is.Null);
    }

    [TestCase("P1DT2H", 93_600)]
    [TestCase("PT3H", 10_800)]
    [TestCase("PT59S", 59)]
    [TestCase("PT0S", null)]
    [TestCase("P0D", null)]
    [TestCase("-PT5M", null)]
    [TestCase("P99999999999999D", null)]
    [TestCase("10:40", null)]
    [TestCase("", null)]
    public async Task Reads_every_length(string duration, int? seconds)
    {
        SendsVideo(video => video["contentDetails"]!["duration"] = duration);
        using var response = await ScoreAsync(Video);
        Assert.That((int?)(await JsonOf(response))["page"]!["video"]!["lengthSeconds"], Is.EqualTo(seconds));
    }

    [Test]
    public async Task Needs_no_more_than_a_title_and_a_channel()
    {
        SendsVideo(video =>
        {
            video["snippet"] = new JsonObject { ["title"] = "Measles", ["channelTitle"] = "Somebody", ["publishedAt"] = "soon", ["categoryId"] = "4711", ["channelId"] = "UC&id=elsewhere" };
            video.Remove("contentDetails");
            video.Remove("status");
            video.Remove("statistics");
        });
        using var response = await ScoreAsync(Video);
        var page = (await JsonOf(response))["page"]!;
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That(page["channel"]!["id"], Is.Null);
        Assert.That(page["video"]!.AsObject().Where(fact => fact.Key != "panels").Select(fact => fact.Value), Is.All.Null);
    }

    [TestCase("""{"items":"none"}""")]
    [TestCase("""{"items":{}}""")]
    [TestCase("""{"items":[7]}""")]
    [TestCase("""{"items":[null]}""")]
    [TestCase("""{"items":[{"id":"c4r3dSc0rE1","snippet":[]}]}""")]
    [TestCase("""{"items":[{"id":"c4r3dSc0rE1","snippet":{"title":{"text":"Measles"}}}]}""")]
    [TestCase("""{"items":[{"id":"c4r3dSc0rE1","statistics":{"viewCount":"many"}}]}""")]
    [TestCase("""{"items":[{"id":"c4r3dSc0rE1","snippet":{"title":"\ud800"}}]}""")]
    [TestCase("""{"items":[{"id":"c4r3dSc0rE1","snippet":{"title":"Measles""")]
    [TestCase("{}")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("Forbidden")]
    [TestCase("")]
    public async Task Blames_YouTube_for_garbage(string body)
    {
        Upstream.Sends(Question, Encoding.UTF8.GetBytes(body));
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
    }

    [Test]
    public async Task Answers_whatever_stands_in_the_place_of_a_member()
    {
        var body = Array.Empty<byte>();
        Api.With("Limits:Enabled", "false");
        Upstream.Answers(Question, _ => Task.FromResult(RecordedUpstream.Response(HttpStatusCode.OK, body))).Answers(Channel, "youtube-data/channel.json");
        var whole = JsonNode.Parse(RecordedUpstream.Read("youtube-data/measles.json"))!;
        var answers = new List<HttpStatusCode>();

        foreach (var (member, odd) in from member in PathsIn(whole["items"]![0]!) from odd in Odd select (member, odd))
        {
            body = Encoding.UTF8.GetBytes(With(whole, member, odd));
            using var response = await ScoreAsync(Video);
            answers.Add(response.StatusCode);
            Assert.That(response.StatusCode, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadGateway), $"{member}: {odd}");
            Api.Clock.Advance(TimeSpan.FromHours(25));
        }

        Assert.That(answers, Has.Member(HttpStatusCode.OK).And.Member(HttpStatusCode.BadGateway));
    }

    [Test]
    public async Task Blames_YouTube_for_nesting_without_end()
    {
        Upstream.Sends(Question, Encoding.UTF8.GetBytes("{\"items\":" + new string('[', 100_000)));
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
    }

    [Test]
    public async Task Blames_YouTube_for_another_video()
    {
        Upstream.Answers(Question, "youtube-data/another-video.json");
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("another video"));
    }

    [Test]
    public async Task Stops_reading_an_answer_of_ten_megabytes()
    {
        Upstream.Sends(Question, new byte[10 * 1024 * 1024]);
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.BadGateway, "upstream-answer");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("8 MB"));
    }

    // The clock starts at noon UTC; a day of the quota ends at eight.
    [Test]
    public async Task Asks_nothing_more_until_there_is_a_new_quota()
    {
        Upstream.Refuses(Question, HttpStatusCode.Forbidden, "youtube-data/quota.json").Answers("id=c4r3dSc0rE2", "youtube-data/missing.json");
        using var first = await ScoreAsync(Video);
        Api.Clock.Advance(TimeSpan.FromHours(19));
        using var second = await ScoreAsync(Other);

        await AssertProblemAsync(first, HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "quota-used");
        await AssertProblemAsync(second, HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "quota-used");
        Assert.That(first.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromHours(20)));
        Assert.That(second.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));

        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await ScoreAsync(Other);
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Waits_for_the_next_morning_when_the_quota_ends_within_the_night()
    {
        Api.Clock.Advance(TimeSpan.FromHours(17));
        Upstream.Refuses(Question, HttpStatusCode.Forbidden, "youtube-data/quota.json");
        using var response = await ScoreAsync(Video);
        Assert.That(response.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromHours(3)));
    }

    [TestCase(HttpStatusCode.BadRequest, "bad-key.json")]
    [TestCase(HttpStatusCode.Forbidden, "switched-off.json")]
    public async Task Tells_the_owner_that_the_key_is_refused(HttpStatusCode status, string recording)
    {
        Upstream.Refuses(Question, status, $"youtube-data/{recording}").Answers("id=c4r3dSc0rE2", "youtube-data/missing.json");
        using var first = await ScoreAsync(Video);
        using var second = await ScoreAsync(Other);

        await AssertProblemAsync(first, HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "key-refused");
        await AssertProblemAsync(second, HttpStatusCode.ServiceUnavailable, "upstream-unavailable", "key-refused");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That(Api.Logs.Warnings.Count(line => line.Contains("Upstream:YouTube:ApiKey", StringComparison.Ordinal)), Is.EqualTo(1));

        Api.Clock.Advance(TimeSpan.FromMinutes(15));
        using var later = await ScoreAsync(Other);
        Assert.That(later.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Tries_once_more_when_it_was_too_fast()
    {
        Upstream.Refuses(Question, HttpStatusCode.Forbidden, "youtube-data/haste.json").Answers(Question, "youtube-data/missing.json");
        using var response = await ScoreAsync(Video);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
        Assert.That(Upstream.ApiKeys, Is.All.EqualTo(Key));
    }

    [TestCase(HttpStatusCode.BadRequest, 1)]
    [TestCase(HttpStatusCode.Forbidden, 1)]
    [TestCase(HttpStatusCode.NotFound, 1)]
    [TestCase(HttpStatusCode.Found, 1)]
    [TestCase(HttpStatusCode.InternalServerError, 2)]
    public async Task Never_takes_a_failure_for_a_missing_video(HttpStatusCode status, int calls)
    {
        Upstream.Fails(Question, status);
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That(Upstream.Calls, Has.Count.EqualTo(calls));
    }

    [Test]
    public async Task Blames_no_key_for_a_question_of_ours()
    {
        Upstream.Refuses(Question, HttpStatusCode.BadRequest, "youtube-data/bad-question.json");
        using var response = await ScoreAsync(Video);
        await AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "upstream-unavailable");
        Assert.That((await JsonOf(response))["reason"], Is.Null);
    }

    [TestCase("Upstream:YouTube:ApiKey", "")]
    [TestCase("Upstream:YouTube:Enabled", "false")]
    public async Task Is_off_without_a_key_and_where_YouTube_is_not_asked(string setting, string value)
    {
        Api.With(setting, value);
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync(Video);
        Assert.That(Upstream.Calls.Select(call => call.Host), Has.None.EqualTo("www.googleapis.com"));
        Assert.That(Upstream.ApiKeys, Is.All.Empty);
    }

    [Test]
    public async Task Shows_the_key_to_nobody_but_the_Data_API()
    {
        Upstream.Answers(Question, "youtube-data/measles.json").Answers(Channel, "youtube-data/channel.json").Fails("id=c4r3dSc0rE2", HttpStatusCode.BadGateway)
            .Answers("id=c4r3dSc0rE3", _ => throw new HttpRequestException("Connection refused")).Sends("id=c4r3dSc0rE4", "Forbidden"u8.ToArray())
            .Refuses("id=c4r3dSc0rE5", HttpStatusCode.Forbidden, "youtube-data/haste.json").Refuses("id=c4r3dSc0rE6", HttpStatusCode.BadRequest, "youtube-data/bad-key.json")
            .Answers("titles=Measles", "measles.json");
        var said = new StringBuilder();

        foreach (var address in Enumerable.Range(1, 6).Select(index => $"https://youtu.be/c4r3dSc0rE{index}").Prepend(Measles))
        {
            using var response = await ScoreAsync(address);
            said.Append(response.Headers).Append(await response.Content.ReadAsStringAsync());
        }

        Assert.That(Upstream.Calls.Zip(Upstream.ApiKeys).Where(call => call.First.Host != "www.googleapis.com").Select(call => call.Second), Is.EqualTo(new[] { string.Empty }));
        Assert.That(Upstream.Calls.Select(call => call.AbsoluteUri), Has.None.Contains(Key));
        Assert.That(said.ToString(), Does.Contain("key-refused").And.Not.Contain(Key));
        Assert.That(Api.Logs.Warnings, Has.Some.Contains("ApiKey"));
        Assert.That(Api.Logs.Lines.Where(line => line.Contains(Key, StringComparison.Ordinal) || line.Contains("c4r3dSc0rE", StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string> PathsIn(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => PathsIn(member.Value!)).Prepend(node.GetPath()),
        _ => [node.GetPath()],
    };

    // Written as text, since some of it is what no JSON writer writes.
    private static string With(JsonNode whole, string path, string odd)
    {
        var changed = whole.DeepClone();
        var found = path.Split('.').Skip(2).Aggregate(changed["items"]![0]!, (node, name) => node[name]!);
        found.ReplaceWith("the place of it");
        return changed.ToJsonString().Replace("\"the place of it\"", odd, StringComparison.Ordinal);
    }

    private void SendsVideo(Action<JsonObject> change)
    {
        var answer = JsonNode.Parse(RecordedUpstream.Read("youtube-data/measles.json"))!;
        change(answer["items"]![0]!.AsObject());
        Upstream.Sends(Question, Encoding.UTF8.GetBytes(answer.ToJsonString())).Answers(Channel, "youtube-data/channel.json");
    }
}
