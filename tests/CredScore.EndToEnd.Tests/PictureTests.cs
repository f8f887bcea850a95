using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>
/// Badge, panel and marks as somebody has seen and approved them. What they show is the service's answer of the day of approval, kept beside the pictures: ages of sources, and later rulesets, would change every picture otherwise.
/// </summary>
internal sealed class PictureTests : BrowserTests
{
    [TestCase("light", "skin-theme-clientpref-day", "en", 900)]
    [TestCase("dark", "skin-theme-clientpref-night", "en", 900)]
    [TestCase("right-to-left", "skin-theme-clientpref-day", "ar", 900)]
    [TestCase("narrow", "skin-theme-clientpref-day", "de", 360)]
    public async Task Looks_as_approved_on_an_article(string name, string rootClass, string language, int width)
    {
        await Tab.SetViewportSizeAsync(width, 600);
        await Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await World.ChooseAsync(new { language });
        AnswerAsApproved("article");
        await OpenAsync(new SampleArticle("Pictured fever") { RootClass = rootClass, Direction = language == "ar" ? "rtl" : "ltr" });
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        await Badge.PressAsync();
        await Panel.Criterion("sources").Locator("summary").ClickAsync();
        await Expect(Panel.Criterion("sources").Locator(".reasons")).ToBeVisibleAsync();
        await MatchAsync($"article-{name}", width);
    }

    [Test]
    public async Task Looks_as_approved_beside_references()
    {
        await Tab.SetViewportSizeAsync(900, 600);
        await Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        AnswerAsApproved("article");
        await OpenAsync(new SampleArticle("Pictured fever"));
        await Badge.IsAsync("scored");
        await Tab.WaitForFunctionAsync("() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })); return document.querySelector('credscore-strip') !== null; }");
        await Tab.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight)");
        await MatchAsync("references", 900);
    }

    [TestCase("video", "")]
    [TestCase("video-dark", "dark")]
    public async Task Looks_as_approved_on_a_video(string name, string attributes)
    {
        await Tab.SetViewportSizeAsync(900, 600);
        await Tab.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        AnswerAsApproved("video");
        await OpenAsync(new SampleVideo("Mea5les_L01", "Measles in 150 seconds") { RootAttributes = attributes });
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
        await MatchAsync(name, 900);
    }

    private static void AnswerAsApproved(string name)
    {
        var file = Path.Combine(ApprovedPicture.Folder, $"{name}.answer.json");

        if (ApprovedPicture.IsApproving)
        {
            World.Door.Rewrite = answer =>
            {
                if (answer.StartsWith("{\"page\"", StringComparison.Ordinal))
                {
                    File.WriteAllText(file, answer + "\n");
                }

                return answer;
            };
            return;
        }

        World.Door.Instead = async context =>
        {
            if (context.Request.Path.Value!.Contains("/lookup/", StringComparison.Ordinal))
            {
                return false;
            }

            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(await File.ReadAllTextAsync(file));
            return true;
        };
    }

    private async Task MatchAsync(string name, int width)
    {
        await Tab.Mouse.MoveAsync(0, 0);
        // The site's own words are not ours to approve, and would be most of the file.
        await Tab.AddStyleTagAsync(new() { Content = ".mw-parser-output > p, .mw-parser-output > .mw-heading { visibility: hidden } ::-webkit-scrollbar { display: none }" });
        World.Sites.PutUp("https://empty.example/", "<!DOCTYPE html><title>Nothing</title>");
        var empty = await World.Browser.NewPageAsync();
        await empty.GotoAsync("https://empty.example/");
        await Tab.BringToFrontAsync();
        await ApprovedPicture.MatchAsync(Tab, name, new() { X = 0, Y = 0, Width = width, Height = 600 }, empty);
        await empty.CloseAsync();
    }
}
