using System.Text.Json;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetSchemaTests
{
    private JsonDocument _schema = null!;

    [OneTimeSetUp]
    public void ReadSchema()
    {
        using var resource = typeof(Ruleset).Assembly.GetManifestResourceStream("rules/ruleset.schema.json")!;
        _schema = JsonDocument.Parse(resource);
    }

    [OneTimeTearDown]
    public void CloseSchema() => _schema.Dispose();

    [TestCase("ruleset")]
    [TestCase("criterion")]
    [TestCase("measure")]
    [TestCase("cap")]
    [TestCase("override")]
    [TestCase("bands")]
    public void Names_the_properties_that_the_reader_knows(string kind)
    {
        var (node, shape) = Find(kind);

        Assert.Multiple(() =>
        {
            Assert.That(node.GetProperty("properties").EnumerateObject().Select(property => property.Name), Is.EquivalentTo(shape.Required.Concat(shape.Optional)));
            Assert.That(node.GetProperty("required").EnumerateArray().Select(name => name.GetString()), Is.EquivalentTo(shape.Required));
            Assert.That(node.GetProperty("additionalProperties").GetBoolean(), Is.False);
        });
    }

    [TestCase("ruleset", "criteria", "maxItems", RulesetShape.MostCriteria)]
    [TestCase("ruleset", "caps", "maxItems", RulesetShape.MostCaps)]
    [TestCase("ruleset", "notJudged", "maxItems", RulesetShape.MostNotes)]
    [TestCase("ruleset", "overrides", "maxItems", RulesetShape.MostOverrides)]
    [TestCase("override", "points", "maximum", (int)Override.MostPoints)]
    [TestCase("ruleset", "version", "maximum", RulesetShape.MostVersions)]
    [TestCase("ruleset", "name", "maxLength", RulesetShape.LongestName)]
    [TestCase("ruleset", "id", "maxLength", RulesetShape.LongestId)]
    [TestCase("criterion", "measures", "maxItems", RulesetShape.MostMeasures)]
    [TestCase("criterion", "weight", "maximum", (int)RulesetShape.HeaviestWeight)]
    [TestCase("measure", "curve", "maxItems", RulesetShape.MostPoints)]
    [TestCase("measure", "because", "maxLength", RulesetShape.LongestText)]
    public void Sets_the_limits_that_the_reader_sets(string kind, string property, string keyword, int limit)
        => Assert.That(Find(kind).Node.GetProperty("properties").GetProperty(property).GetProperty(keyword).GetInt32(), Is.EqualTo(limit));

    [Test]
    public void Names_the_profiles_that_the_reader_knows()
        => Assert.That(
            Find("ruleset").Node.GetProperty("properties").GetProperty("profile").GetProperty("enum").EnumerateArray().Select(name => name.GetString()),
            Is.EqualTo(RulesetShape.Profiles));

    [Test]
    public void Names_the_sites_that_the_reader_knows()
        => Assert.That(
            Find("ruleset").Node.GetProperty("properties").GetProperty("site").GetProperty("enum").EnumerateArray().Select(name => name.GetString()),
            Is.EqualTo(Sites.All));

    private (JsonElement Node, RulesetShape Shape) Find(string kind) => kind switch
    {
        "ruleset" => (_schema.RootElement, RulesetShape.Ruleset),
        "criterion" => (Definition(kind), RulesetShape.Criterion),
        "measure" => (Definition(kind), RulesetShape.Measure),
        "override" => (Definition(kind), RulesetShape.Override),
        "cap" => (Definition(kind), RulesetShape.Cap),
        _ => (Definition(kind), RulesetShape.Bands),
    };

    private JsonElement Definition(string kind) => _schema.RootElement.GetProperty("$defs").GetProperty(kind);
}
