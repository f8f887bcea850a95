using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>What a student sees first.</summary>
internal sealed class FirstStoryTests : BrowserTests
{
    [Test]
    public async Task Shows_the_score_of_the_service_beside_the_title_explains_it_and_leaves_on_Escape()
    {
        var article = new SampleArticle("Marsh fever");
        await OpenAsync(article);

        await Badge.IsAsync("scored");
        var assessment = await World.AskServiceAsync(article.Url);
        await Expect(Badge.Number).ToHaveTextAsync($"{Math.Floor(assessment.GetProperty("score").GetDouble())}");
        await Expect(Badge.Button).ToHaveAttributeAsync("data-tone", assessment.GetProperty("band").GetString()!);

        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();
        await Expect(Panel.Verdict).ToContainTextAsync($"{Math.Floor(assessment.GetProperty("score").GetDouble())}");
        await Expect(Panel.Host.Locator("details[data-criterion]")).ToHaveCountAsync(
            assessment.GetProperty("criteria").EnumerateArray().Count(criterion => criterion.GetProperty("points").ValueKind != System.Text.Json.JsonValueKind.Null));

        await Tab.Keyboard.PressAsync("Escape");
        await Expect(Panel.Host).ToHaveCountAsync(0);
        await Expect(Badge.Button).ToBeFocusedAsync();
    }
}
