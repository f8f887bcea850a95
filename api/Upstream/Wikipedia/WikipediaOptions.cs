using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>How Wikipedia is asked.</summary>
internal sealed class WikipediaOptions
{
    /// <summary>Where the editions are; <c>{language}</c> stands for the edition's code.</summary>
    [Required, RegularExpression("https?://[^/?#]+/?", ErrorMessage = "Upstream:Wikipedia:Address is http or https, a host, and nothing behind it.")]
    public string Address { get; set; } = "https://{language}.wikipedia.org";

    /// <summary>Requests at a time. Default 3, what Wikimedia asks for.</summary>
    [Range(1, 10)]
    public int Concurrency { get; set; } = 3;

    /// <summary>Requests that may wait for their turn; one more is refused. Default 100.</summary>
    [Range(0, 10_000)]
    public int Queue { get; set; } = 100;

    /// <summary>Longest wait for one attempt, in seconds; each retry may wait as long again. Default 10.</summary>
    [Range(1, 60)]
    public int AttemptSeconds { get; set; } = 10;

    /// <summary>Longest wait for an answer with all its retries, in seconds. Default 30.</summary>
    [Range(1, 300)]
    public int TotalSeconds { get; set; } = 30;

    /// <summary>Attempts after the first that failed. Default 2.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>First wait before a retry, in milliseconds; it doubles with each. Default 500.</summary>
    [Range(0, 10_000)]
    public int RetryMilliseconds { get; set; } = 500;

    /// <summary>Longest wait that Wikipedia may ask for before it counts as refusing, in seconds. Default 10.</summary>
    [Range(0, 300)]
    public int MostRetryAfterSeconds { get; set; } = 10;

    /// <summary>Largest answer that is read, in megabytes. Default 10: an article's text has at most 2.</summary>
    [Range(1, 100)]
    public int MostMegabytes { get; set; } = 10;

    /// <summary>The web address of an edition.</summary>
    public Uri AddressOf(string language) => new(Address.Replace("{language}", language, StringComparison.Ordinal));
}
