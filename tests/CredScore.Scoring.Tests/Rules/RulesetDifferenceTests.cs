using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

public class RulesetDifferenceTests
{
    private static readonly Ruleset Medical = Rulesets.Find("medical")!;

    [Test]
    public void Says_in_words_what_changed()
    {
        var sources = Medical.Criteria[0];
        var changed = Medical with
        {
            Criteria = [sources with { Weight = 35, Measures = [sources.Measures[0] with { Weight = 9 }, .. sources.Measures.Skip(1)] }, .. Medical.Criteria.Skip(1)],
            Caps = [Medical.Caps[0] with { Limit = 10 }, .. Medical.Caps.Skip(1)],
            Bands = Medical.Bands with { Strong = 80 },
            Overrides = [new("host", "nice.org.uk", "guideline", "We teach from it.")],
            NotJudged = [.. Medical.NotJudged.Skip(1)],
        };

        Assert.That(RulesetDifference.Between(Medical, changed), Is.EqualTo(new[]
        {
            "Sources counts 35 instead of 18.",
            "The number of strong sources weighs within Sources 9 instead of 3.",
            "The limit hoax-notice is 10 instead of 20.",
            $"Strong begins at 80 instead of {Medical.Bands.Strong:0.##}.",
            "The override “nice.org.uk counts as guideline” is new.",
            $"The note “{Medical.NotJudged[0]}” is gone.",
        }));
    }

    [Test]
    public void Says_what_came_what_went_and_what_moved()
    {
        var changed = Medical with { Criteria = [Medical.Criteria[1], Medical.Criteria[0] with { Id = "mine", Name = "Mine" }, .. Medical.Criteria.Skip(3), Medical.Criteria[2]] };
        var words = RulesetDifference.Between(Medical, changed);

        Assert.Multiple(() =>
        {
            Assert.That(words, Does.Contain("The criterion Mine is new."));
            Assert.That(words, Does.Contain("The criterion Sources is gone."));
            Assert.That(words[^1], Does.EndWith("and its neighbours stand in another order."));
        });
    }

    [Test]
    public void Has_nothing_to_say_of_a_copy()
        => Assert.That(RulesetDifference.Between(Medical, Medical with { Id = "mine", Version = 7, Author = "Dr Rivera" }), Is.Empty);
}
