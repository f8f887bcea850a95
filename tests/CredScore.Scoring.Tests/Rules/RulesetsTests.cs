using System.Text.Json;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetsTests
{
    private static readonly string[] CriterionIds =
        ["sources", "citations", "institutional-origin", "completeness", "community-review", "transparency", "currency"];

    private static IEnumerable<Ruleset> Embedded => Rulesets.Embedded;

    [Test]
    public void Finds_an_embedded_ruleset_by_id_by_key_and_by_profile()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Embedded.Select(ruleset => ruleset.Id), Is.EqualTo(new[] { "general", "medical" }));
            Assert.That(Rulesets.Find("medical"), Is.SameAs(Rulesets.Embedded[1]));
            Assert.That(Rulesets.Find(Rulesets.Embedded[0].Key), Is.SameAs(Rulesets.Embedded[0]));
            Assert.That(Rulesets.Find("medical/0"), Is.Null);
            Assert.That(Rulesets.ForProfile("medical"), Is.SameAs(Rulesets.Embedded[1]));
            Assert.That(Rulesets.ForProfile("a topic of its own"), Is.SameAs(Rulesets.Embedded[0]));
        });
    }

    [Test]
    public void Refuses_to_start_with_every_fault_of_an_embedded_ruleset()
        => Assert.That(
            () => Rulesets.ReadEmbedded(new FeatureNames(["sources.strong_share"])),
            Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("The embedded ruleset general has faults:\n$.criteria[0].measures[1].feature: There is no feature named sources.scholarly_share."));

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
            Assert.That(ruleset.Criteria.Select(criterion => criterion.Id), Is.EqualTo(CriterionIds));
            Assert.That(ruleset.Criteria.Sum(criterion => criterion.Weight), Is.EqualTo(100).Within(1e-9));
        });
    }

    // Longer is not better: a page may earn points for how densely it cites, never for how much it says.
    [TestCaseSource(nameof(Embedded))]
    public void Earns_nothing_for_length(Ruleset ruleset)
    {
        string[] lengths = ["structure.words", "structure.lead_words", "structure.sections", "structure.subsections", "citations.references", "citations.sources", "citations.uses"];
        Assert.That(ruleset.Criteria.SelectMany(criterion => criterion.Measures).Select(measure => measure.Feature), Has.None.AnyOf([.. lengths]));
    }

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
