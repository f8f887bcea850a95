namespace CredScore.Api;

/// <summary>The service cannot start; the message says in one sentence what to do.</summary>
public sealed class StartException(string message, Exception cause) : Exception(message, cause);
