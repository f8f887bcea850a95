using System.Globalization;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>
/// How far norms have moved: a model of the features that a newer set shares with ours, trained on ours and asked about the newer set. What each boundary's
/// logit must move for as many articles to pass it as people let pass is the drift.
/// </summary>
/// <param name="Set">Name of the newer set.</param>
/// <param name="Features">What both sets count alike.</param>
/// <param name="Articles">Articles of the newer set.</param>
/// <param name="Shifts">For each boundary; below zero where norms have risen.</param>
/// <param name="Before">Measures of the newer set by the model as it is, grades weighing alike in <see cref="MeanByGrade"/> only.</param>
/// <param name="After">The same with the shifts.</param>
/// <param name="MeanByGrade">Mean predicted grade of each grade: of our own articles by models without their fold, of the newer set as it is, and with the shifts.</param>
internal sealed record Drift(string Set, IReadOnlyList<string> Features, int Articles, double[] Shifts, Measures Before, Measures After, IReadOnlyList<(double Ours, double Before, double After)> MeanByGrade)
{
    private static readonly TreeOptions Options = new() { Trees = 120, Bags = 1, FeatureShare = 0.6 };

    /// <param name="set">Name of the newer set.</param>
    /// <param name="table">Our table.</param>
    /// <param name="modern">The newer set.</param>
    /// <param name="shifts">Shifts to try; fitted on the newer set when null.</param>
    public static Drift Measure(string set, FeatureTable table, FeatureTable modern, double[]? shifts = null)
    {
        var ours = table.Select(modern.Names);
        var (raw, _) = OrdinalTrainer.CrossFit(ours, Options, TreeTrainer.GrowLight);
        var calibration = OrdinalTrainer.Calibrate(ours, raw, [.. Enumerable.Range(0, raw.Length)]);
        var pages = OrdinalTrainer.Inputs(modern);
        var logits = OrdinalTrainer.Train(ours, Options, TreeTrainer.GrowLight)
            .Select((boundary, k) => boundary.Score(pages).Select(sum => (calibration[k].Slope * sum) + calibration[k].Intercept).ToArray()).ToArray();
        var weights = WeightsOf(modern);
        shifts ??= [.. logits.Select((boundary, k) => Fit(boundary, OrdinalTrainer.Passed(modern, k), weights))];
        var (own, before, after) = (OrdinalTrainer.Probabilities(ours, raw), Probabilities(logits, new double[shifts.Length]), Probabilities(logits, shifts));

        return new(
            set,
            modern.Names,
            modern.Rows.Count,
            shifts,
            GradeReport.MeasuresOf(modern, before, _ => true),
            GradeReport.MeasuresOf(modern, after, _ => true),
            [.. Grades.All.Select(grade => (MeanOf(ours, own, grade), MeanOf(modern, before, grade), MeanOf(modern, after, grade)))]);
    }

    /// <summary>Shifts as a file: a line for each boundary.</summary>
    public static void Write(double[] shifts, string path)
        => File.WriteAllText(path, string.Concat(shifts.Select((shift, k) => string.Create(CultureInfo.InvariantCulture, $"{((Grade)k).Id()}\t{shift:0.0000}\n"))));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static double[] Read(string path)
    {
        try
        {
            var cells = File.ReadAllLines(path).Select(line => line.Split('\t')).ToArray();
            var fits = cells.Length == OrdinalTrainer.Boundaries && cells.Index().All(row => row.Item.Length == 2 && row.Item[0] == ((Grade)row.Index).Id());
            return fits ? [.. cells.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))] : throw new FormatException("It has other lines than one for each grade but the best.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CommandFailure.BadInput($"{path} could not be read as the drift of norms: {Sentence.Of(exception)}", exception);
        }
    }

    // Every grade weighs alike, as in our own set, whatever the mix of the newer one.
    private static double[] WeightsOf(FeatureTable modern)
    {
        var counts = modern.Rows.CountBy(row => row.Grade).ToDictionary();
        return [.. modern.Rows.Select(row => 1.0 / counts[row.Grade])];
    }

    // Newton's method on one number; the likelihood has one top.
    private static double Fit(double[] logits, bool[] passed, double[] weights)
    {
        var shift = 0.0;

        for (var step = 0; step < 50; step++)
        {
            var (gradient, curvature) = (0.0, 1e-12);

            for (var i = 0; i < logits.Length; i++)
            {
                var probability = 1 / (1 + Math.Exp(-(logits[i] + shift)));
                gradient += weights[i] * ((passed[i] ? 1 : 0) - probability);
                curvature += weights[i] * probability * (1 - probability);
            }

            shift += gradient / curvature;
        }

        return shift;
    }

    private static double[][] Probabilities(double[][] logits, double[] shifts)
        => [.. logits[0].Select((_, page) => OrdinalTrainer.ToGrades([.. logits.Select((boundary, k) => 1 / (1 + Math.Exp(-(boundary[page] + shifts[k]))))]))];

    private static double MeanOf(FeatureTable table, double[][] probabilities, Grade grade)
        => table.Rows.Index().Where(row => row.Item.Grade == grade).Average(row => Measures.Mean(probabilities[row.Index]));
}
