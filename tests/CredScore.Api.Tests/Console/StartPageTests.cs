using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CredScore.Api.Console;
using CredScore.Api.Console.Results;
using CredScore.Api.Tests.Support;
using EmbeddedRulesets = CredScore.Scoring.Rules.Rulesets;

namespace CredScore.Api.Tests.Console;

internal sealed class StartPageTests : ApiTests
{
    [Test]
    public async Task Asks_for_an_address_and_needs_no_script()
    {
        var (status, page) = await OpenAsync("/");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.QuerySelector("form[method=get] input[name=url]"), Is.Not.Null);
            Assert.That(page.QuerySelector("label[for=url]"), Is.Not.Null);
            Assert.That(page.QuerySelectorAll("script"), Is.Empty);
            Assert.That(page.QuerySelectorAll("[src], link[href]").Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")), Has.None.StartWith("http"));
        });
    }

    [TestCase("iron-deficiency", "Strong")]
    [TestCase("tide-mill", "Fair")]
    [TestCase("moon-water", "Weak")]
    public async Task Explains_its_samples_without_the_internet(string sample, string band)
    {
        var (status, page) = await OpenAsync($"/?sample={sample}");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.QuerySelector(".band strong")!.TextContent, Is.EqualTo(band), page.QuerySelector(".score")?.TextContent);
            Assert.That(page.QuerySelectorAll(".criterion").Length, Is.GreaterThan(3));
            Assert.That(page.QuerySelectorAll("tbody tr").Length, Is.GreaterThan(4));
            Assert.That(page.Body!.TextContent, Does.Contain("signals of credibility, not facts"));
            Assert.That(page.QuerySelectorAll("table a"), Is.Empty, "Made-up citations lead nowhere.");
            Assert.That(page.QuerySelector(".sample-mark")!.TextContent, Does.StartWith("Sample"));
            Assert.That(page.Title, Does.StartWith("Sample: "));
            Assert.That(page.QuerySelectorAll(".overview a").Select(link => page.QuerySelector(link.GetAttribute("href")!)), Has.None.Null);
        });
        Assert.That(Upstream.Calls, Is.Empty);
    }

    [Test]
    public async Task Shows_whole_points_and_the_exact_sum_in_small_print()
    {
        var (_, page) = await OpenAsync("/?sample=iron-deficiency");
        var exact = new SamplePages().Assess("iron-deficiency")!.Score!.Value;
        Assert.That(page.QuerySelector(".score")!.TextContent, Is.EqualTo(FormattableString.Invariant($"{Math.Floor(exact)} of 100")));
        Assert.That(page.QuerySelector(".band + .hint")!.TextContent, Is.EqualTo(FormattableString.Invariant($"{exact} exactly: the sum of the points below.")));
    }

    [TestCase(64.58, "64")]
    [TestCase(83.34, "83")]
    [TestCase(100, "100")]
    [TestCase(0.4, "0")]
    public void Never_rounds_up_into_another_band(double score, string shown) => Assert.That(Words.Whole(score), Is.EqualTo(shown));

    [Test]
    public async Task Gives_no_points_where_there_is_no_score()
    {
        Upstream.Sends("titles=Measles", Encoding.UTF8.GetBytes(MeaslesSaying("'''Measles''' is a disease.")));
        var (_, page) = await OpenAsync($"/?url={Measles}");
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelector(".band strong")!.TextContent, Is.EqualTo("Not enough evidence"));
            Assert.That(page.QuerySelector(".verdict")!.TextContent, Does.Contain("words of prose"));
            Assert.That(page.QuerySelectorAll(".score, .overview, .gain"), Is.Empty);
        });
    }

    [Test]
    public async Task Says_first_what_limits_the_score()
    {
        var sentences = string.Concat(Enumerable.Repeat("Measles is a disease that spreads from person to person through the air. ", 40));
        Upstream.Sends("titles=Measles", Encoding.UTF8.GetBytes(MeaslesSaying($"{{{{hoax|date=May 2026}}}}\n{sentences}<ref>{{{{cite journal |title=A |journal=BMJ |year=2024}}}}</ref>")));
        var (_, page) = await OpenAsync($"/?url={Measles}");
        Assert.That(page.QuerySelector(".verdict")!.TextContent, Does.Contain("possible hoax").And.Contain("less what limits the score").And.Contain("−"));
        Assert.That(page.QuerySelector(".caps")!.TextContent, Does.Contain("points away"));
    }

    [Test]
    public async Task Leaves_every_link_within_the_page_on_the_page()
    {
        var (_, page) = await OpenAsync("/?sample=tide-mill");
        Assert.That(page.QuerySelector("base"), Is.Null, "A base address would turn #main into another page.");
        Assert.That(page.QuerySelectorAll("a[href^='#']").Select(link => page.GetElementById(link.GetAttribute("href")![1..])), Has.None.Null.And.Not.Empty);
    }

    [Test]
    public async Task Tells_how_a_page_is_scored_from_the_rulesets()
    {
        var (status, page) = await OpenAsync("/how");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.QuerySelectorAll("section h2").Length, Is.EqualTo(EmbeddedRulesets.Embedded.Count));
        Assert.That(page.Body!.TextContent, Does.Contain(EmbeddedRulesets.Embedded[0].Criteria[0].Measures[0].Because));
    }

    [Test]
    public async Task Knows_no_other_samples()
    {
        var (status, page) = await OpenAsync("/?sample=nonsense");
        Assert.That(status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(page.QuerySelector("[role=alert]")!.TextContent, Does.Contain("no such sample"));
    }

    [Test]
    public void Lists_a_text_for_every_sample()
    {
        var samples = new SamplePages();
        Assert.That(samples.All.Select(sample => samples.Assess(sample.Id)), Has.None.Null);
        Assert.That(samples.Assess("nonsense"), Is.Null);
    }

    [Test]
    public async Task Explains_a_real_page()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var (status, page) = await OpenAsync($"/?url={Measles}");

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Measles"));
        Assert.That(page.QuerySelector(".facts a")!.GetAttribute("href"), Does.Contain("oldid=1300000001"));
        Assert.That(page.QuerySelectorAll(".evidence a").Select(link => link.GetAttribute("href")), Has.All.Match(@"^#ref-\d+$"));
    }

    [TestCase("measles", HttpStatusCode.BadRequest, "not a web address")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Measles", HttpStatusCode.UnprocessableEntity, "discussion between editors")]
    [TestCase("https://youtu.be/c4r3dSc0rE1", HttpStatusCode.UnprocessableEntity, "This video is private")]
    [TestCase("https://youtu.be/c4r3dSc0rE3", HttpStatusCode.NotFound, "no video under this address")]
    [TestCase("https://youtu.be/c4r3dSc0rE4", HttpStatusCode.ServiceUnavailable, "agree to cookies")]
    [TestCase("https://en.wikipedia.org/wiki/Mumps", HttpStatusCode.ServiceUnavailable, "Wikipedia answers with status 503")]
    [TestCase("https://en.wikipedia.org/wiki/Nothing_here_at_all", HttpStatusCode.NotFound, "no page under this address")]
    public async Task Says_in_words_what_went_wrong(string address, HttpStatusCode expected, string words)
    {
        Upstream.Fails("titles=Mumps", HttpStatusCode.ServiceUnavailable).Answers("titles=Nothing", "missing.json")
            .Answers("v=c4r3dSc0rE1", "youtube/private.html").Answers("v=c4r3dSc0rE3", "youtube/removed.html").Answers("v=c4r3dSc0rE4", "youtube/consent.html");
        var (status, page) = await OpenAsync($"/?url={Uri.EscapeDataString(address)}");

        Assert.That(page.QuerySelector("[role=alert]")!.TextContent, Does.Contain(words));
        Assert.That(page.QuerySelector("#url")!.GetAttribute("value"), Is.EqualTo(address));
        Assert.That(status, Is.EqualTo(expected));
    }

    [TestCase("iron-lecture")]
    [TestCase("moon-video")]
    public async Task Explains_its_sample_videos_without_the_internet(string sample)
    {
        var (status, page) = await OpenAsync($"/?sample={sample}");
        Assert.Multiple(() =>
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(page.QuerySelector(".sample-mark")!.TextContent, Does.Contain("not a video on YouTube"));
            Assert.That(page.QuerySelector(".channel")!.TextContent, Does.Contain("(sample)").And.Contain("Shown, not scored").And.Contain("Views"));
            Assert.That(page.QuerySelectorAll(".criterion").Length, Is.GreaterThan(3));
            Assert.That(page.QuerySelectorAll("table a, .channel a"), Is.Empty, "Made-up channels and citations lead nowhere.");
            Assert.That(page.Body!.TextContent, Does.Contain("CredScore's estimate, not YouTube's").And.Not.Contain("this article"));
        });
        Assert.That(Upstream.Calls, Is.Empty);
    }

    [Test]
    public async Task Scores_a_hospitals_lecture_above_a_shop()
    {
        var samples = new SamplePages();
        var (_, page) = await OpenAsync("/?sample=iron-lecture");
        Assert.That(samples.Assess("iron-lecture")!.Score, Is.GreaterThan(samples.Assess("moon-video")!.Score ?? 0));
        Assert.That(page.QuerySelector(".panel")!.TextContent, Is.EqualTo("From an accredited hospital"));
        Assert.That(page.QuerySelectorAll("tbody .where").Select(place => place.TextContent), Has.Some.EqualTo("at 2:40"));
    }

    [Test]
    public async Task Explains_a_real_video()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        var (status, page) = await OpenAsync($"/?url={Uri.EscapeDataString("https://youtu.be/c4r3dSc0rE1")}");
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.QuerySelector("h1")!.TextContent, Is.EqualTo("Measles: what it is and how it spreads"));
        Assert.That(page.QuerySelector(".facts a")!.TextContent, Is.EqualTo("The video on YouTube"));
        Assert.That(page.QuerySelector(".shown")!.TextContent, Does.Contain("4,321").And.Contain("10:40"));
    }

    [Test]
    public async Task Shows_what_was_pasted_as_text_only()
    {
        var (_, page) = await OpenAsync("/?url=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.That(page.QuerySelectorAll("script"), Is.Empty);
    }

    [Test]
    public async Task Brings_its_own_style()
    {
        using var style = await Client.GetAsync(new Uri("/console.css", UriKind.Relative));
        Assert.That(style.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/css"));
        Assert.That(await style.Content.ReadAsStringAsync(), Does.Contain("prefers-color-scheme: dark").And.Contain("@media print").And.Not.Contain("url("));
    }

    private static string MeaslesSaying(string wikitext)
    {
        var answer = JsonNode.Parse(RecordedUpstream.Read("measles.json"))!;
        answer["query"]!["pages"]![0]!["revisions"]![0]!["slots"]!["main"]!["content"] = wikitext;
        return answer.ToJsonString();
    }

    private async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }
}
