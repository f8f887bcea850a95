using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Upstream.Publishers;

/// <summary>How a publisher of alternatives is asked. No score waits for it, so it is asked gently.</summary>
internal sealed class PublisherOptions
{
    /// <summary>Whether it is asked at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Where it is.</summary>
    [Required, RegularExpression("https?://[^/?#]+/?", ErrorMessage = "The Address of an upstream is http or https, a host, and nothing behind it.")]
    public string Address { get; set; } = string.Empty;

    /// <summary>A key, where the publisher gives one; it then allows more requests.</summary>
    [StringLength(200)]
    [RegularExpression(@"[\x21-\x7E]*", ErrorMessage = "The ApiKey of an upstream is a key without spaces.")]
    public string? ApiKey { get; set; }

    /// <summary>Requests within any minute, retries included.</summary>
    [Range(1, 6000)]
    public int PerMinute { get; set; } = 60;

    /// <summary>Requests at a time. Default 2.</summary>
    [Range(1, 10)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Longest wait for one attempt, its body included, in seconds. Default 10.</summary>
    [Range(1, 60)]
    public int AttemptSeconds { get; set; } = 10;

    /// <summary>Attempts after the first that failed. Default 1.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>First wait before a retry, in milliseconds. Default 1000.</summary>
    [Range(0, 10_000)]
    public int RetryMilliseconds { get; set; } = 1000;

    /// <summary>Largest answer that is read, in megabytes. Default 2.</summary>
    [Range(1, 50)]
    public int MostMegabytes { get; set; } = 2;
}
