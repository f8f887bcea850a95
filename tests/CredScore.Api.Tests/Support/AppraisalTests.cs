using System.Net;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;

namespace CredScore.Api.Tests.Support;

/// <summary>A service with a class that collects appraisals, and members who give some.</summary>
internal abstract class AppraisalTests : ResearcherTests
{
    protected const string Mumps = "https://en.wikipedia.org/wiki/Mumps";

    protected static string Token(int member) => Convert.ToBase64String(Enumerable.Repeat((byte)member, 32).ToArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>Makes a class; answers with its code.</summary>
    protected static async Task<string> ClassAsync(HttpClient educator, bool collects = true, string name = "Physiology")
    {
        using var made = await SendAsync(educator, HttpMethod.Post, "/v1/classes", new { name, collectsAppraisals = collects });
        Assert.That(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return (string)(await JsonOf(made))["class"]!["code"]!;
    }

    protected Task<HttpResponseMessage> AppraiseAsync(string code, int member, object answers, string url = Measles, bool consent = true)
        => SendAsync(Client, HttpMethod.Put, $"/v1/classes/{code}/appraisals/{Token(member)}", new { url, consent, answers });

    /// <summary>Lets members appraise a page, each with an answer of their own to the last question.</summary>
    protected async Task AppraiseAllAsync(string code, string url, params int[] overall)
    {
        for (var member = 0; member < overall.Length; member++)
        {
            using var taken = await AppraiseAsync(code, member + 1, new { overall = overall[member], sources = Math.Max(1, overall[member] - 1) }, url);
            Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await taken.Content.ReadAsStringAsync());
        }
    }

    protected static async Task<JsonNode> AgreementAsync(HttpClient educator, string code)
        => JsonNode.Parse(await educator.GetStringAsync(new Uri($"/v1/classes/{code}/agreement", UriKind.Relative)))!;

    protected Task<HttpClient> ReaderAsync(string name) => JoinAsync(name, Roles.Educator, Scopes.Read);
}
