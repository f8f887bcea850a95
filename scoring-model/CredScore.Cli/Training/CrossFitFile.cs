using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CredScore.Cli.Training;

/// <summary>
/// What the model says of the articles it was trained on, in a packed table: <c>expected</c> and <c>beyond_length</c> are its answers from trees grown without the article's
/// fold, for honest measurements; <c>score.0</c> to <c>score.4</c> are Microsoft.ML's own scores by the final trees, to compare our arithmetic with.
/// </summary>
internal static class CrossFitFile
{
    public static void Write(FeatureTable table, TrainedGrades trained, string path)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("id\tgrade\texpected\tbeyond_length\t" + string.Join('\t', Enumerable.Range(0, OrdinalTrainer.Boundaries).Select(k => $"score.{k}")));

        for (var row = 0; row < table.Rows.Count; row++)
        {
            var scores = trained.Scores.Select(boundary => boundary[row].ToString("R", CultureInfo.InvariantCulture));
            writer.WriteLine($"{table.Rows[row].Id}\t{(int)table.Rows[row].Grade}\t{Rounded(Measures.Mean(trained.Probabilities[row]))}\t{Rounded(trained.BeyondLength[row])}\t{string.Join('\t', scores)}");
        }
    }

    private static string Rounded(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
