namespace CredScore.Scoring.Sources;

/// <summary>A channel of the registry.</summary>
/// <param name="Name">As it was shown.</param>
/// <param name="Kind">What kind of owner stands behind it.</param>
/// <param name="IsHealthSource">Whether YouTube itself has listed it as a health source.</param>
/// <param name="Note">Why it is of that kind.</param>
internal sealed record ChannelEntry(string Name, ChannelKind Kind, bool IsHealthSource, string Note);
