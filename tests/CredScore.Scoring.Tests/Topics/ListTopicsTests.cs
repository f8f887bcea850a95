using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Tests.Catalogues;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Topics;

/// <summary>Topics that only refreshed lists know.</summary>
public sealed class ListTopicsTests
{
    private const string Medical = "Text.\n[[Category:Rare diseases]]";

    private static readonly TopicLinker Linker = new(TopicCatalogue.Embedded, ListTopics.Of(RefreshedLists.Of(
    [
        InventedLists.List(ListNames.MedlinePlusTopics, ("name:tide mill fever", "https://medlineplus.gov/tidemillfever.html\tTide Mill Fever"), ("name:elsewhere", "https://elsewhere.example/x.html\tElsewhere")),
        InventedLists.List(ListNames.Mesh, ("D900001", "Fever, Tide Mill\tC01.1"), ("name:fever tide mill", "D900001"), ("name:tide mill fever", "D900001"), ("D900002", "Millers\tM01.1"), ("name:millers", "D900002"), ("D900003", "Insufficiency, Mill\tC02"), ("D900004", "Mill Places\tZ01"), ("name:mill places", "D900004"), ("D900005", "Milling Enzymes\tD08"), ("name:milling enzymes", "D900005")),
        InventedLists.List(ListNames.DiseaseOntology, ("DOID:1", "tide mill fever\tD900001\t77"), ("name:tide mill fever", "DOID:1"), ("orphanet:77", "DOID:1"), ("omim:123456", "DOID:1"), ("icd10:Q99", "DOID:2"), ("DOID:2", "measles\tD008457\t"), ("mesh:D900001", "DOID:1")),
    ])));

    [Test]
    public void Finds_pages_by_the_name_in_every_list()
        => Assert.That(
            Find("Tide mill fever", Medical).Where(alternative => alternative.IsExact).Select(alternative => alternative.Url),
            Is.EquivalentTo(new[] { "https://medlineplus.gov/tidemillfever.html", "https://www.orpha.net/en/disease/detail/77", "https://disease-ontology.org/term/DOID:1/", "https://meshb.nlm.nih.gov/record/ui?ui=D900001" }));

    [TestCase("OMIM=123456")]
    [TestCase("MeshID=D900001")]
    [TestCase("Orphanet=77")]
    public void Finds_pages_by_the_number_in_the_infobox(string number)
        => Assert.That(Find("Malady of the tides", "{{Infobox disease|name=A|" + number + "}}").Where(alternative => !alternative.IsExact).Select(alternative => alternative.Url), Does.Contain("https://meshb.nlm.nih.gov/record/ui?ui=D900001"), "The name is none of its names: it may be wider.");

    [Test]
    public void Calls_a_number_that_stands_for_something_wider_not_exact()
        => Assert.That(Find("Chronic mill insufficiency", "{{Infobox disease|name=A|MeshID=D900003}}").Where(alternative => alternative.Provider == "MeSH").Select(alternative => alternative.IsExact), Is.EqualTo(new[] { false }));

    [Test]
    public void Finds_the_group_that_a_code_of_the_ICD_stands_for()
        => Assert.That(Link("Malady of the tides", "{{Infobox disease|name=A|ICD10={{ICD10|Q|99||q|99}}}}"), Does.Contain(("Measles", TopicFit.Broader)));

    [TestCase("Mill places", Medical)]
    [TestCase("Elsewhere", Medical)]
    [TestCase("Millers", "Text.")]
    [TestCase("Milling enzymes", "Text.\n[[Category:2010 albums]]")]
    public void Offers_nothing_for_places_people_other_sites_and_works(string title, string text)
        => Assert.That(Find(title, text).Where(alternative => alternative.IsExact), Is.Empty);

    [Test]
    public void Takes_a_heading_for_a_subject_outside_medicine_too() => Assert.That(Link("Milling enzymes", "Text."), Is.EqualTo(new[] { ("Milling enzymes", TopicFit.Exact) }));

    [Test]
    public void Finds_a_topic_by_its_name_alone()
    {
        var topic = Linker.LinkName("Tide mill fever");
        Assert.That(topic?.Fit, Is.EqualTo(TopicFit.Exact));
        Assert.That(new AlternativeFinder(Linker).Find(topic!).Select(alternative => alternative.Url), Does.Contain("https://medlineplus.gov/tidemillfever.html"));
    }

    [Test]
    public void Adds_the_lists_pages_to_those_of_the_core_and_leaves_those_as_they_are()
    {
        var lists = ListTopics.Of(RefreshedLists.Of([InventedLists.List(ListNames.Mesh, ("D008457", "Measles\tC01"), ("name:measles", "D008457")), InventedLists.List(ListNames.MedlinePlusTopics, ("name:measles", "https://medlineplus.gov/other.html\tOther"))]));
        var known = new TopicLinker(TopicCatalogue.Embedded, lists).Find(new("Measles", TopicFit.Exact, "", new Dictionary<string, string>()))!;
        Assert.That(known.Links, Has.One.Matches<TopicLink>(link => link!.Publisher == "mesh").And.None.Matches<TopicLink>(link => link!.Path == "other"));
    }

    private static (string, TopicFit)[] Link(string title, string text) => [.. Assess(title, text).Topics.Select(topic => (topic.Name, topic.Fit))];

    private static IReadOnlyList<Alternative> Find(string title, string text) => new AlternativeFinder(Linker).Find(Assess(title, text));

    private static Assessment Assess(string title, string text)
        => new PageScorer(new()) { Topics = Linker }.Assess(PageAddress.OfArticle("en", title), WikitextReader.Read(text, new() { Title = title }));
}
