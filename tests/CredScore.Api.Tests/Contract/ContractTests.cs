using System.Text.Json.Nodes;
using CredScore.Api.Tests.Support;
using CredScore.Scoring.Features;

namespace CredScore.Api.Tests.Contract;

internal sealed class ContractTests : ApiTests
{
    /// <summary>To accept a change of the contract, run this test with APPROVE=1 and read the difference.</summary>
    [Test]
    public async Task Keeps_to_the_contract_that_is_checked_in()
    {
        var now = await Client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative));
        await Approved.MatchAsync(now, "api", "openapi.json");
    }

    [Test]
    public async Task Lists_every_feature()
    {
        using var response = await Client.GetAsync(new Uri("/v1/features", UriKind.Relative));
        var features = (await JsonOf(response)).AsArray();
        Assert.That(features.Select(feature => (string?)feature!["name"]), Is.EqualTo(ArticleFeatures.All.Select(feature => feature.Name).Concat(VideoFeatures.All.Select(feature => feature.Name))));
        Assert.That(features.Select(feature => (string?)feature!["description"]), Has.All.EndsWith("."));
    }

    [Test]
    public async Task Shows_every_ruleset_whole()
    {
        using var list = await Client.GetAsync(new Uri("/v1/rulesets", UriKind.Relative));

        foreach (var summary in (await JsonOf(list)).AsArray())
        {
            using var response = await Client.GetAsync(new Uri($"/v1/rulesets/{summary!["id"]}", UriKind.Relative));
            var ruleset = await JsonOf(response);
            Assert.That((string?)ruleset["site"], Is.EqualTo((string?)summary["site"]).And.AnyOf("wikipedia", "youtube"));
            Assert.That((string?)ruleset["name"], Is.EqualTo((string?)summary["name"]));
            Assert.That(ruleset["criteria"]![0]!["measures"]![0]!["curve"]!.AsArray(), Has.Count.GreaterThan(1));
        }

        using var missing = await Client.GetAsync(new Uri("/v1/rulesets/nonsense", UriKind.Relative));
        await AssertProblemAsync(missing, System.Net.HttpStatusCode.NotFound, "ruleset-missing");
    }

    [Test]
    public async Task Describes_every_answer_of_the_main_route()
    {
        var contract = JsonNode.Parse(await Client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative)))!;
        var answers = contract["paths"]!["/v1/scores"]!["get"]!["responses"]!.AsObject().Select(answer => answer.Key);
        Assert.That(answers, Is.SupersetOf(new[] { "200", "304", "400", "404", "422", "429", "502", "503" }));
    }
}
