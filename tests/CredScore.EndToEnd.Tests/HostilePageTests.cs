using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Pages that mean harm, and services that do.</summary>
internal sealed class HostilePageTests : BrowserTests
{
    private const string Attack = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

    [Test]
    public async Task Shows_markup_in_a_title_as_text()
    {
        await OpenAsync(new SampleVideo("Attack_L001", Attack));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();

        await Expect(Panel.Host.Locator("dd").First).ToContainTextAsync("<img src=x");
        Assert.That(await Tab.EvaluateAsync<bool>("() => 'hacked' in window"), Is.False);
    }

    [Test]
    public async Task Shows_markup_in_the_words_of_the_service_as_text_and_no_address_that_is_a_script()
    {
        World.Door.Rewrite = answer => answer
            .Replace("\"notJudged\":[\"", $"\"notJudged\":[\"{Attack.Replace("\"", "\\\"", StringComparison.Ordinal)}\",\"", StringComparison.Ordinal)
            .Replace("\"alternatives\":[]", "\"alternatives\":[{\"title\":\"t\",\"url\":\"javascript:window.hacked=1\",\"provider\":\"p\",\"kind\":\"article\",\"level\":\"student\",\"free\":true,\"why\":\"w\",\"topic\":\"x\",\"language\":\"en\"}]", StringComparison.Ordinal);
        await OpenAsync(new SampleArticle("Attacked fever"));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();

        await Expect(Panel.Host).ToContainTextAsync("<img src=x");
        await Expect(Panel.Host.Locator("a[href^='javascript']")).ToHaveCountAsync(0);
        Assert.That(await Tab.EvaluateAsync<bool>("() => 'hacked' in window"), Is.False);
    }

    [Test]
    public async Task Survives_a_description_of_five_megabytes()
    {
        var video = new SampleVideo("LongTextL01", "Much to read");
        World.Sites.PutUp(video.Url, video.Html.Replace("How measles spreads and", $"{new string('x', 5 * 1024 * 1024)} and", StringComparison.Ordinal));
        World.Upstream.Has(video);
        await Tab.GotoAsync(video.Url);

        await Badge.IsAsync("scored");

        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", video.Key);
    }

    [Test]
    public async Task Is_not_fooled_by_elements_that_look_like_the_sites_or_our_own()
    {
        var article = new SampleArticle("Lookalike fever");
        var html = article.Html.Replace("<main", "<credscore-badge data-state=\"scored\" data-placed=\"corner\">Strong 100</credscore-badge><div hidden><h1 class=\"firstHeading\">Not the title</h1></div><main", StringComparison.Ordinal);
        await OpenAsync(article, html);
        await Expect(Tab.Locator("#firstHeading + credscore-badge[data-state=scored]")).ToHaveCountAsync(1);

        await Expect(Badge.Host).ToHaveCountAsync(1);
        await Expect(Badge.Host).Not.ToContainTextAsync("Strong 100");
        await Expect(Tab.Locator("#firstHeading + credscore-badge")).ToHaveCountAsync(1);
        Assert.That(await Tab.EvaluateAsync<bool>("() => typeof chrome === 'object' && typeof chrome.runtime?.sendMessage === 'function'"), Is.False, "A page's own script can talk to the extension.");
    }
}
