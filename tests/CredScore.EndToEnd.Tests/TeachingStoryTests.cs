using System.Globalization;
using System.Text.Json;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>The whole way of an educator's rules, from the first start of a service to a student's badge and back.</summary>
internal sealed class TeachingStoryTests : ConsoleTests
{
    private const string Fair = "36.5";

    [Test]
    public async Task Leads_from_the_first_start_to_a_badge_by_the_educators_rules_and_back()
    {
        var article = new SampleArticle("Classroom fever");
        World.Upstream.Has(article);
        await World.ChooseAsync(new { service = Service.LocalAddress, scoring = "auto" });

        await JoinAsync(await Service.FirstLinkAsync(), "The owner");
        var link = await InviteAsync("educator", "Dr Rivera");
        await SignOutAsync();
        await GoAsync(await Service.FirstLinkAsync());
        await SeesAsync("This link does not open anything");

        await JoinAsync(link, "Dr Rivera");
        await PublishAsync(article);
        var code = await GiveToClassAsync();
        await StudentJoinsAsync(code);

        var (byClass, byDefault) = (await AskAsync(article, "&ruleset=rivera/1"), await AskAsync(article, ""));
        Assert.That(NumberOf(byClass), Is.Not.EqualTo(NumberOf(byDefault)), "The rules make no difference that could be seen.");
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Expect(Badge.Number).ToHaveTextAsync(NumberOf(byClass));
        await Badge.PressAsync();
        await Expect(Panel.Host.Locator("[data-rules]")).ToContainTextAsync("Dr Rivera");
        await Expect(Panel.Host.Locator("[data-rules] a")).ToHaveAttributeAsync("href", $"{Service.LocalAddress}/?url={Uri.EscapeDataString(byClass.GetProperty("page").GetProperty("address").GetString()!)}");

        await RollBackAsync(code);
        await World.AgeKeptAsync(TimeSpan.FromMinutes(11));
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Expect(Badge.Number).ToHaveTextAsync(NumberOf(byDefault));
        await Badge.PressAsync();
        await Expect(Panel.Verdict).ToBeVisibleAsync();
        await Expect(Panel.Host.Locator("[data-rules]")).ToHaveCountAsync(0);
        var again = await AskAsync(article, "&ruleset=rivera/1");
        Assert.That(again.GetProperty("score").GetDouble(), Is.EqualTo(byClass.GetProperty("score").GetDouble()), "A retired version gives its number again.");
    }

    private async Task PublishAsync(SampleArticle article)
    {
        await CopyAsync("general", "rivera");
        var preview = Tab.Locator("#preview");
        await Tab.Locator("#c-sources").FillAsync("60");
        await Expect(preview).ToContainTextAsync("Sources counts 60 instead of");
        await Expect(preview).ToContainTextAsync("Sample: ");
        await Tab.Locator("#page").FillAsync(article.Url);
        await Expect(preview.Locator(".at-hand h2")).ToContainTextAsync($"{article.Title}: ");

        await Tab.Locator("#fair").FillAsync(Fair);
        await Expect(preview).ToContainTextAsync($"Fair begins at {Fair}");
        await PressAsync("Undo the last change");
        await SeesAsync("Taken back.");
        await Expect(Tab.Locator("#fair")).Not.ToHaveValueAsync(Fair);
        await Expect(Tab.Locator("#c-sources")).ToHaveValueAsync("60");

        await Tab.Locator("#note").FillAsync("Sources first.");
        await PressAsync("Publish rivera/1");
        await SeesAsync("Published by Dr Rivera");
    }

    private async Task<string> GiveToClassAsync()
    {
        var code = await MakeClassAsync("Fevers, year 1");
        await Tab.Locator("#articles").SelectOptionAsync("rivera/1");
        await PressAsync("Save");
        await SeesAsync("Saved.");
        await GoAsync($"/join/{code}");
        await SeesAsync("Join Fevers, year 1");
        return code;
    }

    private async Task StudentJoinsAsync(string code)
    {
        await Tab.GotoAsync(BuiltExtension.AddressOf("options.html"));
        await Expect(Tab.Locator("#forget")).Not.ToBeEmptyAsync();
        await Tab.Locator("[name=classCode]").FillAsync(code);
        await Tab.Locator("#classForm button[type=submit]").ClickAsync();
        await Expect(Tab.Locator("#classStatus")).Not.ToBeEmptyAsync();
    }

    private async Task RollBackAsync(string code)
    {
        await GoAsync("/rulesets/rivera/1");
        await PressAsync("Retire it");
        await SeesAsync("A class still scores with this version.");
        await GoAsync($"/classes/{code}");
        await SeesAsync("About 1 member");
        await Tab.Locator("#articles").SelectOptionAsync("");
        await PressAsync("Save");
        await SeesAsync("Saved.");
        await GoAsync("/rulesets/rivera/1");
        await PressAsync("Retire it");
        await SeesAsync("Retired.");
    }

    private async Task<JsonElement> AskAsync(SampleArticle article, string more)
        => JsonSerializer.Deserialize<JsonElement>(await Service.Client.GetStringAsync(new Uri(Service.Address, $"/v1/scores?url={Uri.EscapeDataString(article.Url)}{more}")));

    private static string NumberOf(JsonElement assessment) => Math.Floor(assessment.GetProperty("score").GetDouble()).ToString(CultureInfo.InvariantCulture);
}
