using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Paper, other colours, twice the size, and nothing that moves.</summary>
internal sealed class MediaTests : BrowserTests
{
    [Test]
    public async Task Leaves_printed_pages_as_the_site_prints_them()
    {
        await OpenMarkedAsync();
        await Tab.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var name in (string[])["credscore-badge", "credscore-panel", "credscore-strip"])
        {
            await Expect(Tab.Locator(name)).ToBeHiddenAsync();
        }

        Assert.That(await Tab.Locator("credscore-mark").EvaluateAllAsync<bool>("marks => marks.every(mark => getComputedStyle(mark).display === 'none')"), Is.True, "Marks are printed.");
    }

    [Test]
    public async Task Takes_the_readers_own_colours_and_still_shows_every_shape()
    {
        await Tab.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await OpenMarkedAsync();
        await Badge.IsFinishedAsync();

        var canvas = await Tab.EvaluateAsync<string>("() => { const probe = document.createElement('p'); probe.style.color = 'ButtonText'; document.body.append(probe); const color = getComputedStyle(probe).color; probe.remove(); return color; }");
        Assert.That(await Badge.Host.Locator(".word").EvaluateAsync<string>("word => getComputedStyle(word).color"), Is.EqualTo(canvas));
        Assert.That(await Badge.Host.Locator(".shape path").First.EvaluateAsync<string>("path => getComputedStyle(path).fill"), Is.EqualTo(canvas), "The shape is lost in the background.");
        await Expect(Panel.Host.Locator(".bar").First).ToHaveCSSAsync("border-top-style", "solid");
    }

    [Test]
    public async Task Moves_nothing_for_whoever_asked_for_that()
    {
        await Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var answer = World.Door.HoldsBack();
        await OpenAsync(new SampleArticle("Calm fever"));
        await Badge.IsAsync("looking");
        await Badge.IsFinishedAsync();
        await Expect(Badge.Host.Locator(".turning")).ToHaveCSSAsync("animation-name", "none");

        answer.SetResult();
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToHaveCSSAsync("animation-name", "none");
    }

    [Test]
    public async Task Fits_at_twice_the_size()
    {
        var article = new SampleArticle("Large fever");
        await OpenAsync(article);
        await Badge.IsAsync("scored");

        await World.AsExtensionAsync<object?>("tab => void chrome.tabs.setZoom(tab, 2)", await World.TabIdAsync(article.Url));
        await Tab.WaitForFunctionAsync("() => innerWidth <= 640");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();

        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        Assert.That(await Tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), Is.True, "The page has to be moved sideways.");
        var isInside = await Panel.Frame.EvaluateAsync<bool>("panel => { const { left, top, right, bottom } = panel.getBoundingClientRect(); return left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1; }");
        Assert.That(isInside, Is.True, "The panel leaves the window.");
        await World.AsExtensionAsync<object?>("tab => void chrome.tabs.setZoom(tab, 1)", await World.TabIdAsync(article.Url));
    }

    [Test]
    public async Task Follows_the_systems_colours_where_the_site_does_also_when_they_change()
    {
        await Tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await OpenAsync(new SampleArticle("Evening fever") { RootClass = "skin-theme-clientpref-os" });
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-theme", "dark");

        await Badge.IsFinishedAsync();
        await Tab.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await Expect(Badge.Host).ToHaveAttributeAsync("data-theme", "light");
        await Tab.EvaluateAsync("() => document.documentElement.classList.replace('skin-theme-clientpref-os', 'skin-theme-clientpref-night')");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-theme", "dark");
    }

    private async Task OpenMarkedAsync()
    {
        await OpenAsync(new SampleArticle("Marked for media"));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
        await Tab.WaitForFunctionAsync("() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })); return document.querySelector('credscore-strip') !== null; }");
    }
}
