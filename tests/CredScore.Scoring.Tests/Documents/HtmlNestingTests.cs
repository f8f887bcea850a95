using System.Text;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

internal sealed class HtmlNestingTests
{
    private static readonly string Comparisons = new StringBuilder().Insert(0, "for(i=0;i<n;i++)if(a<b)a=b;", 2000).ToString();

    [TestCase("<script>", "</script>")]
    [TestCase("<script nonce=\"x\">", "</script >")]
    [TestCase("<SCRIPT>", "</Script>")]
    [TestCase("<style>", "</style>")]
    public void Does_not_take_the_text_of_scripts_for_elements(string open, string close)
    {
        var html = $"<html><body>{open}{Comparisons}{close}<p>The end.</p></body></html>";
        Assert.That(HtmlNesting.Cut(html).Length, Is.EqualTo(html.Length));
    }

    [Test]
    public void Counts_what_stands_behind_a_script()
    {
        var html = "<script>a<b</script>" + new StringBuilder().Insert(0, "<div>", 2000);
        Assert.That(HtmlNesting.Cut(html).Length, Is.EqualTo("<script>a<b</script>".Length + ("<div>".Length * 1000)));
    }

    // A parser sees no script in a comment or an attribute, so that nothing may hide behind one for long.
    [TestCase("<!--<script>-->")]
    [TestCase("<i title='<style>'>")]
    [TestCase("<svg><style>")]
    public void Cuts_what_hides_behind_a_script_that_is_none(string hideout)
        => Assert.That(HtmlNesting.Cut(hideout + new StringBuilder().Insert(0, "<div>", 100_000)).Length, Is.LessThan("<div>".Length * 20_000));

    [Test]
    [CancelAfter(20_000)]
    public void Reads_what_hides_behind_many_scripts_that_are_none()
        => YouTubeReader.ReadHtml(new StringBuilder().Insert(0, "<!--<script>--><b><i><div>", 100_000).ToString());
}
