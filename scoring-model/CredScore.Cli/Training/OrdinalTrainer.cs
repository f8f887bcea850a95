using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>Grows trees for a yes-or-no question over pages.</summary>
internal delegate GrownTrees Grow(IReadOnlyList<float[]> pages, IReadOnlyList<bool> passed, TreeOptions options);

/// <summary>The recipe of the shipped model: for each boundary between grades, the question whether an article is better.</summary>
internal static class OrdinalTrainer
{
    public const int Boundaries = Grades.Count - 1;

    /// <summary>Features of a table as the trees see them: unknown is a value below all others.</summary>
    public static float[][] Inputs(FeatureTable table)
        => [.. table.Rows.Select(row => row.Values.Select(value => float.IsNaN(value) ? GradeModel.Unknown : value).ToArray())];

    public static GrownTrees[] Train(FeatureTable table, TreeOptions options, Grow grow)
    {
        var pages = Inputs(table);
        return [.. Enumerable.Range(0, Boundaries).Select(boundary => grow(pages, Passed(table, boundary), options))];
    }

    /// <summary>Whether each page was graded better than the grade below a boundary.</summary>
    public static bool[] Passed(FeatureTable table, int boundary) => [.. table.Rows.Select(row => (int)row.Grade > boundary)];

    /// <summary>The trees' sums of every page, each from trees that were grown on the groups of other folds; and those trees, fold by fold.</summary>
    public static (double[][] Raw, IReadOnlyList<GrownTrees[]> Grown) CrossFit(FeatureTable table, TreeOptions options, Grow grow)
    {
        var (raw, all) = (new double[table.Rows.Count][], new List<GrownTrees[]>());

        foreach (var (train, test) in Folds.Split(table))
        {
            var grown = Train(table.At(train), options, grow);
            var pages = Inputs(table.At(test));
            var scores = grown.Select(boundary => boundary.Score(pages)).ToArray();
            all.Add(grown);

            for (var i = 0; i < test.Length; i++)
            {
                raw[test[i]] = [.. scores.Select(boundary => (double)boundary[i])];
            }
        }

        return (raw, all);
    }

    /// <summary>Calibrations fitted on some pages.</summary>
    public static Platt[] Calibrate(FeatureTable table, double[][] raw, IReadOnlyList<int> on)
    {
        var part = table.At(on);
        return [.. Enumerable.Range(0, Boundaries).Select(boundary => Platt.Fit([.. on.Select(row => raw[row][boundary])], Passed(part, boundary)))];
    }

    /// <summary>Probabilities of every page, calibrated on the other folds.</summary>
    public static double[][] Probabilities(FeatureTable table, double[][] raw)
    {
        var probabilities = new double[raw.Length][];

        foreach (var (train, test) in Folds.Split(table))
        {
            var calibration = Calibrate(table, raw, train);

            foreach (var row in test)
            {
                probabilities[row] = ToGrades([.. raw[row].Select((sum, boundary) => calibration[boundary].Probability(sum))]);
            }
        }

        return probabilities;
    }

    /// <summary>From the probabilities of passing each boundary to those of the grades, as the model does it.</summary>
    public static double[] ToGrades(double[] passed)
    {
        Array.Sort(passed, static (left, right) => right.CompareTo(left));
        return [.. Enumerable.Range(0, Grades.Count).Select(grade => (grade == 0 ? 1 : passed[grade - 1]) - (grade == Boundaries ? 0 : passed[grade]))];
    }
}
