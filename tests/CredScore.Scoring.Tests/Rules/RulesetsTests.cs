using System.Text.Json;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetsTests
{
    private static readonly string[] ArticleCriteria =
        ["sources", "citations", "institutional-origin", "completeness", "community-review", "transparency", "currency", "prediction"];

    private static readonly string[] VideoCriteria =
        ["sources", "institutional-origin", "completeness", "transparency", "currency", "accessibility"];

    // The text model learnt on one subject of medicine.
    private static readonly string[] MedicalVideoCriteria = [.. VideoCriteria, "wording"];

    private static IEnumerable<Ruleset> Embedded => Rulesets.Embedded;

    private static IEnumerable<Ruleset> ForArticles => Rulesets.EmbeddedFor(Sites.Wikipedia);

    [Test]
    public void Finds_an_embedded_ruleset_by_id_by_key_and_by_profile()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Embedded.Select(ruleset => ruleset.Id), Is.EqualTo(new[] { "general", "medical", "youtube-general", "youtube-medical" }));
            Assert.That(Rulesets.Find("medical"), Is.SameAs(Rulesets.Embedded[1]));
            Assert.That(Rulesets.Find(Rulesets.Embedded[0].Key), Is.SameAs(Rulesets.Embedded[0]));
            Assert.That(Rulesets.Find("medical/0"), Is.Null);
            Assert.That(Rulesets.ForProfile("medical"), Is.SameAs(Rulesets.Embedded[1]));
            Assert.That(Rulesets.ForProfile("a topic of its own"), Is.SameAs(Rulesets.Embedded[0]));
            Assert.That(Rulesets.ForProfile(Sites.YouTube, "medical"), Is.SameAs(Rulesets.Find("youtube-medical")));
            Assert.That(Rulesets.ForProfile(Sites.YouTube, "a topic of its own"), Is.SameAs(Rulesets.Find("youtube-general")));
            Assert.That(Rulesets.ForProfile(Sites.Wikipedia, "medical"), Is.SameAs(Rulesets.Find("medical")));
        });
    }

    [Test]
    public void Refuses_to_start_with_every_fault_of_an_embedded_ruleset()
        => Assert.That(
            () => Rulesets.ReadEmbedded(["general"], new FeatureNames(["sources.strong_share"])),
            Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("The embedded ruleset general has faults:\n$.criteria[0].measures[0].feature: There is no feature named sources.strong."));

    [TestCaseSource(nameof(Embedded))]
    public void Is_written_as_it_stands_in_its_file(Ruleset ruleset)
    {
        using var resource = typeof(Rulesets).Assembly.GetManifestResourceStream($"rules/{ruleset.Id}.json")!;
        using var file = JsonDocument.Parse(resource);
        using var written = JsonDocument.Parse(RulesetWriter.Write(ruleset));
        Assert.That(JsonElement.DeepEquals(file.RootElement, written.RootElement), Is.True);
    }

    [TestCaseSource(nameof(Embedded))]
    public void Weighs_all_criteria_with_points_that_add_up_to_100(Ruleset ruleset)
    {
        Assert.Multiple(() =>
        {
            Assert.That(ruleset.Criteria.Select(criterion => criterion.Id), Is.EqualTo(ruleset.Site != Sites.YouTube ? ArticleCriteria : ruleset.Profile == "medical" ? MedicalVideoCriteria : VideoCriteria));
            Assert.That(ruleset.Criteria.Sum(criterion => criterion.Weight), Is.EqualTo(100).Within(1e-9));
        });
    }

    // Longer is not better: what counts is how many aspects are treated, how many sources are brought and how densely they are called, never how many words are written.
    [TestCaseSource(nameof(ForArticles))]
    public void Reads_no_number_of_words(Ruleset ruleset)
        => Assert.That(ruleset.Criteria.SelectMany(criterion => criterion.Measures).Select(measure => measure.Feature), Has.None.AnyOf("structure.words", "structure.lead_words", "structure.words_per_section", "structure.lead_share"));

    [TestCaseSource(nameof(ForArticles))]
    public void Earns_nothing_for_saying_the_same_in_twice_the_words(Ruleset ruleset)
    {
        var sentence = "The disease spreads in crowded rooms and most people recover within two weeks without any treatment at all, while a few of them stay ill for months. ";
        var page = $"{{{{Infobox medical condition|name=Fever}}}}\n{sentence}<ref>{{{{cite journal|journal=BMJ|title=A review|year=2020|doi=10.1136/bmj.1}}}}</ref>\n\n== Signs ==\n{sentence}<ref name=a>{{{{cite web|url=https://www.who.int/a|title=B}}}}</ref>\n\n{sentence}\n";
        var longer = page.Replace(sentence, sentence + sentence, StringComparison.Ordinal);
        Assert.That(ScoreOf(longer, ruleset), Is.LessThanOrEqualTo(ScoreOf(page, ruleset)));
    }

    private static double ScoreOf(string wikitext, Ruleset ruleset)
        => PageScorer.Default.Assess(PageAddress.OfArticle("en", "Fever"), WikitextReader.Read(wikitext, ArticleContext.Unknown), ruleset).Score!.Value;

    [TestCaseSource(nameof(Embedded))]
    public void Speaks_in_whole_sentences(Ruleset ruleset)
    {
        var measures = ruleset.Criteria.SelectMany(criterion => criterion.Measures).ToList();
        var sentences = measures.SelectMany(measure => new[] { measure.Because, measure.Raise })
            .Concat(ruleset.Caps.SelectMany(cap => new[] { cap.Because, cap.Raise! }))
            .Concat(ruleset.NotJudged);

        Assert.Multiple(() =>
        {
            Assert.That(sentences.Where(text => !char.IsUpper(text[0]) || !text.EndsWith('.')), Is.Empty);
            Assert.That(measures.Where(measure => measure.Name is null || measure.Found is null || measure.Found.EndsWith('.')), Is.Empty);
        });
    }

    [TestCaseSource(nameof(Embedded))]
    public void Gives_every_measure_a_curve_that_reaches_full_points(Ruleset ruleset)
        => Assert.That(ruleset.Criteria.SelectMany(criterion => criterion.Measures).Where(measure => measure.Curve.Highest < 1), Is.Empty);
}
