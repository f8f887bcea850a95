using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Scores;

/// <summary>How long scores stand and how many are held ready.</summary>
internal sealed class ScoreOptions
{
    /// <summary>Minutes for which the latest known revision counts as the latest. Default 10. A numbered revision never changes.</summary>
    [Range(1, 1440)]
    public int FreshMinutes { get; set; } = 10;

    /// <summary>Hours for which what was read of a video counts as what its page says. Default 24: titles and descriptions rarely change.</summary>
    [Range(1, 720)]
    public int VideoFreshHours { get; set; } = 24;

    /// <summary>Memory for answers that are held ready, in megabytes. Default 64.</summary>
    [Range(1, 4096)]
    public int CacheMegabytes { get; set; } = 64;
}
