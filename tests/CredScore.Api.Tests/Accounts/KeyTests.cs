using System.Net;
using System.Net.Http.Headers;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Accounts;

/// <summary>What a key opens, for how long and how often.</summary>
internal sealed class KeyTests : EducatorTests
{
    [TestCase(Scopes.Read, true, false)]
    [TestCase(Scopes.Write, true, true)]
    [TestCase(Scopes.Batches, false, false)]
    [TestCase(Scopes.Exports, false, false)]
    [TestCase("exports write batches", true, true)]
    public async Task Opens_what_its_scopes_say_and_nothing_else(string scope, bool reads, bool writes)
    {
        using var client = await JoinAsync("Dr Rivera", Roles.Educator, scope);
        using var read = await client.GetAsync(new Uri("/v1/classes", UriKind.Relative));
        using var written = await SendAsync(client, HttpMethod.Post, "/v1/classes", new { name = "Physiology" });
        var account = await JsonOf(await client.GetAsync(new Uri("/v1/account", UriKind.Relative)));

        Assert.Multiple(() =>
        {
            Assert.That(read.StatusCode, Is.EqualTo(reads ? HttpStatusCode.OK : HttpStatusCode.Forbidden));
            Assert.That(written.StatusCode, Is.EqualTo(writes ? HttpStatusCode.OK : HttpStatusCode.Forbidden));
            Assert.That((string?)account["scope"], Is.EqualTo(Scopes.Order([scope])), "Any key may be asked what it opens.");
        });
    }

    [TestCase("owner")]
    [TestCase("")]
    [TestCase("read root")]
    public async Task Is_not_made_with_a_scope_that_nobody_knows(string scope)
    {
        var educator = await MakeAsync("Dr Rivera", Roles.Educator);
        Assert.That(() => People.MakeKeyAsync(educator, new("laptop", scope, 30), default), Throws.TypeOf<RefusedException>());
    }

    [TestCase(0, 30)]
    [TestCase(10_001, 30)]
    [TestCase(null, 0)]
    [TestCase(null, 367)]
    public async Task Is_not_made_without_an_end_or_a_quota(int? mostPerDay, int days)
    {
        var educator = await MakeAsync("Dr Rivera", Roles.Educator);
        Assert.That(() => People.MakeKeyAsync(educator, new("laptop", Scopes.Read, days, mostPerDay), default), Throws.TypeOf<RefusedException>());
    }

    [Test]
    public async Task Waits_for_the_next_day_when_its_quota_is_spent()
    {
        var educator = await MakeAsync("Dr Rivera", Roles.Educator);
        using var client = Api.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await People.MakeKeyAsync(educator, new("laptop", Scopes.Read, 7, 3), default));

        var passed = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StatusAsync(client)));
        using var spent = await client.GetAsync(new Uri("/v1/account", UriKind.Relative));
        Assert.That(passed.Count(status => status == HttpStatusCode.OK), Is.EqualTo(3), "However many come at once.");
        await AssertProblemAsync(spent, HttpStatusCode.TooManyRequests, "quota-spent");
        Assert.That(spent.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromHours(12)));

        Api.Clock.Advance(TimeSpan.FromHours(12));
        Assert.That(await StatusAsync(client), Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/v1/account", UriKind.Relative));
        return response.StatusCode;
    }
}
