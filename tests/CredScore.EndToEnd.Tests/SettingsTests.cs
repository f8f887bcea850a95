using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>What a student can choose, and that it counts at once.</summary>
internal sealed class SettingsTests : BrowserTests
{
    [Test]
    public async Task Sends_nothing_until_the_student_has_chosen_and_begins_when_they_have()
    {
        await World.ChooseAsync(new { scoring = "unset" });
        await OpenAsync(new SampleArticle("First fever"));
        await Badge.IsAsync("set-up");
        Assert.That(World.Door.Requests, Is.Empty);

        var welcome = await World.Browser.RunAndWaitForPageAsync(Badge.PressAsync);
        await welcome.GetByText("Every article and video I open").ClickAsync();
        await welcome.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await Expect(welcome.GetByText("All set")).ToBeVisibleAsync();
        await welcome.CloseAsync();

        await Badge.IsAsync("scored");
    }

    [Test]
    public async Task Leaves_a_site_alone_at_once_and_comes_back_in_another_language()
    {
        await OpenAsync(new SampleArticle("Switched fever"));
        await Badge.IsAsync("scored");
        var options = await OpenOptionsAsync();

        await options.Locator("[name=wikipedia]").UncheckAsync();
        await Badge.IsAbsentAsync();

        await options.Locator("[name=wikipedia]").CheckAsync();
        await Badge.IsAsync("scored");
        await options.Locator("[name=language]").SelectOptionAsync("ar");
        await Expect(Badge.Host).ToHaveAttributeAsync("dir", "rtl");
        await Expect(options.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await options.CloseAsync();
    }

    [Test]
    public async Task Tests_a_service_before_it_is_used()
    {
        var options = await OpenOptionsAsync();
        var status = options.Locator("#serviceStatus");

        await UseAsync("http://somewhere.example");
        await Expect(status).ToContainTextAsync("This is no address of a service");

        World.Door.IsDown();
        await UseAsync(World.Door.Address);
        await Expect(status).ToContainTextAsync("does not answer");

        World.Door.Clear();
        await UseAsync(World.Door.Address);
        await Expect(status).ToContainTextAsync("It answers");
        await options.CloseAsync();

        async Task UseAsync(string address)
        {
            await options.Locator("[name=service]").FillAsync(address);
            await options.GetByText("Test and use").ClickAsync();
        }
    }

    [Test]
    public async Task Forgets_everything_that_it_kept()
    {
        await OpenAsync(new SampleArticle("Forgotten fever"));
        await Badge.IsAsync("scored");
        Assert.That((await World.ReadAsync("local")).EnumerateObject(), Is.Not.Empty);
        var options = await OpenOptionsAsync();

        await options.Locator("#forget").ClickAsync();

        await Expect(options.Locator("#forgetStatus")).ToHaveTextAsync("Forgotten.");
        Assert.That((await World.ReadAsync("local")).EnumerateObject().Where(entry => entry.Name != "$id"), Is.Empty);
        await options.CloseAsync();
    }

    [Test]
    public async Task Draws_badge_and_panel_in_the_text_size_that_was_chosen()
    {
        await OpenAsync(new SampleArticle("Sized fever"));
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveCSSAsync("font-size", "13px");
        var options = await OpenOptionsAsync();

        await options.Locator("[name=textSize]").SelectOptionAsync("1.45");
        await options.CloseAsync();

        await Expect(Badge.Host).ToHaveCSSAsync("font-size", "18.85px");
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToHaveCSSAsync("font-size", "20.3px");
    }

    private static async Task<Microsoft.Playwright.IPage> OpenOptionsAsync()
    {
        var options = await World.Browser.NewPageAsync();
        await options.GotoAsync(BuiltExtension.AddressOf("options.html"));
        await Expect(options.Locator("#forget")).Not.ToBeEmptyAsync();
        return options;
    }
}
