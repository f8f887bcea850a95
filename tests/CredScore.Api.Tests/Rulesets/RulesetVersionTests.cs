using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Rulesets;

internal sealed class RulesetVersionTests : EducatorTests
{
    [Test]
    public async Task Scores_by_a_published_version_and_says_whose_rules_they_are()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await EducatorAsync();
        var key = await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 90);
        using var byDefault = await ScoreAsync(Measles);
        using var byClass = await ScoreAsync(Measles, $"&ruleset={key}");
        var score = await JsonOf(byClass);

        Assert.Multiple(async () =>
        {
            Assert.That((string?)score["versions"]!["ruleset"], Is.EqualTo("rivera/1"));
            Assert.That((string?)score["versions"]!["author"], Is.EqualTo("Dr Rivera"));
            Assert.That((double?)score["score"], Is.Not.EqualTo((double?)(await JsonOf(byDefault))["score"]));
            Assert.That(Upstream.Calls.Count(call => call.Query.Contains("titles=Measles", StringComparison.Ordinal)), Is.EqualTo(1), "Another ruleset needs no network.");
        });
    }

    [Test]
    public async Task Gives_the_stored_number_again_by_every_version_that_ever_was()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var educator = await EducatorAsync();
        var keys = new List<string>();
        var scores = new List<double?>();

        foreach (var weight in new[] { 20, 60, 5 })
        {
            keys.Add(await PublishAsync(educator, "rivera", draft => draft["criteria"]![1]!["weight"] = weight, keys.LastOrDefault() ?? "general"));
            using var response = await ScoreAsync(Measles, $"&ruleset={keys[^1]}");
            scores.Add((double?)(await JsonOf(response))["score"]);
        }

        // Retired in between, and asked of a service that has forgotten everything but its database.
        using var retired = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets/rivera/1/retire");
        Assert.That(retired.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var restarted = new CredScoreApi().With("ConnectionStrings:CredScore", $"Data Source={Api.DatabaseFile}");
        using var client = restarted.CreateClient();
        var again = new List<double?>();

        foreach (var key in keys)
        {
            again.Add((double?)JsonNode.Parse(await client.GetStringAsync(new Uri($"/v1/scores?url={Uri.EscapeDataString(Measles)}&ruleset={key}", UriKind.Relative)))!["score"]);
        }

        Assert.That(keys, Is.EqualTo(new[] { "rivera/1", "rivera/2", "rivera/3" }));
        Assert.That(again, Is.EqualTo(scores));
        Assert.That(scores.Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task Tells_the_history_in_words()
    {
        using var educator = await EducatorAsync();
        await PublishAsync(educator, "rivera", draft => draft["criteria"]![0]!["weight"] = 35);
        var versions = JsonNode.Parse(await Client.GetStringAsync(new Uri("/v1/rulesets/rivera/versions", UriKind.Relative)))!;

        Assert.Multiple(() =>
        {
            Assert.That((string?)versions[0]!["author"], Is.EqualTo("Dr Rivera"));
            Assert.That((string?)versions[0]!["note"], Is.EqualTo("For my class."));
            Assert.That((string?)versions[0]!["parent"], Does.StartWith("general/"));
            Assert.That(versions[0]!["changes"]!.AsArray().Select(change => (string?)change), Has.Some.StartsWith("Sources counts 35 instead of"));
        });
    }

    [Test]
    public async Task Exports_what_can_be_imported_again()
    {
        using var educator = await EducatorAsync();
        await PublishAsync(educator, "rivera", draft => draft["overrides"] = JsonNode.Parse("""[{ "kind": "host", "value": "nice.org.uk", "countsAs": "guideline", "because": "We teach from it." }]"""));
        using var other = await EducatorAsync("Dr Chen");
        var file = JsonNode.Parse(await Client.GetStringAsync(new Uri("/v1/rulesets/rivera/1/file", UriKind.Relative)))!;
        file["id"] = "chen";
        using var imported = await SendAsync(other, HttpMethod.Post, "/v1/rulesets/import", file);
        var answer = await JsonOf(imported);

        Assert.Multiple(() =>
        {
            Assert.That(imported.StatusCode, Is.EqualTo(HttpStatusCode.OK), answer.ToJsonString());
            Assert.That((string?)answer["face"]!["state"], Is.EqualTo("draft"));
            Assert.That((string?)answer["ruleset"]!["overrides"]![0]!["because"], Is.EqualTo("We teach from it."));
            Assert.That((string?)answer["ruleset"]!["author"], Is.Null, "The service says who the author is, when it is published.");
        });
    }

    [Test]
    public async Task Never_changes_what_was_published()
    {
        using var educator = await EducatorAsync();
        var (draft, stamp) = await BeginAsync(educator, "rivera");
        using var published = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets/rivera/draft/publish", new { note = "" }, stamp);
        using var late = await SaveAsync(educator, "rivera", stamp, draft);
        await AssertProblemAsync(late, HttpStatusCode.NotFound, "draft-missing");
    }

    [Test]
    public async Task Lets_one_of_two_racing_editors_save_and_tells_the_other()
    {
        using var educator = await EducatorAsync();
        var (draft, stamp) = await BeginAsync(educator, "rivera");
        var racing = await Task.WhenAll(Enumerable.Range(1, 6).Select(weight =>
        {
            var mine = draft.DeepClone();
            mine["criteria"]![0]!["weight"] = weight;
            return SaveAsync(educator, "rivera", stamp, mine);
        }).Append(SendAsync(educator, HttpMethod.Post, "/v1/rulesets/rivera/draft/publish", new { note = "" }, stamp)));

        var statuses = racing.Select(response => response.StatusCode).ToList();
        Array.ForEach(racing, response => response.Dispose());
        Assert.That(statuses.Count(status => status == HttpStatusCode.OK), Is.EqualTo(1), string.Join(' ', statuses));
        Assert.That(statuses.Where(status => status != HttpStatusCode.OK), Has.All.AnyOf(HttpStatusCode.PreconditionFailed, HttpStatusCode.NotFound));
    }

    [TestCase("""{ "weight": "NaN" }""", "$.criteria[0].weight")]
    [TestCase("""{ "feature": "sources.no_such" }""", "$.criteria[0].measures[0].feature")]
    [TestCase("""{ "bands": 1 }""", "$.bands")]
    [TestCase("""{ "zero": 1 }""", "$.criteria")]
    [TestCase("""{ "order": 1 }""", "$.bands")]
    [TestCase("""{ "flag": 1 }""", "$.caps")]
    [TestCase("""{ "parent": 1 }""", "$")]
    [TestCase("""{ "cycle": 1 }""", "$.criteria[0]")]
    public async Task Refuses_a_bad_ruleset_by_path_and_saves_nothing(string fault, string path)
    {
        using var educator = await EducatorAsync();
        var (draft, stamp) = await BeginAsync(educator, "rivera");
        Spoil(draft, JsonNode.Parse(fault)!);
        using var refused = await SaveAsync(educator, "rivera", stamp, draft);
        var problem = await JsonOf(refused);
        var kept = JsonNode.Parse(await educator.GetStringAsync(new Uri("/v1/rulesets/rivera/draft", UriKind.Relative)))!;

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(problem["faults"]!.AsArray().Select(one => (string?)one!["path"]), Has.Some.EqualTo(path), problem.ToJsonString());
            Assert.That((string?)kept["face"]!["stamp"], Is.EqualTo(stamp));
        });
    }

    [Test]
    public async Task Refuses_ten_megabytes()
    {
        using var educator = await EducatorAsync();
        using var content = new StringContent(new string(' ', 10_000_000));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var refused = await educator.PostAsync(new Uri("/v1/rulesets/import", UriKind.Relative), content);
        await AssertProblemAsync(refused, HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Test]
    public async Task Hides_a_draft_from_everybody_but_its_educator()
    {
        using var educator = await EducatorAsync();
        var (draft, stamp) = await BeginAsync(educator, "rivera");
        using var other = await EducatorAsync("Dr Chen");
        using var owner = await JoinAsync("The owner", Roles.Owner);

        foreach (var client in new[] { other, owner })
        {
            using var read = await client.GetAsync(new Uri("/v1/rulesets/rivera/draft", UriKind.Relative));
            using var saved = await SaveAsync(client, "rivera", stamp, draft);
            using var published = await SendAsync(client, HttpMethod.Post, "/v1/rulesets/rivera/draft/publish", new { note = "" }, stamp);
            using var begun = await SendAsync(client, HttpMethod.Post, "/v1/rulesets", new { id = "rivera", from = "general" });
            await AssertProblemAsync(read, HttpStatusCode.NotFound, "draft-missing");
            await AssertProblemAsync(saved, HttpStatusCode.NotFound, "draft-missing");
            await AssertProblemAsync(published, HttpStatusCode.NotFound, "draft-missing");
            await AssertProblemAsync(begun, HttpStatusCode.Conflict, "id-taken");
        }

        using var scored = await ScoreAsync(Measles, "&ruleset=rivera/1");
        await AssertProblemAsync(scored, HttpStatusCode.BadRequest, "unknown-ruleset");
    }

    [Test]
    public async Task Tries_a_ruleset_on_pages_and_saves_nothing()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var researcher = await JoinAsync("A researcher", Roles.Researcher, Scopes.Read);
        var file = JsonNode.Parse(await Client.GetStringAsync(new Uri("/v1/rulesets/medical/2/file", UriKind.Relative)))!;
        file["criteria"]![0]!["weight"] = 90;
        using var tried = await SendAsync(researcher, HttpMethod.Post, $"/v1/rulesets/preview?from=general&url={Uri.EscapeDataString(Measles)}", file);
        using var alone = await SendAsync(researcher, HttpMethod.Post, "/v1/rulesets/preview", file);
        using var elsewhere = await SendAsync(researcher, HttpMethod.Post, "/v1/rulesets/preview?from=youtube-general", file);
        using var nowhere = await SendAsync(researcher, HttpMethod.Post, "/v1/rulesets/preview?from=nobody/9", file);
        using var nobody = await SendAsync(Client, HttpMethod.Post, "/v1/rulesets/preview", file);
        var answer = await JsonOf(tried);

        Assert.Multiple(async () =>
        {
            Assert.That((string?)answer["from"], Does.StartWith("general/"));
            Assert.That((int?)answer["preview"]!["pages"], Is.EqualTo(3));
            Assert.That(answer["preview"]!["bands"]!.AsArray().Select(band => (string?)band!["band"]), Is.EqualTo(new[] { "strong", "fair", "weak", "insufficient" }));
            Assert.That((string?)answer["page"]!["title"], Is.EqualTo("Measles"));
            Assert.That((double?)answer["page"]!["after"], Is.Not.EqualTo((double?)answer["page"]!["before"]));
            Assert.That((string?)(await JsonOf(alone))["from"], Is.EqualTo("medical/2"));
            await AssertProblemAsync(elsewhere, HttpStatusCode.BadRequest, "bad-request");
            await AssertProblemAsync(nowhere, HttpStatusCode.NotFound, "ruleset-missing");
            await AssertProblemAsync(nobody, HttpStatusCode.Unauthorized, "key-needed");
        });
    }

    [Test]
    public async Task Takes_a_change_of_a_draft_back_for_its_own_educator_only()
    {
        using var educator = await EducatorAsync();
        var (draft, stamp) = await BeginAsync(educator, "rivera");
        var before = (double)draft["criteria"]![0]!["weight"]!;
        draft["criteria"]![0]!["weight"] = 77;
        using var saved = await SaveAsync(educator, "rivera", stamp, draft);
        var newest = (string)(await JsonOf(saved))["face"]!["stamp"]!;
        using var other = await EducatorAsync("Dr Chen");
        using var stolen = await SendAsync(other, HttpMethod.Post, "/v1/rulesets/rivera/draft/undo", null, newest);
        using var outdated = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets/rivera/draft/undo", null, stamp);
        using var undone = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets/rivera/draft/undo", null, newest);

        await AssertProblemAsync(stolen, HttpStatusCode.NotFound, "draft-missing");
        await AssertProblemAsync(outdated, HttpStatusCode.PreconditionFailed, "changed-meanwhile");
        Assert.That((double?)(await JsonOf(undone))["ruleset"]!["criteria"]![0]!["weight"], Is.EqualTo(before));
    }

    [Test]
    public async Task Opens_nothing_to_those_who_may_not_write()
    {
        using var nobody = Api.CreateClient();
        using var researcher = await JoinAsync("A researcher", Roles.Researcher);
        using var reader = await JoinAsync("Dr Reader", Roles.Educator, Scopes.Read);
        using var anonymous = await SendAsync(nobody, HttpMethod.Post, "/v1/rulesets", new { id = "mine", from = "general" });
        using var byResearcher = await SendAsync(researcher, HttpMethod.Post, "/v1/rulesets", new { id = "mine", from = "general" });
        using var byReader = await SendAsync(reader, HttpMethod.Post, "/v1/rulesets", new { id = "mine", from = "general" });
        using var changes = await reader.GetAsync(new Uri("/v1/account/changes", UriKind.Relative));

        await AssertProblemAsync(anonymous, HttpStatusCode.Unauthorized, "key-needed");
        await AssertProblemAsync(byResearcher, HttpStatusCode.Forbidden, "not-allowed");
        await AssertProblemAsync(byReader, HttpStatusCode.Forbidden, "not-allowed");
        await AssertProblemAsync(changes, HttpStatusCode.Forbidden, "not-allowed");
    }

    private static void Spoil(JsonNode draft, JsonNode fault)
    {
        var first = draft["criteria"]![0]!;

        switch (fault.AsObject().First().Key)
        {
            case "weight":
                first["weight"] = "NaN";
                break;
            case "feature":
                first["measures"]![0]!["feature"] = "sources.no_such";
                break;
            case "bands":
                draft["bands"] = 1;
                break;
            case "zero":
                draft["criteria"]!.AsArray().ToList().ForEach(criterion => criterion!["weight"] = 0);
                break;
            case "order":
                draft["bands"]!["fair"] = 90;
                break;
            case "parent":
                draft["parent"] = "rivera/1";
                break;
            case "cycle":
                // No part of a ruleset can name another, so that there is no way to write a cycle.
                first["criteria"] = new JsonArray(JsonValue.Create((string)first["id"]!));
                break;
            default:
                draft["caps"] = new JsonArray();
                break;
        }
    }
}
