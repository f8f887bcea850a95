using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CredScore.Api.Console;
using CredScore.Api.Tests.Support;

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
        });
        Assert.That(Upstream.Calls, Is.Empty);
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
        Assert.That(page.QuerySelectorAll(".evidence a").Select(link => link.GetAttribute("href")), Has.All.Match(@"^/\?url=.*#ref-\d+$"));
    }

    [TestCase("measles", HttpStatusCode.BadRequest, "not a web address")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Measles", HttpStatusCode.UnprocessableEntity, "discussion between editors")]
    [TestCase("https://youtu.be/c4r3dSc0rE1", HttpStatusCode.UnprocessableEntity, "Videos are not scored yet")]
    [TestCase("https://en.wikipedia.org/wiki/Mumps", HttpStatusCode.ServiceUnavailable, "Wikipedia answers with status 503")]
    [TestCase("https://en.wikipedia.org/wiki/Nothing_here_at_all", HttpStatusCode.NotFound, "no page under this address")]
    public async Task Says_in_words_what_went_wrong(string address, HttpStatusCode expected, string words)
    {
        Upstream.Fails("titles=Mumps", HttpStatusCode.ServiceUnavailable).Answers("titles=Nothing", "missing.json");
        var (status, page) = await OpenAsync($"/?url={Uri.EscapeDataString(address)}");

        Assert.That(page.QuerySelector("[role=alert]")!.TextContent, Does.Contain(words));
        Assert.That(page.QuerySelector("#url")!.GetAttribute("value"), Is.EqualTo(address));
        Assert.That(status, Is.EqualTo(expected));
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

    private async Task<(HttpStatusCode Status, IDocument Page)> OpenAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()));
    }
}
