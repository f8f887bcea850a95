using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Letting pages join the research dataset, which is off until a student switches it on, and taking them back.</summary>
internal sealed class ContributionTests : BrowserTests
{
    private ILocator Section => Panel.Host.Locator(".contribution");

    private static IEnumerable<string> Sent => World.Door.Paths.Where(path => path.Contains("/v1/contributions/", StringComparison.Ordinal)).Select(path => path.Split(' ')[0]);

    // What was not answered is sent again under the same receipt.
    private static HashSet<string> ReceiptsOf(string method) => [.. World.Door.Paths.Where(path => path.StartsWith($"{method} /v1/contributions/", StringComparison.Ordinal)).Select(path => path.Split('/')[^1])];

    [Test]
    public async Task Neither_offers_nor_sends_anything_by_default()
    {
        await OpenScoredAsync(new SampleArticle("Kept fever"));

        await Expect(Panel.Criterion("sources")).ToBeVisibleAsync();
        await Expect(Section).ToHaveCountAsync(0);
        Assert.That(Sent, Is.Empty);
    }

    [Test]
    public async Task Lets_one_page_join_on_a_press_and_leave_on_the_next()
    {
        await ChooseAsync("Page by page");
        await OpenScoredAsync(new SampleArticle("Given fever"));
        Assert.That(Sent, Is.Empty);

        await Section.GetByRole(AriaRole.Button, new() { Name = "Let this page join" }).ClickAsync();
        await Expect(Section).ToContainTextAsync("in the research dataset by your choice");
        await Tab.ReloadAsync();
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Section.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();

        await Expect(Section).ToContainTextAsync("can join the dataset");
        Assert.That(Sent, Is.EqualTo(new[] { "PUT", "DELETE" }));
        var (put, delete) = (World.Door.Paths.Single(path => path.StartsWith("PUT", StringComparison.Ordinal)), World.Door.Paths.Single(path => path.StartsWith("DELETE", StringComparison.Ordinal)));
        Assert.That(delete.Split('/')[^1], Is.EqualTo(put.Split('/')[^1]));
    }

    [Test]
    public async Task Lets_every_scored_page_join_articles_and_videos_and_takes_all_of_them_back()
    {
        await ChooseAsync("Every page that I have scored");
        var video = new SampleVideo("J0in1ngVide", "Measles in 150 seconds");
        World.Upstream.Has(video);
        await OpenAsync(new SampleArticle("Joining fever"));
        await Badge.IsAsync("scored");
        await OpenAsync(video);
        await Badge.IsAsync("scored");
        await Eventually.HoldsAsync(() => ReceiptsOf("PUT").Count == 2, "Not every page was sent.");

        var options = await OpenOptionsAsync();
        await Expect(options.Locator("#contributed")).ToHaveTextAsync("Pages in the dataset by your choice: 2");
        await options.Locator("#takeAllBack").ClickAsync();

        await Expect(options.Locator("#contributed")).ToContainTextAsync("All taken back.");
        await Expect(options.Locator("#takeAllBack")).ToBeHiddenAsync();
        Assert.That(ReceiptsOf("DELETE"), Is.EquivalentTo(ReceiptsOf("PUT")));
        await options.CloseAsync();
    }

    [Test]
    public async Task Says_when_the_service_cannot_be_reached_and_tries_again_under_the_same_receipt()
    {
        await ChooseAsync("Page by page");
        await OpenScoredAsync(new SampleArticle("Waiting fever"));
        await Expect(Section).ToContainTextAsync("can join the dataset");
        World.Door.IsDown();

        await Section.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(Section).ToContainTextAsync("does not answer");
        World.Door.Clear();
        await Section.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(Section).ToContainTextAsync("in the research dataset by your choice");
    }

    private static async Task ChooseAsync(string choice)
    {
        var options = await OpenOptionsAsync();
        await options.Locator("#contribute").GetByText(choice, new() { Exact = true }).ClickAsync();
        await options.CloseAsync();
    }

    private static async Task<IPage> OpenOptionsAsync()
    {
        var options = await World.Browser.NewPageAsync();
        await options.GotoAsync(BuiltExtension.AddressOf("options.html"));
        await Expect(options.Locator("#contributed")).Not.ToBeEmptyAsync();
        return options;
    }

    private async Task OpenScoredAsync(SampleArticle article)
    {
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
    }
}
