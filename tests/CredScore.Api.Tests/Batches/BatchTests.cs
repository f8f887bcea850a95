using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using CredScore.Api.Batches;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Batches;

/// <summary>A service on which a researcher sends batches, which the test works itself.</summary>
internal abstract class BatchTestBase : EducatorTests
{
    private HttpClient? _researcher;

    protected BatchTestBase() => Api.With("Batches:GatherMilliseconds", "0").With("Batches:Work", "false");

    protected BatchWorker Worker => Api.Services.GetRequiredService<BatchWorker>();

    [TearDown]
    public void Let_the_researcher_go() => _researcher?.Dispose();

    protected async Task<HttpClient> ResearcherAsync() => _researcher ??= await JoinAsync("Dr Okafor", Roles.Researcher, $"{Scopes.Batches} {Scopes.Exports}");

    protected async Task<HttpResponseMessage> SendAsync(byte[] list, string type, string query = "")
    {
        var client = await ResearcherAsync();
        using var body = new ByteArrayContent(list) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await client.PostAsync(new Uri($"/v1/batches{query}", UriKind.Relative), body);
    }

    protected async Task<int> MakeAsync(string list, string type = "text/plain", string query = "")
    {
        using var response = await SendAsync(Encoding.UTF8.GetBytes(list), type, query);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), answer);
        return (int)JsonNode.Parse(answer)!["id"]!;
    }

    protected async Task<JsonNode> StatusAsync(int id) => JsonNode.Parse(await (await ResearcherAsync()).GetStringAsync(new Uri($"/v1/batches/{id}", UriKind.Relative)))!;

    protected async Task<JsonArray> RowsAsync(int id, string query = "") => JsonNode.Parse(await (await ResearcherAsync()).GetStringAsync(new Uri($"/v1/batches/{id}/rows{query}", UriKind.Relative)))!.AsArray();

    protected async Task<JsonNode> WorkAsync(int id)
    {
        await Worker.RunAsync(default);
        return await StatusAsync(id);
    }
}

internal sealed class BatchTests : BatchTestBase
{
    [Test]
    public async Task Scores_a_list_and_says_of_each_row_how_it_ended()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json").Answers("titles=Nothing here at all", "missing.json");
        var id = await MakeAsync($"{Measles}\nhttps://example.org/page\n\nhttps://en.m.wikipedia.org/wiki/Measles\nhttps://en.wikipedia.org/wiki/Mumps\nhttps://en.wikipedia.org/wiki/Nothing_here_at_all\nhttps://en.wikipedia.org/wiki/Talk:Mumps\n");
        var status = await WorkAsync(id);
        var rows = await RowsAsync(id);

        Assert.Multiple(() =>
        {
            Assert.That((string?)status["state"], Is.EqualTo("done"), status.ToJsonString());
            Assert.That(rows.Select(row => (string?)row!["state"]), Is.EqualTo(new[] { "scored", "notScorable", "duplicate", "scored", "missing", "notScorable" }));
            Assert.That(rows.Select(row => (string?)row!["reason"]), Is.EqualTo(new[] { null, "other-site", "duplicate", null, "page-missing", "talk-page" }));
            Assert.That((int?)rows[2]!["sameAs"], Is.EqualTo(1));
            Assert.That((long?)rows[0]!["revision"], Is.Positive);
            Assert.That((int?)status["rows"], Is.EqualTo(6));
            Assert.That((int?)status["ended"], Is.EqualTo(6));
            Assert.That((int?)status["scored"], Is.EqualTo(2));
            Assert.That(status["summary"]!["bands"]!.AsObject().Sum(band => (int)band.Value!), Is.EqualTo(2));
            Assert.That((int?)status["summary"]!["reasons"]!["other-site"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Marks_what_it_scored_as_submitted_and_links_to_what_is_stored()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        await WorkAsync(await MakeAsync(Measles));
        await using var scores = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        await using var batches = await Api.Services.GetRequiredService<IDbContextFactory<BatchContext>>().CreateDbContextAsync();
        var (page, row) = (await scores.Pages.Include(one => one.Assessments).SingleAsync(), await batches.Rows.SingleAsync());

        Assert.Multiple(() =>
        {
            Assert.That(page.Provenance, Is.EqualTo(Provenance.Submitted));
            Assert.That(row.PageId, Is.EqualTo(page.Id));
            Assert.That(row.AssessmentId, Is.EqualTo(page.Assessments.Single().Id));
            Assert.That(row.Score, Is.EqualTo(page.Assessments.Single().Score));
        });
    }

    [Test]
    public async Task Counts_a_redirect_and_its_target_once()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=English measles", "measles-redirect.json");
        var id = await MakeAsync($"{Measles}\nhttps://en.wikipedia.org/wiki/English_measles");
        var status = await WorkAsync(id);

        Assert.Multiple(() =>
        {
            Assert.That((int?)status["scored"], Is.EqualTo(1), status.ToJsonString());
            Assert.That((int?)status["duplicates"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Takes_json_with_its_settings_before_or_behind_the_addresses()
    {
        var id = await MakeAsync($$"""{ "addresses": ["{{Measles}}", { "url": "{{Measles}}", "revision": 12 }, { "url": "{{Measles}}", "revision": "x" }, 7, {}], "name": "Pox", "revisions": "exact" }""", "application/json");
        var rows = await RowsAsync(id);

        Assert.Multiple(async () =>
        {
            Assert.That((string?)(await StatusAsync(id))["name"], Is.EqualTo("Pox"));
            Assert.That(rows.Select(row => (string?)row!["reason"]), Is.EqualTo(new[] { null, null, "bad-revision", "bad-row", "bad-row" }));
            Assert.That((long?)rows[1]!["revision"], Is.EqualTo(12));
        });
    }

    [Test]
    public async Task Scores_the_revision_that_stood_at_a_moment()
    {
        Upstream.Sends("rvstart=2020-01-31T00:00:00Z", """{"batchcomplete":true,"query":{"pages":[{"pageid":58911,"ns":0,"title":"Measles","revisions":[{"revid":1200000042}]}]}}"""u8.ToArray());
        Upstream.Answers("revids=1200000042", "measles-revision.json");
        var id = await MakeAsync(Measles, query: "?revisions=atDate&asOf=2020-01-31");
        await Worker.RunAsync(default);
        var row = (await RowsAsync(id))[0]!;
        Assert.That(((string?)row["state"], (long?)row["revision"]), Is.EqualTo(("scored", 1200000042L)), row.ToJsonString());
    }

    [Test]
    public async Task Tries_again_later_what_its_site_could_not_answer_and_gives_up_in_the_end()
    {
        Api.With("Batches:MostAttempts", "2");
        Upstream.Answers("titles=Measles", "measles.json").Fails("titles=Mumps", HttpStatusCode.InternalServerError);
        var id = await MakeAsync($"https://en.wikipedia.org/wiki/Mumps\n{Measles}");
        var first = await WorkAsync(id);
        Assert.That(((string?)first["state"], (int?)first["scored"], (int?)first["failed"]), Is.EqualTo(("running", 1, 0)));

        Api.Clock.Advance(TimeSpan.FromSeconds(31));
        var second = await WorkAsync(id);
        var row = (await RowsAsync(id))[0]!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)second["state"], Is.EqualTo("done"), second.ToJsonString());
            Assert.That((string?)row["state"], Is.EqualTo("failed"));
            Assert.That((string?)row["reason"], Is.EqualTo("upstream-unavailable"));
            Assert.That((string?)row["detail"], Does.EndWith("."));
        });
    }

    [Test]
    public async Task Leaves_a_site_alone_that_asks_for_it_without_counting_that_against_a_row()
    {
        Api.With("Batches:AtATime", "1");
        Upstream.Fails("titles=Measles", HttpStatusCode.TooManyRequests, TimeSpan.FromMinutes(5)).Answers("titles=Measles", "measles.json");
        var id = await MakeAsync($"{Measles}\nhttps://en.wikipedia.org/wiki/Mumps");
        var next = await Worker.RunAsync(default);
        Assert.That(next, Is.EqualTo(Api.Clock.GetUtcNow().AddMinutes(5)).Within(TimeSpan.FromSeconds(1)));
        Assert.That((await RowsAsync(id)).Select(row => (int)row!["attempts"]!), Is.All.Zero);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Gives_each_batch_its_turn()
    {
        foreach (var number in Enumerable.Range(0, 60))
        {
            Upstream.Answers(string.Create(CultureInfo.InvariantCulture, $"titles=Large {number}&"), "missing.json");
        }

        Upstream.Answers("titles=Small&", "missing.json");
        Api.With("Batches:AtATime", "1");
        await MakeAsync(string.Join('\n', Enumerable.Range(0, 60).Select(number => $"https://en.wikipedia.org/wiki/Large_{number}")));
        await MakeAsync("https://en.wikipedia.org/wiki/Small");
        await Worker.RunAsync(default);
        var asked = Upstream.Calls.Select(call => Uri.UnescapeDataString(call.Query)).ToList();
        Assert.That(asked.FindIndex(query => query.Contains("titles=Small&", StringComparison.Ordinal)), Is.LessThan(20));
    }

    [Test]
    public async Task Pauses_resumes_cancels_and_deletes()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var client = await ResearcherAsync();
        Task<HttpResponseMessage> PostAsync(int id, string verb) => client.PostAsync(new Uri($"/v1/batches/{id}/{verb}", UriKind.Relative), null);
        var id = await MakeAsync(Measles);
        using var paused = await PostAsync(id, "pause");
        Assert.That((string?)(await WorkAsync(id))["state"], Is.EqualTo("paused"));
        Assert.That(Upstream.Calls, Is.Empty);
        using var again = await PostAsync(id, "pause");
        await AssertProblemAsync(again, HttpStatusCode.Conflict, "batch-state");
        using var cancelled = await PostAsync(id, "cancel");
        Assert.That((string?)(await JsonOf(cancelled))["state"], Is.EqualTo("cancelled"));
        using var resumed = await PostAsync(id, "resume");
        Assert.That((string?)(await WorkAsync(id))["state"], Is.EqualTo("done"));
        using var deleted = await client.DeleteAsync(new Uri($"/v1/batches/{id}", UriKind.Relative));
        Assert.That(deleted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var gone = await client.GetAsync(new Uri($"/v1/batches/{id}", UriKind.Relative));
        await AssertProblemAsync(gone, HttpStatusCode.NotFound, "batch-missing");
    }

    [Test]
    public async Task Shows_a_batch_to_nobody_but_its_owner()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var id = await MakeAsync(Measles);
        using var other = await JoinAsync("Dr Chen", Roles.Researcher, Scopes.Batches);
        using var reader = await JoinAsync("Dr Lee", Roles.Researcher, Scopes.Read);
        using var theirs = await other.GetAsync(new Uri($"/v1/batches/{id}", UriKind.Relative));
        using var forbidden = await reader.GetAsync(new Uri("/v1/batches", UriKind.Relative));
        using var nobody = await Client.GetAsync(new Uri("/v1/batches", UriKind.Relative));
        await AssertProblemAsync(theirs, HttpStatusCode.NotFound, "batch-missing");
        await AssertProblemAsync(forbidden, HttpStatusCode.Forbidden, "not-allowed");
        await AssertProblemAsync(nobody, HttpStatusCode.Unauthorized, "key-needed");
    }

    [Test]
    public async Task Tells_its_progress_by_events_until_it_has_ended()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var id = await MakeAsync(Measles);
        await Worker.RunAsync(default);
        var events = await (await ResearcherAsync()).GetStringAsync(new Uri($"/v1/batches/{id}/events", UriKind.Relative));
        Assert.That(events, Does.StartWith("event: progress\ndata: {").And.Contain("\"state\":\"done\""));
    }

    [Test]
    public async Task Lists_a_category_with_its_subcategories_and_ends_in_circles()
    {
        Upstream.Sends("cmtitle=Category:Poxes&", Members("Measles", "Category:Childhood"));
        Upstream.Sends("cmtitle=Category:Childhood&", Members("Mumps", "Category:Poxes"));
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json");
        var id = await MakeAsync("""{ "category": "Category:Poxes", "depth": 2, "name": "Poxes" }""", "application/json");
        var status = await WorkAsync(id);

        Assert.Multiple(() =>
        {
            Assert.That((string?)status["state"], Is.EqualTo("done"), status.ToJsonString());
            Assert.That((int?)status["scored"], Is.EqualTo(2));
            Assert.That((string?)status["source"], Is.EqualTo("category Poxes (en, 2 levels deep)"));
        });
    }

    [Test]
    public async Task Lists_the_articles_of_a_WikiProject_piece_by_piece()
    {
        Upstream.Sends("wppprojects=Medicine", """{"continue":{"wppcontinue":"a|2","continue":"-||"},"query":{"projects":{"Medicine":[{"pageid":1,"ns":0,"title":"Measles"},{"pageid":3,"ns":1,"title":"Talk:Measles"}]}}}"""u8.ToArray());
        Upstream.Sends("wppprojects=Medicine", """{"batchcomplete":true,"query":{"projects":{"Medicine":[{"pageid":2,"ns":0,"title":"Mumps"}]}}}"""u8.ToArray());
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json");
        var status = await WorkAsync(await MakeAsync("""{ "wikiProject": "Medicine" }""", "application/json"));
        Assert.That(((string?)status["state"], (int?)status["scored"], (int?)status["rows"]), Is.EqualTo(("done", 2, 2)), status.ToJsonString());
    }

    [Test]
    public async Task Ends_a_listing_that_does_not_move_on()
    {
        Upstream.Sends("wppprojects=Medicine", """{"continue":{"wppcontinue":"a|2","continue":"-||"},"query":{"projects":{"Medicine":[]}}}"""u8.ToArray());
        var status = await WorkAsync(await MakeAsync("""{ "wikiProject": "Medicine" }""", "application/json"));
        Assert.That(((string?)status["state"], (string?)status["note"]), Is.EqualTo(("failed", "Its pages cannot be listed. Wikipedia's answer cannot be used. It holds no answer to the question.")), status.ToJsonString());
    }

    [Test]
    public async Task Lists_the_videos_of_a_playlist()
    {
        Upstream.Sends("list=PLabcdefghijk", """<script>var ytInitialData = {"contents":{"a":[{"playlistVideoRenderer":{"thumbnail":{"videoId":"no"},"videoId":"c4r3dSc0rE1","title":{}}}]},"x":{"lockupViewModel":{"contentId":"PL7","contentType":"LOCKUP_CONTENT_TYPE_PLAYLIST"}}};</script>"""u8.ToArray());
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        var status = await WorkAsync(await MakeAsync("""{ "playlist": "https://www.youtube.com/playlist?list=PLabcdefghijk" }""", "application/json"));
        Assert.That(((string?)status["state"], (int?)status["scored"], (int?)status["rows"]), Is.EqualTo(("done", 1, 1)), status.ToJsonString());
    }

    private static byte[] Members(string article, string category)
        => Encoding.UTF8.GetBytes($$$"""{"batchcomplete":true,"query":{"categorymembers":[{"ns":0,"title":"{{{article}}}"},{"ns":14,"title":"{{{category}}}"}]}}""");
}

internal sealed class BatchListTests : BatchTestBase
{
    private static readonly byte[] Packed = Pack("https://example.org/1\nhttps://example.org/2\n");

    private static IEnumerable<TestCaseData> Lists()
    {
        var text = "https://example.org/é\nhttps://example.org/2\n";
        yield return new TestCaseData(Encoding.UTF8.GetBytes(text), "text/plain", 2, "other-site").SetArgDisplayNames("utf-8");
        yield return new TestCaseData((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], "text/plain", 2, "other-site").SetArgDisplayNames("utf-8 with a mark");
        yield return new TestCaseData((byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)], "text/plain", 2, "other-site").SetArgDisplayNames("utf-16");
        yield return new TestCaseData((byte[])[0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)], "text/csv", 2, "other-site").SetArgDisplayNames("utf-16 big-endian");
        yield return new TestCaseData(Encoding.Latin1.GetBytes(text), "text/plain", 2, "bad-encoding").SetArgDisplayNames("latin-1");
        yield return new TestCaseData(Packed, "text/plain", 2, "other-site").SetArgDisplayNames("gzip");
        yield return new TestCaseData("url,note\n\"https://example.org/1\",\"two\nlines, \"\"quoted\"\"\"\r\nhttps://example.org/2,\n"u8.ToArray(), "text/csv", 2, "other-site").SetArgDisplayNames("quoted line breaks");
        yield return new TestCaseData("note;url\n=HYPERLINK();https://example.org/1\n;https://example.org/2\n"u8.ToArray(), "text/csv", 2, "other-site").SetArgDisplayNames("semicolons and formulas");
        yield return new TestCaseData("\uFEFFhttps://example.org/1\r\n\uFEFFhttps://example.org/2"u8.ToArray(), "text/plain", 2, "other-site").SetArgDisplayNames("marks in the midst, no last line break");
        yield return new TestCaseData("{\"addresses\":[\"https://example.org/1\",\"https://example.org/2\"]}"u8.ToArray(), "application/json", 2, "other-site").SetArgDisplayNames("json");
        yield return new TestCaseData((byte[])[0xEF, 0xBB, 0xBF, .. "{\"addresses\":[\"x y\"]}"u8], "application/json", 1, "not-an-address").SetArgDisplayNames("json with a mark");
    }

    [TestCaseSource(nameof(Lists))]
    public async Task Reads_every_row_of_a_list(byte[] list, string type, int rows, string reason)
    {
        using var response = await SendAsync(list, type);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created), await response.Content.ReadAsStringAsync());
        var answer = await JsonOf(response);
        var first = (await RowsAsync((int)answer["id"]!))[0]!;

        Assert.Multiple(() =>
        {
            Assert.That((int?)answer["rows"], Is.EqualTo(rows));
            Assert.That((string?)answer["state"], Is.EqualTo("done"));
            Assert.That((string?)first["reason"], Is.EqualTo(reason));
        });
    }

    private static IEnumerable<TestCaseData> Broken()
    {
        yield return new TestCaseData(Array.Empty<byte>(), "text/plain", HttpStatusCode.BadRequest, "bad-batch").SetArgDisplayNames("nothing");
        yield return new TestCaseData(Packed[..^12], "text/plain", HttpStatusCode.BadRequest, "broken-list").SetArgDisplayNames("gzip cut off");
        yield return new TestCaseData(Packed[..^4], "text/plain", HttpStatusCode.BadRequest, "broken-list").SetArgDisplayNames("gzip without its last bytes");
        yield return new TestCaseData("{\"addresses\":[\"https://exam"u8.ToArray(), "application/json", HttpStatusCode.BadRequest, "bad-batch").SetArgDisplayNames("json cut off");
        yield return new TestCaseData("{\"addresses\":[\"x\"],\"revisions\":\"old\"}"u8.ToArray(), "application/json", HttpStatusCode.BadRequest, "bad-batch").SetArgDisplayNames("unknown revisions");
        yield return new TestCaseData("{\"addresses\":[\"x\"],\"ruleset\":\"nobodys\"}"u8.ToArray(), "application/json", HttpStatusCode.BadRequest, "bad-batch").SetArgDisplayNames("unknown ruleset");
        yield return new TestCaseData("{\"category\":\"A\",\"playlist\":\"PLabcdefghijk\"}"u8.ToArray(), "application/json", HttpStatusCode.BadRequest, "bad-batch").SetArgDisplayNames("two sources");
        yield return new TestCaseData("x"u8.ToArray(), "image/png", HttpStatusCode.UnsupportedMediaType, "not-json").SetArgDisplayNames("a picture");
        yield return new TestCaseData(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", 101))), "text/plain", HttpStatusCode.RequestEntityTooLarge, "too-many-rows").SetArgDisplayNames("too many rows");
        yield return new TestCaseData(new byte[1_100_000], "text/plain", HttpStatusCode.RequestEntityTooLarge, "too-large").SetArgDisplayNames("too large");
        yield return new TestCaseData(Pack(new string('x', 1_100_000)), "text/plain", HttpStatusCode.RequestEntityTooLarge, "too-large").SetArgDisplayNames("too large unpacked");
    }

    [TestCaseSource(nameof(Broken))]
    public async Task Keeps_nothing_of_a_list_that_it_refuses(byte[] list, string type, HttpStatusCode status, string problem)
    {
        Api.With("Batches:MostMegabytes", "1").With("Batches:MostRows", "100");
        using var response = await SendAsync(list, type);
        await AssertProblemAsync(response, status, problem);
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<BatchContext>>().CreateDbContextAsync();
        Assert.That((await context.Batches.CountAsync(), await context.Rows.CountAsync()), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Reports_a_row_that_never_ends_and_reads_on()
    {
        var id = await MakeAsync($"url\n\"https://example.org/{new string('x', 20_000)}\nhttps://example.org/2\n", "text/csv");
        Assert.That((await RowsAsync(id)).Select(row => (string?)row!["reason"]), Is.EqualTo(new[] { "too-long", "other-site" }));
    }

    [Test]
    public async Task Has_so_many_batches_open_and_no_more()
    {
        Api.With("Batches:MostOpen", "1");
        Upstream.Answers("titles=Measles", "measles.json");
        var id = await MakeAsync(Measles);
        using var paused = await (await ResearcherAsync()).PostAsync(new Uri($"/v1/batches/{id}/pause", UriKind.Relative), null);
        using var second = await SendAsync(Encoding.UTF8.GetBytes(Measles), "text/plain");
        await AssertProblemAsync(second, HttpStatusCode.Conflict, "too-many-batches");
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();

        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
