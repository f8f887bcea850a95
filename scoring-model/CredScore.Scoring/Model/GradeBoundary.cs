namespace CredScore.Scoring.Model;

/// <summary>One question of the model: is the article better than a grade? Trees answer it, and two numbers make their sum a probability (Platt 1999).</summary>
/// <param name="Trees">Their sum is the raw answer.</param>
/// <param name="Slope">What the sum is multiplied with.</param>
/// <param name="Intercept">What is added then.</param>
/// <param name="Drift">What is added besides for an article of <see cref="GradeModel.DriftYear"/> or later, since norms have risen; for earlier ones a part of it.</param>
internal sealed record GradeBoundary(BoostedTrees Trees, double Slope, double Intercept, double Drift = 0)
{
    /// <summary>Logit of a probability from the trees' sum, by the norms of a time.</summary>
    /// <param name="sum">The trees' sum.</param>
    /// <param name="drift">Share of the drift that counts, 0 to 1.</param>
    public double LogitOf(double sum, double drift) => (Slope * sum) + Intercept + (drift * Drift);
}
