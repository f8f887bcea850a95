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
}
