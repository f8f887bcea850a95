using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;
using CsCheck;

namespace CredScore.Scoring.Tests.Rules;

/// <summary>What holds for every ruleset and every page.</summary>
public class RulesetPropertyTests
{
    private static readonly FeatureNames Names = RulesetBuilder.Names;

    private static readonly Gen<double> Weights = Gen.OneOf(Gen.Const(0.0), Gen.Int[1, 10].Select(weight => (double)weight), Gen.Double[0, 1_000_000]);

    private static readonly Gen<double?> Values = Gen.OneOf(Gen.Const((double?)null), Gen.Int[0, 5].Select(value => (double?)value), Gen.Double[-50, 2000].Select(value => (double?)value));

    private static readonly Gen<Curve> Curves = Gen.Select(Gen.Int[0, 5], Gen.Double[0.001, 9].Array[2, 6], Gen.Double[0, 1].Array[6])
        .Select((start, steps, shares) => new Curve([.. steps.Select((_, i) => (start + steps.Take(i + 1).Sum(), shares[i]))]));

    private static readonly Gen<Measure> Measures = Gen.Select(Gen.Int[0, Names.Count - 1], Weights, Curves)
        .Select((feature, weight, curve) => new Measure("m", Names[feature], weight, curve, "It counts.", "Raise it."));

    private static readonly Gen<Criterion> Criteria = Gen.Select(Weights, Measures.Array[1, 6])
        .Select((weight, measures) => new Criterion("c", "Criterion", weight, measures));

    private static readonly Gen<Cap> Caps = Gen.Select(Gen.Int[0, Names.Count - 1], Gen.Double[0, 1500], Gen.Double[0, 100])
        .Select((feature, above, limit) => new Cap("cap", Names[feature], above, limit, "It holds."));

    private static readonly Gen<Ruleset> AnyRuleset = Gen.Select(Criteria.Array[1, 8], Caps.Array[0, 3], Gen.Double[0, 1]).Select((criteria, caps, confidence) => new Ruleset
    {
        Id = "any",
        Version = 1,
        Name = "Any",
        Profile = "general",
        Criteria = [.. criteria.Select((criterion, c) => criterion with { Id = $"c{c}", Measures = [.. criterion.Measures.Select((measure, m) => measure with { Id = $"c{c}-m{m}" })] })],
        Caps = [.. caps.Select((cap, index) => cap with { Id = $"cap{index}" })],
        Bands = new(45, 70, confidence),
        NotJudged = [],
    });

    private static readonly Gen<FeatureValues> Pages = Values.Array[Names.Count]
        .Select(values => new FeatureValues(Names, values.Select((value, index) => KeyValuePair.Create(Names[index], value))));

    [Test]
    public void Adds_up_exactly_in_decimal_numbers()
        => Gen.Select(AnyRuleset, Pages).Sample((ruleset, page) =>
        {
            var evaluation = Evaluate(ruleset, page);
            var total = evaluation.Criteria.Sum(criterion => Exact(criterion.Points ?? 0)) + evaluation.Caps.Sum(cap => Exact(cap.Effect));
            var outOf = evaluation.Criteria.Sum(criterion => Exact(criterion.OutOf));

            Assert.That(evaluation.Score is null || Exact(evaluation.Score.Value) == total, "The score is the sum of points and caps.");
            Assert.That(outOf, Is.EqualTo(100m).Or.EqualTo(0m), "The criteria share 100 points.");
            Assert.That(outOf == 100m || evaluation.Score is null, "There is no score of nothing.");

            foreach (var criterion in evaluation.Criteria)
            {
                Assert.That(criterion.Reasons.Sum(reason => Exact(reason.Effect)), Is.EqualTo(Exact(criterion.Points ?? 0)));
                Assert.That(criterion.Reasons.Sum(reason => Exact(reason.OutOf)), Is.EqualTo(Exact(criterion.OutOf)));
            }
        });

    [Test]
    public void Stays_within_its_bounds_and_in_order()
        => Gen.Select(AnyRuleset, Pages).Sample((ruleset, page) =>
        {
            var evaluation = Evaluate(ruleset, page);
            var reasons = evaluation.Criteria.SelectMany(criterion => criterion.Reasons);

            Assert.That(evaluation.Score, Is.Null.Or.InRange(0, 100));
            Assert.That(evaluation.Confidence, Is.InRange(0, 1));
            Assert.That(evaluation.Score is null, Is.EqualTo(evaluation.Band is Band.Insufficient));
            Assert.That(reasons.Where(reason => reason.Effect < 0 || reason.Effect > reason.OutOf || page[reason.Feature!] != reason.Value), Is.Empty);
            Assert.That(evaluation.Caps.Select(cap => cap.Limit), Is.Ordered);
            Assert.That(evaluation.Caps.Where((cap, index) => cap.Effect > 0 || (index > 0 && cap.Effect < 0)), Is.Empty);
            Assert.That(evaluation.Score is not { } score || evaluation.Caps.All(cap => score <= cap.Limit));
            Assert.That(evaluation.Improvements, Has.Count.LessThanOrEqualTo(5));
            Assert.That(evaluation.Improvements.Where(improvement => improvement.Gain is < 0.5 or > 100), Is.Empty);

            foreach (var criterion in evaluation.Criteria)
            {
                Assert.That(criterion.Reasons.Select(reason => Math.Abs((2 * Exact(reason.Effect)) - Exact(reason.OutOf))), Is.Ordered.Descending);
            }
        });

    [Test]
    public void Never_lets_an_unknown_value_change_what_the_others_earn_for_each_point()
        => Gen.Select(AnyRuleset, Pages).Sample((ruleset, page) =>
        {
            foreach (var reason in Evaluate(ruleset, page).Criteria.SelectMany(criterion => criterion.Reasons))
            {
                var curve = ruleset.Criteria.SelectMany(criterion => criterion.Measures).Single(measure => measure.Id == reason.Id).Curve;
                Assert.That(reason.Effect, Is.EqualTo(reason.OutOf * curve.At(reason.Value!.Value)).Within(0.00501));
            }
        });

    [Test]
    public void Gives_the_same_answer_after_writing_and_reading()
        => Gen.Select(AnyRuleset, Pages).Sample((ruleset, page) =>
        {
            var reading = RulesetReader.Read(RulesetWriter.Write(ruleset), Names);

            if (reading.Ruleset is { } read)
            {
                Assert.That((Evaluate(read, page).Score, Evaluate(read, page).Confidence), Is.EqualTo((Evaluate(ruleset, page).Score, Evaluate(ruleset, page).Confidence)));
            }
            else
            {
                Assert.That(reading.Faults.Select(fault => fault.Text), Has.All.StartsWith("All weights are 0"));
            }
        });

    [Test]
    public void Divides_any_total_without_a_remainder()
        => Gen.Select(Gen.Int[0, Hundredths.All], Weights.Array[1, 40]).Sample((total, weights) =>
        {
            var shares = Hundredths.Divide(total, weights);
            var sum = weights.Sum();
            Assert.That(shares.Sum(), Is.EqualTo(sum > 0 ? total : 0));
            Assert.That(shares.Where((share, index) => sum > 0 && Math.Abs(share - (total * weights[index] / sum)) > 1.000001), Is.Empty);
        });

    [Test]
    public void Reads_any_mutilated_ruleset_without_throwing()
    {
        var sound = Encoding.UTF8.GetString(RulesetWriter.Write(Rulesets.Embedded[0]).Span);
        string[] shreds = ["", "{", "}", "[", "]", "\"", ",", ":", "null", "-1", "1e999", "0.5", "\\ud800", "\0", "true", "\"id\"", "[[0,0],[0,0]]", "ÿ"];

        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[0, 12], Gen.Int[0, shreds.Length - 1]).Array[1, 5].Sample(mutations =>
        {
            var text = mutations.Aggregate(sound, (text, mutation) => Mutilate(text, mutation.Item1, mutation.Item2, shreds[mutation.Item3]));
            var reading = RulesetReader.Read(Encoding.UTF8.GetBytes(text), ArticleFeatures.Names);
            Assert.That(reading.Ruleset is null, Is.EqualTo(reading.Faults.Count > 0));
        });
    }

    [Test]
    public void Reads_any_ruleset_with_values_out_of_place_without_throwing()
    {
        var sound = RulesetWriter.Write(Rulesets.Embedded[1]).ToArray();
        string[] strangers = ["null", "true", "-1", "1e999", "0.5", "\"\"", "\"sources\"", "\"{value}\"", "\"\\udead\"", "[]", "{}", "[[0, 0]]", "[[1, 0], [0, 1]]", "[1, [2, [3]]]", "{ \"id\": \"x\" }"];

        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, strangers.Length - 1]).Array[1, 4].Sample(changes =>
        {
            var root = JsonNode.Parse(sound)!;
            var places = PlacesIn(root).ToList();

            for (var i = 0; i < changes.Length; i++)
            {
                places[changes[i].Item1 % places.Count]($"@{i}");
            }

            // Half of a surrogate pair and 1e999 are JSON, but no value that a tree could hold.
            var text = root.ToJsonString();

            for (var i = 0; i < changes.Length; i++)
            {
                text = text.Replace($"\"@{i}\"", strangers[changes[i].Item2], StringComparison.Ordinal);
            }

            var reading = RulesetReader.Read(Encoding.UTF8.GetBytes(text), ArticleFeatures.Names);
            Assert.That(reading.Ruleset is null, Is.EqualTo(reading.Faults.Count > 0));
            Assert.That(reading.Faults.Select(fault => fault.Text), Has.None.StartsWith("This is not JSON"));
        });
    }

    [Test]
    public void Reads_any_bytes_without_throwing()
        => Gen.Byte.Array[0, 200].Sample(bytes => Assert.That(RulesetReader.Read(bytes, Names).Faults, Is.Not.Empty));

    // Ways to put another value into each place of a tree.
    private static IEnumerable<Action<JsonNode>> PlacesIn(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => PlacesIn(pair.Value).Prepend(stranger => parent[pair.Key] = stranger)),
        JsonArray parent => parent.SelectMany((item, index) => PlacesIn(item).Prepend(stranger => parent[index] = stranger)),
        _ => [],
    };

    private static string Mutilate(string text, int at, int length, string shred)
    {
        var start = Math.Min(at, text.Length);
        return string.Concat(text.AsSpan(0, start), shred, text.AsSpan(Math.Min(start + length, text.Length)));
    }

    private static Evaluation Evaluate(Ruleset ruleset, FeatureValues page) => new RulesetEngine(ruleset, Names, _ => FeatureUnit.Index).Evaluate(page, _ => []);

    // The decimal number that the answer's JSON shows.
    private static decimal Exact(double points) => decimal.Parse(points.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
