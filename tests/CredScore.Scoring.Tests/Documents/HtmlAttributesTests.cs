using System.Text.Json;
using AngleSharp.Html.Parser;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>The tree is built without the attributes that no reader asks for: what is read must be the same as with all of them.</summary>
internal sealed class HtmlAttributesTests
{
    private static readonly HtmlParserOptions _all = HtmlReader.Options with { ShouldEmitAttribute = null };

    [TestCase("vector-2022")]
    [TestCase("vector-legacy")]
    [TestCase("mobile")]
    [TestCase("parsoid")]
    public void Reads_a_sample_page_as_with_every_attribute(string page) => AssertSame(SamplePages.Html(page));

    [Category("RealData")]
    [TestCase("kreuzberg_crohns_disease")]
    [TestCase("kreuzberg_hip_13044_b")]
    [TestCase("readability_wikipedia")]
    [TestCase("gumbo_ebola_2014")]
    [TestCase("parsoid_dog_845493773")]
    [TestCase("parsoid_mosfet_919444632")]
    [TestCase("actionparse_cat")]
    [TestCase("h2m_lists_timeline")]
    public void Reads_a_real_page_as_with_every_attribute(string page) => AssertSame(SamplePages.RealHtml(page));

    private static void AssertSame(string html)
    {
        var whole = HtmlReader.Read(new HtmlParser(_all).ParseDocument(HtmlNesting.Cut(html)), ArticleContext.Unknown);
        var lean = HtmlReader.Read(html, ArticleContext.Unknown);

        Assert.That(JsonSerializer.Serialize(lean), Is.EqualTo(JsonSerializer.Serialize(whole)));
    }
}
