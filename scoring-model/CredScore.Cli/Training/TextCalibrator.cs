using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>Fits Platt's two numbers by Newton's method.</summary>
internal static class TextCalibrator
{
    private const int Steps = 50;

    // Keeps the curvature from vanishing where the sides part cleanly.
    private const double Ridge = 1e-3;

    public static TextCalibration Fit(IReadOnlyList<TextScored> scored)
    {
        var rows = scored.Where(row => row.Row.Label != 0).Select(row => ((double)row.Score, Target: TargetOf(row, scored))).ToList();
        var (slope, intercept) = (1.0, 0.0);

        for (var step = 0; step < Steps; step++)
        {
            var (gs, gi, ss, si, ii) = (Ridge * (slope - 1), 0.0, Ridge, 0.0, Ridge);

            foreach (var (score, target) in rows)
            {
                var probability = 1 / (1 + Math.Exp(-((slope * score) + intercept)));
                var curve = probability * (1 - probability);
                gs += (probability - target) * score;
                gi += probability - target;
                ss += curve * score * score;
                si += curve * score;
                ii += curve;
            }

            var determinant = (ss * ii) - (si * si);
            slope -= ((gs * ii) - (gi * si)) / determinant;
            intercept -= ((gi * ss) - (gs * si)) / determinant;
        }

        return new((float)slope, (float)intercept);
    }

    /// <summary>Probabilities from calibrations fitted on the other folds.</summary>
    public static IReadOnlyList<TextJudged> CrossFit(IReadOnlyList<TextScored> scored)
    {
        var byFold = scored.Select(row => row.Fold).Distinct().ToDictionary(fold => fold, fold => Fit([.. scored.Where(row => row.Fold != fold)]));
        return [.. scored.Select(row => new TextJudged(row.Row, byFold[row.Fold].Probability(row.Score)))];
    }

    // Platt's targets keep a little doubt, as few rows deserve.
    private static double TargetOf(TextScored row, IReadOnlyList<TextScored> all)
    {
        var same = all.Count(other => Math.Sign(other.Row.Label) == Math.Sign(row.Row.Label));
        return row.Row.Label > 0 ? (same + 1.0) / (same + 2.0) : 1.0 / (same + 2.0);
    }
}
