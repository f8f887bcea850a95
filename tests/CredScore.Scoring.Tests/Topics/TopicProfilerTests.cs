using CredScore.Scoring.Features;
using CredScore.Scoring.Tests.Documents;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Topics;

public class TopicProfilerTests
{
    [TestCase("{{Infobox disease|name=A}}", "medical")]
    [TestCase("{{Infobox person|ICD10={{ICD10|A|99||a|90}}}}", "medical")]
    [TestCase("{{Medical resources|MeshID=D003424}}", "medical")]
    [TestCase("{{chembox|CASNo=50-78-2}}", "general")]
    [TestCase("[[Category:Infectious diseases]]", "medical")]
    [TestCase("[[Category:Infectious diseases]] [[Category:Rivers]] [[Category:Towns]] [[Category:Lakes]]", "medical")]
    [TestCase("[[Category:Infectious diseases]] [[Category:Rivers]] [[Category:Towns]] [[Category:Lakes]] [[Category:Ferries]]", "general")]
    [TestCase("[[Category:Deaths from cancer]]", "general")]
    [TestCase("[[Category:Environmental law]]", "general")]
    [TestCase("[[Category:St. Louis Cardinals players]]", "general")]
    [TestCase("[[Category:Riots and civil disorder in Venezuela]]", "general")]
    [TestCase("[[Category:Gastropods]]", "general")]
    [TestCase("[[Category:Picornaviruses]]", "medical")]
    [TestCase("{{Infobox England county|name=A}}", "general")]
    [TestCase("[[Category:Rivers]]", "general")]
    [TestCase("", "general")]
    public void Tells_medical_subjects_from_others(string text, string profile)
    {
        var topic = TopicProfiler.Find(new ArticleInputs(Wikitext.Read(text), []));
        Assert.That(topic.Profile, Is.EqualTo(profile));
        Assert.That(topic.Why, Does.EndWith("."));
    }

    [Test]
    public void Says_which_category_told_it()
        => Assert.That(TopicProfiler.Find(new ArticleInputs(Wikitext.Read("[[Category:Infectious diseases]]"), [])).Why, Does.Contain("“Infectious diseases”"));
}
