using CredScore.Api.Storage;

namespace CredScore.Api.Batches;

/// <summary>What came of one attempt at a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="State">How it ends, unless it is to be tried again.</param>
/// <param name="Reason">Why it is not scored.</param>
/// <param name="Detail">The same as a sentence.</param>
/// <param name="Stored">Where its score is stored.</param>
/// <param name="NextAt">When it is to be tried again; null when it has ended.</param>
internal sealed record RowResult(StoredBatchRow Row, BatchRowState State, string? Reason = null, string? Detail = null, StoredIds? Stored = null, DateTimeOffset? NextAt = null);
