using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>The shapes in which YouTube shows a video, and the players that are not the page's.</summary>
internal sealed class VideoLayoutTests : BrowserTests
{
    private static readonly SampleVideo _video = new("Mea5les_L01", "Measles in 150 seconds");

    [Test]
    public async Task Scores_a_short_from_the_corner_without_waiting_for_a_title()
    {
        var address = $"https://www.youtube.com/shorts/{_video.Id}";
        World.Sites.PutUp(address, $"<!DOCTYPE html><html><body>{_video.Documents}<ytd-app><ytd-shorts><ytd-reel-video-renderer is-active><video></video><a href=\"/{_video.Channel}\">Lectures</a></ytd-reel-video-renderer><ytd-reel-video-renderer><a href=\"/@next\">Next</a></ytd-reel-video-renderer></ytd-shorts></ytd-app></body></html>");

        await Tab.GotoAsync(address);

        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", _video.Key);
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "corner");
        Assert.That((await World.TellAsync(address)).GetProperty("channel").GetString(), Is.EqualTo(_video.Channel));
    }

    [Test]
    public async Task Scores_a_live_address_as_the_video_that_it_shows()
    {
        var address = $"https://www.youtube.com/live/{_video.Id}";
        World.Sites.PutUp(address, _video.Html);

        await Tab.GotoAsync(address);

        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
    }

    [Test]
    public async Task Keeps_its_place_through_theatre_mode_and_hides_in_full_screen()
    {
        await OpenAsync(_video);
        await Badge.IsAsync("scored");

        await Tab.EvaluateAsync("() => { const watch = document.querySelector('ytd-watch-flexy'); watch.setAttribute('theater', ''); watch.style.maxWidth = 'none'; watch.querySelector('#movie_player').style.height = '520px'; }");
        await Eventually.HoldsAsync(() => Tab.EvaluateAsync<bool>(
            """
            () => {
              const badge = document.querySelector("credscore-badge").getBoundingClientRect();
              const title = document.querySelector("ytd-watch-metadata #title h1").getBoundingClientRect();
              return badge.top < title.bottom && badge.bottom > title.top;
            }
            """), "The badge did not follow its title.");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");

        await Tab.EvaluateAsync("() => document.querySelector('#movie_player').requestFullscreen()");
        await Expect(Badge.Host).ToBeHiddenAsync();
        await Tab.EvaluateAsync("() => document.exitFullscreen()");
        await Expect(Badge.Host).ToBeVisibleAsync();
    }

    [Test]
    public async Task Says_nothing_of_the_video_that_plays_on_in_the_mini_player_and_is_back_with_it()
    {
        await OpenAsync(_video);
        await Badge.IsAsync("scored");

        await Tab.EvaluateAsync(
            """
            () => {
              leaveFor("", false);
              history.pushState({}, "", "/");
              const watch = document.querySelector("ytd-watch-flexy");
              watch.setAttribute("hidden", "");
              const mini = document.createElement("ytd-miniplayer");
              mini.setAttribute("active", "");
              mini.append(document.querySelector("#movie_player"));
              document.querySelector("ytd-app").append(mini);
              document.dispatchEvent(new CustomEvent("yt-navigate-finish"));
            }
            """);
        await Badge.IsAbsentAsync();

        await Tab.EvaluateAsync("([id, title]) => { leaveFor(id); document.querySelector('ytd-watch-flexy').removeAttribute('hidden'); arriveAt(id, title); }", new[] { _video.Id, _video.Title });
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
    }

    [Test]
    public async Task Goes_on_with_a_playlist_and_asks_once_for_each_of_its_videos()
    {
        var next = new SampleVideo("Mumps_L0002", "Mumps in 150 seconds");
        World.Sites.PutUp(_video.Url, _video.Html);
        World.Sites.PutUp(next.Url, next.Html);
        World.Sites.PutUp("https://www.youtube.com/watch", _video.Html);
        await Tab.GotoAsync($"{_video.Url}&list=PLfevers&index=1");
        await Badge.IsAsync("scored");
        var asked = World.Door.Requests.Count;

        // The player writes the second into the address.
        await Tab.EvaluateAsync("() => history.replaceState({}, '', location.href + '&t=30s')");
        await Badge.IsAsync("scored");
        Assert.That(World.Door.Requests, Has.Count.EqualTo(asked));

        await Tab.EvaluateAsync("([id, title]) => { leaveFor(id, false); history.pushState({}, '', `/watch?v=${id}&list=PLfevers&index=2`); arriveAt(id, title); }", new[] { next.Id, next.Title });
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", next.Key);
        await Badge.IsAsync("scored");
    }

    [Test]
    public async Task Leaves_a_player_alone_that_is_embedded_in_another_page()
    {
        var embedded = "https://www.youtube.com/embed/Mea5les_L01";
        World.Sites.PutUp(embedded, _video.Html);
        var article = new SampleArticle("Embedding fever");
        await OpenAsync(article, article.Html.Replace("</main>", $"<iframe src=\"{embedded}\"></iframe></main>", StringComparison.Ordinal));

        await Badge.IsAsync("scored");

        var frame = Tab.Frames.Single(frame => frame.Url == embedded);
        await Expect(frame.Locator("ytd-watch-metadata #title h1")).ToHaveCountAsync(1);
        await Expect(frame.Locator("credscore-badge")).ToHaveCountAsync(0);
        Assert.That(World.Door.Paths, Has.None.Contains("youtube").And.None.Contains("from-page"));
    }
}
