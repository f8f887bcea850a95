using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Tests.Features;

namespace CredScore.Scoring.Tests;

/// <summary>What the text model may do to a score, and what it may not.</summary>
public class VideoWordingTests
{
    private const string Alarming = "The shocking truth about toxic vaccines revealed: what they do not want parents to know";

    private static readonly Ruleset Medical = Rulesets.Find("youtube-medical")!;

    private static readonly RulesetEngine Engine = new(Medical, VideoFeatures.Names, name => VideoFeatures.All.Single(feature => feature.Name == name).Unit);

    [Test]
    public void Says_what_the_wording_resembles_and_by_which_words()
    {
        var assessment = Assess(SampleVideos.TitleOnly(Alarming, category: "Education"));
        var prediction = assessment.Prediction!;

        Assert.Multiple(() =>
        {
            Assert.That(prediction.Model, Is.EqualTo(VideoTextModel.Default.ModelId));
            Assert.That(assessment.Versions.Model, Is.EqualTo(prediction.Model));
            Assert.That(prediction.Class, Does.StartWith("resembles"));
            Assert.That(prediction.Expected, Is.EqualTo(assessment.Features[VideoFeatures.Wording]).And.GreaterThan(0.5));
            Assert.That(prediction.Probabilities.Values.Sum(), Is.EqualTo(1).Within(1e-12));
            Assert.That(prediction.Contributions.Sum(contribution => contribution.Effect), Is.EqualTo(prediction.Expected).Within(1e-9));
            Assert.That(prediction.Contributions.Count(contribution => contribution.Feature == VideoFeatures.Wording), Is.InRange(1, 6));
        });
    }

    [Test]
    public void Words_the_reason_as_a_resemblance()
    {
        var reason = Assess(SampleVideos.TitleOnly(Alarming, category: "Education")).Criteria.Single(criterion => criterion.Id == "wording").Reasons.Single();
        Assert.That(reason.Text, Does.Contain("resembles videos that reviewers found misleading").And.Contain("nobody has checked this one"));
    }

    [TestCase("How to tile a roof in a weekend with your friends")]
    [TestCase("La verdad sobre las vacunas y lo que no se dice en los medios")]
    public void Leaves_unknown_what_the_model_says_nothing_about(string title)
    {
        var assessment = Assess(SampleVideos.TitleOnly(title), Medical);

        Assert.Multiple(() =>
        {
            Assert.That(assessment.Features[VideoFeatures.Wording], Is.Null);
            Assert.That((assessment.Prediction, assessment.Versions.Model), Is.EqualTo(((Prediction?)null, (string?)null)));
            Assert.That(assessment.Criteria.Single(criterion => criterion.Id == "wording").Points, Is.Null);
        });
    }

    [Test]
    public void Shows_but_does_not_count_it_in_a_ruleset_without_it()
    {
        var assessment = Assess(SampleVideos.TitleOnly(Alarming), Rulesets.Find("youtube-general"));
        Assert.That((assessment.Prediction is null, assessment.Versions.Model), Is.EqualTo((false, (string?)null)));
    }

    [TestCase(0)]
    [TestCase(1)]
    public void Is_not_enough_evidence_alone(double probability)
    {
        var evaluation = Evaluate([], probability);
        Assert.That((evaluation.Score, evaluation.Band), Is.EqualTo(((double?)null, Band.Insufficient)));
    }

    // Its curve ends above the least score of the middle band, so that a mean of it and of points above that stays above it.
    [Test]
    public void Never_puts_a_page_into_the_lowest_band_by_itself()
    {
        var random = new Random(4);
        var fell = 0;

        for (var i = 0; i < 3000; i++)
        {
            var page = AnyPage(random);
            var (without, with) = (Evaluate(page, null), Evaluate(page, 1));
            fell += with.Score < without.Score ? 1 : 0;
            Assert.That(without.Band is Band.Fair or Band.Strong && with.Band is Band.Weak, Is.False, $"{without.Score} {with.Score}");
        }

        Assert.That(fell, Is.GreaterThan(100));
    }

    [Test]
    public void Takes_no_more_than_its_own_points()
    {
        var (without, with) = (Assess(SampleVideos.Lesson, Medical), Evaluate(Pairs(Assess(SampleVideos.Lesson, Medical)), 1));
        var wording = with.Criteria.Single(criterion => criterion.Id == "wording");

        Assert.Multiple(() =>
        {
            Assert.That(wording.Points, Is.EqualTo(0.45 * wording.OutOf).Within(0.01));
            Assert.That(with.Score, Is.GreaterThanOrEqualTo(without.Score!.Value - wording.OutOf));
        });
    }

    private static Evaluation Evaluate(IEnumerable<KeyValuePair<string, double?>> page, double? wording)
        => Engine.Evaluate(new(VideoFeatures.Names, [.. page.Where(pair => pair.Key != VideoFeatures.Wording), new(VideoFeatures.Wording, wording)]), _ => []);

    private static IEnumerable<KeyValuePair<string, double?>> Pairs(Assessment assessment) => assessment.Features.Pairs();

    private static List<KeyValuePair<string, double?>> AnyPage(Random random)
        => [.. VideoFeatures.All.Select(feature => KeyValuePair.Create(feature.Name, random.Next(4) == 0 ? null : AnyValue(feature.Unit, random)))];

    private static double? AnyValue(FeatureUnit unit, Random random) => unit switch
    {
        FeatureUnit.Share => random.NextDouble() * (random.Next(3) == 0 ? 0.1 : 1),
        FeatureUnit.Flag => random.Next(2),
        FeatureUnit.Count or FeatureUnit.Index => random.Next(5),
        FeatureUnit.Years => random.Next(16),
        _ => random.Next(100),
    };

    private static Assessment Assess(YouTubeVideo video, Ruleset? ruleset = null)
        => PageScorer.Default.Assess(PageAddress.OfVideo("abcdefghijk"), video, SampleVideos.Unknown, SampleVideos.Nothing, ruleset);
}
