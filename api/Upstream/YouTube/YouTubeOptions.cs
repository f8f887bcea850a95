using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Whether and how YouTube is asked. Its terms restrict automated access: few pages, slowly, and only for whoever has no page to send.</summary>
internal sealed class YouTubeOptions
{
    /// <summary>Whether YouTube is asked at all. Default true; without it, readers send the page they have open.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The owner's key of the Data API, which is then asked instead of fetching watch pages. None by default: its terms restrict what may be made of its data.</summary>
    [StringLength(200)]
    [RegularExpression(@"[\x21-\x7E]*", ErrorMessage = "Upstream:YouTube:ApiKey is a key without spaces.")]
    public string? ApiKey { get; set; }

    /// <summary>Where the Data API is. The key goes there, so in the clear only to this machine.</summary>
    [Required, RegularExpression(@"https://[^/?#]+/?|http://(localhost|127\.0\.0\.1)(:\d+)?/?", ErrorMessage = "Upstream:YouTube:DataApiAddress is https, a host, and nothing behind it.")]
    public string DataApiAddress { get; set; } = "https://www.googleapis.com";

    /// <summary>Where the watch pages are.</summary>
    [Required, RegularExpression("https?://[^/?#]+/?", ErrorMessage = "Upstream:YouTube:Address is http or https, a host, and nothing behind it.")]
    public string Address { get; set; } = "https://www.youtube.com";

    /// <summary>Pages within any minute, retries included; one more is refused with the time to wait. Default 6.</summary>
    [Range(1, 600)]
    public int PagesPerMinute { get; set; } = 6;

    /// <summary>Requests at a time. Default 1.</summary>
    [Range(1, 4)]
    public int Concurrency { get; set; } = 1;

    /// <summary>Requests that may wait for their turn; one more is refused. Default 10.</summary>
    [Range(0, 1000)]
    public int Queue { get; set; } = 10;

    /// <summary>Longest wait for one attempt, in seconds; each retry may wait as long again. Default 10.</summary>
    [Range(1, 60)]
    public int AttemptSeconds { get; set; } = 10;

    /// <summary>Longest wait for an answer with all its retries, in seconds. Default 30.</summary>
    [Range(1, 300)]
    public int TotalSeconds { get; set; } = 30;

    /// <summary>Attempts after the first that failed. Default 1.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>First wait before a retry, in milliseconds; it doubles with each. Default 1000.</summary>
    [Range(0, 10_000)]
    public int RetryMilliseconds { get; set; } = 1000;

    /// <summary>Longest wait that YouTube may ask for before it counts as refusing, in seconds. Default 10.</summary>
    [Range(0, 300)]
    public int MostRetryAfterSeconds { get; set; } = 10;

    /// <summary>Minutes for which YouTube is left alone after it asked whether a person watches. Default 15.</summary>
    [Range(0, 1440)]
    public int PauseMinutes { get; set; } = 15;

    /// <summary>Largest page that is read, in megabytes. Default 8: watch pages have up to 1.5.</summary>
    [Range(1, 50)]
    public int MostMegabytes { get; set; } = 8;

    /// <summary>Whether the Data API is asked instead of fetching watch pages.</summary>
    public bool HasKey => !string.IsNullOrEmpty(ApiKey);

    /// <summary>The watch page of a video, in English: counts and dates are then read best. An id holds nothing that would have to be escaped.</summary>
    public Uri WatchPageOf(string videoId) => new(new Uri(Address), $"/watch?v={videoId}&hl=en");

    /// <summary>The page of a playlist, which names its first hundred videos.</summary>
    public Uri PlaylistPageOf(string playlist) => new(new Uri(Address), $"/playlist?list={playlist}&hl=en");

    /// <summary>A question to the Data API, such as <c>videos?part=snippet&amp;id=…</c>.</summary>
    public Uri DataApiQuestion(string question) => new(new Uri(DataApiAddress), $"/youtube/v3/{question}");
}
