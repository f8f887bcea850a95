using System.Globalization;
using System.IO.Compression;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;

namespace CredScore.Benchmarks;

/// <summary>From features to a prediction with its contributions, over the labelled articles' numbers, which are in the repository: no two walk alike.</summary>
internal static class ModelMeasurement
{
    private const double MicrosecondsAnArticle = 50;
    private const int Articles = 2000;
    private const int WarmRounds = 20;
    private const int Rounds = 20;

    public static async Task RunAsync(BarSheet sheet)
    {
        var pages = ReadPages();
        var rendered = pages.Select(WithoutMarkup).ToList();
        var load = Meter.Time(() => GradeModelFile.ReadEmbedded("wikipedia-grade"));
        var (all, hidden, told) = (Measure(pages, Predict), Measure(rendered, Predict), Measure(pages, Tell));

        sheet.AtMost("prediction with contributions", Meter.Median(all), MicrosecondsAnArticle, "µs", Meter.Spread(all));
        // The bar is for the prediction with its contributions; these two do more.
        sheet.Note("the same of a rendered page, whose hidden wikitext sends a walk both ways", Meter.Median(hidden), "µs");
        sheet.Note("the same with what an answer says of it in words", Meter.Median(told), "µs");
        sheet.Note("loading the model", load, "ms");
        await Task.CompletedTask;
    }

    /// <summary>Microseconds that a page takes, in each of the rounds.</summary>
    private static List<double> Measure(List<FeatureValues> pages, Action<FeatureValues> work)
    {
        // The runtime compiles loops again when it has seen them run.
        for (var round = 0; round < WarmRounds; round++)
        {
            pages.ForEach(work);
        }

        return [.. Enumerable.Range(0, Rounds).Select(_ => Meter.Time(() => pages.ForEach(work)) * 1000 / pages.Count)];
    }

    private static void Predict(FeatureValues page) => GradeModel.Embedded.Predict(page, "en");

    private static void Tell(FeatureValues page) => PredictionSummary.Of(GradeModel.Embedded, GradeModel.Embedded.Predict(page, "en")!, page, "en");

    private static List<FeatureValues> ReadPages()
    {
        using var table = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(RealData.Root, "scoring-model", "datasets", "wikipedia-grades.tsv.gz")), CompressionMode.Decompress));
        var names = table.ReadLine()!.Split('\t');
        var rows = table.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        return [.. rows.Where((_, row) => row % (rows.Length / Articles) == 0).Select(row => ReadPage(names, row.Split('\t')))];
    }

    private static FeatureValues ReadPage(string[] names, string[] cells)
        => new(ArticleFeatures.Names, names.Zip(cells).Where(cell => ArticleFeatures.Names.IndexOf(cell.First) >= 0 && cell.Second.Length > 0)
            .Select(cell => KeyValuePair.Create<string, double?>(cell.First, double.Parse(cell.Second, CultureInfo.InvariantCulture))));

    private static FeatureValues WithoutMarkup(FeatureValues page) => new(page.Names, page.Pairs().Where(pair => !ModelFeatures.IsOfMarkup(pair.Key)));
}
