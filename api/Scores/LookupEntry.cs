namespace CredScore.Api.Scores;

/// <summary>One stored page of a bucket, without its name: whoever knows the address knows the hash.</summary>
/// <param name="Hash">SHA-256 of the page's key.</param>
/// <param name="Score">0 to 100; null when there is not enough evidence.</param>
/// <param name="Band"><c>strong</c>, <c>fair</c>, <c>weak</c> or <c>insufficient</c>.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Revision">The revision that was scored; null for a video, which has none.</param>
/// <param name="FetchedAt">When it was read.</param>
/// <param name="Ruleset">Id and version of the ruleset.</param>
/// <param name="Model">Id of the model; null while none takes part.</param>
/// <param name="Catalogue">Digest of the catalogues.</param>
internal sealed record LookupEntry(
    string Hash, double? Score, string Band, double Confidence, long? Revision, DateTimeOffset FetchedAt, string Ruleset, string? Model, string Catalogue);
