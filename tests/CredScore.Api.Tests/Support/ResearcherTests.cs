using CredScore.Api.Accounts;
using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Support;

/// <summary>A service with a researcher and a few stored pages: articles that joined the dataset, a video that did, and an article that somebody only opened.</summary>
internal abstract class ResearcherTests : EducatorTests
{
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
}
