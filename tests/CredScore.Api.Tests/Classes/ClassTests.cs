using System.Net;
using System.Text.Json.Nodes;
using CredScore.Api.Classes;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Classes;

internal sealed class ClassTests : EducatorTests
{
    [Test]
    public async Task Tells_a_student_with_the_code_whose_rules_count_and_what_to_read()
    {
        using var educator = await EducatorAsync();
        var key = await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 40);
        var code = (string)(await MakeAsync(educator, key))["class"]!["code"]!;
        var seen = JsonNode.Parse(await Client.GetStringAsync(new Uri($"/v1/classes/{code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}", UriKind.Relative)))!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)seen["by"], Is.EqualTo("Dr Rivera"));
            Assert.That((string?)seen["articleRuleset"], Is.EqualTo("rivera/1"));
            Assert.That((string?)seen["videoRuleset"], Is.Null);
            Assert.That((string?)seen["recommendations"]![0]!["url"], Is.EqualTo("https://www.who.int/measles"));
            Assert.That(seen.AsObject().Select(one => one.Key), Has.None.EqualTo("members"), "How many there are is the educator's to know.");
        });
    }

    [Test]
    public async Task Counts_members_and_nothing_else()
    {
        using var educator = await EducatorAsync();
        var code = (string)(await MakeAsync(educator, null))["class"]!["code"]!;

        foreach (var path in new[] { "members", "members", "members/leave", "members/leave", "members/leave", "members" })
        {
            using var counted = await Client.PostAsync(new Uri($"/v1/classes/{code}/{path}", UriKind.Relative), null);
            Assert.That(counted.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        var own = JsonNode.Parse(await educator.GetStringAsync(new Uri("/v1/classes", UriKind.Relative)))!;
        Assert.That((int?)own[0]!["members"], Is.EqualTo(1));
    }

    [Test]
    public async Task Keeps_a_version_in_use_from_being_retired_and_rolls_back()
    {
        using var educator = await EducatorAsync();
        var first = await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 40);
        var second = await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 60, first);
        var made = await MakeAsync(educator, second);
        using var refused = await SendAsync(educator, HttpMethod.Post, $"/v1/rulesets/{second}/retire");
        await AssertProblemAsync(refused, HttpStatusCode.Conflict, "used-by-a-class");

        using var back = await SendAsync(educator, HttpMethod.Put, $"/v1/classes/{(string)made["class"]!["code"]!}", Draft(first), (string)made["stamp"]!);
        Assert.That((string?)(await JsonOf(back))["class"]!["articleRuleset"], Is.EqualTo("rivera/1"));
        using var retired = await SendAsync(educator, HttpMethod.Post, $"/v1/rulesets/{second}/retire");
        Assert.That(retired.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var again = await SendAsync(educator, HttpMethod.Post, "/v1/classes", Draft(second));
        await AssertProblemAsync(again, HttpStatusCode.BadRequest, "bad-request");
    }

    [Test]
    public async Task Leaves_another_educators_class_alone()
    {
        using var educator = await EducatorAsync();
        var made = await MakeAsync(educator, null);
        var (code, stamp) = ((string)made["class"]!["code"]!, (string)made["stamp"]!);
        using var other = await EducatorAsync("Dr Chen");
        using var changed = await SendAsync(other, HttpMethod.Put, $"/v1/classes/{code}", Draft(null), stamp);
        using var closed = await SendAsync(other, HttpMethod.Delete, $"/v1/classes/{code}");
        await AssertProblemAsync(changed, HttpStatusCode.NotFound, "class-missing");
        await AssertProblemAsync(closed, HttpStatusCode.NotFound, "class-missing");
    }

    [Test]
    public async Task Overwrites_nobody()
    {
        using var educator = await EducatorAsync();
        var made = await MakeAsync(educator, null);
        var (path, stamp) = ($"/v1/classes/{(string)made["class"]!["code"]!}", (string)made["stamp"]!);
        using var first = await SendAsync(educator, HttpMethod.Put, path, Draft(null), stamp);
        using var second = await SendAsync(educator, HttpMethod.Put, path, Draft(null), stamp);
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await AssertProblemAsync(second, HttpStatusCode.PreconditionFailed, "changed-meanwhile");
    }

    [TestCase("http://insecure.example")]
    [TestCase("javascript:alert(1)")]
    [TestCase("https://user:secret@host.example")]
    [TestCase("nowhere")]
    public async Task Recommends_nothing_that_is_no_safe_address(string url)
    {
        using var educator = await EducatorAsync();
        using var refused = await SendAsync(educator, HttpMethod.Post, "/v1/classes", new { name = "A", recommendations = new[] { new { topic = "", title = "T", url, why = "W" } } });
        await AssertProblemAsync(refused, HttpStatusCode.BadRequest, "bad-request");
    }

    [Test]
    public async Task Stops_whoever_guesses_codes()
    {
        Api.With("Limits:CodesPerMinute", "5");

        for (var i = 0; i < 5; i++)
        {
            using var missed = await Client.GetAsync(new Uri($"/v1/classes/{ClassCode.New()}", UriKind.Relative));
            await AssertProblemAsync(missed, HttpStatusCode.NotFound, "class-missing");
        }

        using var stopped = await Client.GetAsync(new Uri($"/v1/classes/{ClassCode.New()}", UriKind.Relative));
        await AssertProblemAsync(stopped, HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Test]
    public async Task Puts_what_the_educator_recommends_before_all_other_alternatives()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await EducatorAsync();
        var code = (string)(await MakeAsync(educator, null))["class"]!["code"]!;
        var everybody = await JsonOf(await Client.GetAsync(new Uri($"/v1/alternatives?url={Uri.EscapeDataString(Measles)}", UriKind.Relative)));
        using var asked = await Client.GetAsync(new Uri($"/v1/alternatives?url={Uri.EscapeDataString(Measles)}&class={code}", UriKind.Relative));
        var alternatives = (await JsonOf(asked))["alternatives"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That((string?)alternatives[0]!["url"], Is.EqualTo("https://www.who.int/measles"));
            Assert.That((string?)alternatives[0]!["kind"], Is.EqualTo("recommendation"));
            Assert.That((string?)alternatives[0]!["provider"], Is.EqualTo("Dr Rivera"));
            Assert.That((string?)alternatives[0]!["class"], Is.EqualTo("Physiology, year 2"));
            Assert.That((string?)alternatives[0]!["why"], Is.EqualTo("Kept up to date by the WHO."));
            Assert.That(alternatives.Skip(1).Select(one => one!.ToJsonString()), Is.EqualTo(everybody["alternatives"]!.AsArray().Select(one => one!.ToJsonString())));
            Assert.That(asked.Headers.CacheControl!.Private, Is.True);
        });
    }

    [TestCase("topic=gout", false)]
    [TestCase("topic=Rubeola", true)]
    [TestCase("topic=Outbreak of MEASLES in 2019", true)]
    [TestCase("topic=Measleslike", false)]
    public async Task Recommends_on_a_topic_by_any_of_its_names(string question, bool isRecommended)
    {
        using var educator = await EducatorAsync();
        var code = (string)(await MakeAsync(educator, null))["class"]!["code"]!;
        var answer = await JsonOf(await Client.GetAsync(new Uri($"/v1/alternatives?{question}&class={code}", UriKind.Relative)));
        Assert.That(answer["alternatives"]!.AsArray().Any(one => (string?)one!["class"] is not null), Is.EqualTo(isRecommended));
    }

    [Test]
    public async Task Stops_whoever_guesses_codes_beside_a_question_and_no_member()
    {
        Api.With("Limits:CodesPerMinute", "5");
        using var educator = await EducatorAsync();
        var code = (string)(await MakeAsync(educator, null))["class"]!["code"]!;

        for (var i = 0; i < 20; i++)
        {
            using var member = await Client.GetAsync(new Uri($"/v1/alternatives?topic=gout&class={code}", UriKind.Relative));
            Assert.That(member.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        for (var i = 0; i < 5; i++)
        {
            using var missed = await Client.GetAsync(new Uri($"/v1/alternatives?topic=gout&class={ClassCode.New()}", UriKind.Relative));
            await AssertProblemAsync(missed, HttpStatusCode.NotFound, "class-missing");
        }

        using var stopped = await Client.GetAsync(new Uri($"/v1/alternatives?topic=gout&class={code}", UriKind.Relative));
        await AssertProblemAsync(stopped, HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.That(stopped.Headers.RetryAfter, Is.Not.Null);
    }

    [Test]
    public async Task Looks_pages_up_by_the_rules_of_the_class()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await EducatorAsync();
        var key = await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 90);
        using var scored = await ScoreAsync(Measles);
        var prefix = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("wikipedia:en:Measles"u8))[..5];
        var before = await LookUpAsync(prefix, key);
        using var byClass = await ScoreAsync(Measles, $"&ruleset={key}");
        var stored = await LookUpAsync(prefix, key);
        var plain = await LookUpAsync(prefix, "");
        var videos = await JsonOf(await Client.GetAsync(new Uri($"/v1/scores/lookup/{prefix}?ruleset=youtube-general", UriKind.Relative)));
        using var unknown = await Client.GetAsync(new Uri($"/v1/scores/lookup/{prefix}?ruleset=nobody/7", UriKind.Relative));

        Assert.Multiple(async () =>
        {
            var wanted = await JsonOf(byClass);
            Assert.That((string?)before["ruleset"], Is.EqualTo("rivera/1"));
            Assert.That((double?)before["score"], Is.EqualTo((double?)wanted["score"]), "Made from the stored values, without the page.");
            Assert.That((string?)before["band"], Is.EqualTo((string?)wanted["band"]));
            Assert.That(stored.ToJsonString(), Is.EqualTo(before.ToJsonString()));
            Assert.That((string?)plain["ruleset"], Does.StartWith("medical/"));
            Assert.That(videos["pages"]!.AsArray(), Is.Empty, "No rules for videos judge an article.");
            await AssertProblemAsync(unknown, HttpStatusCode.BadRequest, "unknown-ruleset");
        });
    }

    [Test]
    public void Makes_codes_that_nobody_confuses_and_nobody_guesses()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => ClassCode.New()).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(codes, Is.Unique);
            Assert.That(codes, Has.All.Matches("^[2-9A-HJKMNP-TV-Z]{8}$"));
            Assert.That(ClassCode.Read(" abcd-efgh "), Is.EqualTo("ABCDEFGH"));
            Assert.That(ClassCode.Read("ABCD-EFG"), Is.Null);
            Assert.That(ClassCode.Read("ABCD-EFG1"), Is.Null);
        });
    }

    private async Task<JsonNode> LookUpAsync(string prefix, string ruleset)
        => (await JsonOf(await Client.GetAsync(new Uri($"/v1/scores/lookup/{prefix}?ruleset={ruleset}", UriKind.Relative))))["pages"]!.AsArray().Single()!;

    private static object Draft(string? ruleset) => new
    {
        name = "Physiology, year 2",
        subject = "Medicine",
        level = "Undergraduate",
        articleRuleset = ruleset,
        recommendations = new[] { new { topic = "measles", title = "Measles", url = "https://www.who.int/measles", why = "Kept up to date by the WHO." } },
    };

    private static async Task<JsonNode> MakeAsync(HttpClient educator, string? ruleset)
    {
        using var made = await SendAsync(educator, HttpMethod.Post, "/v1/classes", Draft(ruleset));
        Assert.That(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return await JsonOf(made);
    }
}
