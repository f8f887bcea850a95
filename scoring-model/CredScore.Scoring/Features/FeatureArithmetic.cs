namespace CredScore.Scoring.Features;

/// <summary>Arithmetic that keeps unknown apart from zero.</summary>
internal static class FeatureArithmetic
{
    public static double? Share(double part, double whole) => whole > 0 ? part / whole : null;

    public static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;

    public static double Flag(bool value) => value ? 1 : 0;

    public static double? ShareOfSources(PageInputs page, SourceTrait trait) => Share(page.CountOf(trait), page.Sources.Count);

    public static double Median(List<double> sorted)
        => sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
