using System.Collections.Concurrent;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Updates under open pages, and private windows: in a browser of their own, since both stop the extension for everybody.</summary>
[Category("EndToEnd")]
[Category("Slow")]
[NonParallelizable]
internal sealed class ExtensionLifeTests
{
    private const string Told = "https://en.wikipedia.org/told";

    private readonly ConcurrentQueue<string> _errors = new();
    private World _world = null!;

    [OneTimeSetUp]
    public async Task Open_a_browser()
    {
        SharedWorld.SkipIfAbsent();
        _world = await World.StartAsync();
    }

    [OneTimeTearDown]
    public async Task Close_it()
    {
        if (_world is not null)
        {
            await _world.DisposeAsync();
        }
    }

    [SetUp]
    public async Task Put_things_in_order()
    {
        await _world.ResetAsync();
        _errors.Clear();
    }

    [Test]
    public async Task Leaves_nothing_behind_when_it_is_updated_under_an_open_page_and_works_after_the_next_load()
    {
        var article = new SampleArticle("Updated fever");
        var tab = await OpenAsync(article);
        var (badge, panel) = (new BadgeOnPage(tab), new PanelOnPage(tab));
        await badge.IsAsync("scored");
        await badge.PressAsync();
        await Expect(panel.Frame).ToBeVisibleAsync();
        await Expect(tab.Locator("credscore-mark")).Not.ToHaveCountAsync(0);

        await _world.ReloadExtensionAsync();
        await tab.BringToFrontAsync();
        await tab.Mouse.ClickAsync(5, 400);

        await Expect(tab.Locator("credscore-badge, credscore-panel, credscore-strip, credscore-mark, credscore-tip, credscore-dot")).ToHaveCountAsync(0);
        Assert.That(await tab.EvaluateAsync<int>("() => document.adoptedStyleSheets.length"), Is.Zero, "A sheet of style is left.");
        Assert.That(await tab.EvaluateAsync<bool>("() => document.documentElement.outerHTML.includes('credscore')"), Is.False, "An attribute is left.");
        Assert.That(_errors, Is.Empty, "There are errors in the console.");

        await tab.ReloadAsync();
        await badge.IsAsync("scored");
        await Expect(badge.Host).ToHaveCountAsync(1);
        await tab.CloseAsync();
    }

    [Test]
    public async Task Is_not_let_into_private_windows_by_default()
    {
        Assert.That(await _world.AsExtensionAsync<bool>("() => chrome.extension.isAllowedIncognitoAccess()"), Is.False);

        Assert.That(await SeenInPrivateAsync(new SampleArticle("Uninvited fever")), Is.EqualTo("nothing"));
        Assert.That(_world.Door.Requests, Is.Empty);
    }

    [Test]
    public async Task Leaves_private_windows_alone_even_where_the_browser_lets_it_in_until_that_is_switched_on_and_keeps_nothing()
    {
        await AllowInPrivateAsync();
        Assert.That(await SeenInPrivateAsync(new SampleArticle("Secret fever")), Is.EqualTo("nothing"));
        Assert.That(_world.Door.Requests, Is.Empty);

        await _world.ChooseAsync(new { privateWindows = true, contribute = "always" });
        Assert.That(await SeenInPrivateAsync(new SampleArticle("Wanted fever")), Is.EqualTo("scored"));
        Assert.That(_world.Door.Paths, Has.Some.StartsWith("GET /v1/scores?url=").And.None.StartsWith("PUT"));
        Assert.That((await _world.ReadAsync("local")).EnumerateObject().Where(entry => entry.Name != "$id"), Is.Empty);
    }

    private async Task<IPage> OpenAsync(SampleArticle article)
    {
        _world.Upstream.Has(article);
        _world.Sites.PutUp(article.Url, article.Html);
        var tab = await _world.Browser.NewPageAsync();
        tab.PageError += (_, error) => _errors.Enqueue(error);
        tab.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _errors.Enqueue(message.Text);
            }
        };
        await tab.GotoAsync(article.Url);
        return tab;
    }

    // The extensions page has a switch for it, and a function behind the switch. Turning it reloads the extension.
    private async Task AllowInPrivateAsync()
    {
        await _world.AtExtensionsPageAsync("() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
        await _world.AtExtensionsPageAsync("extensionId => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true })", BuiltExtension.Id);
        await _world.ReopenDeskAsync();
        Assert.That(await _world.AsExtensionAsync<bool>("() => chrome.extension.isAllowedIncognitoAccess()"), Is.True);
        await _world.ResetAsync();
    }

    // A private window is closed to whoever drives the browser: its page itself tells what stands on it, after two seconds at the latest.
    private async Task<string> SeenInPrivateAsync(SampleArticle article)
    {
        const string Script = """
            <script>
              let left = 40;
              const timer = setInterval(() => {
                const state = document.querySelector("credscore-badge")?.dataset.state;
                if (state === "scored" || --left === 0) { clearInterval(timer); void fetch(`/told?${state ?? "nothing"}`); }
              }, 50);
            </script>
            """;
        _world.Upstream.Has(article);
        _world.Sites.PutUp(article.Url, article.Html.Replace("</body>", $"{Script}</body>", StringComparison.Ordinal));
        _world.Sites.PutUp(Told, "thanks");
        var before = Answers().Length;
        await _world.AsExtensionAsync<object?>("url => void chrome.windows.create({ url, incognito: true })", article.Url);
        await Eventually.HoldsAsync(() => Answers().Length > before, "The private window tells nothing.");
        return Answers()[^1];

        string[] Answers() => [.. _world.Sites.Requests.Where(request => request.Contains("/told?", StringComparison.Ordinal)).Select(request => request.Split('?')[1])];
    }
}
