using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;

namespace CredScore.EndToEnd.Tests;

/// <summary>Every request of a browsing session, and what each reveals.</summary>
internal sealed class PrivacyTests : BrowserTests
{
    private static readonly string[] _harmless = ["Accept", "Accept-Encoding", "Accept-Language", "Connection", "Content-Length", "Content-Type", "Host", "If-None-Match", "Origin", "User-Agent", "Cache-Control", "Pragma", "Priority"];

    [Test]
    public async Task Names_no_page_of_a_session_until_the_badge_is_pressed_and_then_only_that_one()
    {
        await World.ChooseAsync(new { scoring = "click" });
        var article = new SampleArticle("Private fever");
        var video = new SampleVideo("Private_L01", "A video that no other test lets the service know");

        await OpenAsync(new SampleArticle("Other fever"));
        await Badge.IsAsync("unscored");
        await OpenAsync(video);
        await Badge.IsAsync("unscored");
        await OpenAsync(article);
        await Badge.IsAsync("unscored");
        Assert.That(World.Door.Paths, Has.Exactly(3).Items.And.All.Match("^GET /v1/scores/lookup/[0-9a-f]{5}$"));

        await Badge.PressAsync();
        await Badge.IsAsync("scored");

        Assert.That(World.Door.Paths.Skip(3), Is.EqualTo(new[] { $"GET /v1/scores?url={Uri.EscapeDataString(article.Url)}" }));
        Assert.That(World.Door.Requests.SelectMany(request => request.Headers.Keys).Where(name => !name.StartsWith("sec-", StringComparison.OrdinalIgnoreCase)).Distinct(), Is.SubsetOf(_harmless));
        Assert.That(World.Sites.Requests.Where(request => !request.EndsWith("/favicon.ico", StringComparison.Ordinal)), Has.Exactly(3).Items, "Only the reader has asked the sites for pages.");
    }

    [Test]
    public async Task Never_names_a_page_when_told_never_to()
    {
        await World.ChooseAsync(new { scoring = "prefix" });
        await OpenAsync(new SampleArticle("Secret fever"));
        await Badge.IsAsync("unscored");
        await Badge.PressAsync();
        await Microsoft.Playwright.Assertions.Expect(Panel.Host).ToContainTextAsync("hash prefix");

        Assert.That(World.Door.Paths, Has.One.Items.And.All.Match("^GET /v1/scores/lookup/[0-9a-f]{5}$"));
    }

    [Test]
    public async Task Sends_in_a_session_with_everything_switched_on_just_what_is_documented_and_each_thing_once()
    {
        const string Search = "https://en.wikipedia.org/w/index.php";
        await World.ChooseAsync(new { scoring = "auto", lists = true, contribute = "ask" });
        var article = new SampleArticle("Followed fever");
        var video = new SampleVideo("F0ll0wed_01", "A video that only this session knows");
        World.Sites.PutUp(Search, """<!DOCTYPE html><html><body class="mediawiki ns--1 mw-special-Search"><ul class="mw-search-results"><li><div class="mw-search-result-heading"><a href="/wiki/Listed_once">One</a></div></li><li><div class="mw-search-result-heading"><a href="/wiki/Listed_twice">Two</a></div></li></ul></body></html>""");

        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await PressInPanelAsync("Let this page join");
        await PressInPanelAsync("Take it back");
        await Microsoft.Playwright.Assertions.Expect(Panel.Host.Locator(".contribution")).ToContainTextAsync("can join the dataset");
        await OpenAsync(video);
        await Badge.IsAsync("scored");
        await Tab.GotoAsync($"{Search}?search=fever");
        await Eventually.HoldsAsync(() => World.Door.Requests.Count == 8, "Something was sent too much, or not at all.");

        (string Request, string Reveals)[] expected =
        [
            ("^GET /v1/scores/lookup/[0-9a-f]{5}$", "^$"), ($"^GET /v1/scores\\?url={System.Text.RegularExpressions.Regex.Escape(Uri.EscapeDataString(article.Url))}$", "^$"),
            ("^PUT /v1/contributions/[A-Za-z0-9_-]{43}$", $"^{{\"url\":\"https://en\\.wikipedia\\.org/wiki/Followed_fever\\?oldid={article.Revision}\"}}$"), ("^DELETE /v1/contributions/[A-Za-z0-9_-]{43}$", "^$"),
            ("^GET /v1/scores/lookup/[0-9a-f]{5}$", "^$"), ("^POST /v1/scores/from-page$", "^{\"url\":\"https://www.youtube.com/watch\\?v=F0ll0wed_01\",\"youtube\":"),
            ("^GET /v1/scores/lookup/[0-9a-f]{5}$", "^$"), ("^GET /v1/scores/lookup/[0-9a-f]{5}$", "^$"),
        ];
        var sent = World.Door.Requests.ToArray();

        for (var index = 0; index < expected.Length; index++)
        {
            Assert.That($"{sent[index].Method} {sent[index].Path}", Does.Match(expected[index].Request));
            Assert.That(sent[index].Body, Does.Match(expected[index].Reveals));
            Assert.That(sent[index].Headers.Keys.Where(name => !name.StartsWith("sec-", StringComparison.OrdinalIgnoreCase)), Is.SubsetOf(_harmless));
        }
    }

    private async Task PressInPanelAsync(string name) => await Panel.Host.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = name }).ClickAsync();
}
