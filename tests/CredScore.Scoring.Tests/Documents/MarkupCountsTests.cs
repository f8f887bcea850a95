using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class MarkupCountsTests
{
    [TestCase("", 1999, 1999)]
    [TestCase("In 2007 and 2009.", 2009, 1999)]
    [TestCase("2007 2007 2007 2012", 2012, 2007)]
    [TestCase("12009 20091 1987 2031 20", 1999, 1999)]
    [TestCase("20012008", 1999, 1999)]
    [TestCase("2008", 2008, 1999)]
    public void Finds_the_years_that_tell_when_it_was_written(string wikitext, int newest, int usual)
    {
        var counts = MarkupCounts.Of(wikitext);
        Assert.That((counts.NewestYear, counts.UsualYear), Is.EqualTo((newest, usual)));
    }

    [TestCase("[[Seal]] and [[Seal|seals]]", 2, 1)]
    [TestCase("[[File:Seal.jpg|thumb|A [[seal]]]]", 1, 1)]
    [TestCase("[[Category:Seals]] [[de:Robben]]", 0, 0)]
    [TestCase("[[", 0, 0)]
    public void Counts_links_to_articles_and_labels(string wikitext, int links, int labelled)
    {
        var counts = MarkupCounts.Of(wikitext);
        Assert.That((counts.Links, counts.LabelledLinks), Is.EqualTo((links, labelled)));
    }

    [Test]
    public void Counts_what_is_written_around_the_words()
    {
        var counts = MarkupCounts.Of("''Seal''<ref name=\"a\" />\n{|\n|-\n|a||b\n|}\n[[Image:Seal.jpg|thumb|left|200px|Seal]]<!-- why -->");
        Assert.That((counts.Slants, counts.NamedReferences, counts.TableRows, counts.ImageSizes, counts.OldFileLinks), Is.EqualTo((2, 1, 1, 1, 1)));
    }
}
