namespace CredScore.Scoring.Model;

/// <summary>The texts that are read; what is not there is null.</summary>
internal readonly record struct TextInput(string? Title, string? Description, string? ChannelName);
