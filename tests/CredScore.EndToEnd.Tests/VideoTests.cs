using System.Text.Json;
using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Videos, where no page is loaded between one and the next.</summary>
internal sealed class VideoTests : BrowserTests
{
    private static readonly SampleVideo _first = new("Mea5les_L01", "Measles in 150 seconds");
    private static readonly SampleVideo _second = new("Mumps_L0002", "Mumps in 150 seconds");

    [Test]
    public async Task Scores_the_open_video_from_what_its_page_holds_as_if_the_service_had_fetched_it()
    {
        await OpenAsync(_first);

        await Badge.IsAsync("scored");

        Assert.That(World.Upstream.Requests, Is.Empty);
        Assert.That(World.Door.Paths, Has.One.EqualTo("POST /v1/scores/from-page"));
        World.Upstream.Has(_first);
        var fetched = await World.AskServiceAsync(_first.Url);
        var kept = (await World.ReadAsync("local")).EnumerateObject().Single(entry => entry.Name.StartsWith("score:", StringComparison.Ordinal)).Value.GetProperty("value");
        Assert.That(FeaturesOf(kept), Is.EquivalentTo(FeaturesOf(fetched)), "What is left out of the page before it is sent changes what is read from it.");
        await Expect(Badge.Number).ToHaveTextAsync($"{Math.Floor(fetched.GetProperty("score").GetDouble())}");
    }

    [Test]
    public async Task Goes_with_the_reader_from_video_to_video_and_never_shows_a_number_beside_another()
    {
        await OpenAsync(_first);
        await WatchForWrongNumbersAsync();
        await Badge.IsAsync("scored");
        World.Sites.PutUp(_second.Url, _second.Html);

        await LeaveForAsync(_second);
        await Badge.IsAbsentAsync();
        await ArriveAtAsync(_second);
        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", _second.Key);

        await Tab.GoBackAsync();
        await ArriveAtAsync(_first);
        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", _first.Key);
        await Badge.IsAsync("scored");
        Assert.That(await WrongNumbersAsync(), Is.Empty);
    }

    [Test]
    public async Task Drops_an_answer_that_comes_after_its_video_was_left()
    {
        var late = World.Door.HoldsBack("/from-page");
        await OpenAsync(new SampleVideo("LeftEarly01", "A video that no other test lets the service know"));
        await WatchForWrongNumbersAsync();
        await Badge.IsAsync("scoring");
        World.Sites.PutUp(_second.Url, _second.Html);

        await LeaveForAsync(_second);
        await ArriveAtAsync(_second);
        late.SetResult();

        await Expect(Badge.Host).ToHaveAttributeAsync("data-key", _second.Key);
        await Badge.IsAsync("scored");
        Assert.That(await WrongNumbersAsync(), Is.Empty);
    }

    [Test]
    public async Task Closes_the_panel_and_takes_the_badge_away_when_the_reader_goes_home()
    {
        await OpenAsync(_first);
        await Badge.IsAsync("scored");
        await Badge.PressAsync();
        await Expect(Panel.Frame).ToBeVisibleAsync();

        await Tab.EvaluateAsync("() => { leaveFor('', false); history.pushState({}, '', '/'); document.dispatchEvent(new CustomEvent('yt-navigate-finish')); }");

        await Expect(Panel.Host).ToHaveCountAsync(0);
        await Badge.IsAbsentAsync();
    }

    [Test]
    public async Task Leaves_an_embedded_player_and_a_channel_that_was_switched_off_alone()
    {
        var embedded = "https://www.youtube.com/embed/Mea5les_L01";
        World.Sites.PutUp(embedded, _first.Html);
        await Tab.GotoAsync(embedded);
        Assert.That((await World.TellAsync(embedded)).GetProperty("key").GetString(), Is.Null);
        await Badge.IsAbsentAsync();

        await World.ChooseAsync(new { channelsOff = new[] { "@measleslectures" } });
        await OpenAsync(_first);
        Assert.That((await World.TellAsync(_first.Url)).GetProperty("channel").GetString(), Is.EqualTo("@measleslectures"));
        await Badge.IsAbsentAsync();
        Assert.That(World.Door.Requests, Is.Empty);
    }

    [Test]
    public async Task Sends_of_a_video_what_its_page_says_about_it_and_nothing_of_who_watches()
    {
        await OpenAsync(_first);
        await Badge.IsAsync("scored");

        var body = JsonSerializer.Deserialize<JsonElement>(World.Door.Requests.Single(request => request.Method == "POST").Body);

        Assert.That(body.GetProperty("url").GetString(), Is.EqualTo(_first.Url));
        Assert.That(body.GetProperty("youtube").GetProperty("player").GetProperty("videoDetails").GetProperty("title").GetString(), Is.EqualTo(_first.Title));
        Assert.That(NamesIn(body), Has.None.AnyOf("trackingParams", "clickTrackingParams", "visitorData", "itag", "likeStatus", "subscribed", "secondaryResults", "menu"));
    }

    private static string[] FeaturesOf(JsonElement assessment)
        => [.. assessment.GetProperty("features").EnumerateObject().Where(feature => feature.Name != "$id").Select(feature => $"{feature.Name} {feature.Value.GetRawText()}").Order(StringComparer.Ordinal)];

    private async Task LeaveForAsync(SampleVideo video) => await Tab.EvaluateAsync("id => leaveFor(id)", video.Id);

    private async Task ArriveAtAsync(SampleVideo video) => await Tab.EvaluateAsync("([id, title]) => arriveAt(id, title)", new[] { video.Id, video.Title });

    // Looked at after each change of the page: what a reader could have seen, however briefly.
    private async Task WatchForWrongNumbersAsync() => await Tab.EvaluateAsync(
        """
        () => {
          window.wrong = [];
          const look = () => document.querySelectorAll("credscore-badge").forEach(badge => {
            const here = "youtube:" + new URL(location.href).searchParams.get("v");
            const number = badge.shadowRoot.querySelector(".number")?.textContent;
            if (number && badge.dataset.key !== here) window.wrong.push(`${badge.dataset.key} ${number} on ${here}`);
          });
          new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
          const frame = () => { look(); requestAnimationFrame(frame); };
          frame();
        }
        """);

    private Task<string[]> WrongNumbersAsync() => Tab.EvaluateAsync<string[]>("() => window.wrong");

    private static IEnumerable<string> NamesIn(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => NamesIn(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(NamesIn),
        _ => [],
    };
}
