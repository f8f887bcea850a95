namespace CredScore.Cli.Training;

/// <summary>Thresholds of their own for a part of the pages: each question's logit is moved by one number, held near zero since the part is small.</summary>
internal static class ThresholdShift
{
    // As if half a logit either way were as likely as not: a few hundred pages may say otherwise.
    private const double Variance = 0.25;

    private const int MostSteps = 50;

    public static Platt[] Fit(FeatureTable table, double[][] raw, IReadOnlyList<int> on, Platt[] common)
    {
        var part = table.At(on);
        return [.. common.Select((calibration, boundary) => calibration with { Intercept = calibration.Intercept + Shift([.. on.Select(row => raw[row][boundary])], OrdinalTrainer.Passed(part, boundary), calibration) })];
    }

    /// <summary>Newton's method; the likelihood with the pull to zero has one top.</summary>
    private static double Shift(double[] raw, bool[] passed, Platt calibration)
    {
        var shift = 0.0;

        for (var step = 0; step < MostSteps; step++)
        {
            var moved = calibration with { Intercept = calibration.Intercept + shift };
            var probabilities = raw.Select(moved.Probability).ToArray();
            var gradient = probabilities.Zip(passed, (probability, yes) => (yes ? 1 : 0) - probability).Sum() - (shift / Variance);
            var change = gradient / (probabilities.Sum(probability => probability * (1 - probability)) + (1 / Variance));
            shift += change;

            if (Math.Abs(change) < 1e-10)
            {
                break;
            }
        }

        return shift;
    }
}
