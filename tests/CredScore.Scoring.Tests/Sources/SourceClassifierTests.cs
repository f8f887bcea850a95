using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

public sealed class SourceClassifierTests
{
    [TestCase("The Lancet", SourceType.JournalArticle, "The Lancet")]
    [TestCase("N. Engl. J. Med.", SourceType.JournalArticle, "New England Journal of Medicine")]
    [TestCase("New England Journal of Medicine", SourceType.JournalArticle, "New England Journal of Medicine")]
    [TestCase("BMJ (Clinical research ed.)", SourceType.JournalArticle, "BMJ")]
    [TestCase("Cochrane Database Syst Rev", SourceType.SystematicReview, "Cochrane Database of Systematic Reviews")]
    [TestCase("Nature Reviews Neuroscience", SourceType.SystematicReview, "Nature Reviews Neuroscience")]
    public void Knows_journals_by_title_and_abbreviation(string work, SourceType type, string origin)
    {
        var source = Cited.Journal(work).Classified();

        Assert.That(source.Type, Is.EqualTo(type));
        Assert.That(source.Origin, Is.EqualTo(origin));
        Assert.That(source.List, Is.EqualTo("journals"));
        Assert.That(source.Why, Does.StartWith($"published in {origin}, "));
    }

    [TestCase("A systematic review of statins", SourceType.SystematicReview, EvidenceLevel.Systematic)]
    [TestCase("Statins for stroke: a meta-analysis", SourceType.SystematicReview, EvidenceLevel.Systematic)]
    [TestCase("ESC Guidelines for the management of stroke", SourceType.Guideline, EvidenceLevel.Guideline)]
    [TestCase("Adherence to guidelines for stroke", SourceType.JournalArticle, EvidenceLevel.Primary)]
    [TestCase("A randomised trial of statins", SourceType.JournalArticle, EvidenceLevel.Primary)]
    [TestCase("Statins in mice", SourceType.JournalArticle, EvidenceLevel.Preclinical)]
    [TestCase("Statins and the liver: case report", SourceType.JournalArticle, EvidenceLevel.Opinion)]
    [TestCase("Stroke", SourceType.JournalArticle, null)]
    public void Reads_the_level_of_evidence_from_the_title(string title, SourceType type, EvidenceLevel? level)
    {
        var source = Cited.Journal("The Lancet", title).Classified();
        Assert.That((source.Type, source.Level), Is.EqualTo((type, level)));
    }

    [Test]
    public void Leaves_titles_of_newspapers_alone()
        => Assert.That(Cited.As(ReferenceKind.News, "The Guardian").Classified(), Has.Property(nameof(ClassifiedSource.Level)).Null);

    [TestCase("10.1056/NEJM199901073400101", "10.1056")]
    [TestCase("https://doi.org/10.1371/journal.pmed.0020124", "10.1371")]
    public void Falls_back_on_the_prefix_of_the_doi(string doi, string prefix)
    {
        var source = Cited.Journal(doi: doi).Classified();
        Assert.That((source.Type, source.List), Is.EqualTo((SourceType.JournalArticle, "doi-prefixes")));
        Assert.That(source.Why, Does.StartWith($"its DOI {prefix} is registered to "));
    }

    [TestCase("http://dx.doi.org/10.1001/jama.2013.2", SourceType.JournalArticle, null)]
    [TestCase("https://pubmed.ncbi.nlm.nih.gov/12345678/", SourceType.JournalArticle, null)]
    [TestCase("http://www.ncbi.nlm.nih.gov/pubmed/12345678", SourceType.JournalArticle, null)]
    [TestCase("http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=pubmed&list_uids=12345678", SourceType.JournalArticle, null)]
    [TestCase("https://web.archive.org/web/20150101000000/http://www.ncbi.nlm.nih.gov/pubmed/12345678", SourceType.JournalArticle, null)]
    [TestCase("https://www.jstor.org/stable/2118559", SourceType.JournalArticle, null)]
    [TestCase("https://books.google.com/books?id=abcdefghijkl", SourceType.Book, null)]
    [TestCase("https://books.google.example/books?id=abcdefghijkl", SourceType.Book, null)]
    [TestCase("https://www-nejm-org.ezproxy.example.edu/doi/full/10.1056/NEJM199901", SourceType.JournalArticle, "nejm.org")]
    public void Reads_what_a_resolver_carries_and_never_takes_it_for_the_source(string address, SourceType type, string? host)
    {
        var source = Cited.Web(address).Classified();
        Assert.That((source.Type, source.Host), Is.EqualTo((type, host)));
    }

    [Test]
    public void Says_of_a_free_copy_that_it_is_free_and_not_that_it_is_good()
        => Assert.That(Cited.Web("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2908503/").Classified().Why, Is.EqualTo("indexed in PubMed; freely readable in PubMed Central"));

    [TestCase("Oxford University Press", SourceType.AcademicBook)]
    [TestCase("Oxford: Oxford University Press", SourceType.AcademicBook)]
    [TestCase("John Wiley & Sons, Inc.", SourceType.AcademicBook)]
    [TestCase("Springer-Verlag", SourceType.AcademicBook)]
    [TestCase("Universitetsforlaget", SourceType.AcademicBook)]
    [TestCase("Wherever University Press", SourceType.AcademicBook)]
    [TestCase("Penguin Books", SourceType.Book)]
    [TestCase("lulu.com", SourceType.SelfPublished)]
    [TestCase("Nobody & Daughter", SourceType.Book)]
    [TestCase(null, SourceType.Book)]
    public void Tells_books_by_their_publisher(string? publisher, SourceType type)
        => Assert.That(Cited.Book(publisher, isbn: "9780198529170").Classified().Type, Is.EqualTo(type));

    [Test]
    public void Does_not_take_Google_Books_for_the_publisher()
    {
        var source = Cited.Book("Nobody & Daughter", "9780198529170", "https://books.google.com/books?id=abcdefghijkl").Classified();
        Assert.That((source.Why, source.Origin), Is.EqualTo(("has an ISBN; the publisher is not in our lists", "Nobody & Daughter")));
    }

    [TestCase("https://www.who.int/mediacentre/factsheets/fs286/en/", SourceType.Guideline, "World Health Organization")]
    [TestCase("http://www.cdc.gov/measles/", SourceType.Guideline, "Centers for Disease Control and Prevention")]
    [TestCase("https://www.nytimes.com/2014/05/01/health/a.html", SourceType.News, "The New York Times")]
    [TestCase("https://someone.github.io/notes", SourceType.SelfPublished, null)]
    [TestCase("https://www.example.edu/page", SourceType.University, null)]
    [TestCase("https://www.example.edu/~someone/page", SourceType.SelfPublished, null)]
    [TestCase("https://www.example.gov.uk/page", SourceType.Government, null)]
    [TestCase("https://www.state.nj.us/page", SourceType.Government, null)]
    [TestCase("https://notwho.int.example.com/", SourceType.Unknown, null)]
    [TestCase("https://fakewho.example/", SourceType.Unknown, null)]
    public void Tells_sites_by_whole_labels_of_their_host(string address, SourceType type, string? origin)
    {
        var source = Cited.Web(address).Classified();
        Assert.That(source.Type, Is.EqualTo(type), source.Why);
        Assert.That(origin is null || source.Origin == origin, source.Origin);
    }

    [TestCase(ReferenceKind.News, "The Guardian", "http://example.com/copy", SourceType.News, "works")]
    [TestCase(ReferenceKind.News, "Smallville Gazette", null, SourceType.Media, null)]
    [TestCase(ReferenceKind.Magazine, "Smallville Weekly", null, SourceType.Media, null)]
    [TestCase(ReferenceKind.PressRelease, null, "https://www.who.int/news", SourceType.PressRelease, null)]
    [TestCase(ReferenceKind.Thesis, null, null, SourceType.University, null)]
    [TestCase(ReferenceKind.Legal, null, null, SourceType.Government, null)]
    [TestCase(ReferenceKind.Preprint, null, null, SourceType.Preprint, null)]
    [TestCase(ReferenceKind.AudioVisual, "An unknown series", null, SourceType.Media, null)]
    [TestCase(ReferenceKind.Encyclopedia, "An unknown encyclopedia", null, SourceType.Tertiary, null)]
    [TestCase(ReferenceKind.Journal, "Zeitschrift für unbekannte Dinge", null, SourceType.JournalArticle, null)]
    [TestCase(ReferenceKind.Journal, "Whatever", null, SourceType.Unknown, null)]
    public void Lets_the_form_of_the_citation_decide_where_lists_are_silent(ReferenceKind kind, string? work, string? address, SourceType type, string? list)
    {
        var source = Cited.As(kind, work, address: address).Classified();
        Assert.That((source.Type, source.List), Is.EqualTo((type, list)), source.Why);
    }

    [TestCase("Ministry of Health of Ruritania", SourceType.Guideline)]
    [TestCase("Ministry of Railways of Ruritania", SourceType.Government)]
    [TestCase("University of Ruritania", SourceType.University)]
    [TestCase("Ruritanian Cancer Society", SourceType.Society)]
    [TestCase("Ruritanian Chess Federation", SourceType.Organisation)]
    [TestCase("Ruritanian Herald", SourceType.Media)]
    [TestCase("Ruritanian Steel Corporation", SourceType.Commercial)]
    [TestCase("Ruritania", SourceType.Unknown)]
    public void Reads_what_an_unlisted_name_says_of_itself(string publisher, SourceType type)
        => Assert.That(Cited.Web("https://site.example/page", publisher: publisher).Classified().Type, Is.EqualTo(type));

    [TestCase("Smith J, Jones A. A title. N Engl J Med 2019;380:1509-20.", SourceType.JournalArticle, "New England Journal of Medicine")]
    [TestCase("Smith J. \"A title\". JAMA. 1999 Mar 3;281(9):805-11.", SourceType.JournalArticle, "JAMA")]
    [TestCase("Smith J (1999). A title. Lancet 353 (9168): 1901–7.", SourceType.JournalArticle, "The Lancet")]
    [TestCase("Smith, John. A History. Oxford: Oxford University Press, 1998, p. 12.", SourceType.AcademicBook, "Oxford University Press")]
    [TestCase("John Smith, A History (New York: Routledge, 1998)", SourceType.AcademicBook, "Routledge")]
    [TestCase("\"A headline\", The New York Times, May 4, 2004", SourceType.News, "The New York Times")]
    [TestCase("The Times, 14 September 1945", SourceType.News, "The Times")]
    [TestCase("\"The People Speak\", Daily Ruritanian, March 13, 1956", SourceType.Media, null)]
    [TestCase("Smith J. Wherever: Wherever University Press, 1998", SourceType.AcademicBook, null)]
    [TestCase("Cambridge, MA: Harvard University Press, 1998", SourceType.AcademicBook, "Harvard University Press")]
    [TestCase("New York: Nobody and Daughter, 1998", SourceType.Unknown, null)]
    [TestCase("Smith J. A title. Ann Ruritan Sci. 2001;12(3):45-9.", SourceType.JournalArticle, null)]
    [TestCase("Smith J. Notes from memory, doi:10.1136/bmj.38700.1", SourceType.JournalArticle, null)]
    [TestCase("Smith J. Something. PMID 12345678", SourceType.JournalArticle, null)]
    [TestCase("Smith J. Something. ISBN 0-19-852917-1", SourceType.Book, null)]
    [TestCase("There was no rise in cancer 2005 in the area.", SourceType.Unknown, null)]
    [TestCase("Brunton, pp. 39–45", SourceType.Unknown, null)]
    public void Reads_plain_text(string text, SourceType type, string? origin)
    {
        var source = Cited.Text(text).Classified();
        Assert.That(source.Type, Is.EqualTo(type), source.Why);
        Assert.That(origin is null || source.Origin == origin, source.Origin);
    }

    [Test]
    public void Flags_a_retracted_article_with_its_notice()
    {
        var source = Cited.Journal("The Lancet", "A title", "10.1016/S0140-6736(97)11096-0").Classified();
        Assert.That((source.Type, source.List, source.Level), Is.EqualTo((SourceType.Retracted, "retractions", (EvidenceLevel?)null)));
        Assert.That(source.Why, Does.StartWith("retracted on 2010").And.Contains("notice 10.1016/"));
    }

    [TestCase("RETRACTED: A title", false)]
    [TestCase("A title", true)]
    public void Does_not_blame_an_article_that_cites_a_retraction_as_such(string title, bool isMarked)
    {
        var reference = new Reference
        {
            Kind = ReferenceKind.Journal,
            Place = ReferencePlace.List,
            Work = "The Lancet",
            Title = title,
            Doi = "10.1016/s0140-6736(97)11096-0",
            IsMarkedRetracted = isMarked,
        };

        var source = reference.Classified();
        Assert.That(source.Type, Is.EqualTo(SourceType.JournalArticle));
        Assert.That(source.Why, Does.EndWith("; cited as retracted"));
    }

    [TestCase("retracted", "10.1002/14651858.cd000146.pub2", SourceType.SystematicReview, false, "a newer version of this review exists")]
    [TestCase("retracted", "10.1002/14651858.cd009999", SourceType.Retracted, false, "retracted on 2011, notice 10.1002/14651858.cd009999")]
    [TestCase("concern", "10.1002/14651858.cd009999", SourceType.ExpressionOfConcern, true, "an expression of concern was published on 2011, notice 10.1002/14651858.cd009999")]
    public void Tells_a_superseded_review_and_a_concern_from_a_retraction(string kind, string notice, SourceType type, bool needsCare, string why)
    {
        var files = new Dictionary<string, string>(CatalogueSet.EmbeddedFiles())
        {
            ["retractions"] = $"doi\tkind\tnotice\tdate\tnote\n10.1002/14651858.cd000146\t{kind}\t{notice}\t2011\t\n",
        };

        var source = new SourceClassifier(CatalogueSet.Parse(files)).Classify(Cited.Journal(doi: "10.1002/14651858.CD000146"));
        Assert.That((source.Type, source.NeedsCare), Is.EqualTo((type, needsCare)));
        Assert.That(source.Why, Does.EndWith(why));
    }

    [Test]
    public void Gives_a_short_footnote_what_its_entry_is()
    {
        var entry = Cited.Book("Oxford University Press");
        var footnote = new Reference { Kind = ReferenceKind.ShortFootnote, Place = ReferencePlace.List, Text = "Smith 1998, p. 12", Target = entry };

        var source = footnote.Classified();
        Assert.That(source.Type, Is.EqualTo(SourceType.AcademicBook));
        Assert.That(source.Reference, Is.SameAs(footnote));
    }

    [Test]
    public void Survives_footnotes_that_point_at_each_other()
    {
        var one = new Reference { Kind = ReferenceKind.ShortFootnote, Place = ReferencePlace.List, Text = "Smith 1998" };
        var two = new Reference { Kind = ReferenceKind.ShortFootnote, Place = ReferencePlace.List, Text = "Smith 1998", Target = one };
        one.Target = two;

        Assert.That(one.Classified().Why, Is.EqualTo("a short footnote without its entry in the bibliography"));
    }

    [TestCase("https://nobody-knows-this.example/page", "no catalogue knows nobody-knows-this.example")]
    [TestCase("https://www.highbeam.com/doc/1P2-1.html", "highbeam.com passes on what others published, and the citation does not name them")]
    [TestCase(null, "no catalogue knows its names, and it gives no identifier or address")]
    public void Says_what_was_tried_when_nothing_is_known(string? address, string why)
        => Assert.That(Cited.Web(address).Classified(), Has.Property(nameof(ClassifiedSource.Why)).EqualTo(why).And.Property(nameof(ClassifiedSource.List)).Null);

    [TestCase("International Journal of Molecular Sciences")]
    public void Says_that_an_outlet_is_contested_without_a_verdict(string work)
    {
        var source = Cited.Journal(work).Classified();
        Assert.That((source.Type, source.NeedsCare), Is.EqualTo((SourceType.JournalArticle, true)));
    }
}
