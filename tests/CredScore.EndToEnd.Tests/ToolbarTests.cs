using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>The toolbar's icon, and the window that it opens.</summary>
internal sealed class ToolbarTests : BrowserTests
{
    [Test]
    public async Task Carries_the_score_of_its_tab_and_forgets_it_with_the_page()
    {
        var article = new SampleArticle("Iconic fever");
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        var tab = await World.TabIdAsync(article.Url);

        await Eventually.HoldsAsync(async () => await IconAsync(tab) == ($"{await Badge.Number.TextContentAsync()}", $"CredScore: {await Badge.Host.Locator(".word").TextContentAsync()}"), "The icon does not follow the badge.");

        World.Sites.PutUp("https://en.wikipedia.org/wiki/Talk:Iconic_fever", article.Html.Replace("ns-0", "ns-1", StringComparison.Ordinal));
        await Tab.GotoAsync("https://en.wikipedia.org/wiki/Talk:Iconic_fever");
        await Eventually.HoldsAsync(async () => await IconAsync(tab) == (string.Empty, "CredScore"), "The icon still tells of the page before.");
    }

    [Test]
    public async Task Has_no_number_where_there_is_none()
    {
        var article = new SampleArticle("Iconic stub") { IsStub = true };
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        var tab = await World.TabIdAsync(article.Url);

        await Eventually.HoldsAsync(async () => await IconAsync(tab) == (string.Empty, "CredScore: Not enough evidence"), "The icon has a number.");
    }

    [Test]
    public async Task Says_the_verdict_in_its_window_and_opens_the_reasons_on_the_page()
    {
        await OpenAsync(new SampleArticle("Popup fever"));
        await Badge.IsAsync("scored");
        var label = (await Badge.Button.GetAttributeAsync("aria-label"))!["CredScore: ".Length..];

        var popup = await OpenPopupAsync();
        await Expect(popup.Locator("#verdict")).ToHaveTextAsync(label);
        await popup.Locator("#why").EvaluateAsync("button => button.click()");

        await Expect(Panel.Frame).ToBeVisibleAsync();
    }

    [Test]
    public async Task Switches_a_site_and_a_channel_off_from_its_window()
    {
        var video = new SampleVideo("Mea5les_L01", "Measles in 150 seconds");
        await OpenAsync(video);
        await Badge.IsAsync("scored");
        var popup = await OpenPopupAsync();
        await Expect(popup.Locator("#channelName")).ToContainTextAsync(video.Channel);

        await popup.Locator("#channel").EvaluateAsync("box => box.click()");
        await Badge.IsAbsentAsync();
        await popup.CloseAsync();

        Assert.That((await World.ReadAsync("sync")).GetProperty("channelsOff").EnumerateArray().Select(channel => channel.GetString()), Is.EqualTo(new[] { video.Channel }));
        var again = await OpenPopupAsync();
        await Expect(again.Locator("#site")).ToBeCheckedAsync();
        await again.Locator("#site").EvaluateAsync("box => box.click()");
        await Eventually.HoldsAsync(async () => (await World.ReadAsync("sync")).TryGetProperty("youtube", out var isOn) && !isOn.GetBoolean());
        await again.CloseAsync();
    }

    [Test]
    public async Task Says_where_it_works_when_it_is_opened_elsewhere()
    {
        World.Sites.PutUp("https://elsewhere.example/", "<!DOCTYPE html><title>Elsewhere</title>");
        await Tab.GotoAsync("https://elsewhere.example/");

        var popup = await OpenPopupAsync();

        await Expect(popup.Locator("#verdict")).ToHaveTextAsync("CredScore looks at Wikipedia articles and YouTube videos.");
        await Expect(popup.Locator("#why")).ToBeHiddenAsync();
        await Expect(popup.Locator("fieldset")).ToBeHiddenAsync();
        await popup.CloseAsync();
    }

    // Chromium does not show the real window to whoever drives it; its page in a tab behind the open one finds the same tab in front.
    private async Task<IPage> OpenPopupAsync()
    {
        await Tab.BringToFrontAsync();
        var opening = World.Browser.WaitForPageAsync();
        await World.AsExtensionAsync<object?>("async () => void (await chrome.tabs.create({ url: chrome.runtime.getURL('popup.html'), active: false }))");
        var popup = await opening;
        await Expect(popup.Locator("#verdict")).Not.ToBeEmptyAsync();
        return popup;
    }

    private static async Task<(string Text, string Title)> IconAsync(int tab)
    {
        var icon = await World.AsExtensionAsync<string[]>("async tabId => [await chrome.action.getBadgeText({ tabId }), await chrome.action.getTitle({ tabId })]", tab);
        return (icon[0], icon[1]);
    }
}
