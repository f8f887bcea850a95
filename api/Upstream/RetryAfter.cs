using System.Net.Http.Headers;

namespace CredScore.Api.Upstream;

/// <summary>How long a site asks to be left alone.</summary>
internal static class RetryAfter
{
    /// <summary>Null when the header says nothing about the future.</summary>
    public static TimeSpan? WaitFrom(this RetryConditionHeaderValue asked, DateTimeOffset now) => asked switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > now => date - now,
        _ => null,
    };
}
