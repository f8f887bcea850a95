using System.Net;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Alternatives;

internal sealed class AlternativesTests : ApiTests
{
    [Test]
    public async Task Puts_alternatives_beside_a_score_without_asking_anybody_else()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync(Measles);
        var json = await JsonOf(response);

        Assert.That(json["alternatives"]!.AsArray().Select(alternative => (string?)alternative!["url"]), Does.Contain("https://medlineplus.gov/measles.html"));
        Assert.That((string?)json["topics"]![0]!["name"], Is.EqualTo("Measles"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Gives_a_stored_score_the_same_alternatives_and_the_same_tag()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var first = await ScoreAsync(Measles);
        using var second = await ScoreAsync(Measles);

        Assert.That((await JsonOf(second))["alternatives"]!.ToJsonString(), Is.EqualTo((await JsonOf(first))["alternatives"]!.ToJsonString()));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
    }

    [Test]
    public async Task Answers_304_to_who_has_the_score_with_its_alternatives()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var first = await ScoreAsync(Measles);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/v1/scores?url={Uri.EscapeDataString(Measles)}", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await Client.SendAsync(request);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public async Task Lists_the_alternatives_of_a_page()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await AskAsync($"url={Uri.EscapeDataString(Measles)}");
        var json = await JsonOf(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(json["alternatives"]!.AsArray(), Has.Count.InRange(3, 8));
        Assert.That(json["late"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Lists_the_alternatives_on_a_topic_by_its_name()
    {
        using var response = await AskAsync("topic=type%202%20diabetes");
        var json = await JsonOf(response);
        Assert.That((string?)json["topics"]![0]!["name"], Is.EqualTo("Type 2 diabetes"));
        Assert.That(json["alternatives"]!.AsArray(), Has.Count.InRange(3, 8));
    }

    [Test]
    public async Task Says_nothing_of_a_topic_that_it_does_not_know()
    {
        using var response = await AskAsync("topic=tide%20mills");
        var json = await JsonOf(response);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((json["topics"]!.AsArray().Count, json["alternatives"]!.AsArray().Count), Is.EqualTo((0, 0)));
    }

    [TestCase("", "bad-alternatives-question")]
    [TestCase("url=&topic=", "bad-alternatives-question")]
    [TestCase("topic=measles&url=https%3A%2F%2Fen.wikipedia.org%2Fwiki%2FMeasles", "bad-alternatives-question")]
    [TestCase("url=nonsense", "bad-address")]
    public async Task Refuses_a_question_that_asks_for_nothing_or_for_two_things(string query, string type)
    {
        using var response = await AskAsync(query);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, type);
    }

    [Test]
    public async Task Refuses_a_topic_that_is_no_name()
    {
        using var response = await AskAsync($"topic={new string('a', 201)}");
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-alternatives-question");
    }

    private Task<HttpResponseMessage> AskAsync(string query) => Client.GetAsync(new Uri($"/v1/alternatives?{query}", UriKind.Relative));
}
