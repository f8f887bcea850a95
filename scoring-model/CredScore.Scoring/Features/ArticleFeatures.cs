namespace CredScore.Scoring.Features;

/// <summary>The features of Wikipedia articles.</summary>
public static class ArticleFeatures
{
    public static FeatureNames Names { get; } = new([]);
}
