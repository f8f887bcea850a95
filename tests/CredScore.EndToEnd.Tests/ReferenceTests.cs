using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>The way from a reason to what it rests on, and the marks beside the references.</summary>
internal sealed class ReferenceTests : BrowserTests
{
    private static readonly SampleReference _retracted = SampleReference.Journal("bad", "Long term toxicity of a maize", "Food and Chemical Toxicology", 2012, "10.1016/j.fct.2012.08.005");

    private ILocator Marks => Tab.Locator("credscore-mark");

    private ILocator Strip => Tab.Locator("credscore-strip");

    private ILocator Entries => Tab.Locator("ol.references > li");

    [Test]
    public async Task Leads_from_a_reason_to_the_very_reference_on_the_page()
    {
        await OpenAsync(new SampleArticle("Traced fever"));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Panel.Criterion("sources").Locator("summary").ClickAsync();
        var evidence = Panel.Evidence("sources").Filter(new() { HasText = "Marsh fever: a review of treatments" }).First;

        await evidence.ClickAsync();

        var entry = Entries.Filter(new() { HasText = "Marsh fever: a review of treatments" });
        await Expect(entry).ToBeFocusedAsync();
        await Expect(entry).ToBeInViewportAsync();
    }

    [Test]
    public async Task Leads_to_a_tag_and_to_a_section()
    {
        await OpenAsync(new SampleArticle("Tagged fever"));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await OpenAllCriteriaAsync();

        await Panel.Host.Locator(".evidence button").Filter(new() { HasText = "citation needed" }).First.ClickAsync();
        await Expect(Tab.Locator("sup.Inline-Template")).ToBeFocusedAsync();
        await Expect(Tab.Locator("sup.Inline-Template")).ToBeInViewportAsync();

        await Panel.Host.Locator(".evidence button").Filter(new() { HasTextRegex = new("^Society") }).First.ClickAsync();
        await Expect(Tab.Locator("#Society")).ToBeFocusedAsync();
        await Expect(Tab.Locator("#Society")).ToBeInViewportAsync();
    }

    [Test]
    public async Task Leads_to_the_panel_of_a_video_and_to_the_description_that_names_a_source()
    {
        var video = new SampleVideo("Mea5les_L01", "Measles in 150 seconds");
        World.Sites.PutUp(video.Url, video.Html.Replace("<div id=\"description\">", "<ytd-info-panel-content-renderer>From an accredited hospital</ytd-info-panel-content-renderer><div id=\"description\">", StringComparison.Ordinal));
        await Tab.GotoAsync(video.Url);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await OpenAllCriteriaAsync();

        await Panel.Host.Locator(".evidence button").Filter(new() { HasText = "From an accredited hospital" }).First.ClickAsync();
        await Expect(Tab.Locator("ytd-info-panel-content-renderer")).ToBeFocusedAsync();

        await Panel.Host.Locator(".evidence button").Filter(new() { HasText = "[1]" }).First.ClickAsync();
        await Expect(Tab.Locator("#description")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Offers_no_way_to_a_reference_that_the_open_page_lacks()
    {
        var article = new SampleArticle("Cut fever");
        await OpenAsync(article, article.Html.Replace("class=\"references\"", "class=\"gone\"", StringComparison.Ordinal).Replace("citation journal", "gone", StringComparison.Ordinal).Replace("citation web", "gone", StringComparison.Ordinal));
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Panel.Criterion("sources").Locator("summary").ClickAsync();

        await Expect(Panel.Criterion("sources").Locator(".evidence span").First).ToHaveAttributeAsync("title", "Not found on the page as it is shown now");
        await Expect(Panel.Evidence("sources")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Marks_every_reference_filters_by_kind_and_hides_the_marks_again()
    {
        await OpenMarkedAsync(new SampleArticle("Marked fever"));
        await Expect(Marks).ToHaveCountAsync(5);
        await Expect(Entries.Nth(0).Locator("credscore-mark")).ToHaveTextAsync("Health agency or guideline");
        await Expect(Entries.Nth(4).Locator("credscore-mark")).ToHaveTextAsync("Self-published");

        await Strip.GetByRole(AriaRole.Button, new() { Name = "News" }).ClickAsync();
        await Expect(Tab.Locator("li[data-credscore-dim]")).ToHaveCountAsync(4);
        await Expect(Entries.Nth(3)).Not.ToHaveAttributeAsync("data-credscore-dim", "");

        await Strip.GetByText("Hide marks").ClickAsync();
        await Expect(Marks.First).ToBeHiddenAsync();
        await Strip.GetByText("Show marks").ClickAsync();
        await Expect(Marks.First).ToBeVisibleAsync();
    }

    [Test]
    public async Task Makes_a_retracted_source_stand_out_beside_its_entry_and_at_its_number()
    {
        var article = new SampleArticle("Retracted fever");
        await OpenMarkedAsync(article with { References = [_retracted, .. article.References] });

        await Expect(Entries.Nth(0).Locator("credscore-mark")).ToHaveTextAsync("Retracted");
        await Expect(Entries.Nth(0).Locator("credscore-mark")).ToHaveAttributeAsync("data-tone", "bad");
        var call = Tab.Locator("sup.reference a[data-credscore-bad]").First;
        await call.FocusAsync();
        await Expect(call).ToHaveAttributeAsync("aria-description", "Retracted");
    }

    [Test]
    public async Task Says_the_kind_of_source_while_a_footnotes_number_is_pointed_at()
    {
        await OpenMarkedAsync(new SampleArticle("Pointed fever"));
        var call = Tab.Locator("sup.reference a").First;
        var tip = Tab.Locator("credscore-tip .tip");

        await call.HoverAsync();
        await Expect(tip).ToBeVisibleAsync();
        await Expect(tip).ToHaveTextAsync("Health agency or guideline");

        await Tab.Locator("h1").HoverAsync();
        await Expect(tip).ToHaveCountAsync(0);
        await Expect(call).Not.ToHaveAttributeAsync("aria-description", "Health agency or guideline");
    }

    [Test]
    public async Task Sets_no_mark_beside_a_source_that_came_since_and_none_at_all_when_switched_off()
    {
        var article = new SampleArticle("Changed fever");
        var since = article with { References = [.. article.References.Take(4), SampleReference.Web("new", "Quite another page", "Somebody", 2026, "https://example.org/another")] };
        await OpenMarkedAsync(article, since.Html);
        await Expect(Marks).ToHaveCountAsync(4);
        await Expect(Entries.Nth(4).Locator("credscore-mark")).ToHaveCountAsync(0);

        await World.ChooseAsync(new { marks = false });
        await Expect(Strip).ToHaveCountAsync(0);
        await Expect(Marks).ToHaveCountAsync(0);
    }

    private async Task OpenAllCriteriaAsync()
    {
        var criteria = Panel.Host.Locator("details[data-criterion]");
        // Nobody waits for a list of elements that is empty just now: the panel's code may still be on its way.
        await Expect(criteria.First).ToBeVisibleAsync();

        foreach (var summary in await criteria.Locator("> summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        // One criterion is open at a time; what is in the others stays drawn.
        await criteria.EvaluateAllAsync<object?>("all => all.forEach(details => { details.removeAttribute('name'); details.open = true; })");
        TestContext.Out.WriteLine(string.Join(" | ", await Panel.Host.Locator(".evidence > *").AllTextContentsAsync()));
    }

    // Where the list is in sight, marks wait for the reader's next key.
    private async Task OpenMarkedAsync(SampleArticle article, string? html = null)
    {
        await OpenAsync(article, html);
        await Badge.IsAsync("scored");

        // The part that sets them may still be loading when a key comes.
        await Tab.WaitForFunctionAsync(
            """
            () => {
              document.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift" }));
              return document.querySelector("credscore-strip") !== null;
            }
            """);
    }
}
