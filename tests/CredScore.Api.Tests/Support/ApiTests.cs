using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CredScore.Api.Tests.Support;

/// <summary>A test's own service and a client of it. What nobody recorded, asked of the outside world, fails the test.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class ApiTests : IDisposable
{
    protected const string Measles = "https://en.wikipedia.org/wiki/Measles";

    protected const string Video = "https://www.youtube.com/watch?v=c4r3dSc0rE1";

    private readonly Lazy<HttpClient> _client;

    protected ApiTests() => _client = new(() => Api.CreateClient());

    protected CredScoreApi Api { get; } = new();

    protected RecordedUpstream Upstream => Api.Upstream;

    protected HttpClient Client => _client.Value;

    [TearDown]
    public void Nothing_was_asked_that_nobody_recorded() => Assert.That(Upstream.Unexpected, Is.Empty);

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        Api.Dispose();
    }

    protected Task<HttpResponseMessage> ScoreAsync(string address, string more = "")
        => Client.GetAsync(new Uri($"/v1/scores?url={Uri.EscapeDataString(address)}{more}", UriKind.Relative));

    protected static async Task<JsonNode> JsonOf(HttpResponseMessage response)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    protected static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string type, string? reason = null)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), body);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        var problem = JsonNode.Parse(body)!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)problem["type"], Is.EqualTo($"urn:credscore:problem:{type}"));
            Assert.That((string?)problem["detail"], Does.EndWith("."));
            Assert.That(reason, Is.Null.Or.EqualTo((string?)problem["reason"]));
            Assert.That(body, Does.Not.Contain("   at "));
        });
    }

    protected Task<HttpResponseMessage> PostAsync(string path, object body) => Client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
}
