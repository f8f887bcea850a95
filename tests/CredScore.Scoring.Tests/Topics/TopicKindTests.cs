using CredScore.Scoring.Tests.Documents;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Topics;

public class TopicKindTests
{
    [TestCase("Infobox disease", "disease")]
    [TestCase("Infobox_Disease", "disease")]
    [TestCase("Infobox medical condition (new)", "disease")]
    [TestCase("Infobox symptom", "disease")]
    [TestCase("Infobox drug", "drug")]
    [TestCase("Drugbox", "drug")]
    [TestCase("Infobox medical intervention", "procedure")]
    [TestCase("Infobox diagnostic", "test")]
    [TestCase("Infobox anatomy", "anatomy")]
    [TestCase("Infobox muscle", "anatomy")]
    [TestCase("Infobox person", null)]
    public void Tells_the_kind_by_the_infobox(string infobox, string? kind)
        => Assert.That(TopicKinds.Find(Wikitext.Read($"{{{{{infobox}|name=A}}}}\nText."))?.Id, Is.EqualTo(kind));

    // A detective of novels was taken for a drug: "protagonists" ends with "agonists".
    [TestCase("Literature protagonists", "Film protagonists", null)]
    [TestCase("Fictional bones", "Fictional muscles", null)]
    [TestCase("Dopamine agonists", "Substituted phenethylamines", "drug")]
    [TestCase("Infectious diseases", "Viral diseases", "disease")]
    public void Tells_the_kind_by_whole_words_of_categories(string one, string other, string? kind)
        => Assert.That(TopicKinds.Find(Wikitext.Read($"Text.\n[[Category:{one}]]\n[[Category:{other}]]"))?.Id, Is.EqualTo(kind));

    [Test]
    public void Finds_the_sections_asked_for_under_related_headings()
    {
        var article = Wikitext.Read("{{Infobox disease|name=A}}\n== Symptoms ==\nA.\n== Pathophysiology ==\nB.\n=== Differential diagnosis ===\nC.\n== Because ==\nD.");
        var kind = TopicKinds.Find(article)!;
        Assert.That(kind.MissingSections(article), Is.EqualTo(new[] { "Causes", "Treatment", "Outcomes", "Epidemiology", "History" }));
        Assert.That(kind.ShareOfSections(article), Is.EqualTo(3.0 / 8));
    }

    [Test]
    public void Finds_nothing_in_an_article_without_headings()
    {
        var article = Wikitext.Read("{{Infobox drug|name=A}}\nText.");
        var kind = TopicKinds.Find(article)!;
        Assert.That((kind.ShareOfSections(article), kind.MissingSections(article).Count()), Is.EqualTo((0.0, kind.Sections.Count())));
    }
}
