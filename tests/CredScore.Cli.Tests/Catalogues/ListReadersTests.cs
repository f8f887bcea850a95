using System.Text;
using CredScore.Catalogues;
using CredScore.Catalogues.Reading;
using CredScore.Scoring.Catalogues;

namespace CredScore.Cli.Tests.Catalogues;

internal sealed class ListReadersTests
{
    [Test]
    public void Reads_retractions_by_DOI_and_PMID_with_notice_and_date()
    {
        var rows = Read(ListNames.Retractions, PublisherForms.Retractions(
        [
            ("10.5555/A.B(1)", "123456", "Retraction", "10.5555/NOTICE", "3/14/2020 0:00"),
            ("10.5555/c;10.5555/d", "0", "Expression of concern", "unavailable", "12/1/2021 0:00"),
            ("10.5555/e", "0", "Correction", "10.5555/x", "1/1/2021 0:00"),
        ]));

        Assert.That(rows.Entries, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["10.5555/a.b(1)"] = "retracted\t10.5555/notice\t2020-03-14",
            ["pmid:123456"] = "retracted\t10.5555/notice\t2020-03-14",
            ["10.5555/c"] = "concern\t\t2021-12-01",
            ["10.5555/d"] = "concern\t\t2021-12-01",
        }));
    }

    [Test]
    public void Lets_a_retraction_outweigh_a_concern_and_a_later_reinstatement_take_it_back()
    {
        var rows = Read(ListNames.Retractions, PublisherForms.Retractions(
        [
            ("10.5555/a", "0", "Retraction", "10.5555/n1", "1/1/2020 0:00"),
            ("10.5555/a", "0", "Expression of concern", "10.5555/n2", "1/1/2021 0:00"),
            ("10.5555/b", "0", "Reinstatement", "10.5555/n4", "1/1/2022 0:00"),
            ("10.5555/b", "0", "Retraction", "10.5555/n3", "1/1/2021 0:00"),
            ("10.5555/c", "0", "Reinstatement", "10.5555/n6", "1/1/2019 0:00"),
            ("10.5555/c", "0", "Retraction", "10.5555/n5", "1/1/2021 0:00"),
        ]));

        Assert.Multiple(() =>
        {
            Assert.That(rows.Find("10.5555/a"), Does.StartWith("retracted\t10.5555/n1"));
            Assert.That(rows.Contains("10.5555/b"), Is.False);
            Assert.That(rows.Find("10.5555/c"), Does.StartWith("retracted"));
        });
    }

    [Test]
    public void Reads_a_school_as_no_university_and_leaves_out_abused_domains()
    {
        var rows = new ListRows();
        Lists.Find(ListNames.AcademicDomains)!.Read(
            new MemoryStream(PublisherForms.AcademicDomains([("ox.ac.uk", "University of Oxford"), ("1060.ru", "ГБОУ Школа №627"), ("sold.edu.xx", "Sold University"), ("plain.example", "Something")], ["sold.edu.xx"])), rows);

        Assert.That(rows.Entries, Is.EquivalentTo(new Dictionary<string, string>
        {
            ["ox.ac.uk"] = "university\tUniversity of Oxford",
            ["1060.ru"] = "organisation\tГБОУ Школа №627",
            ["plain.example"] = "organisation\tSomething",
        }));
    }

    [Test]
    public void Takes_of_the_public_suffixes_only_those_that_tell_who_registers()
    {
        var rows = Read(ListNames.PublicSuffixes, PublisherForms.PublicSuffixes(["com", "co.uk", "ac.uk", "gov.uk", "edu.au", "*.ck", "!www.ck", "schools.nsw.edu.au"]));
        Assert.That(rows.Entries.Select(entry => $"{entry.Key} {entry.Value}"), Is.EquivalentTo(["ac.uk university", "gov.uk government", "edu.au university"]));
    }

    [Test]
    public void Reads_the_decisions_of_editors_the_hardest_first()
    {
        var rows = Read(ListNames.PerennialSources, PublisherForms.PerennialSources(
        [
            ("Good Paper", "gr", ["https://www.good.example", "good.example/blog"]),
            ("Good Paper (opinions)", "gu", ["good.example/blog"]),
            ("Bad Paper", "d", ["bad.example"]),
        ]));

        Assert.That(rows.Entries.Select(entry => $"{entry.Key} {entry.Value}"), Is.EquivalentTo(
            ["good.example reliable\tGood Paper", "good.example/blog unreliable\tGood Paper (opinions)", "bad.example deprecated\tBad Paper"]));
    }

    [Test]
    public void Reads_kind_and_decision_of_a_host_from_the_categories()
    {
        var rows = Read(ListNames.CitationCategories, PublisherForms.CitationCategories([("advocacy", "cause.example"), ("rspDeprecated", "cause.example"), ("social", "chat.example")]));
        Assert.That(rows.Entries.Select(entry => $"{entry.Key} {entry.Value}"), Is.EquivalentTo(["cause.example advocacy\tdeprecated", "chat.example userGenerated\t"]));
    }

    [Test]
    public void Reads_journals_under_title_abbreviation_and_valid_number()
    {
        var rows = Read(ListNames.MedlineTitles, PublisherForms.Journals([("Lancet (London, England)", "Lancet", "0140-6736"), ("The New England journal of medicine", "N Engl J Med", "0028-4790")]));
        Assert.That(rows.Entries.Keys, Is.EquivalentTo(["lancet", "issn:0140-6736", "new england journal of medicine", "n engl j med"]), "The second number has a wrong check digit.");
    }

    [Test]
    public void Reads_topics_by_name_and_descriptors_by_number_and_name()
    {
        var topics = Read(ListNames.MedlinePlusTopics, PublisherForms.Topics([("Asthma", "https://medlineplus.gov/asthma.html"), ("Elsewhere", "https://evil.example/asthma.html")]));
        var descriptors = Read(ListNames.Mesh, PublisherForms.Descriptors([("D003424", "Crohn Disease", ["C06.405"], ["Ileitis, Regional"])]));

        Assert.Multiple(() =>
        {
            Assert.That(topics.Entries, Is.EquivalentTo(new Dictionary<string, string> { ["name:asthma"] = "https://medlineplus.gov/asthma.html\tAsthma" }));
            Assert.That(topics.Unread, Is.EqualTo(1));
            Assert.That(descriptors.Find("D003424"), Is.EqualTo("Crohn Disease\tC06.405"));
            Assert.That(descriptors.Find("name:ileitis regional"), Is.EqualTo("D003424"));
        });
    }

    [Test]
    public void Reads_government_domains_by_name_and_kind()
    {
        var rows = Read(ListNames.GovernmentDomains, PublisherForms.GovernmentDomains([("NIH.GOV", "Federal - Executive", "Department of Health, and more"), ("not-gov.com", "City", "X")]));
        Assert.That((rows.Find("nih.gov"), rows.Unread), Is.EqualTo(("federal - executive\tDepartment of Health, and more", 1)));
    }

    [Test]
    public void Reads_diseases_with_their_exact_names_and_numbers_and_no_obsolete_ones()
    {
        const string Ontology = """
            format-version: 1.2

            [Term]
            id: DOID:8778
            name: Crohn's disease
            synonym: "Regional enteritis" EXACT []
            synonym: "bowel disease" BROAD []
            xref: ICD10CM:K50
            xref: MESH:D003424
            xref: MIM:266600
            xref: ORDO:206 {source="MONDO:1"}
            xref: UMLS_CUI:C0010346

            [Term]
            id: DOID:1
            name: two numbers
            xref: MESH:D000001
            xref: MESH:D000002

            [Term]
            id: DOID:2
            name: obsolete thing
            is_obsolete: true

            [Term]
            id: nonsense
            name: x

            [Typedef]
            id: part_of
            name: part of
            """;
        var rows = Read(ListNames.DiseaseOntology, Ontology);
        Assert.Multiple(() =>
        {
            Assert.That(rows.Find("DOID:8778"), Is.EqualTo("Crohn's disease\tD003424\t206"));
            Assert.That(new[] { "name:crohns disease", "name:regional enteritis", "icd10:K50", "mesh:D003424", "omim:266600", "orphanet:206" }.Select(rows.Find), Has.All.EqualTo("DOID:8778"));
            Assert.That(rows.Find("DOID:1"), Is.EqualTo("two numbers\t\t"), "Two numbers of one register stand for two subjects.");
            Assert.That(rows.Contains("name:bowel disease") || rows.Contains("DOID:2") || rows.Contains("name:part of"), Is.False);
            Assert.That(rows.Unread, Is.EqualTo(1));
        });
    }

    [Test]
    public void Reads_predatory_publishers_by_host_and_leaves_out_sites_that_many_share()
    {
        var rows = Read(ListNames.PredatoryPublishers, PublisherForms.Predatory([("http://www.hunters.example/journals/", "Hunters"), ("https://sites.google.com/site/x", "X"), ("http://y.wordpress.com", "Y"), ("http://www.z.edu.in/publications", "Z"), ("", "W")]));
        Assert.That(rows.Entries, Is.EquivalentTo(new Dictionary<string, string> { ["hunters.example"] = "predatory\tHunters" }));
        Assert.That(rows.Unread, Is.EqualTo(1));
    }

    [TestCase(ListNames.DiseaseOntology, "<html>Not found</html>", "OBO form")]
    [TestCase(ListNames.DiseaseOntology, "", "OBO form")]
    [TestCase(ListNames.PredatoryJournals, "<html>", "web page")]
    [TestCase(ListNames.PredatoryJournals, "address,title\na,b\n", "columns have changed")]
    [TestCase(ListNames.Retractions, "<!DOCTYPE html><html>Sign in</html>", "web page")]
    [TestCase(ListNames.GovernmentDomains, "<html>", "web page")]
    [TestCase(ListNames.MedlineTitles, "<html>Moved</html>", "web page")]
    [TestCase(ListNames.Universities, "<html>", "no JSON")]
    [TestCase(ListNames.Universities, """[{"name":"A","domains":["a.example"]},{"na""", "cut off")]
    [TestCase(ListNames.PerennialSources, """{"error":{"code":"maxlag"}}""", "maxlag")]
    [TestCase(ListNames.PerennialSources, "<html>", "no answer of a wiki")]
    [TestCase(ListNames.CitationCategories, """{"query":{}}""", "no answer of a wiki")]
    [TestCase(ListNames.MedlinePlusTopics, "<html><body/></html>", "root")]
    [TestCase(ListNames.MedlinePlusTopics, "<health-topics><health-topic title=\"A\"", "cut off")]
    [TestCase(ListNames.MedlinePlusTopics, "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><health-topics>&b;</health-topics>", "no XML")]
    [TestCase(ListNames.PublicSuffixes, "com\nac.uk\n", "section marks")]
    [TestCase(ListNames.AcademicDomains, "no archive", "no archive")]
    [TestCase(ListNames.Doaj, "Journal title,Journal ISSN (print version)\nA,1234-5678\n", "Journal EISSN")]
    [TestCase(ListNames.Retractions, "Title,DOI,Nature\nA,10.5555/a,Retraction\n", "columns have changed")]
    [TestCase(ListNames.GovernmentDomains, "", "empty")]
    [TestCase(ListNames.GovernmentDomains, "Domain name,Domain type,Organization name\na.gov,City,A\nb.gov,Ci", "middle of a row")]
    public void Refuses_what_is_not_the_list(string list, string content, string why)
        => Assert.That(() => Read(list, content), Throws.TypeOf<ListRefusedException>().With.Message.Contains(why));

    [TestCase("A\u0000B")]
    [TestCase("A\u001bB")]
    public void Refuses_a_list_with_characters_that_nobody_writes(string name)
        => Assert.That(() => Read(ListNames.Universities, PublisherForms.Universities([(name, "a.example")])), Throws.TypeOf<ListRefusedException>().With.Message.Contains("control characters"));

    [Test]
    public void Drops_marks_of_writing_direction_from_names()
        => Assert.That(Read(ListNames.Universities, PublisherForms.Universities([("Uni\u202everse\u0096", "a.example")])).Find("a.example"), Is.EqualTo("university\tUniverse"));

    [Test]
    public void Declares_every_list_whole() => Assert.Multiple(() =>
    {
        Assert.That(Lists.All.Select(list => list.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal).And.Unique);

        foreach (var list in Lists.All)
        {
            Assert.That(list.Addresses(new(2026, 11, 23)), Has.All.Property(nameof(Uri.Scheme)).EqualTo("https"), list.Name);
            Assert.That(list.Named, Is.Not.Empty, list.Name);
            Assert.That(list.Fewest, Is.LessThan(list.Most), list.Name);
            Assert.That(list.Attribution, Does.EndWith("."), list.Name);
        }
    });

    private static ListRows Read(string list, string content)
    {
        var rows = new ListRows();
        Lists.Find(list)!.Read(new MemoryStream(Encoding.UTF8.GetBytes(content)), rows);
        return rows;
    }
}
