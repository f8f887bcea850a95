using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Scores;

internal sealed class ScoreTests : ApiTests
{
    [Test]
    public async Task Scores_an_article_with_one_question_to_Wikipedia()
    {
        Upstream.Answers("titles=Measles", "measles.json");

        using var response = await ScoreAsync("en.m.wikipedia.org/wiki/measles#Prevention");
        var score = await JsonOf(response);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That((string?)score["origin"], Is.EqualTo("fetched"));
            Assert.That((bool)score["stale"]!, Is.False);
            Assert.That((string?)score["page"]!["key"], Is.EqualTo("wikipedia:en:Measles"));
            Assert.That((long)score["page"]!["revision"]!, Is.EqualTo(1300000001));
            Assert.That((DateTimeOffset)score["page"]!["fetchedAt"]!, Is.EqualTo(Api.Clock.GetUtcNow()));
            Assert.That(score["references"]!.AsArray(), Has.Count.EqualTo(3));
            Assert.That(score["criteria"]!.AsArray(), Is.Not.Empty);
            Assert.That((string?)score["versions"]!["ruleset"], Does.StartWith("medical/"));
        });
    }

    [Test]
    public async Task Asks_as_itself_and_for_everything_at_once()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync(Measles);
        var query = Uri.UnescapeDataString(Upstream.Calls[0].Query);

        Assert.Multiple(() =>
        {
            Assert.That(Upstream.Calls[0].Host, Is.EqualTo("en.wikipedia.org"));
            Assert.That(Upstream.UserAgents[0], Does.Match(@"^CredScore/\d.*tests@credscore\.example.*\.NET/"));
            Assert.That(query, Does.Contain("prop=revisions|info|pageprops|pageassessments").And.Contain("redirects=1").And.Contain("rctitle=Measles").And.Contain("rcend=2026-10-23T12:00:00Z"));
        });
    }

    [Test]
    public async Task Answers_from_the_store_until_the_page_is_old()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Measles", "measles-edited.json");
        using var first = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromMinutes(9));
        using var second = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromMinutes(2));
        using var third = await ScoreAsync(Measles);

        Assert.That((string?)(await JsonOf(second))["origin"], Is.EqualTo("stored"));
        Assert.That((long)(await JsonOf(third))["page"]!["revision"]!, Is.EqualTo(1300000009));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Keeps_scores_over_a_restart()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var first = await ScoreAsync(Measles);

        using var restarted = new CredScoreApi().With("Storage:Directory", Api.DataFolder);
        using var client = restarted.CreateClient();
        using var second = await client.GetAsync(new Uri($"/v1/scores?url={Measles}", UriKind.Relative));

        Assert.That((string?)(await JsonOf(second))["origin"], Is.EqualTo("stored"));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That(restarted.Upstream.Calls, Is.Empty);
    }

    [Test]
    public async Task Never_asks_twice_for_a_numbered_revision()
    {
        Upstream.Answers("revids=1200000042", "measles-revision.json");
        var address = "https://en.wikipedia.org/w/index.php?title=Measles&oldid=1200000042";
        using var first = await ScoreAsync(address);
        Api.Clock.Advance(TimeSpan.FromDays(400));
        using var second = await ScoreAsync(address);
        using var third = await ScoreAsync("https://en.wikipedia.org/?oldid=1200000042");

        Assert.That((long)(await JsonOf(third))["page"]!["revision"]!, Is.EqualTo(1200000042));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That(third.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.FromDays(1)));
    }

    [Test]
    public async Task Knows_a_redirect_and_a_page_number_again()
    {
        Upstream.Answers("titles=English measles", "measles-redirect.json").Answers("pageids=58911", "measles-by-number.json");
        using var redirect = await ScoreAsync("https://en.wikipedia.org/wiki/English_measles");
        using var number = await ScoreAsync("https://en.wikipedia.org/?curid=58911");
        Assert.That((string?)(await JsonOf(redirect))["page"]!["key"], Is.EqualTo("wikipedia:en:Measles"));

        using var restarted = new CredScoreApi().With("Storage:Directory", Api.DataFolder);
        using var client = restarted.CreateClient();

        foreach (var address in (string[])["English_measles", "Measles", "X?curid=58911"])
        {
            using var again = await client.GetAsync(new Uri($"/v1/scores?url=https://en.wikipedia.org/wiki/{address}", UriKind.Relative));
            Assert.That((string?)(await JsonOf(again))["page"]!["title"], Is.EqualTo("Measles"), address);
        }

        Assert.That(restarted.Upstream.Calls, Is.Empty);
    }

    [Test]
    public async Task Asks_once_for_many_who_want_the_same_page()
    {
        var gate = new TaskCompletionSource();
        Upstream.Answers("titles=Measles", async _ =>
        {
            await gate.Task;
            return RecordedUpstream.Response(HttpStatusCode.OK, RecordedUpstream.Read("measles.json"));
        });

        var readers = Enumerable.Range(0, 20).Select(_ => ScoreAsync(Measles)).ToArray();
        gate.SetResult();

        foreach (var response in await Task.WhenAll(readers))
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            response.Dispose();
        }

        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Says_not_modified_to_who_has_the_score()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var first = await ScoreAsync(Measles);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/scores?url={Measles}", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Client.SendAsync(request);
        using var other = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/scores?url={Measles}", UriKind.Relative));
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        using var third = await Client.SendAsync(other);

        Assert.Multiple(() =>
        {
            Assert.That(first.Headers.ETag!.Tag, Does.Contain("1300000001").And.Contain("medical/").And.Contain("2026"));
            Assert.That(first.Headers.CacheControl!.ToString(), Does.Contain("stale-while-revalidate").And.Contain("stale-if-error"));
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
            Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Answers_with_the_last_score_when_Wikipedia_is_away()
    {
        Upstream.Answers("titles=Measles", "measles.json").Fails("titles=Measles", HttpStatusCode.ServiceUnavailable);
        using var first = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var second = await ScoreAsync(Measles);
        var score = await JsonOf(second);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((bool)score["stale"]!, Is.True);
        Assert.That((string?)score["origin"], Is.EqualTo("stored"));
        Assert.That(second.Headers.CacheControl!.MaxAge, Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public async Task Asks_Wikipedia_again_a_minute_after_it_was_away()
    {
        Upstream.Answers("titles=Measles", "measles.json").Fails("titles=Measles", HttpStatusCode.Forbidden).Answers("titles=Measles", "measles-edited.json");
        using var first = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var second = await ScoreAsync(Measles);
        using var third = await ScoreAsync(Measles);
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2));

        Api.Clock.Advance(TimeSpan.FromMinutes(2));
        using var fourth = await ScoreAsync(Measles);

        Assert.That((bool)(await JsonOf(third))["stale"]!, Is.True);
        Assert.That((long)(await JsonOf(fourth))["page"]!["revision"]!, Is.EqualTo(1300000009));
    }

    [Test]
    public async Task Uses_the_ruleset_that_was_asked_for()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var general = await ScoreAsync(Measles, "&ruleset=general");
        using var unknown = await ScoreAsync(Measles, "&ruleset=nonsense");

        Assert.That((string?)(await JsonOf(general))["versions"]!["ruleset"], Does.StartWith("general/"));
        await AssertProblemAsync(unknown, HttpStatusCode.BadRequest, "unknown-ruleset");
    }

    [Test]
    public async Task Predicts_for_the_natural_mix_of_grades_on_demand()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var even = await ScoreAsync(Measles, "&classMix=even");
        using var natural = await ScoreAsync(Measles, "&classMix=natural");
        using var odd = await ScoreAsync(Measles, "&classMix=odd");
        using var again = await ScoreAsync(Measles);
        var (plain, mixed) = (await JsonOf(even), await JsonOf(natural));

        Assert.Multiple(() =>
        {
            Assert.That((double)mixed["prediction"]!["probabilities"]!["stub"]!, Is.GreaterThan((double)plain["prediction"]!["probabilities"]!["stub"]!));
            Assert.That(mixed["prediction"]!["notes"]!.ToJsonString(), Does.Contain("as frequent as in the whole encyclopedia"));
            Assert.That((decimal)mixed["score"]!, Is.EqualTo((decimal)plain["score"]!));
            Assert.That(natural.Headers.ETag, Is.Not.EqualTo(even.Headers.ETag), "Whoever holds the one has not got the other.");
            Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        });
        Assert.That((await JsonOf(again))["prediction"]!.ToJsonString(), Is.EqualTo(plain["prediction"]!.ToJsonString()), "What is kept is in the even mix.");
        await AssertProblemAsync(odd, HttpStatusCode.BadRequest, "unknown-class-mix");
    }

    [TestCase("&ruleset=general", "")]
    [TestCase("", "&ruleset=general")]
    public async Task Scores_by_another_ruleset_without_the_network(string first, string second)
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var other = new CredScoreApi();
        other.Upstream.Answers("titles=Measles", "measles.json");
        using var stranger = other.CreateClient();
        using var fresh = await stranger.GetAsync(new Uri($"/v1/scores?url={Measles}{second}", UriKind.Relative));

        using var before = await ScoreAsync(Measles, first);
        using var response = await ScoreAsync(Measles, second);
        var (expected, rescored) = (await JsonOf(fresh), await JsonOf(response));

        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
        Assert.That((string?)rescored["origin"], Is.EqualTo("stored"));
        Assert.That(response.Headers.ETag, Is.EqualTo(fresh.Headers.ETag));
        Assert.That((double)rescored["score"]!, Is.Not.EqualTo((double)(await JsonOf(before))["score"]!));

        foreach (var part in (string[])["score", "band", "confidence", "caps", "improvements", "notJudged", "features", "references", "versions"])
        {
            Assert.That(rescored[part]!.ToJsonString(), Is.EqualTo(expected[part]!.ToJsonString()), part);
        }

        Assert.That(ReasonsOf(rescored), Is.EqualTo(ReasonsOf(expected)));

        // It is stored like any other: after a restart nothing has to be scored again.
        using var restarted = new CredScoreApi().With("Storage:Directory", Api.DataFolder);
        using var client = restarted.CreateClient();
        using var again = await client.GetAsync(new Uri($"/v1/scores?url={Measles}{second}", UriKind.Relative));
        Assert.That(await again.Content.ReadAsStringAsync(), Is.EqualTo(await response.Content.ReadAsStringAsync()));
        Assert.That(restarted.Upstream.Calls, Is.Empty);
        Assert.That(await CountAssessmentsAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Scores_a_numbered_revision_by_another_ruleset_years_later()
    {
        Upstream.Answers("revids=1200000042", "measles-revision.json");
        var address = "https://en.wikipedia.org/w/index.php?title=Measles&oldid=1200000042";
        using var medical = await ScoreAsync(address);
        Api.Clock.Advance(TimeSpan.FromDays(400));
        using var general = await ScoreAsync(address, "&ruleset=general");

        Assert.That((string?)(await JsonOf(general))["versions"]!["ruleset"], Does.StartWith("general/"));
        Assert.That((long)(await JsonOf(general))["page"]!["revision"]!, Is.EqualTo(1200000042));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Asks_Wikipedia_before_another_ruleset_judges_an_old_reading()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Measles", "measles-edited.json").Fails("titles=Measles", HttpStatusCode.ServiceUnavailable);
        using var medical = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var general = await ScoreAsync(Measles, "&ruleset=general");
        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var standIn = await ScoreAsync(Measles);
        var stale = await JsonOf(standIn);

        Assert.That((long)(await JsonOf(general))["page"]!["revision"]!, Is.EqualTo(1300000009));
        Assert.Multiple(() =>
        {
            Assert.That((bool)stale["stale"]!, Is.True);
            Assert.That((long)stale["page"]!["revision"]!, Is.EqualTo(1300000009));
            Assert.That((string?)stale["versions"]!["ruleset"], Does.StartWith("medical/"));
        });
    }

    [Test]
    public async Task Finds_scores_by_hash_without_being_told_the_page()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Measles", "measles-edited.json");
        using var first = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromHours(1));
        using var second = await ScoreAsync(Measles);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("wikipedia:en:Measles")));

        using var found = await Client.GetAsync(new Uri($"/v1/scores/lookup/{hash[..5].ToUpperInvariant()}", UriKind.Relative));
        using var empty = await Client.GetAsync(new Uri("/v1/scores/lookup/00000", UriKind.Relative));
        var pages = (await JsonOf(found))["pages"]!.AsArray();

        Assert.That(pages, Has.Count.EqualTo(1));
        Assert.That((string?)pages[0]!["hash"], Is.EqualTo(hash));
        Assert.That((long)pages[0]!["revision"]!, Is.EqualTo(1300000009));
        Assert.That(pages.ToJsonString(), Does.Not.Contain("Measles"));
        Assert.That((await JsonOf(empty))["pages"]!.AsArray(), Is.Empty);
    }

    [TestCase("abcd")]
    [TestCase("abcdef")]
    [TestCase("abcdg")]
    public async Task Refuses_what_is_no_hash_prefix(string prefix)
    {
        using var response = await Client.GetAsync(new Uri($"/v1/scores/lookup/{prefix}", UriKind.Relative));
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-prefix");
    }

    private static IEnumerable<string> ReasonsOf(JsonNode score) => score["criteria"]!.AsArray()
        .SelectMany(criterion => criterion!["reasons"]!.AsArray().Select(reason => $"{criterion["id"]} {criterion["points"]} {criterion["outOf"]} {reason!["id"]} {reason["text"]} {reason["effect"]} {reason["outOf"]}"));

    private async Task<int> CountAssessmentsAsync()
    {
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        return await context.Assessments.CountAsync();
    }
}
