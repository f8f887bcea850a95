using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Tests.Agreement;

[Category("RealData")]
public sealed class HoaxTests
{
    [Test]
    public void Never_calls_a_proven_hoax_strong()
    {
        var hoaxes = Csv.Read(File.ReadAllText(SharedData.Find("wikipedia/hoaxes.csv"))).Skip(1).Select(row => row.MaxBy(cell => cell.Length)!).ToList();
        Assert.That(hoaxes, Has.Count.GreaterThan(100));

        var assessments = hoaxes.Select(text => PageScorer.Default.Assess(PageAddress.OfArticle("en", "Hoax"), WikitextReader.Read(text, ArticleContext.Unknown))).ToList();
        var classes = assessments.CountBy(assessment => assessment.Prediction?.Class ?? "none").OrderByDescending(pair => pair.Value);
        TestContext.Out.WriteLine($"Predicted classes: {string.Join(", ", classes.Select(pair => $"{pair.Value} {pair.Key}"))}.");
        TestContext.Out.WriteLine($"Bands: {string.Join(", ", assessments.CountBy(assessment => assessment.Band).OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}"))}.");
        TestContext.Out.WriteLine($"Largest mean grade {assessments.Max(assessment => assessment.Prediction?.Expected):0.00}, largest score {assessments.Max(assessment => assessment.Score):0}.");

        Assert.Multiple(() =>
        {
            Assert.That(assessments.Select(assessment => assessment.Band), Has.None.EqualTo(Band.Strong));
            Assert.That(assessments.Where(assessment => assessment.Prediction is { Class: "b" or "ga" or "fa" } prediction && prediction.Probabilities[prediction.Class] > 0.5), Is.Empty);
        });
    }
}
