namespace CredScore.Api.Storage;

/// <summary>A stored answer with the page it is about.</summary>
/// <param name="Page">The revision that was read.</param>
/// <param name="Assessment">What was made of it.</param>
/// <param name="Fit">How it suits what was asked for.</param>
internal sealed record StoredScore(StoredPage Page, StoredAssessment Assessment, StoredFit Fit);

/// <summary>How a stored answer suits what was asked for.</summary>
internal enum StoredFit
{
    /// <summary>The wanted ruleset made it, with today's catalogue and scorer.</summary>
    Exact,

    /// <summary>Today's catalogue and scorer read the features, and another ruleset judged them.</summary>
    OtherRuleset,

    /// <summary>An older catalogue or scorer made it.</summary>
    Outdated,
}
