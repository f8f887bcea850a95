using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Features;

/// <summary>The declared features of each kind of page, for those who need no more than their names, sentences and units.</summary>
public static class AllFeatures
{
    /// <summary>The features of a site's pages in the order of answers and exports; those of articles for a name that is no site's.</summary>
    /// <param name="site">One of <see cref="Sites.All"/>.</param>
    public static IReadOnlyList<Feature> Of(string site) => site == Sites.YouTube ? VideoFeatures.All : ArticleFeatures.All;

    /// <summary>Their names and positions.</summary>
    /// <param name="site">One of <see cref="Sites.All"/>.</param>
    public static FeatureNames NamesOf(string site) => site == Sites.YouTube ? VideoFeatures.Names : ArticleFeatures.Names;

    /// <summary>The list that stored values belong to: the one that knows a name which the other does not, else that of articles.</summary>
    internal static FeatureNames NamesFor(IEnumerable<string> stored)
    {
        foreach (var name in stored)
        {
            if (ArticleFeatures.Names.IndexOf(name) >= 0 != VideoFeatures.Names.IndexOf(name) >= 0)
            {
                return ArticleFeatures.Names.IndexOf(name) >= 0 ? ArticleFeatures.Names : VideoFeatures.Names;
            }
        }

        return ArticleFeatures.Names;
    }
}
