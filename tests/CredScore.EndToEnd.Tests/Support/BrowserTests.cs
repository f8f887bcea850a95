using System.Collections.Concurrent;
using CredScore.EndToEnd.Tests.Pages;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>A tab of the real browser for each test, on a web of its own. What nobody expected fails the test: a call upstream, a request, an error in the console.</summary>
[Category("EndToEnd")]
[Category("Slow")]
[NonParallelizable]
internal abstract class BrowserTests
{
    /// <summary>Longest wait for anything, in milliseconds: machines are shared.</summary>
    public const int Patience = 30_000;

    private readonly ConcurrentQueue<string> _errors = new();

    protected static World World => SharedWorld.World;

    protected IPage Tab { get; private set; } = null!;

    protected BadgeOnPage Badge { get; private set; } = null!;

    protected PanelOnPage Panel { get; private set; } = null!;

    [SetUp]
    public async Task OpenTabAsync()
    {
        SharedWorld.SkipIfAbsent();
        await World.ResetAsync();
        _errors.Clear();
        Tab = await World.Browser.NewPageAsync();
        Tab.PageError += (_, error) => _errors.Enqueue(error);
        Tab.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _errors.Enqueue(message.Text);
            }
        };
        Badge = new(Tab);
        Panel = new(Tab);
    }

    [TearDown]
    public async Task CloseTabAsync()
    {
        if (Tab is null)
        {
            return;
        }

        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            await TestContext.Out.WriteLineAsync($"The service answered: {string.Join(", ", World.Door.Answers)}. The badge: {await Badge.Host.EvaluateAllAsync<string>("badges => badges.map(({ dataset }) => JSON.stringify(dataset)).join()")}");
        }

        await Tab.CloseAsync();
        Assert.That(World.Upstream.Unexpected, Is.Empty, "The service asked upstream for what nobody put up.");
        Assert.That(World.Sites.Unexpected, Is.Empty, "Something was asked for that nobody put up.");
        Assert.That(_errors, Is.Empty, "There are errors in the console.");
    }

    /// <summary>Puts an article up, on the web and upstream, and opens it.</summary>
    protected async Task OpenAsync(SampleArticle article, string? html = null)
    {
        World.Upstream.Has(article);
        World.Sites.PutUp(article.Url, html ?? article.Html);
        await Tab.GotoAsync(article.Url);
    }

    protected async Task OpenAsync(SampleVideo video)
    {
        World.Sites.PutUp(video.Url, video.Html);
        await Tab.GotoAsync(video.Url);
    }
}
