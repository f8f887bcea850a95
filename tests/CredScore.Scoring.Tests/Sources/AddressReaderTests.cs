using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

public sealed class AddressReaderTests
{
    private static readonly AddressReader Reader = new(CatalogueSet.Embedded.PassThroughs, CatalogueSet.Embedded.Hosts, CredScore.Scoring.Catalogues.RefreshedLists.None);

    [TestCase("http://www.example.org/page", "example.org")]
    [TestCase("https://user:secret@WWW2.Example.ORG:8080/page?a=b#c", "example.org")]
    [TestCase("//m.example.org", "example.org")]
    [TestCase("www.example.org/page", "example.org")]
    [TestCase("ftp://ftp.example.org/file", "ftp.example.org")]
    [TestCase("http://example.org./", "example.org")]
    [TestCase("http://bücher.example/seite", "bücher.example")]
    [TestCase("http://m.de/", "m.de")]
    [TestCase("http://[::1]/", null)]
    [TestCase("http://localhost/", null)]
    [TestCase("mailto:someone@example.org", null)]
    [TestCase("http:///nothing", null)]
    [TestCase("", null)]
    [TestCase("not an address", null)]
    public void Finds_the_host(string address, string? host) => Assert.That(Read(address).Host, Is.EqualTo(host));

    [TestCase("http://web.archive.org/web/20071011191230/http://www.example.org/page", "example.org")]
    [TestCase("https://web.archive.org/web/20071011191230id_/http://example.org/page", "example.org")]
    [TestCase("http://web.archive.org/web/20071011191230/www.example.org/page", "example.org")]
    [TestCase("http://web.archive.org/web/*/http://example.org", "example.org")]
    [TestCase("http://web.archive.org/web/www.example.org/page", "example.org")]
    [TestCase("http://www.webcitation.org/query?url=http%3A%2F%2Fwww.example.org%2Fpage&date=2009-10-26", "example.org")]
    [TestCase("http://www.webcitation.org/query?url=http://www.example.org/page", "example.org")]
    [TestCase("http://archive.today/2012.12.12-120000/http://example.org/page", "example.org")]
    [TestCase("http://archive.is/AbCdE", null)]
    [TestCase("http://www.webcitation.org/5ptknGwf5", null)]
    [TestCase("http://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjK:www.example.org/page+words", "example.org")]
    [TestCase("http://web.archive.org/web/2010/http://www.webcitation.org/query?url=http://example.org/", "example.org")]
    [TestCase("http://www-example-org.ezproxy.library.example.edu/page", "example.org")]
    [TestCase("http://www.example.org.libproxy.library.example.edu/page", "example.org")]
    [TestCase("https://ezproxy.library.example.edu/login?url=http://www.example.org/page", "example.org")]
    public void Looks_through_archives_and_proxies(string address, string? host) => Assert.That(Read(address).Host, Is.EqualTo(host));

    [TestCase("https://doi.org/10.1136/BMJ.38700.1", "10.1136/bmj.38700.1")]
    [TestCase("http://dx.doi.org/10.1016%2FS0140-6736(05)67488-0", "10.1016/s0140-6736(05)67488-0")]
    [TestCase("http://onlinelibrary.wiley.com/doi/10.1002/ana.410130302/abstract", "10.1002/ana.410130302")]
    [TestCase("http://www.tandfonline.com/doi/pdf/10.1080/00207540903479786?needAccess=true", "10.1080/00207540903479786")]
    [TestCase("http://www.example.org/v10.2/page", null)]
    [TestCase("http://www.example.org/10.1/page", null)]
    public void Reads_the_doi_in_an_address(string address, string? doi) => Assert.That(Read(address).Doi, Is.EqualTo(doi));

    [TestCase("http://europepmc.org/abstract/MED/12345678", true, false)]
    [TestCase("http://www.ncbi.nlm.nih.gov/pubmed/12345678?dopt=Abstract", true, false)]
    [TestCase("http://www.ncbi.nlm.nih.gov/pmc/articles/PMC1234567/?tool=pubmed", false, true)]
    [TestCase("http://www.pubmedcentral.nih.gov/articlerender.fcgi?artid=1234567", false, true)]
    [TestCase("http://www.ncbi.nlm.nih.gov/books/NBK1234/", false, false)]
    public void Reads_what_PubMed_carries(string address, bool hasPmid, bool hasPmc)
    {
        var clues = Read(address);
        Assert.That((clues.HasPmid, clues.HasPmc), Is.EqualTo((hasPmid, hasPmc)));
    }

    [Test]
    public void Lets_a_path_decide_before_its_host()
        => Assert.That(Read("http://www.ncbi.nlm.nih.gov/books/NBK1234/").Listed, Has.Property(nameof(Verdict.Type)).EqualTo(SourceType.AcademicBook));

    private static SourceClues Read(string address)
    {
        var clues = new SourceClues();
        Reader.Read(address, ref clues);
        return clues;
    }
}
