using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>The badge as a reader finds it.</summary>
internal sealed class BadgeOnPage(IPage tab)
{
    public ILocator Host => tab.Locator("credscore-badge");

    public ILocator Button => Host.Locator("button");

    public ILocator Number => Host.Locator(".number");

    public ILocator Announcement => Host.Locator("[role=status]");

    /// <summary>Waits until the badge says something of this kind: <c>looking</c>, <c>unscored</c>, <c>known</c>, <c>scored</c>, <c>failed</c> …</summary>
    public Task IsAsync(string state) => Expect(Host).ToHaveAttributeAsync("data-state", state);

    public Task SaysAsync(string word) => Expect(Host.Locator(".word")).ToHaveTextAsync(word);

    /// <summary>Waits for the looks that come after the badge itself: under a pointer, in forced colours, what turns.</summary>
    public Task IsFinishedAsync() => tab.WaitForFunctionAsync("() => document.querySelector('credscore-badge')?.shadowRoot.adoptedStyleSheets.length === 2");

    public Task IsAbsentAsync() => Expect(Host).ToHaveCountAsync(0);

    public Task PressAsync() => Button.ClickAsync();
}
