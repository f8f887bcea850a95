using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetBoundsTests
{
    private static readonly Ruleset Medical = Rulesets.Find("medical")!;

    [Test]
    public void Finds_nothing_wrong_with_the_rulesets_that_ship()
        => Assert.That(Rulesets.Embedded.SelectMany(RulesetBounds.FaultsIn), Is.Empty);

    [Test]
    public void Refuses_to_drop_a_hard_flag()
        => Assert.That(RulesetBounds.FaultsIn(Medical with { Caps = [.. Medical.Caps.Skip(1)] }).Single().ToString(),
            Is.EqualTo("$.caps: A hard flag cannot be hidden: keep a limit of 20 or lower while review.hoax_tag is above 0 (hoax-notice)."));

    [Test]
    public void Refuses_to_loosen_a_hard_flag_and_lets_it_be_tightened()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RulesetBounds.FaultsIn(First(cap => cap with { Limit = 21 })).Single().Path, Is.EqualTo("$.caps[0]"));
            Assert.That(RulesetBounds.FaultsIn(First(cap => cap with { Above = 3 })).Single().Path, Is.EqualTo("$.caps[0]"));
            Assert.That(RulesetBounds.FaultsIn(First(cap => cap with { Limit = 5 })), Is.Empty);
        });
    }

    [Test]
    public void Refuses_to_call_the_unknown_bad()
    {
        var first = Medical.Criteria[0];
        var measure = first.Measures[0] with { Feature = "sources.classified_share" };
        Assert.That(RulesetBounds.FaultsIn(Medical with { Criteria = [first with { Measures = [measure, .. first.Measures.Skip(1)] }, .. Medical.Criteria.Skip(1)] }).Single().Path,
            Is.EqualTo("$.criteria[0].measures[0].feature"));
    }

    [Test]
    public void Refuses_scores_on_next_to_nothing()
        => Assert.That(RulesetBounds.FaultsIn(Medical with { Bands = Medical.Bands with { Confidence = 0.1 } }).Single().Path, Is.EqualTo("$.bands.confidence"));

    private static Ruleset First(Func<Cap, Cap> change) => Medical with { Caps = [change(Medical.Caps[0]), .. Medical.Caps.Skip(1)] };
}
