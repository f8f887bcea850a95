using CredScore.EndToEnd.Tests.Pages;
using CredScore.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace CredScore.EndToEnd.Tests;

/// <summary>Everything that the badge can say of an article, and what it never says.</summary>
internal sealed class BadgeTests : BrowserTests
{
    [Test]
    public async Task Says_that_it_looks_the_page_up_until_the_service_answers()
    {
        var answer = World.Door.HoldsBack();
        await OpenAsync(new SampleArticle("Slow fever"));

        await Badge.IsAsync("looking");
        await Badge.SaysAsync("Looking up");
        await Expect(Badge.Number).ToBeEmptyAsync();

        answer.SetResult();
        await Badge.IsAsync("scored");
        await Expect(Badge.Announcement).ToContainTextAsync("of 100");
    }

    [Test]
    public async Task Says_not_enough_evidence_in_words_without_a_number_and_without_a_colour()
    {
        await OpenAsync(new SampleArticle("Stub fever") { IsStub = true });

        await Badge.IsAsync("scored");
        await Badge.SaysAsync("Not enough evidence");
        await Expect(Badge.Number).ToBeEmptyAsync();
        await Expect(Badge.Button).ToHaveAttributeAsync("data-tone", "quiet");
    }

    [TestCase("https://en.wikipedia.org/wiki/Talk:Quiet_fever", "ns-0", "ns-1")]
    [TestCase("https://en.wikipedia.org/wiki/Special:Search", "ns-0", "ns--1")]
    [TestCase("https://en.wikipedia.org/w/index.php?title=Quiet_fever&action=edit", "action-view", "action-edit")]
    [TestCase("https://en.wikipedia.org/w/index.php?title=Quiet_fever&action=history", "action-view", "action-history")]
    [TestCase("https://en.wikipedia.org/w/index.php?title=Quiet_fever&diff=prev&oldid=5", "", "")]
    [TestCase("https://en.wikipedia.org/w/index.php?title=Quiet_fever&action=submit", "<main", "<div id=\"wikiPreview\"><p>A preview</p></div><main")]
    [TestCase("https://en.wikipedia.org/wiki/Quiet_fever?veaction=edit", "", "")]
    [TestCase("https://en.wikipedia.org/wiki/Never_written", "mw-parser-output", "noarticletext mw-parser-output")]
    [TestCase("https://en.wikipedia.org/wiki/Main_Page", "RLCONF={", "RLCONF={\"wgIsMainPage\":true,")]
    public async Task Stays_silent_where_there_is_nothing_to_score(string address, string in_articles, string here)
    {
        var html = new SampleArticle("Quiet fever").Html;
        World.Sites.PutUp(address, in_articles.Length == 0 ? html : html.Replace(in_articles, here, StringComparison.Ordinal));
        await Tab.GotoAsync(address);

        var state = await World.TellAsync(address);

        Assert.That(state.GetProperty("key").GetString(), Is.Null);
        await Badge.IsAbsentAsync();
        Assert.That(World.Door.Requests, Is.Empty);
    }

    [Test]
    public async Task Offers_to_score_what_the_service_does_not_know_and_does_so_on_a_press()
    {
        await World.ChooseAsync(new { scoring = "click" });
        await OpenAsync(new SampleArticle("Unknown fever"));
        await Badge.IsAsync("unscored");
        await Badge.SaysAsync("Score this page");

        await Badge.PressAsync();

        await Badge.IsAsync("scored");
    }

    [Test]
    public async Task Shows_a_known_score_without_naming_the_page_and_asks_for_its_reasons_on_a_press()
    {
        var article = new SampleArticle("Known fever");
        World.Upstream.Has(article);
        var known = await World.AskServiceAsync(article.Url);
        await World.ChooseAsync(new { scoring = "click" });
        await OpenAsync(article);

        await Badge.IsAsync("known");
        await Expect(Badge.Number).ToHaveTextAsync($"{Math.Floor(known.GetProperty("score").GetDouble())}");
        Assert.That(World.Door.Paths, Has.One.Items.And.All.Match("^GET /v1/scores/lookup/[0-9a-f]{5}$"));

        await Badge.PressAsync();
        await Expect(Panel.Criterion("sources")).ToBeVisibleAsync();
        await Badge.IsAsync("scored");
    }

    [Test]
    public async Task Says_that_a_score_is_stale_and_that_it_is_of_another_revision()
    {
        World.Door.Rewrite = answer => answer.Replace("\"stale\":false", "\"stale\":true", StringComparison.Ordinal);
        await OpenAsync(new SampleArticle("Stale fever"));
        await Badge.IsAsync("scored");
        await Expect(Badge.Announcement).ToContainTextAsync("An older score");

        World.Door.Rewrite = null;
        var other = new SampleArticle("Edited fever");
        await OpenAsync(other, other.Html.Replace($"{other.Revision}", $"{other.Revision + 1}", StringComparison.Ordinal));
        await Badge.IsAsync("scored");
        await Expect(Badge.Announcement).ToContainTextAsync("another revision");
    }

    [Test]
    public async Task Scores_an_old_revision_as_that_revision()
    {
        var article = new SampleArticle("Old fever");
        var address = $"https://en.wikipedia.org/w/index.php?title=Old_fever&oldid={article.Revision}";
        World.Upstream.Has(article);
        World.Sites.PutUp(address, article.Html.Replace($"\"wgCurRevisionId\":{article.Revision}", $"\"wgCurRevisionId\":{article.Revision + 5}", StringComparison.Ordinal));
        await Tab.GotoAsync(address);

        await Badge.IsAsync("scored");

        Assert.That(World.Door.Paths, Has.One.Contains($"oldid%3D{article.Revision}"));
        await Expect(Badge.Announcement).Not.ToContainTextAsync("another revision");
    }

    [Test]
    public async Task Falls_back_to_what_is_kept_here_while_the_service_is_down_and_says_so()
    {
        var article = new SampleArticle("Kept fever");
        await OpenAsync(article);
        await Badge.IsAsync("scored");
        var number = await Badge.Number.TextContentAsync();
        await World.AgeKeptAsync(TimeSpan.FromHours(1));
        World.Door.IsDown();

        await Tab.ReloadAsync();

        await Badge.IsAsync("scored");
        await Expect(Badge.Number).ToHaveTextAsync(number!);
        await Expect(Badge.Announcement).ToContainTextAsync("From this device");
    }

    [Test]
    public async Task Comes_back_when_the_service_does()
    {
        World.Door.IsDown();
        await OpenAsync(new SampleArticle("Returning fever"));
        await Badge.IsAsync("failed");
        await Badge.SaysAsync("Not available");
        await Expect(Badge.Button).ToHaveAttributeAsync("data-tone", "quiet");

        World.Door.Clear();
        await Badge.PressAsync();
        await Panel.Host.GetByText("Try again").ClickAsync();

        await Badge.IsAsync("scored");
        await Expect(Panel.Criterion("sources")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Waits_as_long_as_a_busy_service_asks_and_asks_nothing_meanwhile()
    {
        World.Door.AnswersWith(503, "{}", retryAfter: "120");
        await OpenAsync(new SampleArticle("Busy fever"));
        await Badge.IsAsync("failed");
        var asked = World.Door.Requests.Count;

        await Badge.PressAsync();
        await Expect(Panel.Host).ToContainTextAsync("Try again in 2 minutes");
        await Panel.Host.GetByText("Try again", new() { Exact = true }).ClickAsync();

        await Badge.IsAsync("failed");
        await Expect(Panel.Host).ToContainTextAsync("Try again in 2 minutes");
        Assert.That(World.Door.Requests, Has.Count.EqualTo(asked));
    }

    [TestCase(403, "{}", "Not available")]
    [TestCase(200, "<html>A hotel's sign-in page</html>", "Update needed")]
    [TestCase(200, "{\"pages\":", "Update needed")]
    [TestCase(200, "[]", "Update needed")]
    [TestCase(426, "{}", "Update needed")]
    public async Task Shows_no_number_when_the_service_answers_with_something_else(int status, string body, string word)
    {
        World.Door.AnswersWith(status, body);
        await OpenAsync(new SampleArticle($"Wrong fever {status} {body.Length}"));

        await Badge.IsAsync("failed");

        await Badge.SaysAsync(word);
        await Expect(Badge.Number).ToBeEmptyAsync();
    }

    [Test]
    public async Task Says_that_the_browser_does_not_let_it_ask_a_service_that_nobody_allowed()
    {
        await World.ChooseAsync(new { service = "https://elsewhere.example" });
        await OpenAsync(new SampleArticle("Forbidden fever"));

        await Badge.IsAsync("failed");

        await Badge.SaysAsync("Not available");
        await Badge.PressAsync();
        await Expect(Panel.Host).ToContainTextAsync("does not let CredScore ask this service");
        Assert.That(World.Door.Requests, Is.Empty);
    }

    [TestCase(422, "No score", "does not score this page")]
    [TestCase(404, "No score", "finds no such page")]
    public async Task Says_that_there_is_no_score_to_whoever_asked_for_one(int status, string word, string sentence)
    {
        await World.ChooseAsync(new { scoring = "click" });
        await OpenAsync(new SampleArticle($"Scoreless fever {status}"));
        await Badge.IsAsync("unscored");
        World.Door.AnswersWith(status, "{}");

        await Badge.PressAsync();

        await Badge.IsAsync("failed");
        await Badge.SaysAsync(word);
        await Badge.PressAsync();
        await Expect(Panel.Host).ToContainTextAsync(sentence);
    }

    [Test]
    public async Task Drops_an_answer_for_another_page()
    {
        World.Door.Rewrite = answer => answer.Replace("wikipedia:en:Right fever", "wikipedia:en:Left fever", StringComparison.Ordinal);
        await OpenAsync(new SampleArticle("Right fever"));

        await Badge.IsAsync("failed");

        await Expect(Badge.Number).ToBeEmptyAsync();
        await Badge.PressAsync();
        await Expect(Panel.Host).ToContainTextAsync("another page");
    }

    [Test]
    public async Task Says_that_the_device_is_offline_and_recovers()
    {
        await World.ChooseAsync(new { scoring = "click" });
        await OpenAsync(new SampleArticle("Offline fever"));
        await Badge.IsAsync("unscored");

        await using (await World.GoOfflineAsync())
        {
            await Badge.PressAsync();
            await Badge.IsAsync("failed");
            await Badge.SaysAsync("Offline");
        }

        await Badge.PressAsync();
        await Panel.Host.GetByText("Try again").ClickAsync();
        await Badge.IsAsync("scored");
    }

    [Test]
    public async Task Comes_back_when_the_site_draws_its_title_again_and_stands_once()
    {
        await OpenAsync(new SampleArticle("Redrawn fever"));
        await Badge.IsAsync("scored");

        await Tab.EvaluateAsync("() => { const header = document.querySelector('header'); header.innerHTML = '<h1 id=\"firstHeading\">Redrawn fever</h1>'; }");

        await Badge.IsAsync("scored");
        await Expect(Badge.Host).ToHaveCountAsync(1);
        await Expect(Badge.Host).ToHaveAttributeAsync("data-placed", "line");
    }

    [Test]
    public async Task Is_worked_by_keys_alone_and_speaks_once()
    {
        var answer = World.Door.HoldsBack();
        await OpenAsync(new SampleArticle("Spoken fever"));
        await Badge.IsAsync("looking");
        await Badge.Announcement.EvaluateAsync("status => { window.spoken = []; new MutationObserver(() => window.spoken.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true }); }");
        answer.SetResult();
        await Badge.IsAsync("scored");
        await Expect(Badge.Announcement).ToContainTextAsync("of 100");

        await Badge.Button.FocusAsync();
        await Tab.Keyboard.PressAsync("Enter");
        await Expect(Panel.Frame).ToBeFocusedAsync();
        await Expect(Badge.Button).ToHaveAttributeAsync("aria-expanded", "true");
        await Tab.Keyboard.PressAsync("Escape");
        await Expect(Badge.Button).ToBeFocusedAsync();
        await Expect(Badge.Button).ToHaveAttributeAsync("aria-expanded", "false");
        await Tab.Keyboard.PressAsync("Space");
        await Expect(Panel.Frame).ToBeVisibleAsync();

        Assert.That(await Tab.EvaluateAsync<string[]>("() => window.spoken"), Has.One.Items);
    }
}
