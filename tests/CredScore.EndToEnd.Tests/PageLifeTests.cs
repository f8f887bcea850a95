using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Wikipedia's own ways from page to page, and its skins.</summary>
internal sealed class PageLifeTests : BrowserTests
{
    private static readonly SampleSkin[] _skins = [SampleSkin.Vector2022, SampleSkin.VectorLegacy, SampleSkin.MonoBook, SampleSkin.Timeless, SampleSkin.Minerva];

    [TestCaseSource(nameof(_skins))]
    public async Task Stands_beside_the_title_in_every_skin(SampleSkin skin)
    {
        await OpenAsync(new SampleArticle($"Fever in {skin}") { Skin = skin });

        await Badge.IsAsync("scored");

        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        Assert.That(await Tab.EvaluateAsync<bool>(IsInEmptyRoom), Is.True, "The badge covers words of the page.");
    }

    [Test]
    public async Task Scores_an_article_of_the_mobile_site_as_the_same_article()
    {
        var article = new SampleArticle("Mobile fever") { Skin = SampleSkin.Minerva };
        World.Upstream.Has(article);
        World.Sites.PutUp("https://en.m.wikipedia.org/wiki/Mobile_fever", article.Html);
        await Tab.SetViewportSizeAsync(390, 800);

        await Tab.GotoAsync("https://en.m.wikipedia.org/wiki/Mobile_fever");

        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", article.Key);
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
    }

    [TestCase("minerva-view", "Telephone fever", "https://en.m.wikipedia.org/wiki/Telephone_fever", 9_000_000_401)]
    [TestCase("parsoid-view", "Parsed fever", "https://en.wikipedia.org/wiki/Parsed_fever", 9_000_000_402)]
    public async Task Finds_title_and_references_in_the_whole_page_of_the_mobile_site_and_of_the_new_parser(string page, string title, string url, long revision)
    {
        var article = new SampleArticle(title) { Revision = revision };
        World.Upstream.Has(article);
        World.Sites.PutUp(url, Repository.Page(page));
        await Tab.SetViewportSizeAsync(url.Contains(".m.", StringComparison.Ordinal) ? 390 : 1280, 800);

        await Tab.GotoAsync(url);

        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", article.Key);
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
        Assert.That(await Tab.EvaluateAsync<bool>(IsInEmptyRoom), Is.True, "The badge covers words of the page.");
        await Tab.WaitForFunctionAsync("() => { document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' })); return document.querySelectorAll('.references credscore-mark').length === 5; }");
    }

    [Test]
    public async Task Steps_aside_while_the_visual_editor_is_open_and_comes_back_after_it()
    {
        var article = new SampleArticle("Edited by eye");
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();

        await Tab.EvaluateAsync("() => { document.documentElement.classList.add('ve-active'); history.pushState({}, '', '?veaction=edit'); }");
        await Badge.IsAbsentAsync();
        await Expect(Panel.Host).ToHaveCountAsync(0);
        await Expect(Tab.Locator("credscore-mark")).ToHaveCountAsync(0);

        await Tab.EvaluateAsync("address => { document.documentElement.classList.remove('ve-active'); history.pushState({}, '', address); }", article.Url);
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Goes_back_and_forward_with_the_reader()
    {
        var (first, second) = (new SampleArticle("Former fever"), new SampleArticle("Latter fever"));
        await OpenAsync(first);
        await Badge.IsAsync("scored");
        await OpenAsync(second);
        await Badge.IsAsync("scored");

        await Tab.GoBackAsync();
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", first.Key);
        await Badge.IsAsync("scored");
        await Tab.GoForwardAsync();
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", second.Key);
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Stays_as_it_is_when_the_reader_goes_to_a_section()
    {
        await OpenAsync(new SampleArticle("Long read"));
        await Badge.IsAsync("scored");
        var asked = World.Door.Requests.Count;
        var badge = await Badge.Host.ElementHandleAsync();

        await Tab.EvaluateAsync("() => { location.hash = 'Treatment'; }");

        await Badge.IsAsync("scored");
        Assert.That(await badge.EvaluateAsync<bool>("badge => badge.isConnected"), Is.True, "The badge was drawn anew.");
        Assert.That(World.Door.Requests, Has.Count.EqualTo(asked));
    }

    // Points of the badge, looked at with the badge itself put out of the way: there is a box of the page, and no words.
    private const string IsInEmptyRoom = """
        () => {
          const badge = document.querySelector("credscore-badge");
          const { left, top, right, bottom } = badge.getBoundingClientRect();
          const range = document.createRange();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            range.selectNodeContents(node);
            for (const box of range.getClientRects()) {
              if (node.data.trim() !== "" && box.left < right - 1 && box.right > left + 1 && box.top < bottom - 6 && box.bottom > top + 6) return false;
            }
          }
          return right - left > 0;
        }
        """;
}
