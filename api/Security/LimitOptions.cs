using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Security;

/// <summary>How much one address may ask.</summary>
internal sealed class LimitOptions
{
    /// <summary>Whether requests are counted at all. Default true; measurements switch it off.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Single scores, lookups and pages of the console a minute. Default 300.</summary>
    [Range(1, 1_000_000)]
    public int ReadsPerMinute { get; set; } = 300;

    /// <summary>Questions for a class by its code a minute: enough for a room that joins at once, too few to guess. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerMinute { get; set; } = 60;

    /// <summary>Failed sign-ins a minute, over all accounts. Default 20.</summary>
    [Range(1, 1_000_000)]
    public int SignInFailuresPerMinute { get; set; } = 20;

    /// <summary>Most requests that a key may make in a day; who makes a key may choose fewer. Default 10,000.</summary>
    [Range(1, 10_000_000)]
    public int RequestsPerKeyPerDay { get; set; } = 10_000;

    /// <summary>Batches and submitted pages a minute. Default 20.</summary>
    [Range(1, 1_000_000)]
    public int SubmissionsPerMinute { get; set; } = 20;

    /// <summary>Contributions and their withdrawals a minute. Default 60.</summary>
    [Range(1, 1_000_000)]
    public int ContributionsPerMinute { get; set; } = 60;
}
