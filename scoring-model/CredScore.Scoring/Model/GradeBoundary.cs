namespace CredScore.Scoring.Model;

/// <summary>One question of the model: is the article better than a grade? Trees answer it, and two numbers make their sum a probability (Platt 1999).</summary>
/// <param name="Trees">Their sum is the raw answer.</param>
/// <param name="Slope">What the sum is multiplied with.</param>
/// <param name="Intercept">What is added then.</param>
internal sealed record GradeBoundary(BoostedTrees Trees, double Slope, double Intercept)
{
    /// <summary>Logit of a probability from the trees' sum.</summary>
    public double LogitOf(double sum) => (Slope * sum) + Intercept;
}
