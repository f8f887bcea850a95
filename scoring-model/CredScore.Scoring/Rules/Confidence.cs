namespace CredScore.Scoring.Rules;

/// <summary>
/// How far a score can be trusted, 0 to 1. It is the product of two shares:
/// <list type="bullet">
/// <item>how much of the ruleset's weight is known on this page: a measure whose feature is unknown leaves its part of its criterion's weight out;</item>
/// <item>how many sources could be classified, at half weight: from <see cref="LeastForSources"/> when no source is known to 1 when all are, and
/// <see cref="WhenSourcesAreUnknown"/> when the page does not tell. A page of unknown sources can still be judged by how it cites.</item>
/// </list>
/// It is rounded to two decimals before it is compared, so that the number shown explains the band. Below the ruleset's own limit, or with fewer than
/// <see cref="FewestWords"/> words of prose, there is not enough evidence for a score.
/// </summary>
public static class Confidence
{
    /// <summary>Words of prose below which a page is too short for any score.</summary>
    public const int FewestWords = 20;

    /// <summary>Factor when none of the sources could be classified.</summary>
    public const double LeastForSources = 0.5;

    /// <summary>Factor when it is not known how many sources could be classified.</summary>
    public const double WhenSourcesAreUnknown = 0.75;

    /// <summary>Name of the feature that tells how many words of prose there are.</summary>
    public const string WordsFeature = "structure.words";

    /// <summary>Name of the feature that tells which share of the sources could be classified.</summary>
    public const string ClassifiedFeature = "sources.classified_share";

    /// <summary>The confidence in a score.</summary>
    /// <param name="knownShare">Share of the ruleset's weight that is known on the page.</param>
    /// <param name="classifiedShare">Share of the sources that could be classified; null when unknown.</param>
    public static double Of(double knownShare, double? classifiedShare)
    {
        var factor = classifiedShare is { } share ? LeastForSources + ((1 - LeastForSources) * share) : WhenSourcesAreUnknown;
        return Math.Round(Math.Clamp(knownShare * factor, 0, 1), 2, MidpointRounding.AwayFromZero);
    }
}
