namespace CredScore.Api.Storage;

/// <summary>A stored answer with the page it is about.</summary>
/// <param name="Page">The revision that was read.</param>
/// <param name="Assessment">What was made of it.</param>
/// <param name="Fit">How it suits what was asked for.</param>
internal sealed record StoredScore(StoredPage Page, StoredAssessment Assessment, StoredFit Fit);

/// <summary>Where an answer is stored, with what lists of many pages show of it.</summary>
/// <param name="PageId">The revision or reading.</param>
/// <param name="AssessmentId">What was made of it; 0 while only the page is known.</param>
/// <param name="Key">The page's own key.</param>
/// <param name="Revision">Number of the revision; null for a video.</param>
/// <param name="Score">0 to 100; null when there is not enough evidence.</param>
/// <param name="Band">The score in a word.</param>
internal sealed record StoredIds(int PageId, int AssessmentId, string Key, long? Revision, double? Score, string Band)
{
    public static StoredIds Of(StoredPage page, StoredAssessment row) => new(page.Id, row.Id, page.Key, page.Revision, row.Score, row.Band);
}

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
