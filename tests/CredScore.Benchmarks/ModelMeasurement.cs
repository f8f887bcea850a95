using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;

namespace CredScore.Benchmarks;

/// <summary>From features to a prediction with its contributions.</summary>
internal static class ModelMeasurement
{
    private const double MicrosecondsAnArticle = 50;
    private const int Articles = 500;
    private const int WarmRounds = 30;
    private const int Rounds = 20;

    public static async Task RunAsync(BarSheet sheet)
    {
        var texts = RealData.HasArticles ? RealData.Articles().Take(Articles) : Enumerable.Range(0, Articles).Select(SampleArticles.Ordinary);
        var pages = texts.Select(text => PageScorer.Default.ReadFeatures(WikitextReader.Read(text, new() { Title = "Sample" }))).ToList();
        var load = Meter.Time(() => GradeModelFile.ReadEmbedded("wikipedia-grade"));

        // The runtime compiles loops again when it has seen them run.
        for (var round = 0; round < WarmRounds; round++)
        {
            Predict(pages);
        }

        var times = Enumerable.Range(0, Rounds).Select(_ => Meter.Time(() => Predict(pages)) * 1000 / pages.Count).ToList();
        sheet.AtMost("prediction with contributions", Meter.Median(times), MicrosecondsAnArticle, "µs", Meter.Spread(times));
        sheet.Note("loading the model", load, "ms");
        await Task.CompletedTask;
    }

    private static void Predict(List<FeatureValues> pages)
    {
        foreach (var page in pages)
        {
            GradeModel.Embedded.Predict(page, "en");
        }
    }
}
