using System.Text;
using System.Text.Json.Nodes;

namespace CredScore.Api.Tests.Batches;

/// <summary>A list of addresses on its way to a table.</summary>
internal sealed class BatchExportTests : BatchTestBase
{
    [Test]
    public async Task Waits_for_a_batch_that_still_runs_and_lets_others_go_first()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json");
        using var read = await ScoreAsync("https://en.wikipedia.org/wiki/Mumps");
        var researcher = await ResearcherAsync();
        var id = await MakeAsync(Measles);
        using var asked = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", new { batch = id, format = "jsonl" });
        var other = await ExportAsync(researcher, new { format = "jsonl" });
        var waiting = await JsonAsync(researcher, asked.Headers.Location!);

        await Worker.RunAsync(default);
        Api.Clock.Advance(TimeSpan.FromSeconds(2));
        var ready = await EndOfAsync(researcher, asked.Headers.Location!);

        Assert.Multiple(async () =>
        {
            Assert.That((string?)other["state"], Is.EqualTo("ready"));
            Assert.That((string?)waiting["state"], Is.EqualTo("waiting"));
            Assert.That((string?)ready["state"], Is.EqualTo("ready"), ready.ToJsonString());
            Assert.That(Encoding.UTF8.GetString(await DownloadAsync(researcher, ready)), Does.Contain("\"key\":\"wikipedia:en:Measles\"").And.Not.Contain("Mumps\""));
        });
    }

    [Test]
    public async Task Exports_of_a_paused_batch_what_is_there()
    {
        var researcher = await ResearcherAsync();
        var id = await MakeAsync(Measles);
        using var paused = await researcher.PostAsync(new Uri($"/v1/batches/{id}/pause", UriKind.Relative), null);
        var export = await ExportAsync(researcher, new { batch = id });
        Assert.That(((string?)export["state"], (long?)export["rows"]), Is.EqualTo(("ready", 0L)));
    }

    private static async Task<JsonNode> JsonAsync(HttpClient client, Uri address) => JsonNode.Parse(await client.GetStringAsync(address))!;
}
