using CredScore.Scoring.Rules;
using static CredScore.Scoring.Tests.Rules.RulesetBuilder;

namespace CredScore.Scoring.Tests.Rules;

public class ImprovementListTests
{
    private static RulesetBuilder Four => new RulesetBuilder()
        .With("one", 1, Measure("a", 40), Measure("b", 30), Measure("c", 20), Measure("d", 10));

    [Test]
    public void Names_the_largest_gain_first_and_leaves_out_what_is_not_worth_it()
        => Assert.That(GainsOf(Four.Evaluate(("a", 9), ("b", 5), ("c", 5), ("d", 9.6))), Is.EqualTo(new[] { ("Raise b.", 15.0), ("Raise c.", 10.0), ("Raise a.", 4.0) }));

    [Test]
    public void Keeps_the_order_of_declaration_among_equal_gains()
        => Assert.That(GainsOf(Four.Evaluate(("a", 10), ("b", 10), ("c", 5), ("d", 0))), Is.EqualTo(new[] { ("Raise c.", 10.0), ("Raise d.", 10.0) }));

    [Test]
    public void Names_five_at_most()
    {
        var ruleset = new RulesetBuilder();

        foreach (var criterion in "uvwxyz")
        {
            ruleset.With($"{criterion}", 1, Measure("a"));
        }

        Assert.That(ruleset.Evaluate(("a", 0)).Improvements, Has.Count.EqualTo(5));
    }

    [Test]
    public void Promises_no_more_than_the_curve_can_give()
    {
        var half = new RulesetBuilder().With("one", 1, Measure("a", 1, new([(0, 0), (10, 0.5)])));
        Assert.That(GainsOf(half.Evaluate(("a", 0))), Is.EqualTo(new[] { ("Raise a.", 50.0) }));
    }

    [Test]
    public void Puts_lifting_a_cap_first_and_promises_nothing_beyond_it()
        => Assert.That(GainsOf(Four.WithCap("hard", "d", 40).Evaluate(("a", 10), ("b", 10), ("c", 0), ("d", 1))), Is.EqualTo(new[] { ("Lift hard.", 31.0) }));

    [Test]
    public void Gives_each_cap_the_gain_once_those_below_it_are_lifted()
        => Assert.That(
            GainsOf(Four.WithCap("mild", "d", 60).WithCap("hard", "d", 40).Evaluate(("a", 10), ("b", 10), ("c", 0), ("d", 1))),
            Is.EqualTo(new[] { ("Lift hard.", 20.0), ("Lift mild.", 11.0) }));

    [Test]
    public void Asks_for_caps_with_one_limit_to_be_lifted_together()
        => Assert.That(
            GainsOf(Four.WithCap("this", "d", 40).WithCap("that", "d", 40).Evaluate(("a", 10), ("b", 10), ("c", 0), ("d", 1))),
            Is.EqualTo(new[] { ("Lift this. Lift that.", 31.0) }));

    [Test]
    public void Lets_gains_end_at_a_limit_that_is_not_yet_reached()
        => Assert.That(
            GainsOf(Four.WithCap("mild", "d", 45).Evaluate(("a", 10), ("b", 0), ("c", 0), ("d", 1))),
            Is.EqualTo(new[] { ("Raise b.", 4.0), ("Raise c.", 4.0), ("Raise d.", 4.0) }));

    private static (string, double)[] GainsOf(Evaluation evaluation)
        => [.. evaluation.Improvements.Select(improvement => (improvement.Text, improvement.Gain))];
}
