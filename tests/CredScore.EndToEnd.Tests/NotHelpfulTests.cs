using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Better pages that did not help: hidden on this device, and told to researchers only where the student agreed.</summary>
internal sealed class NotHelpfulTests : BrowserTests
{
    private ILocator Section => Panel.Host.Locator("section", new() { Has = Tab.Locator(".better") });

    private ILocator First => Section.Locator(".better li").First;

    private static IEnumerable<string> Sent => World.Door.Paths.Where(path => path.Contains("/v1/alternatives/marks/", StringComparison.Ordinal)).Select(path => path.Split(' ')[0]);

    [Test]
    public async Task Hides_a_link_by_the_keyboard_sends_nothing_and_shows_it_again()
    {
        await OpenScoredAsync(new SampleArticle("Scabies"));
        var title = await First.GetByRole(AriaRole.Link).InnerTextAsync();

        await First.GetByRole(AriaRole.Button, new() { Name = $"Not helpful: {title}" }).FocusAsync();
        await Tab.Keyboard.PressAsync("Enter");
        await Expect(Section.GetByRole(AriaRole.Status)).ToHaveTextAsync($"“{title}” is hidden. Only here: nothing was sent.");
        await Expect(First.GetByRole(AriaRole.Button, new() { Name = $"Show “{title}” again" })).ToBeFocusedAsync();
        await Tab.ReloadAsync();
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(First.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);

        await First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(First.GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        Assert.That(Sent, Is.Empty);
    }

    [Test]
    public async Task Tells_researchers_where_the_student_agreed_and_takes_it_back()
    {
        var options = await World.Browser.NewPageAsync();
        await options.GotoAsync(BuiltExtension.AddressOf("options.html"));
        await options.Locator("#contribute").GetByText("Page by page", new() { Exact = true }).ClickAsync();
        await options.CloseAsync();
        await OpenScoredAsync(new SampleArticle("Rickets"));

        await First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Section.GetByRole(AriaRole.Status)).ToContainTextAsync("Researchers are told of the link, not of you or this page.");
        await First.GetByRole(AriaRole.Button, new() { Name = "Too simple" }).ClickAsync();
        await Expect(Section.GetByRole(AriaRole.Status)).ToHaveTextAsync("Thank you.");
        await First.GetByText("Undo").ClickAsync();

        await Expect(First.GetByRole(AriaRole.Link)).ToBeVisibleAsync();
        Assert.That(Sent, Is.EqualTo(new[] { "PUT", "PUT", "DELETE" }));
    }

    private async Task OpenScoredAsync(SampleArticle article)
    {
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
        await Expect(Section).ToBeVisibleAsync();
    }
}
