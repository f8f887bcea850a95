using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Catalogues;

public class RefreshedListsTests
{
    [Test]
    public void Works_as_the_embedded_core_alone_without_any_list()
        => Assert.That(CatalogueSet.Embedded.With(RefreshedLists.None).Version, Is.EqualTo(CatalogueSet.Embedded.Version));

    [Test]
    public void Changes_the_catalogue_version_with_every_edition_and_not_with_the_order()
    {
        var (first, second) = (InventedLists.Retractions(("10.5555/a", "retracted\t\t")), InventedLists.List(ListNames.Universities, ("a.example", "university\tA")));
        var version = InventedLists.Classifier(first, second).Version;

        Assert.Multiple(() =>
        {
            Assert.That(version, Is.Not.EqualTo(CatalogueSet.Embedded.Version).And.Length.EqualTo(12));
            Assert.That(InventedLists.Classifier(second, first).Version, Is.EqualTo(version));
            Assert.That(InventedLists.Classifier(first).Version, Is.Not.EqualTo(version));
            Assert.That(InventedLists.Classifier(first with { Date = new(2026, 11, 27) }, second).Version, Is.Not.EqualTo(version));
        });
    }

    [TestCase("10.5555/A.1", null, "10.5555/a.1", "retracted\t10.5555/n\t2026-03-01", SourceType.Retracted, "retracted on 2026-03-01, notice 10.5555/n")]
    [TestCase(null, "123456", "pmid:123456", "retracted\t\t2026-03-01", SourceType.Retracted, "retracted on 2026-03-01")]
    [TestCase("10.5555/a.1", null, "10.5555/a.1", "concern\t10.5555/n\t", SourceType.ExpressionOfConcern, "an expression of concern was published, notice 10.5555/n")]
    [TestCase("10.5555/a.1", null, "10.5555/b", "retracted\t\t", SourceType.JournalArticle, null)]
    [TestCase("10.1002/14651858.CD000146.pub2", null, "10.1002/14651858.cd000146.pub2", "retracted\t10.1002/14651858.cd000146.pub3\t2020-01-01", SourceType.JournalArticle, null)]
    public void Says_what_the_register_of_retractions_says(string? doi, string? pmid, string key, string value, SourceType type, string? why)
    {
        var source = InventedLists.Classifier(InventedLists.Retractions((key, value))).Classify(Journal(doi, pmid));

        Assert.Multiple(() =>
        {
            Assert.That(source.Type, Is.EqualTo(type), source.Why);
            Assert.That(why, Is.Null.Or.EqualTo(source.Why));
            Assert.That(source.List == "retractions 2026-11-20", Is.EqualTo(why is not null), source.List);
        });
    }

    [Test]
    public void Reads_the_PMID_from_an_address_of_PubMed()
    {
        var source = InventedLists.Classifier(InventedLists.Retractions(("pmid:123456", "retracted\t\t"))).Classify(Web("https://pubmed.ncbi.nlm.nih.gov/123456/"));
        Assert.That(source.Type, Is.EqualTo(SourceType.Retracted), source.Why);
    }

    [TestCase("https://www.law.nowhere-university.example/paper", SourceType.University, "the site of Nowhere University", "universities 2026-11-20")]
    [TestCase("https://nowhere-university.example/~smith/", SourceType.SelfPublished, "a personal page under /~ of Nowhere University", "universities 2026-11-20")]
    [TestCase("https://nowhere-school.example/", SourceType.Organisation, "the site of Nowhere School", "academic-domains 2026-11-20")]
    [TestCase("https://not-nowhere-school.example/", SourceType.Unknown, null, null)]
    [TestCase("https://town.gov/plan", SourceType.Government, "the site of The Town, registered as a US government domain (city)", "us-gov-domains 2026-11-20")]
    [TestCase("https://cause.example/a", SourceType.Advocacy, "cause.example: sorted by Wikipedia's editors under advocacy", "citation-source-categories 2026-11-20")]
    [TestCase("https://lies.example/a", SourceType.Tabloid, "Daily Lies: deprecated by Wikipedia's editors as a source that is not to be relied on", "perennial-sources 2026-11-20")]
    [TestCase("https://mixed.example/blog/2020/a", SourceType.SelfPublished, "Mixed blog: held generally unreliable by Wikipedia's editors", "perennial-sources 2026-11-20")]
    [TestCase("https://mixed.example/news/a", SourceType.Media, "Mixed: held generally reliable by Wikipedia's editors", "perennial-sources 2026-11-20")]
    public void Says_what_the_lists_of_hosts_say(string address, SourceType type, string? why, string? list)
    {
        var source = Hosts.Classify(Web(address));
        Assert.That((source.Type, source.List), Is.EqualTo((type, list)), source.Why);
        Assert.That(why, Is.Null.Or.EqualTo(source.Why));
    }

    [Test]
    public void Lets_a_family_of_lists_vote_once()
    {
        // Deprecated by one list and sorted as advocacy by the other: one verdict that says both.
        var source = Hosts.Classify(Web("https://both.example/"));
        Assert.That((source.Type, source.NeedsCare, source.List), Is.EqualTo((SourceType.Advocacy, true, "perennial-sources 2026-11-20")), source.Why);
    }

    [Test]
    public void Lets_our_own_catalogue_speak_first()
    {
        var source = InventedLists.Classifier(InventedLists.List(ListNames.Universities, ("who.int", "university\tA university"))).Classify(Web("https://www.who.int/news"));
        Assert.That((source.Type, source.List), Is.EqualTo((SourceType.Guideline, "hosts")));
    }

    [Test]
    public void Lets_a_list_of_predatory_publishers_speak_last()
    {
        var classifier = InventedLists.Classifier(
            InventedLists.List(ListNames.PredatoryPublishers, ("hunters.example", "predatory\tHunters"), ("town.gov", "predatory\tTown"), ("frontiersin.org", "predatory\tFrontiers"), ("cause.example", "predatory\tCause")),
            InventedLists.List(ListNames.CitationCategories, ("cause.example", "advocacy\t")));
        Assert.Multiple(() =>
        {
            Assert.That(classifier.Classify(Web("https://www.hunters.example/journal")).Why, Is.EqualTo("the site of Hunters, on a list of predatory publishers and journals"));
            Assert.That(classifier.Classify(Web("https://www.town.gov/")).Type, Is.EqualTo(SourceType.Government));
            Assert.That(classifier.Classify(Web("https://www.frontiersin.org/articles/1")).Type, Is.EqualTo(SourceType.JournalArticle));
            Assert.That(classifier.Classify(Web("https://cause.example/")).Type, Is.EqualTo(SourceType.Advocacy));
        });
    }

    [TestCase("https://college.nowhere.edu/", SourceType.University, "suffixes")]
    [TestCase("https://agency.nowhere.gov/", SourceType.Government, "suffixes")]
    public void Lets_a_class_of_suffix_say_more_than_a_list_of_outlets(string address, SourceType type, string list)
    {
        var source = InventedLists.Classifier(
            InventedLists.List(ListNames.AcademicDomains, ("nowhere.edu", "organisation\tNowhere")),
            InventedLists.List(ListNames.PerennialSources, ("nowhere.gov", "contested\tNowhere"))).Classify(Web(address));
        Assert.That((source.Type, source.List), Is.EqualTo((type, list)), source.Why);
    }

    [TestCase(ReferenceKind.Journal, "Annals of Nowhere (Online)", SourceType.JournalArticle, "published in Annals of Nowhere, a journal on MEDLINE's list of titles")]
    [TestCase(ReferenceKind.Journal, "Open Nowhere: the journal", SourceType.JournalArticle, "published in Open Nowhere, an open-access journal in the Directory of Open Access Journals")]
    [TestCase(ReferenceKind.Web, "Open Nowhere", SourceType.Unknown, null)]
    public void Says_what_the_registers_of_journals_say(ReferenceKind kind, string work, SourceType type, string? why)
    {
        var classifier = InventedLists.Classifier(
            InventedLists.List(ListNames.MedlineTitles, ("annals of nowhere", "Annals of Nowhere")),
            InventedLists.List(ListNames.Doaj, ("annals of nowhere", "Annals of Nowhere"), ("open nowhere", "Open Nowhere")));
        var source = classifier.Classify(new() { Kind = kind, Place = ReferencePlace.List, Title = "Something", Work = work });
        Assert.That(source.Type, Is.EqualTo(type), source.Why);
        Assert.That(why, Is.Null.Or.EqualTo(source.Why));
    }

    [Test]
    public void Knows_a_suffix_that_only_universities_have()
    {
        var source = InventedLists.Classifier(InventedLists.List(ListNames.PublicSuffixes, ("ac.xx", "university"))).Classify(Web("https://www.nowhere.ac.xx/"));
        Assert.That((source.Type, source.List), Is.EqualTo((SourceType.University, "public-suffixes 2026-11-20")), source.Why);
    }

    private static SourceClassifier Hosts => InventedLists.Classifier(
        InventedLists.List(ListNames.Universities, ("nowhere-university.example", "university\tNowhere University")),
        InventedLists.List(ListNames.AcademicDomains, ("nowhere-university.example", "organisation\tNowhere"), ("nowhere-school.example", "organisation\tNowhere School")),
        InventedLists.List(ListNames.GovernmentDomains, ("town.gov", "city\tThe Town")),
        InventedLists.List(ListNames.CitationCategories, ("cause.example", "advocacy\t"), ("both.example", "advocacy\tunreliable"), ("mixed.example/blog", "selfPublished\t")),
        InventedLists.List(ListNames.PerennialSources, ("lies.example", "deprecated\tDaily Lies"), ("both.example", "deprecated\tBoth"), ("mixed.example", "reliable\tMixed"), ("mixed.example/blog", "unreliable\tMixed blog")));

    private static Reference Journal(string? doi, string? pmid) => new() { Kind = ReferenceKind.Journal, Place = ReferencePlace.List, Title = "A title", Work = "The Lancet", Doi = doi, Pmid = pmid };

    private static Reference Web(string address) => new() { Kind = ReferenceKind.Web, Place = ReferencePlace.List, Title = "A title", Addresses = [address] };
}
