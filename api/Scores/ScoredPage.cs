using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Scores;

/// <summary>A page that was just fetched and assessed, with all that the store keeps of it.</summary>
/// <param name="Address">The page's own address, whatever it was asked by.</param>
/// <param name="Revision">The revision that was read; null for a video, which has none.</param>
/// <param name="RevisionTime">When it was saved.</param>
/// <param name="FetchedAt">When it was read.</param>
/// <param name="IsLatest">Whether it is the page's latest.</param>
/// <param name="IsDefault">Whether the ruleset is the one that the page's topic asks for.</param>
/// <param name="Assessment">What was made of it.</param>
/// <param name="Body">The same as JSON, as it will be answered from the store.</param>
internal sealed record ScoredPage(
    PageAddress Address,
    long? Revision,
    DateTimeOffset? RevisionTime,
    DateTimeOffset FetchedAt,
    bool IsLatest,
    bool IsDefault,
    Assessment Assessment,
    byte[] Body);

/// <summary>What another ruleset made of a page that is stored already.</summary>
/// <param name="IsDefault">Whether that ruleset is the one that the page's topic asks for.</param>
/// <param name="Assessment">What was made of it.</param>
/// <param name="Body">The same as JSON, as it will be answered from the store.</param>
internal sealed record RescoredPage(bool IsDefault, Assessment Assessment, byte[] Body);
