using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Dots beside the pages of a list that the service knows already.</summary>
internal sealed class ListTests : BrowserTests
{
    private const string Search = "https://en.wikipedia.org/w/index.php";

    private static readonly SampleArticle _known = new("Listed fever");

    private static readonly SampleVideo _video = new("Mea5les_L01", "Measles in 150 seconds");

    private ILocator Dots => Tab.Locator("credscore-dot");

    [SetUp]
    public async Task The_service_knows_two_pages()
    {
        World.Upstream.Has(_known);
        World.Upstream.Has(_video);
        await World.AskServiceAsync(_known.Url);
        await World.AskServiceAsync(_video.Url);
        await World.ChooseAsync(new { lists = true, scoring = "click" });
    }

    [Test]
    public async Task Marks_a_known_article_in_the_results_of_Wikipedia_and_names_none()
    {
        World.Sites.PutUp(Search, SearchResults("/wiki/Listed_fever", "/wiki/Unheard_fever", "/wiki/Talk:Listed_fever"));

        await Tab.GotoAsync($"{Search}?search=fever&ns0=1");

        await Expect(Dots).ToHaveCountAsync(1);
        await Expect(Tab.Locator("a[href='/wiki/Listed_fever'] credscore-dot")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^(Strong|Fair|Weak) \\d+ of 100\\.$"));
        Assert.That(World.Door.Paths, Has.Exactly(2).Items.And.All.Match("^GET /v1/scores/lookup/[0-9a-f]{5}$"), "One bucket for each article, and no address.");
    }

    [Test]
    public async Task Shows_no_dot_and_asks_nothing_until_it_is_switched_on_and_takes_them_away_again()
    {
        await World.ChooseAsync(new { lists = false });
        World.Sites.PutUp(Search, SearchResults("/wiki/Listed_fever"));
        await Tab.GotoAsync($"{Search}?search=fever");
        await World.TellAsync($"{Search}?search=fever");
        Assert.That(World.Door.Requests, Is.Empty);

        await World.ChooseAsync(new { lists = true });
        await Expect(Dots).ToHaveCountAsync(1);
        await World.ChooseAsync(new { lists = false });
        await Expect(Dots).ToHaveCountAsync(0);
        await Expect(Tab.Locator("[data-credscore-key]")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Marks_known_videos_in_the_results_of_YouTube_also_those_that_come_while_scrolling()
    {
        const string Address = "https://www.youtube.com/results";
        World.Sites.PutUp(Address, $"""
            <!DOCTYPE html><html><body><ytd-app><ytd-search><ytd-two-column-search-results-renderer><ytd-section-list-renderer><div id="contents">{Section("Unheard_L01")}</div></ytd-section-list-renderer></ytd-two-column-search-results-renderer></ytd-search></ytd-app></body></html>
            """);
        await Tab.GotoAsync($"{Address}?search_query=measles");
        await Eventually.HoldsAsync(() => World.Door.Requests.Count == 1);
        await Expect(Dots).ToHaveCountAsync(0);

        await Tab.EvaluateAsync("html => document.querySelector('#contents').insertAdjacentHTML('beforeend', html)", Section(_video.Id));

        await Expect(Tab.Locator($"a[href='/watch?v={_video.Id}'] credscore-dot")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task Marks_known_videos_beside_a_video_and_follows_when_their_places_are_used_for_others()
    {
        var open = new SampleVideo("Mumps_L0002", "Mumps in 150 seconds");
        World.Sites.PutUp(open.Url, open.Html.Replace("</ytd-watch-metadata>", $"""
            </ytd-watch-metadata><div id="related"><ytd-watch-next-secondary-results-renderer><div id="items"><yt-lockup-view-model><h3><a href="/watch?v={_video.Id}"><span>Measles</span></a></h3></yt-lockup-view-model>
            <yt-lockup-view-model><h3><a href="/playlist?list=PLx"><span>A list</span></a></h3></yt-lockup-view-model></div></ytd-watch-next-secondary-results-renderer></div>
            """, StringComparison.Ordinal));
        await Tab.GotoAsync(open.Url);
        await Expect(Dots).ToHaveCountAsync(1);

        await Tab.EvaluateAsync("() => { document.querySelector('#related a').setAttribute('href', '/watch?v=Unheard_L01'); document.querySelector('#items').append(document.createElement('yt-lockup-view-model')); }");

        await Expect(Dots).ToHaveCountAsync(0);
    }

    private static string Section(string id) => $"""
        <ytd-item-section-renderer><div id="contents"><ytd-video-renderer><h3><a id="video-title" href="/watch?v={id}">A video</a></h3></ytd-video-renderer></div></ytd-item-section-renderer>
        """;

    private static string SearchResults(params string[] links) => $"""
        <!DOCTYPE html><html class="skin-theme-clientpref-day"><body class="mediawiki ns--1 mw-special-Search action-view"><div class="searchresults"><ul class="mw-search-results">
        {string.Concat(links.Select(link => $"<li class=\"mw-search-result mw-search-result-ns-0\"><div class=\"mw-search-result-heading\"><a href=\"{link}\">{link}</a></div></li>"))}</ul></div></body></html>
        """;
}
