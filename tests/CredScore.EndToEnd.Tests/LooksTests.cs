using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Http;
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

    [TestCase("light", "skin-theme-clientpref-day", "en", 1280)]
    [TestCase("dark", "skin-theme-clientpref-night", "fr", 1280)]
    [TestCase("right-to-left", "skin-theme-clientpref-day", "ar", 1280)]
    [TestCase("narrow", "skin-theme-clientpref-day", "de", 360)]
    public async Task Offers_what_the_class_recommends_before_other_pages(string name, string rootClass, string language, int width)
    {
        const string Other = """{"title":"Marsh fever","url":"https://medlineplus.gov/marshfever.html","provider":"MedlinePlus","kind":"article","level":"patient","free":true,"why":"Written for everybody by the National Library of Medicine.","topic":"Marsh fever","language":"en","isExact":true}""";
        const string Recommended = """{"title":"Lecture 4: fevers of wetlands, and how to tell them apart","url":"https://school.example/lecture-4","provider":"Dr Rivera","kind":"recommendation","level":"student","free":true,"why":"We read it in week 2.","topic":"Marsh fever","language":"en","isExact":true,"class":"Fevers, year 1"}""";
        World.Door.Rewrite = answer => answer.Replace("\"alternatives\":[]", $"\"alternatives\":[{Other}]", StringComparison.Ordinal);
        World.Door.Instead = context => AnswerAsync(context, context.Request.Path.Value!.Split('/')[2] switch
        {
            "classes" => """{"code":"ABCD-EFGH","name":"Fevers, year 1","by":"Dr Rivera","articleRuleset":null,"videoRuleset":null}""",
            "alternatives" => $"{{\"topics\":[],\"alternatives\":[{Recommended},{Other}],\"late\":[]}}",
            _ => null,
        });
        await Tab.SetViewportSizeAsync(width, 800);
        await World.ChooseAsync(new { language, classCode = "ABCD-EFGH" });
        await OpenAsync(new SampleArticle($"Recommended {name}") { RootClass = rootClass, Direction = language == "ar" ? "rtl" : "ltr" });
        await Badge.IsAsync("scored");
        await Badge.PressAsync();

        var offered = Panel.Host.Locator(".better li > a");
        await Expect(offered).ToHaveTextAsync(["Lecture 4: fevers of wetlands, and how to tell them apart", "Marsh fever"]);
        await offered.First.ScrollIntoViewIfNeededAsync();
        await PictureAsync($"{name}-better");
        await HasNoViolationsAsync(Tab, "credscore-panel");
    }

    [TestCase("options.html", ColorScheme.Light)]
    [TestCase("options.html", ColorScheme.Dark)]
    [TestCase("welcome.html", ColorScheme.Light)]
    [TestCase("welcome.html", ColorScheme.Dark)]
    [TestCase("popup.html", ColorScheme.Light)]
    [TestCase("popup.html", ColorScheme.Dark)]
    public async Task Suits_everybody_on_its_own_pages(string file, ColorScheme colours)
    {
        await Tab.EmulateMediaAsync(new() { ColorScheme = colours });
        await Tab.GotoAsync(BuiltExtension.AddressOf(file));
        await Expect(Tab.Locator("h1")).Not.ToBeEmptyAsync();
        await PictureAsync(file.Replace(".html", $"-{colours}", StringComparison.Ordinal));

        await HasNoViolationsAsync(Tab, "body");
    }

    private static async Task<bool> AnswerAsync(HttpContext context, string? json)
    {
        if (json is null)
        {
            return false;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
        return true;
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
