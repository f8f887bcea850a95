using CredScore.Scoring.Assessments;
using CredScore.Scoring.Rules;
using static CredScore.Scoring.Tests.Rules.RulesetBuilder;

namespace CredScore.Scoring.Tests.Rules;

public class ConfidenceTests
{
    private static RulesetBuilder Quarters => new RulesetBuilder()
        .With("one", 75, Measure("a", 2), Measure("b", 1)).With("two", 25, Measure("c")).WithBands(new(45, 70, 0.4));

    [TestCase(1, 1.0, 1)]
    [TestCase(1, 0.0, 0.5)]
    [TestCase(1, 0.5, 0.75)]
    [TestCase(1, null, 0.75)]
    [TestCase(0.5, 0.5, 0.38)]
    [TestCase(0, 1.0, 0)]
    public void Multiplies_what_is_known_of_the_weight_by_what_is_known_of_the_sources(double known, double? classified, double confidence)
        => Assert.That(Confidence.Of(known, classified), Is.EqualTo(confidence));

    [Test]
    public void Counts_the_weight_of_known_measures_within_their_criteria()
        => Assert.That(Quarters.Evaluate(("a", 5), (Confidence.ClassifiedFeature, 1)).Confidence, Is.EqualTo(0.5));

    [Test]
    public void Gives_no_score_below_the_rulesets_limit_but_shows_what_is_known()
    {
        var evaluation = Quarters.Evaluate(("a", 5), (Confidence.ClassifiedFeature, 0));

        Assert.Multiple(() =>
        {
            Assert.That((evaluation.Score, evaluation.Band), Is.EqualTo(((double?)null, Band.Insufficient)));
            Assert.That(evaluation.Criteria[0].Points, Is.EqualTo(50));
            Assert.That(evaluation.Criteria[0].Reasons, Has.Count.EqualTo(1));
            Assert.That(evaluation.NotJudged[0], Is.EqualTo("Too little could be read for a score: the confidence is 0.25, and a score takes at least 0.40."));
        });
    }

    [Test]
    public void Gives_a_score_at_the_limit()
        => Assert.That(Quarters.WithBands(new(45, 70, 0.5)).Evaluate(("a", 5), (Confidence.ClassifiedFeature, 1)).Score, Is.EqualTo(50));

    [TestCase(19.0, false)]
    [TestCase(20.0, true)]
    [TestCase(null, true)]
    public void Gives_no_score_to_a_page_of_a_few_words(double? words, bool scored)
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a")).Evaluate(("a", 5), (Confidence.WordsFeature, words));
        Assert.That(evaluation.Score.HasValue, Is.EqualTo(scored));
    }

    [Test]
    public void Says_how_many_words_a_score_takes()
        => Assert.That(
            new RulesetBuilder().With("one", 1, Measure("a")).Evaluate(("a", 5), (Confidence.WordsFeature, 7)).NotJudged[0],
            Is.EqualTo("The page has 7 words of prose; a score takes at least 20."));

    [Test]
    public void Gives_no_score_when_nothing_is_known_whatever_the_limit()
    {
        var evaluation = new RulesetBuilder().With("one", 1, Measure("a")).Evaluate();
        Assert.That((evaluation.Score, evaluation.Band, evaluation.Confidence), Is.EqualTo(((double?)null, Band.Insufficient, 0.0)));
    }
}
