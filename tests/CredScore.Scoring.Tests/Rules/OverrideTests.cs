using System.Text;
using System.Text.Json.Nodes;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Rules;

public class OverrideTests
{
    private const string Wikitext = """
        '''Gout''' is a painful form of arthritis of the joints that comes in sudden attacks and that many people live with for years.<ref>{{cite journal |title=A trial |journal=The Lancet |doi=10.1016/s1 |year=2020}}</ref>

        == Treatment ==
        Most people are treated with medicines that lower the amount of uric acid in the blood, and many change what they eat and drink.<ref>{{cite web |url=https://guides.clinic.example/gout |title=Gout guide}}</ref>
        """;

    private const string Withdrawn = """
        It is said to be rare among those who sleep well, though the only paper that said so was taken back by its journal a year later.<ref>{{cite journal |title=Withdrawn |journal=Sleep |doi=10.1016/S0140-6736(97)11096-0 |year=1998}}</ref>
        """;

    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Gout");

    private static readonly Assessment Stored = PageScorer.Default.Assess(Address, Article(), Rulesets.Find("general"));

    [Test]
    public void Counts_a_source_as_what_the_educator_says_and_keeps_what_the_catalogues_say()
    {
        var reference = PageScorer.Rescore(Stored, With(new Override("host", "clinic.example", "guideline", "We teach from it."))).References[1];

        Assert.Multiple(() =>
        {
            Assert.That((reference.SourceType, reference.List), Is.EqualTo((SourceType.Guideline, "educator")));
            Assert.That(reference.Why, Is.EqualTo("so counted by Dr Rivera: We teach from it."));
            Assert.That(reference.CatalogueSays!.SourceType, Is.EqualTo(SourceType.Unknown));
        });
    }

    [TestCase("host", "clinic.example", "guideline")]
    [TestCase("journal", "the lancet", "predatory")]
    [TestCase("doi", "10.1016/s1", "selfPublished")]
    [TestCase("doi", "10.1016/", "preprint")]
    [TestCase("page", "wikipedia:en:Gout", "trusted")]
    [TestCase("page", "wikipedia:en:Gout", "distrusted")]
    public void Gives_by_rescoring_the_number_that_scoring_would_give(string kind, string value, string countsAs)
    {
        var ruleset = With(new Override(kind, value, countsAs, "We say so.", kind == "page" ? 25 : null));
        var scored = PageScorer.Default.Assess(Address, Article(), ruleset);
        var rescored = PageScorer.Rescore(Stored, ruleset);

        Assert.Multiple(() =>
        {
            Assert.That(rescored.Score, Is.EqualTo(scored.Score).And.Not.EqualTo(Stored.Score));
            Assert.That(rescored.References, Is.EqualTo(scored.References));
            Assert.That(Sum(scored), Is.EqualTo(scored.Score).Within(1e-9));
        });
    }

    [Test]
    public void Finds_the_way_back_to_the_rules_that_ship()
    {
        var overridden = PageScorer.Rescore(Stored, With(new Override("host", "clinic.example", "guideline", "We teach from it.")));
        var back = PageScorer.Rescore(overridden, Rulesets.Find("general")!);

        Assert.Multiple(() =>
        {
            Assert.That(back.Score, Is.EqualTo(Stored.Score));
            Assert.That(back.References, Is.EqualTo(Stored.References));
            Assert.That(back.Versions, Is.EqualTo(Stored.Versions));
        });
    }

    [Test]
    public void Shows_a_word_on_a_page_as_the_educators_with_its_points()
    {
        var assessment = PageScorer.Rescore(Stored, With(new Override("page", "wikipedia:en:Gout", "trusted", "I wrote it with my students.", 20)));
        var judgement = assessment.Criteria[^1];

        Assert.Multiple(() =>
        {
            Assert.That((judgement.Id, judgement.Points, judgement.OutOf), Is.EqualTo(("educator", 20.0, 20.0)));
            Assert.That(judgement.Reasons.Single().Text, Is.EqualTo("Dr Rivera trusts this page: I wrote it with my students."));
            Assert.That(assessment.Versions.Author, Is.EqualTo("Dr Rivera"));
        });
    }

    [Test]
    public void Never_lifts_a_hard_flag()
    {
        var ruleset = With(new Override("page", "wikipedia:en:Gout", "trusted", "All is well.", 50), new Override("doi", "10.1016/s0140-6736(97)11096-0", "systematicReview", "I like it."));
        var stored = PageScorer.Default.Assess(Address, Article(Wikitext + Withdrawn), Rulesets.Find("general"));
        var assessment = PageScorer.Rescore(stored, ruleset);

        Assert.Multiple(() =>
        {
            Assert.That(stored.References[2].SourceType, Is.EqualTo(SourceType.Retracted), "The page of this test cites a retracted paper.");
            Assert.That(assessment.References[2].SourceType, Is.EqualTo(SourceType.Retracted));
            Assert.That(assessment.Caps.Select(cap => cap.Id), Is.EquivalentTo(stored.Caps.Select(cap => cap.Id)).And.Not.Empty);
            Assert.That(assessment.Score, Is.LessThanOrEqualTo(assessment.Caps.Min(cap => cap.Limit)));
        });
    }

    [TestCase("page", "wikipedia:en:Gout", "guideline", 25.0, "countsAs")]
    [TestCase("host", "nice.org.uk", "trusted", null, "countsAs")]
    [TestCase("host", "nice.org.uk", "retracted", null, "countsAs")]
    [TestCase("host", "nice.org.uk", "unknown", null, "countsAs")]
    [TestCase("host", "https://nice.org.uk/", "guideline", null, "value")]
    [TestCase("host", "nice", "guideline", null, "value")]
    [TestCase("doi", "1136/bmj", "guideline", null, "value")]
    [TestCase("page", "youtube:c4r3dSc0rE1", "trusted", 25.0, "value")]
    [TestCase("channel", "@nhs", "trusted", 25.0, "value")]
    [TestCase("page", "wikipedia:en:Gout", "trusted", 51.0, "points")]
    [TestCase("page", "wikipedia:en:Gout", "trusted", 0.5, "points")]
    [TestCase("host", "nice.org.uk", "guideline", 5.0, "points")]
    [TestCase("planet", "Mars", "trusted", null, "kind")]
    public void Names_the_path_of_what_is_wrong(string kind, string value, string countsAs, double? points, string where)
        => Assert.That(Read(With(new Override(kind, value, countsAs, "We say so.", points))).Faults.Select(fault => fault.Path), Does.Contain($"$.overrides[0].{where}"));

    [Test]
    public void Refuses_two_words_on_one_thing()
        => Assert.That(Read(With(new Override("host", "a.example", "news", "One."), new Override("host", "A.example", "tabloid", "Two."))).Faults.Single().Text, Is.EqualTo("There are two overrides for the host a.example."));

    [Test]
    public void Is_read_as_it_was_written()
    {
        var ruleset = With(new Override("host", "nice.org.uk", "guideline", "We teach from it."), new Override("page", "wikipedia:en:Gout", "distrusted", "It is a mess.", 10.5));
        var reading = Read(ruleset);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Faults, Is.Empty);
            Assert.That(reading.Ruleset!.Overrides, Is.EqualTo(ruleset.Overrides));
            Assert.That(reading.Ruleset.Author, Is.EqualTo("Dr Rivera"));
        });
    }

    [Test]
    public void Takes_the_address_of_a_page_and_usual_points()
    {
        var json = JsonNode.Parse(RulesetWriter.Write(With(new Override("page", "wikipedia:en:Gout", "trusted", "So.", 1))).Span)!;
        json["overrides"]![0] = JsonNode.Parse("""{ "kind": "page", "value": "https://en.wikipedia.org/wiki/Gout", "countsAs": "trusted", "because": "So." }""");
        Assert.That(RulesetReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Ruleset!.Overrides.Single(), Is.EqualTo(new Override("page", "wikipedia:en:Gout", "trusted", "So.", 25)));
    }

    private static double Sum(Assessment assessment) => assessment.Criteria.Sum(criterion => criterion.Points ?? 0) + assessment.Caps.Sum(cap => cap.Effect);

    private static RulesetReading Read(Ruleset ruleset) => RulesetReader.Read(RulesetWriter.Write(ruleset).ToArray());

    private static Ruleset With(params Override[] overrides)
        => Rulesets.Find("general")! with { Id = "rivera", Version = 1, Author = "Dr Rivera", Overrides = overrides };

    private static WikipediaArticle Article(string wikitext = Wikitext)
        => WikitextReader.Read(wikitext, new() { Title = "Gout", Language = "en", Record = new() { Revision = 5, FetchedAt = new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero) } });
}
