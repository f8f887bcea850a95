using System.Net;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Support;

/// <summary>A service with a researcher and a few stored pages: articles that joined the dataset, a video that did, and an article that somebody only opened.</summary>
internal abstract class ResearcherTests : EducatorTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected Task<HttpClient> ResearcherAsync(string name = "Dr Okafor") => JoinAsync(name, Roles.Researcher, Scopes.Exports);

    /// <summary>Scores measles and mumps and a video, and lets all but mumps join.</summary>
    protected async Task FillAsync()
    {
        Upstream.Answers("titles=Measles", "measles.json").Answers("titles=Mumps", "mumps.json").Answers("v=c4r3dSc0rE1", "youtube/measles.html");

        foreach (var address in new[] { Measles, "https://en.wikipedia.org/wiki/Mumps", Video })
        {
            using var score = await ScoreAsync(address);
            Assert.That(score.IsSuccessStatusCode, await score.Content.ReadAsStringAsync());
        }

        await LetJoinAsync("wikipedia:en:Measles", Provenance.Submitted);
        await LetJoinAsync("youtube:c4r3dSc0rE1", Provenance.Contributed);
    }

    protected async Task LetJoinAsync(string key, Provenance provenance)
    {
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        Assert.That(await context.Pages.Where(page => page.Key == key).ExecuteUpdateAsync(page => page.SetProperty(row => row.Provenance, provenance)), Is.Not.Zero);
    }

    /// <summary>Asks for an export and waits until it has ended; answers with its state.</summary>
    protected static async Task<JsonNode> ExportAsync(HttpClient researcher, object request)
    {
        using var made = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", request);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await made.Content.ReadAsStringAsync());
        return await EndOfAsync(researcher, made.Headers.Location!);
    }

    protected static async Task<JsonNode> EndOfAsync(HttpClient researcher, Uri location)
    {
        using var patience = new CancellationTokenSource(Patience);

        while (true)
        {
            var state = JsonNode.Parse(await researcher.GetStringAsync(location, patience.Token))!;

            if ((string)state["state"]! is "ready" or "failed")
            {
                return state;
            }

            await Task.Delay(5, patience.Token);
        }
    }

    protected static async Task<byte[]> DownloadAsync(HttpClient researcher, JsonNode export, string what = "file")
        => await researcher.GetByteArrayAsync(new Uri($"/v1/exports/{(string)export["id"]!}/{what}", UriKind.Relative));
}
