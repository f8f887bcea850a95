using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>For everybody: no violation that axe-core finds, everything inside the window, in light, dark, from right to left and narrow. Pictures go to the folder that CREDSCORE_SCREENSHOTS names.</summary>
internal sealed class LooksTests : BrowserTests
{
    [TestCase("light", "skin-theme-clientpref-day", "en", 1280)]
    [TestCase("dark", "skin-theme-clientpref-night", "en", 1280)]
    [TestCase("right-to-left", "skin-theme-clientpref-day", "ar", 1280)]
    [TestCase("narrow", "skin-theme-clientpref-day", "de", 360)]
    public async Task Suits_everybody_on_an_article(string name, string rootClass, string language, int width)
    {
        await Tab.SetViewportSizeAsync(width, 800);
        await World.ChooseAsync(new { language });
        await OpenAsync(new SampleArticle($"Fever {name}") { RootClass = rootClass, Language = language, Direction = language == "ar" ? "rtl" : "ltr" });
        await Badge.IsAsync("scored");
        await PictureAsync($"{name}-badge");
        await Badge.PressAsync();
        await Panel.Criterion("sources").Locator("summary").ClickAsync();
        await Expect(Panel.Criterion("sources").Locator(".reasons")).ToBeVisibleAsync();
        await PictureAsync($"{name}-panel");
        Assert.That(await Panel.Host.Locator(".effect").EvaluateAllAsync<bool>("effects => effects.every(effect => effect.scrollWidth <= effect.clientWidth)"), Is.True, "Points run into their reason.");

        await HasNoViolationsAsync(Tab, "credscore-badge", "credscore-panel");
        await Tab.Keyboard.PressAsync("Escape");
        await Tab.Locator("ol.references").ScrollIntoViewIfNeededAsync();
        await Tab.Keyboard.PressAsync("Shift");
        await Expect(Tab.Locator("credscore-strip")).ToBeVisibleAsync();
        await Tab.Locator("credscore-strip").ScrollIntoViewIfNeededAsync();
        await PictureAsync($"{name}-marks");
        await HasNoViolationsAsync(Tab, "credscore-strip", "credscore-mark");
        Assert.That(await Tab.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), Is.True, "The page has to be moved sideways.");
    }

    [TestCase("video", "")]
    [TestCase("video-dark", "dark")]
    public async Task Suits_everybody_on_a_video(string name, string attributes)
    {
        await OpenAsync(new SampleVideo("Mea5les_L01", "Measles in 150 seconds") { RootAttributes = attributes });
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
        await PictureAsync(name);

        await HasNoViolationsAsync(Tab, "credscore-badge", "credscore-panel");
    }

    [TestCase("options.html")]
    [TestCase("welcome.html")]
    public async Task Suits_everybody_on_its_own_pages(string file)
    {
        await Tab.GotoAsync(BuiltExtension.AddressOf(file));
        await Expect(Tab.Locator("h1")).Not.ToBeEmptyAsync();
        await PictureAsync(file.Replace(".html", "", StringComparison.Ordinal));

        await HasNoViolationsAsync(Tab, "body");
    }

    private async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CREDSCORE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Tab.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    private static async Task HasNoViolationsAsync(IPage page, params string[] places)
    {
        var context = new AxeRunContext { Include = [.. places.Select(place => new AxeSelector(place))] };
        var result = await page.RunAxe(context);

        Assert.That(result.Passes, Is.Not.Empty, "Nothing was looked at.");
        Assert.That(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help} {node.Html} {node.Any.FirstOrDefault()?.Message}")), Is.Empty);
    }
}
