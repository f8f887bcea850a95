using System.Text;
using CredScore.Cli.Tests.Support;
using CredScore.Cli.Upstream;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Tests.Upstream;

internal sealed class WikipediaClientTests
{
    private static readonly PageAddress Fever = PageAddress.OfArticle("en", "Marsh fever");

    [Test]
    public async Task Finds_the_article_with_what_the_wiki_knows_of_it()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Page());

        var page = (await FindAsync(wiki, Fever))!;

        Assert.Multiple(() =>
        {
            Assert.That(page.Address.Key, Is.EqualTo("wikipedia:en:Marsh fever"));
            Assert.That(page.Text, Is.EqualTo(Pages.Wikitext));
            Assert.That(page.Format, Is.EqualTo(DocumentFormat.Wikitext));
            Assert.That(page.Origin, Is.EqualTo(Origin.Fetched));
            Assert.That(page.Record.Revision, Is.EqualTo(5000));
            Assert.That(page.Record.RevisionTime, Is.EqualTo(new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero)));
            Assert.That(page.Record.LastEdited, Is.EqualTo(page.Record.RevisionTime));
            Assert.That(page.Record.WikibaseItem, Is.EqualTo("Q1472"));
            Assert.That(page.Record.EditProtection, Is.EqualTo("autoconfirmed"));
            Assert.That(page.Record.RedirectedFrom, Is.EqualTo("Ague"));
            Assert.That(page.Record.Assessments, Is.EqualTo(new[] { new ProjectAssessment("Medicine", "GA", "High") }));
        });
    }

    [Test]
    public async Task Asks_once_for_everything_and_says_who_asks()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Page());

        await FindAsync(wiki, Fever, new() { Contact = "library@example.org" });

        Assert.Multiple(() =>
        {
            Assert.That(wiki.Requests, Has.Count.EqualTo(1));
            Assert.That(Uri.UnescapeDataString(wiki.Requests.First().Query), Does.Contain("titles=Marsh fever").And.Contain("prop=revisions|info|pageprops|pageassessments").And.Contain("maxlag=5").And.Contain("formatversion=2"));
            Assert.That(wiki.Agents.First(), Does.StartWith("CredScore/").And.Contain("library@example.org"));
        });
    }

    [TestCase("https://en.wikipedia.org/w/index.php?oldid=77", "revids=77")]
    [TestCase("https://en.wikipedia.org/?curid=42", "pageids=42")]
    public async Task Asks_by_number_when_the_address_gives_one(string text, string parameter)
    {
        var address = PageAddress.TryParse(text, out var parsed, out _) ? parsed : throw new AssertionException(text);
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Page(revision: 77));

        var page = (await FindAsync(wiki, address))!;

        Assert.Multiple(() =>
        {
            Assert.That(wiki.Requests.First().Query, Does.Contain(parameter));
            Assert.That(page.Address.Title, Is.EqualTo("Marsh fever"));
            Assert.That(page.Record.LastEdited, Is.Null, "The latest edit is on a later revision.");
        });
    }

    [Test]
    public async Task Puts_an_answer_in_parts_together()
    {
        await using var wiki = new LoopbackWiki()
            .Answers("""{"continue":{"pacontinue":"42|7","continue":"||"},"query":{"pages":[{"pageid":42,"ns":0,"title":"Marsh fever","pageassessments":{"Medicine":{"class":"B","importance":"Low"}}}]}}""")
            .Answers(WikiAnswers.Page());

        var page = (await FindAsync(wiki, Fever))!;

        Assert.Multiple(() =>
        {
            Assert.That(wiki.Requests.Last().Query, Does.Contain("pacontinue=42%7C7"));
            Assert.That(page.Text, Is.EqualTo(Pages.Wikitext));
            Assert.That(page.Record.Assessments, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Finds_nothing_where_the_wiki_has_no_page()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Missing);

        Assert.That(await FindAsync(wiki, Fever), Is.Null);
    }

    [TestCase(429)]
    [TestCase(503)]
    public async Task Tries_again_after_a_refusal_that_passes(int status)
    {
        await using var wiki = new LoopbackWiki().Answers("{}", status, "Retry-After", "0").Answers(WikiAnswers.Page());

        Assert.That(await FindAsync(wiki, Fever), Is.Not.Null);
    }

    [Test]
    public async Task Tries_again_when_the_databases_lag()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Error("maxlag"), 200, "Retry-After", "0").Answers(WikiAnswers.Page());

        Assert.That(await FindAsync(wiki, Fever), Is.Not.Null);
    }

    [Test]
    public async Task Gives_up_when_told_to_wait_longer_than_a_person_would()
    {
        await using var wiki = new LoopbackWiki().Answers("{}", 429, "Retry-After", "3600");

        AssertFails(wiki, "try again in 3600 seconds");
    }

    [Test]
    public async Task Gives_up_after_as_many_refusals_as_it_may_try()
    {
        await using var wiki = new LoopbackWiki().Answers("{}", 500).Answers("{}", 502).Answers("{}", 504);

        AssertFails(wiki, "has a fault (status 504)");
    }

    [TestCase("", "not whole JSON")]
    [TestCase("<html>An error page</html>", "not whole JSON")]
    [TestCase("""{"query":{"pages":[{"pageid":42,"ns":0,"title":"Mar""", "not whole JSON")]
    [TestCase("[]", "neither an error nor a page")]
    [TestCase("{}", "neither an error nor a page")]
    [TestCase("""{"query":{"pages":[{"pageid":42,"ns":0,"title":"Marsh fever"}]}}""", "no text")]
    [TestCase("""{"error":{"code":"badvalue"}}""", "refused the question (badvalue)")]
    public async Task Says_what_is_wrong_with_an_answer(string answer, string words)
    {
        await using var wiki = new LoopbackWiki().Answers(answer);

        AssertFails(wiki, words);
    }

    [Test]
    public async Task Checks_that_it_got_the_revision_it_asked_for()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Page(revision: 78));

        AssertFails(wiki, "revision 78 for 77", PageAddress.OfArticle("en", "Marsh fever", 77));
    }

    [Test]
    public async Task Reads_no_more_than_its_limit()
    {
        await using var wiki = new LoopbackWiki().Answers(Encoding.UTF8.GetBytes(new string(' ', 3 * 1024 * 1024)));

        AssertFails(wiki, "more than 1 MB", Fever, new() { LargestAnswer = 1024 * 1024 });
    }

    [Test]
    public async Task Follows_a_redirect_on_the_same_host_only()
    {
        await using var wiki = new LoopbackWiki().Answers("", 302, "Location", "/w/elsewhere.php").Answers(WikiAnswers.Page());
        await using var other = new LoopbackWiki().Answers("", 301, "Location", "http://localhost:1/w/api.php");

        Assert.That(await FindAsync(wiki, Fever), Is.Not.Null);
        AssertFails(other, "another host");
    }

    [Test]
    public async Task Leaves_a_loop_of_redirects()
    {
        await using var wiki = new LoopbackWiki();
        Enumerable.Range(0, 6).ToList().ForEach(_ => wiki.Answers("", 302, "Location", "/w/api.php"));

        AssertFails(wiki, "redirected more than 5 times");
    }

    [Test]
    public async Task Waits_no_longer_than_its_patience()
    {
        await using var wiki = new LoopbackWiki().KeepsSilent().KeepsSilent();

        AssertFails(wiki, "took longer than", Fever, new() { AttemptTimeout = TimeSpan.FromMilliseconds(200), Retries = 1 });
    }

    [Test]
    public async Task Scores_what_it_fetched()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Page());

        var run = await CommandRun.Of("score", Pages.Address, "--upstream", wiki.Address);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Marsh fever").And.Contain("oldid=5000"));
    }

    [Test]
    public async Task Says_that_there_is_no_such_article()
    {
        await using var wiki = new LoopbackWiki().Answers(WikiAnswers.Missing);
        var surroundings = new Surroundings { Environment = { [WikipediaOptions.AddressVariable] = wiki.Address } };

        (await CommandRun.Of(surroundings, "score", "https://en.wikipedia.org/wiki/Nowhere_fever")).AssertExplains(3, "no page");
    }

    [Test]
    public async Task Says_that_the_upstream_failed()
    {
        await using var wiki = new LoopbackWiki().Answers("{}", 403);

        (await CommandRun.Of("score", Pages.Address, "--upstream", wiki.Address)).AssertExplains(4, "refused to answer (status 403)");
    }

    [Test]
    public async Task Refuses_an_upstream_that_is_no_server()
        => (await CommandRun.Of("score", Pages.Address, "--upstream", "file:///etc/passwd")).AssertExplains(2, "not the address of a server");

    private static async Task<PageText?> FindAsync(LoopbackWiki wiki, PageAddress address, WikipediaOptions? options = null)
    {
        using var client = new WikipediaClient(Impatient(options ?? new(), wiki), TimeProvider.System);
        return await client.FindAsync(address, CancellationToken.None);
    }

    private static void AssertFails(LoopbackWiki wiki, string words, PageAddress? address = null, WikipediaOptions? options = null)
        => Assert.That(() => FindAsync(wiki, address ?? Fever, options), Throws.InstanceOf<UpstreamException>().With.Message.Contains(words));

    private static WikipediaOptions Impatient(WikipediaOptions options, LoopbackWiki wiki) => options with
    {
        Address = wiki.Address,
        Retries = Math.Min(options.Retries, 2),
        RetryDelay = TimeSpan.FromMilliseconds(1),
        LagDelay = TimeSpan.FromMilliseconds(1),
    };
}
