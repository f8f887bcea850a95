using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetReaderTests
{
    private const string Sound = """
        {
          "$schema": "./ruleset.schema.json", "id": "mine", "version": 3, "name": "My class", "profile": "general",
          "criteria": [
            { "id": "one", "name": "One", "weight": 60, "measures": [
              { "id": "first", "name": "The first", "feature": "a", "weight": 2.5, "curve": [[0, 0], [0.5, 1]], "found": "Found {value}", "because": "It counts.", "raise": "Raise it." },
              { "id": "second", "feature": "b", "weight": 0, "curve": [[-3, 1], [1e6, 0]], "because": "“It counts.”", "raise": "Raise it." }
            ] }
          ],
          "caps": [{ "id": "cap", "feature": "c", "above": 0.2, "limit": 50, "because": "It holds.", "raise": "Lift it." }],
          "bands": { "fair": 45, "strong": 70.5, "confidence": 0.4 },
          "notJudged": ["Everything else."]
        }
        """;

    private static readonly FeatureNames Names = new(["a", "b", "c"]);

    [Test]
    public void Reads_what_was_written()
    {
        var ruleset = Read(Sound).Ruleset!;

        Assert.Multiple(() =>
        {
            Assert.That(ruleset.Key, Is.EqualTo("mine/3"));
            Assert.That(ruleset.Criteria[0].Measures[0].Curve.At(0.25), Is.EqualTo(0.5));
            Assert.That(ruleset.Criteria[0].Measures.Select(measure => measure.Label), Is.EqualTo(new[] { "The first", "b" }));
            Assert.That(ruleset.Caps[0], Is.EqualTo(new Cap("cap", "c", 0.2, 50, "It holds.", "Lift it.")));
            Assert.That(ruleset.Bands, Is.EqualTo(new Bands(45, 70.5, 0.4)));
            Assert.That(ruleset.NotJudged, Is.EqualTo(new[] { "Everything else." }));
        });
    }

    [Test]
    public void Writes_what_was_read()
    {
        var written = RulesetWriter.Write(Read(Sound).Ruleset!);
        using var before = JsonDocument.Parse(Sound);
        using var after = JsonDocument.Parse(written);

        Assert.Multiple(() =>
        {
            Assert.That(JsonElement.DeepEquals(before.RootElement, after.RootElement), Is.True);
            Assert.That(RulesetWriter.Write(RulesetReader.Read(written, Names).Ruleset!).ToArray(), Is.EqualTo(written.ToArray()));
        });
    }

    [Test]
    public void Takes_a_ruleset_without_a_site_for_one_for_articles()
        => Assert.That(Read(Sound).Ruleset!.Site, Is.EqualTo("wikipedia"));

    [Test]
    public void Writes_the_site_of_a_ruleset_for_videos()
    {
        var ruleset = Read(WithSite("youtube")).Ruleset!;

        Assert.Multiple(() =>
        {
            Assert.That(ruleset.Site, Is.EqualTo("youtube"));
            Assert.That(RulesetReader.Read(RulesetWriter.Write(ruleset), Names).Ruleset!.Site, Is.EqualTo("youtube"));
        });
    }

    [Test]
    public void Refuses_a_site_that_is_not_scored()
        => Assert.That(Read(WithSite("example")).Faults.Single().ToString(), Is.EqualTo("$.site: A site is one of: wikipedia, youtube."));

    [TestCase("wikipedia", "citations.uses", true)]
    [TestCase("wikipedia", "origin.accountability", false)]
    [TestCase("youtube", "origin.accountability", true)]
    [TestCase("youtube", "citations.uses", false)]
    [TestCase("youtube", "sources.strong_share", true)]
    public void Knows_the_features_of_the_site_that_the_ruleset_names(string site, string feature, bool isKnown)
    {
        var json = WithSite(site).Replace("\"feature\": \"a\"", $"\"feature\": \"{feature}\"", StringComparison.Ordinal);
        var faults = RulesetReader.Read(Encoding.UTF8.GetBytes(json)).Faults.Select(fault => fault.Text);
        Assert.That(faults.Contains($"There is no feature named {feature}."), Is.EqualTo(!isKnown));
    }

    [Test]
    public void Reports_every_fault_at_once_each_with_its_path()
    {
        var reading = Read("""
            {
              "id": "My class", "version": 1.5, "name": "", "profile": "history", "colour": "red",
              "criteria": [
                { "id": "one", "name": "One", "weight": -1, "measures": [] },
                { "id": "one", "name": 7, "weight": 1, "measures": [
                  { "id": "m", "feature": "z", "weight": 0, "curve": [[0, 0], [0, 1]], "because": "x", "raise": "x", "found": "nothing" },
                  { "id": "m", "feature": "a", "weight": 0, "curve": [[0, 0], [1]], "because": "x" }
                ] },
                5
              ],
              "caps": [{ "id": "cap", "feature": "c", "above": "0", "limit": 101, "because": "x" }],
              "bands": { "fair": 70, "strong": 45, "confidence": 1.2 },
              "notJudged": "nothing"
            }
            """);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Ruleset, Is.Null);
            Assert.That(reading.Faults.Select(fault => fault.ToString()), Is.EquivalentTo(new[]
            {
                "$: There is no property named colour here.",
                "$.id: An id begins with a lower-case letter and holds lower-case letters, digits and hyphens only.",
                "$.version: A version is a whole number.",
                "$.name: This text must have 1 to 100 characters.",
                "$.profile: A profile is one of: general, medical.",
                "$.criteria[0].weight: This number must lie between 0 and 1,000,000.",
                "$.criteria[0].measures: This list holds 0 items; it must hold 1 to 50.",
                "$.criteria[1].id: The id one is used more than once.",
                "$.criteria[1].name: This must be a text.",
                "$.criteria[1].measures: All weights are 0, so nothing would count; give one of them a weight.",
                "$.criteria[1].measures[0].feature: There is no feature named z.",
                "$.criteria[1].measures[0].curve: Point 2 of the curve does not lie to the right of point 1.",
                "$.criteria[1].measures[0].found: This text must hold {value} once, where the number goes, and no other brace.",
                "$.criteria[1].measures[1]: The property raise is missing.",
                "$.criteria[1].measures[1].id: The id m is used more than once.",
                "$.criteria[1].measures[1].curve[1]: A point of a curve is a list of two numbers: the value and its share of the points.",
                "$.criteria[2]: This must be an object.",
                "$.caps[0].above: This must be a number.",
                "$.caps[0].limit: This number must lie between 0 and 100.",
                "$.bands.confidence: This number must lie between 0 and 1.",
                "$.bands: The band strong must begin above the band fair.",
                "$.notJudged: This must be a list.",
            }));
        });
    }

    [TestCase("weight", "1e400", "$.criteria[0].measures[0].weight: This must be a number.")]
    [TestCase("weight", "null", "$.criteria[0].measures[0].weight: This must be a number.")]
    [TestCase("weight", "1000001", "$.criteria[0].measures[0].weight: This number must lie between 0 and 1,000,000.")]
    [TestCase("curve", "[[0, 0]]", "$.criteria[0].measures[0].curve: This list holds 1 items; it must hold 2 to 50.")]
    [TestCase("curve", "[[0, 0], [1, 1.01]]", "$.criteria[0].measures[0].curve: Point 2 of the curve gives a share of points outside 0 to 1.")]
    [TestCase("curve", "[[1e10, 0], [1e11, 1]]", "$.criteria[0].measures[0].curve: Point 1 of the curve lies outside -1,000,000,000 to 1,000,000,000.")]
    [TestCase("curve", "{}", "$.criteria[0].measures[0].curve: This must be a list.")]
    [TestCase("because", "\"  \"", "$.criteria[0].measures[0].because: This text must have 1 to 500 characters.")]
    [TestCase("because", "\"\\ud800\"", "$.criteria[0].measures[0].because: This must be a text.")]
    [TestCase("found", "\"{value} of {value}\"", "$.criteria[0].measures[0].found: This text must hold {value} once, where the number goes, and no other brace.")]
    public void Says_what_is_wrong_with_a_value(string property, string json, string fault)
    {
        var root = JsonNode.Parse(Sound)!;
        root["criteria"]![0]!["measures"]![0]![property] = "@";
        Assert.That(Read(root.ToJsonString().Replace("\"@\"", json, StringComparison.Ordinal)).Faults.Single().ToString(), Is.EqualTo(fault));
    }

    [Test]
    public void Refuses_text_that_is_too_long()
    {
        Assert.Multiple(() =>
        {
            Assert.That(FaultsWith("because", new string('x', 500)), Is.Empty);
            Assert.That(FaultsWith("because", new string('x', 501)), Has.Count.EqualTo(1));
        });
    }

    [Test]
    public void Refuses_lists_that_are_too_long()
    {
        var root = JsonNode.Parse(Sound)!;
        var criteria = root["criteria"]!.AsArray();

        while (criteria.Count <= 20)
        {
            criteria.Add(criteria[0]!.DeepClone());
        }

        Assert.That(Read(root.ToJsonString()).Faults.Single().ToString(), Is.EqualTo("$.criteria: This list holds 21 items; it must hold 1 to 20."));
    }

    [Test]
    public void Refuses_a_property_given_twice()
        => Assert.That(
            Read(Sound.Replace("\"version\": 3", "\"version\": 3, \"version\": 4", StringComparison.Ordinal)).Faults.Single().ToString(),
            Is.EqualTo("$.version: This property is given more than once."));

    [Test]
    public void Names_a_property_without_readable_text()
        => Assert.That(
            Read(Sound.Replace("\"version\": 3", "\"version\": 3, \"\\udfff\": 4", StringComparison.Ordinal)).Faults.Single().ToString(),
            Is.EqualTo("$: There is no property named (no readable text) here."));

    [TestCase("")]
    [TestCase("{")]
    [TestCase("{} {}")]
    [TestCase("{ 'id': 1 }")]
    [TestCase("[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]")]
    public void Refuses_what_is_not_JSON_and_what_is_too_deep(string json)
        => Assert.That(Read(json).Faults.Single().ToString(), Does.StartWith("$: This is not JSON of at most 16 levels: see line 1, byte "));

    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("7")]
    public void Refuses_what_is_no_object(string json)
        => Assert.That(Read(json).Faults.Single().ToString(), Is.EqualTo("$: This must be an object."));

    [Test]
    public void Refuses_what_is_too_large_and_what_is_not_UTF_8()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RulesetReader.Read(new byte[1_000_001], Names).Faults.Single().Text, Is.EqualTo("This text has 1,000,001 bytes; a ruleset has at most 1,000,000."));
            Assert.That(RulesetReader.Read(new byte[] { 0x22, 0xFF, 0x22 }, Names).Faults.Single().Text, Is.EqualTo("This is not UTF-8 text."));
        });
    }

    [Test]
    public void Reads_past_a_byte_order_mark()
        => Assert.That(Read("\uFEFF" + Sound).Ruleset, Is.Not.Null);

    [Test]
    public void Ends_its_list_of_faults_where_nobody_would_read_on()
    {
        var properties = string.Join(',', Enumerable.Range(0, 5000).Select(index => $"\"p{index}\": 0"));
        Assert.That(Read($"{{{properties}}}").Faults, Has.Count.EqualTo(RulesetReading.MostFaults));
    }

    private static IReadOnlyList<RulesetFault> FaultsWith(string property, string text)
    {
        var root = JsonNode.Parse(Sound)!;
        root["criteria"]![0]!["measures"]![0]![property] = text;
        return Read(root.ToJsonString()).Faults;
    }

    private static string WithSite(string site) => Sound.Replace("\"profile\"", $"\"site\": \"{site}\", \"profile\"", StringComparison.Ordinal);

    private static RulesetReading Read(string json) => RulesetReader.Read(Encoding.UTF8.GetBytes(json), Names);
}
