using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class WikitextCitationTests
{
    [TestCase("cite journal", ReferenceKind.Journal)]
    [TestCase("Cite Journal", ReferenceKind.Journal)]
    [TestCase("cite_journal", ReferenceKind.Journal)]
    [TestCase("Template:Cite journal", ReferenceKind.Journal)]
    [TestCase("cite journal <!-- checked -->\n", ReferenceKind.Journal)]
    [TestCase("citejournal", ReferenceKind.Journal)]
    [TestCase("vcite journal", ReferenceKind.Journal)]
    [TestCase("vancite journal", ReferenceKind.Journal)]
    [TestCase("cite web", ReferenceKind.Web)]
    [TestCase("citeweb", ReferenceKind.Web)]
    [TestCase("cite book", ReferenceKind.Book)]
    [TestCase("cite news", ReferenceKind.News)]
    [TestCase("cite newspaper", ReferenceKind.News)]
    [TestCase("cite magazine", ReferenceKind.Magazine)]
    [TestCase("cite encyclopedia", ReferenceKind.Encyclopedia)]
    [TestCase("cite report", ReferenceKind.Report)]
    [TestCase("cite thesis", ReferenceKind.Thesis)]
    [TestCase("cite press release", ReferenceKind.PressRelease)]
    [TestCase("cite conference", ReferenceKind.Conference)]
    [TestCase("cite map", ReferenceKind.Map)]
    [TestCase("cite av media", ReferenceKind.AudioVisual)]
    [TestCase("cite arxiv", ReferenceKind.Preprint)]
    [TestCase("cite something new", ReferenceKind.Other)]
    public void Knows_the_citation_template(string name, ReferenceKind kind)
        => Assert.That(Wikitext.Footnote($"{{{{{name}|title=Seals}}}}").Kind, Is.EqualTo(kind));

    [TestCase("citation needed")]
    [TestCase("citation style")]
    [TestCase("Citeneeded")]
    public void Does_not_take_a_request_for_a_citation_for_one(string name) => Assert.That(Wikitext.Read($"A.{{{{{name}|date=May 2009}}}}").References, Is.Empty);

    [TestCase("journal=Nature", ReferenceKind.Journal)]
    [TestCase("newspaper=The Times", ReferenceKind.News)]
    [TestCase("encyclopedia=Britannica", ReferenceKind.Encyclopedia)]
    [TestCase("isbn=0-306-40615-2", ReferenceKind.Book)]
    [TestCase("publisher=Knopf", ReferenceKind.Book)]
    [TestCase("url=http://a.example/1", ReferenceKind.Web)]
    public void Tells_by_its_parameters_what_a_citation_is(string parameter, ReferenceKind kind)
        => Assert.That(Wikitext.Footnote($"{{{{citation|title=Seals|{parameter}}}}}").Kind, Is.EqualTo(kind));

    [Test]
    public void Reads_the_parts_of_a_journal_article()
    {
        var reference = Wikitext.Footnote(
            "{{cite journal | vauthors = Smith JA, Jones B | title = The ''ringed'' seal | journal = [[Nature (journal)|Nature]] | date = 5 May 2004 | doi = 10.1038/ABC.1 | pmid = 123456 | pmc=PMC98765 | url=http://a.example/1 | archive-url=http://archive.example/1 | access-date=2010-05-01 | language=de}}");
        Assert.Multiple(() =>
        {
            Assert.That((reference.Author, reference.Title, reference.Work, reference.Year), Is.EqualTo(("Smith JA, Jones B", "The ringed seal", "Nature", 2004)));
            Assert.That((reference.Doi, reference.Pmid, reference.Pmc), Is.EqualTo(("10.1038/abc.1", "123456", "98765")));
            Assert.That((reference.Addresses, reference.IsArchived, reference.AccessYear, reference.Language), Is.EqualTo((new[] { "http://a.example/1" }, true, 2010, "de")));
        });
    }

    [TestCase("title=One|title=Two", "Two")]
    [TestCase("title=One|title=", "One")]
    [TestCase("title=One <!-- not Two -->", "One")]
    [TestCase("title=<!-- x -->One", "One")]
    [TestCase("title=[[Seal|One]]", "One")]
    [TestCase("title=[[One]]", "One")]
    [TestCase("title=''One'' '''Two'''", "One Two")]
    [TestCase("title=One {{small|x|y=z}}", "One")]
    [TestCase("title=One &amp; Two", "One & Two")]
    [TestCase("title=One&nbsp;Two", "One Two")]
    [TestCase("title=[http://a.example/1 One]", "One")]
    [TestCase("title=One\n  Two", "One Two")]
    [TestCase("title={{lang|fr|Un}} One", "One")]
    [TestCase("TITLE=One", "One")]
    [TestCase(" title = One ", "One")]
    [TestCase("title=1 = One", "1 = One")]
    [TestCase("chapter=One", "One")]
    [TestCase("title=<nowiki>One|Two</nowiki>", "One|Two")]
    public void Reads_a_title_out_of_markup(string parameters, string title)
        => Assert.That(Wikitext.Footnote($"{{{{cite book|{parameters}}}}}").Title, Is.EqualTo(title));

    [TestCase("url=http://a.example/1")]
    [TestCase("url= http://a.example/1 ")]
    [TestCase("url=[http://a.example/1]")]
    [TestCase("url=http://a.example/1<!-- dead? -->")]
    [TestCase("URL=http://a.example/1")]
    [TestCase("title=[http://a.example/1 One]")]
    [TestCase("chapter-url=http://a.example/1")]
    public void Finds_the_address_of_a_citation(string parameter)
        => Assert.That(Wikitext.Footnote($"{{{{cite web|title=One|{parameter}}}}}").Addresses[0], Is.EqualTo("http://a.example/1"));

    [TestCase("id=ISBN 0-306-40615-2")]
    [TestCase("id={{ISBN|0-306-40615-2}}")]
    [TestCase("isbn=0306406152")]
    [TestCase("isbn=ISBN 0 306 40615 2")]
    public void Finds_the_number_of_a_book(string parameter)
        => Assert.That(Wikitext.Footnote($"{{{{cite book|title=One|{parameter}}}}}").Isbn, Is.EqualTo("0306406152"));

    [TestCase("id=PMID 123456", "123456", null)]
    [TestCase("id={{PMID|123456}}", "123456", null)]
    [TestCase("id={{doi|10.1000/x}}", null, "10.1000/x")]
    [TestCase("id=doi:10.1000/x", null, "10.1000/x")]
    [TestCase("doi=http://dx.doi.org/10.1000/X.", null, "10.1000/x")]
    [TestCase("doi=10.1016/S0140-6736(97)11096-0", null, "10.1016/s0140-6736(97)11096-0")]
    public void Finds_the_number_of_an_article(string parameter, string? pmid, string? doi)
    {
        var reference = Wikitext.Footnote($"{{{{cite journal|title=One|{parameter}}}}}");
        Assert.That((reference.Pmid, reference.Doi), Is.EqualTo((pmid, doi)));
    }

    [TestCase("{{cite doi|10.1000/x}}", "10.1000/x", null)]
    [TestCase("{{Cite pmid|123456}}", null, "123456")]
    public void Takes_the_number_that_a_citation_consists_of(string citation, string? doi, string? pmid)
    {
        var reference = Wikitext.Footnote(citation);
        Assert.That((reference.Kind, reference.Doi, reference.Pmid), Is.EqualTo((ReferenceKind.Journal, doi, pmid)));
    }

    [TestCase("date=2007a", 2007)]
    [TestCase("date=May 5, 2007", 2007)]
    [TestCase("year=2007", 2007)]
    [TestCase("date=2007-05-01", 2007)]
    [TestCase("date=n.d.", null)]
    [TestCase("accessdate=2007-05-01", null)]
    public void Reads_the_year(string parameter, int? year) => Assert.That(Wikitext.Footnote($"{{{{cite web|title=One|{parameter}}}}}").Year, Is.EqualTo(year));

    [Test]
    public void Keeps_a_bar_inside_a_link_or_a_template_with_the_value()
    {
        var reference = Wikitext.Footnote("{{cite book|title=[[A|B]] {{x|title=no|y}}|publisher=[[C|D]]|year=1999}}");
        Assert.That((reference.Title, reference.Publisher, reference.Year), Is.EqualTo(("B", "D", 1999)));
    }

    [Test]
    public void Lets_the_first_of_several_citations_decide()
    {
        var reference = Wikitext.Footnote("{{cite journal|title=One|journal=Nature}}; {{cite web|title=Two|url=http://a.example/2|doi=10.1000/x}}");
        Assert.That((reference.Kind, reference.Title, reference.Doi, reference.Addresses.Count), Is.EqualTo((ReferenceKind.Journal, "One", "10.1000/x", 1)));
    }

    [TestCase("[http://a.example/1 A title]", ReferenceKind.Link, "A title")]
    [TestCase("[http://a.example/1|A title]", ReferenceKind.Link, "A title")]
    [TestCase("[https://a.example/1 A title], ''The Times'', 2004", ReferenceKind.Link, "A title")]
    [TestCase("[//a.example/1 A title]", ReferenceKind.Link, "A title")]
    [TestCase("[http://a.example/1]", ReferenceKind.BareLink, null)]
    [TestCase("http://a.example/1", ReferenceKind.BareLink, null)]
    [TestCase(" <http://a.example/1> ", ReferenceKind.BareLink, null)]
    [TestCase("http://a.example/1.", ReferenceKind.BareLink, null)]
    public void Tells_a_bare_link_from_one_with_a_text(string inside, ReferenceKind kind, string? title)
    {
        var reference = Wikitext.Footnote(inside);
        Assert.That((reference.Kind, reference.Title), Is.EqualTo((kind, title)));
        Assert.That(reference.Addresses[0], Does.EndWith("//a.example/1"));
    }

    [Test]
    public void Reads_numbers_out_of_plain_text()
    {
        var reference = Wikitext.Footnote("Smith J. A seal. ''Nature'' 2004;1:2. PMID 123456. doi:10.1000/x. ISBN 0-306-40615-2.");
        Assert.That((reference.Year, reference.Pmid, reference.Doi, reference.Isbn), Is.EqualTo((2004, "123456", "10.1000/x", "0306406152")));
    }

    [TestCase("{{cite web|title=One|url=http://a.example/1}} {{dead link|date=May 2010}}", true)]
    [TestCase("{{cite web|title=One|url=http://a.example/1|archiveurl=http://b.example/1}} {{dead link}}", false)]
    [TestCase("{{cite web|title=One|url=http://a.example/1}}", false)]
    public void Marks_a_dead_link_unless_it_is_archived(string inside, bool isDead) => Assert.That(Wikitext.Footnote(inside).IsDead, Is.EqualTo(isDead));
}
