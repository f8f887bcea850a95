using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using static CredScore.Scoring.Tests.Rules.RulesetBuilder;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetEngineTests
{
    private static RulesetBuilder One => new RulesetBuilder().With("one", 1, Measure("a"));

    private static RulesetBuilder Two => new RulesetBuilder().With("one", 60, Measure("a"), Measure("b")).With("two", 40, Measure("c"));

    [TestCase(0, 0, Band.Weak)]
    [TestCase(4.49, 44.9, Band.Weak)]
    [TestCase(4.5, 45, Band.Fair)]
    [TestCase(6.999, 69.99, Band.Fair)]
    [TestCase(7, 70, Band.Strong)]
    [TestCase(99, 100, Band.Strong)]
    public void Gives_the_score_and_its_band(double value, double score, Band band)
    {
        var evaluation = One.Evaluate(("a", value));
        Assert.That((evaluation.Score, evaluation.Band), Is.EqualTo((score, band)));
    }

    [Test]
    public void Shares_the_points_of_unknown_measures_among_the_known_ones()
    {
        var criterion = Two.Evaluate(("a", 5), ("c", 10)).Criteria[0];
        Assert.That((criterion.OutOf, criterion.Points, criterion.Reasons.Count), Is.EqualTo((60.0, 30.0, 1)));
    }

    [Test]
    public void Leaves_the_points_of_an_unknown_criterion_to_the_others()
    {
        var evaluation = Two.Evaluate(("c", 5));

        Assert.Multiple(() =>
        {
            Assert.That((evaluation.Criteria[0].Points, evaluation.Criteria[0].OutOf), Is.EqualTo(((double?)null, 0.0)));
            Assert.That((evaluation.Criteria[1].Points, evaluation.Criteria[1].OutOf), Is.EqualTo((50.0, 100.0)));
            Assert.That(evaluation.Score, Is.EqualTo(50));
        });
    }

    [Test]
    public void Notes_what_could_not_be_read_before_what_is_never_judged()
        => Assert.That(
            Two.Evaluate(("a", 5)).NotJudged,
            Is.EqualTo(new[] { "Feature b could not be judged on this page.", "Criterion two could not be judged on this page.", "Everything else." }));

    [Test]
    public void Divides_what_cannot_be_divided_evenly_so_that_it_still_adds_up()
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a")).With("two", 1, Measure("b")).With("three", 1, Measure("c"))
            .Evaluate(("a", 10), ("b", 10), ("c", 10));

        Assert.That(evaluation.Criteria.Select(criterion => criterion.OutOf), Is.EqualTo(new[] { 33.34, 33.33, 33.33 }));
    }

    [Test]
    public void Passes_over_a_measure_that_was_switched_off()
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a"), Measure("b", 0), Measure("c", 0)).Evaluate(("a", 10), ("b", 0));

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Criteria[0].Reasons.Select(reason => reason.Feature), Is.EqualTo(new[] { "a" }));
            Assert.That(evaluation.NotJudged, Is.EqualTo(new[] { "Everything else." }));
        });
    }

    [Test]
    public void Passes_over_a_criterion_that_was_switched_off()
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a")).With("two", 0, Measure("b"), Measure("c")).Evaluate(("a", 10), ("b", 0));

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Criteria[1], Has.Property("Points").Null.And.Property("OutOf").Zero.And.Property("Reasons").Empty);
            Assert.That(evaluation.NotJudged, Is.EqualTo(new[] { "Everything else." }));
            Assert.That(evaluation.Score, Is.EqualTo(100));
        });
    }

    [Test]
    public void Puts_first_the_reasons_that_moved_the_score_most_from_the_middle()
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a"), Measure("b"), Measure("c"), Measure("d"))
            .Evaluate(("a", 5), ("b", 9), ("c", 0), ("d", 1));

        Assert.That(evaluation.Criteria[0].Reasons.Select(reason => reason.Feature), Is.EqualTo(new[] { "c", "b", "d", "a" }));
    }

    [Test]
    public void Carries_value_effect_and_the_first_pieces_of_evidence_with_each_reason()
    {
        var evidence = Enumerable.Range(1, 9).Select(index => new Evidence("reference", index, $"Reference {index}")).ToList();
        var reason = One.Evaluate(Page(("a", 2.5)), feature => feature == "a" ? evidence : []).Criteria[0].Reasons[0];

        Assert.Multiple(() =>
        {
            Assert.That(reason, Has.Property("Id").EqualTo("measure-a").And.Property("Value").EqualTo(2.5).And.Property("Effect").EqualTo(25));
            Assert.That(reason.OutOf, Is.EqualTo(100));
            Assert.That(reason.Evidence, Is.EqualTo(evidence.Take(5)));
        });
    }

    [Test]
    public void Lets_the_lowest_limit_win_and_lists_the_others_without_effect()
    {
        var evaluation = One.WithCap("mild", "b", 60).WithCap("hard", "c", 20.5).WithCap("idle", "d", 1).Evaluate(("a", 9), ("b", 1), ("c", 2), ("d", 0));

        Assert.Multiple(() =>
        {
            Assert.That(evaluation.Score, Is.EqualTo(20.5));
            Assert.That(evaluation.Band, Is.EqualTo(Band.Weak));
            Assert.That(evaluation.Caps.Select(cap => (cap.Id, cap.Limit, cap.Effect)), Is.EqualTo(new[] { ("hard", 20.5, -69.5), ("mild", 60.0, 0.0) }));
            Assert.That(evaluation.Caps[0].Text, Is.EqualTo("Cap hard holds. While this holds, the score is at most 20.5."));
        });
    }

    [Test]
    public void Leaves_a_score_below_the_limit_alone()
    {
        var evaluation = One.WithCap("mild", "b", 60).Evaluate(("a", 3), ("b", 1));
        Assert.That((evaluation.Score, evaluation.Caps.Single().Effect), Is.EqualTo((30.0, 0.0)));
    }

    [Test]
    public void Holds_no_cap_over_what_is_unknown()
        => Assert.That(One.WithCap("mild", "b", 60).Evaluate(("a", 9)).Caps, Is.Empty);

    [Test]
    public void Refuses_a_ruleset_over_features_that_are_not_declared()
        => Assert.That(() => new RulesetBuilder().With("one", 1, Measure("z")).Evaluate(), Throws.ArgumentException.With.Message.Contains("z"));

    [Test]
    public void Refuses_values_of_another_list_of_features()
        => Assert.That(() => One.Evaluate(new FeatureValues(new FeatureNames(["a"]), new double[1]), _ => []), Throws.ArgumentException);
}
