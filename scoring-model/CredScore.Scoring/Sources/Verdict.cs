namespace CredScore.Scoring.Sources;

/// <summary>What is said of every reference that a catalogue entry or a rule decides; made once, so that classifying makes no new texts.</summary>
/// <param name="Type">What kind of source it is.</param>
/// <param name="Why">One clause a reader can check.</param>
/// <param name="List">The catalogue that decided, or null when the form of the citation did.</param>
/// <param name="Origin">Canonical name of who stands behind it, or null to take it from the citation.</param>
internal sealed record Verdict(SourceType Type, string Why, string? List = null, string? Origin = null)
{
    /// <summary>Strength of evidence of everything published there; null when each title has to tell.</summary>
    public EvidenceLevel? Level { get; init; }

    /// <summary>Whether its standing is contested.</summary>
    public bool NeedsCare { get; init; }

    /// <summary>Whether titles found here tell of evidence: a study, a review, a guideline.</summary>
    public bool IsScholarly => Type is SourceType.JournalArticle or SourceType.SystematicReview or SourceType.Guideline or SourceType.Preprint or SourceType.Predatory;
}
