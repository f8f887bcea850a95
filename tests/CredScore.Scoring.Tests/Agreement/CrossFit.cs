using System.Globalization;
using System.IO.Compression;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>What models that have not seen an article's group say of each labelled article, in the order of the set; written by the training.</summary>
internal static class CrossFit
{
    /// <summary>Mean grade without what the number of words adds.</summary>
    public static IReadOnlyList<double> BeyondLength { get; } = Read();

    private static List<double> Read()
    {
        var path = Path.Combine(SharedData.Root, "scoring-model", "models", "wikipedia-grade.crossfit.tsv.gz");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var column = Array.IndexOf(reader.ReadLine()!.Split('\t'), "beyond_length");
        var values = new List<double>();

        while (reader.ReadLine() is { } line)
        {
            values.Add(double.Parse(line.Split('\t')[column], CultureInfo.InvariantCulture));
        }

        return values;
    }
}
