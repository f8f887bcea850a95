using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>A trained model with how it was measured.</summary>
/// <param name="Model">Trained on all pages.</param>
/// <param name="Raw">The trees' sums of each page, from trees grown without its fold.</param>
/// <param name="Probabilities">Of each page's grades, from trees and calibration without its fold.</param>
/// <param name="Rendered">The same with the wikitext itself hidden, as on a rendered page.</param>
/// <param name="BeyondLength">Each page's mean grade without what the number of words adds, by a model without its fold.</param>
/// <param name="LargestDifference">Between our own sums and Microsoft.ML's scores, over all pages and boundaries.</param>
/// <param name="Scores">Microsoft.ML's own scores of each page by the final trees.</param>
internal sealed record TrainedGrades(GradeModel Model, double[][] Raw, double[][] Probabilities, double[][] Rendered, double[] BeyondLength, double LargestDifference, float[][] Scores);

/// <summary>From a table of labelled features to a model.</summary>
internal static class GradeTraining
{
    /// <summary>Name and version; counts up with every retraining that changes a prediction.</summary>
    public const string ModelId = "wikipedia-grade/2";

    public static FeatureTable ReadTable(string path)
    {
        var table = FeatureTableFile.Read(path).Select(ModelFeatures.Names);
        var missing = Grades.All.Except(table.Rows.Select(row => row.Grade)).Select(grade => grade.Id()).ToList();

        return missing.Count == 0
            ? table
            : throw CommandFailure.BadInput($"{path} holds no article graded {FeatureTable.Listed(missing)}: a model of six grades needs all of them.");
    }

    /// <param name="table">Features with grades.</param>
    /// <param name="options">How trees are grown.</param>
    /// <param name="drift">What each boundary's logit moves for an article of today; none when null.</param>
    public static TrainedGrades Train(FeatureTable table, TreeOptions options, double[]? drift = null)
    {
        var (raw, byFold) = OrdinalTrainer.CrossFit(table, options, TreeTrainer.GrowLight);
        var grown = OrdinalTrainer.Train(table, options, TreeTrainer.GrowLight);
        var pages = OrdinalTrainer.Inputs(table);
        var scores = grown.Select(boundary => boundary.Score(pages)).ToArray();
        var model = ToModel(table, grown, OrdinalTrainer.Calibrate(table, raw, [.. Enumerable.Range(0, raw.Length)]), drift);
        var (rendered, beyond) = AskByFold(table, pages, raw, byFold);
        return new(model, raw, OrdinalTrainer.Probabilities(table, raw), rendered, beyond, Difference(grown, pages, scores), scores);
    }

    private static GradeModel ToModel(FeatureTable table, GrownTrees[] grown, Platt[] calibration, double[]? drift = null)
        => new(ModelId, InputsOf(table), [.. grown.Select((boundary, k) => new GradeBoundary(boundary.Trees!, calibration[k].Slope, calibration[k].Intercept, drift?[k] ?? 0))]);

    private static (double[][] Rendered, double[] BeyondLength) AskByFold(FeatureTable table, float[][] pages, double[][] raw, IReadOnlyList<GrownTrees[]> byFold)
    {
        var (rendered, values) = (new double[pages.Length][], new double[pages.Length]);
        bool[] isOfMarkup = [.. table.Names.Select(ModelFeatures.IsOfMarkup)];

        foreach (var (fold, (train, test)) in Folds.Split(table).Index())
        {
            var model = ToModel(table, byFold[fold], OrdinalTrainer.Calibrate(table, raw, train));

            foreach (var page in test)
            {
                values[page] = model.Predict(pages[page]).BeyondLength;
                rendered[page] = [.. model.Predict(pages[page].Select((value, column) => isOfMarkup[column] ? float.NaN : value).ToArray()).Probabilities];
            }
        }

        return (rendered, values);
    }

    private static ModelInput[] InputsOf(FeatureTable table)
        => [.. table.Names.Select((name, column) => InputOf(name, [.. table.Rows.Select(row => row.Values[column])]))];

    private static ModelInput InputOf(string name, float[] values)
    {
        var known = values.Where(value => !float.IsNaN(value)).DefaultIfEmpty(0).ToList();
        return new(name, values.Any(float.IsNaN), known.Min(), known.Max());
    }

    private static double Difference(GrownTrees[] grown, float[][] pages, float[][] scores)
    {
        var largest = 0.0;
        var effects = new double[pages[0].Length];

        for (var k = 0; k < grown.Length; k++)
        {
            for (var page = 0; page < pages.Length; page++)
            {
                largest = Math.Max(largest, Math.Abs(grown[k].Trees!.Evaluate(pages[page], effects) - scores[k][page]));
            }
        }

        return largest;
    }
}
