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
        Assert.That(assessments.Select(assessment => assessment.Band), Has.None.EqualTo(Band.Strong));
    }
}
