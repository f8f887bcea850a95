namespace CredScore.Api.Upstream;

/// <summary>What went wrong with a site we asked.</summary>
public enum UpstreamFault
{
    /// <summary>Down, slow, overloaded or refusing; later may be better.</summary>
    Unavailable,

    /// <summary>It answered, but with something that is no answer.</summary>
    BadAnswer,
}

/// <summary>A site could not be asked or answered nonsense. The message names the site and never holds what it sent.</summary>
public sealed class UpstreamException(string site, UpstreamFault fault, string message, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What sentences call it.</summary>
    public string Site { get; } = site;

    public UpstreamFault Fault { get; } = fault;

    /// <summary>When the site said to come back; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Stable id of what exactly happened, such as <c>consent-page</c>; null when the fault says enough.</summary>
    public string? Reason { get; init; }
}
