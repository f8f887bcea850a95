namespace CredScore.Cli.Training;

/// <summary>
/// One recipe in nested folds. For each outer fold the trees' sums of all other pages, each from trees that saw neither the page's own fold nor the outer one; and
/// the sums of the outer fold's pages, from trees that saw all folds but it.
/// </summary>
internal sealed class Trial
{
    private readonly FeatureTable _table;
    private readonly int[] _folds;
    private readonly double[][][] _inner;
    private readonly double[][] _outer;

    private Trial(FeatureTable table, Recipe recipe, int[] folds, double[][][] inner, double[][] outer)
        => (_table, Recipe, _folds, _inner, _outer) = (table, recipe, folds, inner, outer);

    public Recipe Recipe { get; }

    /// <summary>Trees that left two folds out answer for both of them: one is the outer fold, the other the inner one, and the other way round.</summary>
    public static Trial Of(FeatureTable table, Recipe recipe, CancellationToken cancellationToken)
    {
        var folds = table.Rows.Select(row => Folds.Of(row.Group)).ToArray();
        var inner = Enumerable.Range(0, Folds.Count).Select(_ => new double[folds.Length][]).ToArray();
        var outer = new double[folds.Length][];

        for (var one = 0; one < Folds.Count; one++)
        {
            Ask([one], outer);

            for (var other = one + 1; other < Folds.Count; other++)
            {
                Ask([one, other], null);
            }
        }

        return new(table, recipe, folds, inner, outer);

        void Ask(int[] leftOut, double[][]? answers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = Rows(folds, leftOut.Contains).ToArray();
            var grown = recipe.Grow(table.At(Rows(folds, fold => !leftOut.Contains(fold))));
            var pages = OrdinalTrainer.Inputs(table.At(asked));
            var sums = grown.Select(boundary => boundary.Score(pages)).ToArray();

            foreach (var (index, row) in asked.Index())
            {
                (answers ?? inner[leftOut.Single(fold => fold != folds[row])])[row] = [.. sums.Select(boundary => (double)boundary[index])];
            }
        }
    }

    /// <summary>Measures of the pages outside a fold, as known without it.</summary>
    public Measures Inside(int outer, Func<LabelledFeatures, bool> isMeant)
    {
        var rows = Others(outer).ToArray();
        var probabilities = new double[_folds.Length][];

        foreach (var fold in Enumerable.Range(0, Folds.Count).Where(fold => fold != outer))
        {
            var calibration = OrdinalTrainer.Calibrate(_table, _inner[outer], [.. rows.Where(row => _folds[row] != fold)]);

            foreach (var row in rows.Where(row => _folds[row] == fold))
            {
                probabilities[row] = ToGrades(_inner[outer][row], calibration);
            }
        }

        var meant = rows.Where(row => isMeant(_table.Rows[row])).ToList();
        return Measures.Of([.. meant.Select(row => probabilities[row])], [.. meant.Select(row => _table.Rows[row].Grade)]);
    }

    /// <summary>Probabilities of the pages of a fold, by trees and calibration that saw nothing of it.</summary>
    /// <param name="outer">The fold.</param>
    /// <param name="forMedical">Whether medical pages get thresholds of their own.</param>
    public IEnumerable<(int Row, double[] Probabilities)> Outside(int outer, bool forMedical = false)
    {
        int[] rows = [.. Others(outer)];
        var common = OrdinalTrainer.Calibrate(_table, _inner[outer], rows);
        var medical = forMedical ? ThresholdShift.Fit(_table, _inner[outer], [.. rows.Where(row => _table.Rows[row].IsMedical)], common) : common;
        return Rows(_folds, fold => fold == outer).Select(row => (row, ToGrades(_outer[row], _table.Rows[row].IsMedical ? medical : common)));
    }

    private static double[] ToGrades(double[] sums, Platt[] calibration) => OrdinalTrainer.ToGrades([.. sums.Select((sum, boundary) => calibration[boundary].Probability(sum))]);

    private IEnumerable<int> Others(int outer) => Rows(_folds, fold => fold != outer);

    private static IEnumerable<int> Rows(int[] folds, Func<int, bool> isMeant) => Enumerable.Range(0, folds.Length).Where(row => isMeant(folds[row]));
}
