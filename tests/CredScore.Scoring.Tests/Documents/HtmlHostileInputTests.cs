using System.Text;
using CredScore.Scoring.Documents;
using CsCheck;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Whatever the text, there is a document.</summary>
internal sealed class HtmlHostileInputTests
{
    private static readonly string[] Pages = ["vector-2022", "vector-legacy", "mobile", "parsoid"];

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<table class=infobox>", "</table>", "<ol class=references>", "<li id=cite_note-1>", "<sup class=reference>", "<a href='#cite_note-1'>", "<a href='#cite_ref-1'>",
        "<cite class='citation book' typeof=mw:Transclusion data-mw='{\"parts\":[{}]}'>", "<span class=Z3988 title='rft.date=%&rft_id=info:doi/%zz'>", "<h2>", "</h2>", "<div class=navbox>",
        "<div class=ambox>", "<figure>", "<img src=/ width=x>", "<script>RLCONF={\"wgPageName\":\"", "</script>", "<!--", "-->", "\0", "\ud800", "&#x110000;", "<div id=mw-content-text>", "<template>",
        "<svg><p>", "<math>", "<select><table>", "<plaintext>", "data-mw='{\"parts\":[\"\\ud800\"]}'", "<div class=refbegin><li>",
    ];

    private static readonly Gen<string> PageGen = Gen.Int[0, Pages.Length - 1].Select(i => Pages[i]);
    private static readonly Gen<string> PieceGen = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [Test]
    public void Reads_pages_cut_anywhere()
        => Gen.Select(PageGen, Gen.Double[0, 1]).Sample((page, share) =>
        {
            var html = SamplePages.Html(page);
            ReadAny(html[..(int)(html.Length * share)]);
        }, iter: 300);

    [Test]
    public void Reads_pages_with_pieces_thrown_in()
        => Gen.Select(PageGen, Gen.Select(Gen.Double[0, 1], PieceGen).Array[1, 20]).Sample((page, changes) =>
        {
            var html = new StringBuilder(SamplePages.Html(page));

            foreach (var (share, piece) in changes)
            {
                html.Insert((int)(html.Length * share), piece);
            }

            ReadAny(html.ToString());
        }, iter: 300);

    [Test]
    public void Reads_text_that_is_no_page() => Gen.OneOf(Gen.String, PieceGen.Array[0, 60].Select(string.Concat)).Sample(ReadAny, iter: 1000);

    [TestCase("div")]
    [TestCase("span")]
    [TestCase("p><table><tr><td")]
    [TestCase("table class=ambox><tr><td")]
    [TestCase("ul><li")]
    [TestCase("cite class=citation")]
    [TestCase("b><i")]
    [TestCase("div></b")]
    [CancelAfter(20_000)]
    public void Reads_elements_nested_a_hundred_thousand_deep(string element)
    {
        var html = new StringBuilder("<div class=mw-parser-output>");

        for (var i = 0; i < 100_000; i++)
        {
            html.Append('<').Append(element).Append('>');
        }

        ReadAny(html.Append("<p>The end of it all.</p>").ToString());
    }

    [Test]
    public void Walks_a_tree_of_any_depth_that_was_parsed_elsewhere()
    {
        var parser = new AngleSharp.Html.Parser.HtmlParser(new() { MaximumDepth = int.MaxValue });
        var html = new StringBuilder("<div class=mw-parser-output>").Insert(28, "<div>", 10_000).Append("<p>The end of it all.</p>").ToString();
        using var document = parser.ParseDocument(html);

        Assert.That(HtmlReader.Read(document, ArticleContext.Unknown).Prose.Words, Is.EqualTo(5));
    }

    private static void ReadAny(string html)
    {
        var article = HtmlReader.Read(html, ArticleContext.Unknown);
        Assert.That(article.Sections, Is.Not.Empty);
    }
}
