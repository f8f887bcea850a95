namespace CredScore.Api.Storage;

/// <summary>A stored answer with the page it is about.</summary>
/// <param name="Page">The revision that was read.</param>
/// <param name="Assessment">What was made of it.</param>
/// <param name="IsCurrent">Whether today's ruleset, catalogue and scorer made it.</param>
internal sealed record StoredScore(StoredPage Page, StoredAssessment Assessment, bool IsCurrent);
