using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Alternatives;

/// <summary>Whether publishers are asked for more alternatives than the catalogue of topics holds, and how long readers wait for them.</summary>
internal sealed class AlternativeOptions
{
    /// <summary>Whether publishers are asked at all. They are told the topic and nothing of who reads. Default true; without it the catalogue stands alone.</summary>
    public bool AskProviders { get; set; } = true;

    /// <summary>Longest wait of who asks for alternatives alone, in milliseconds; a score never waits. Default 2500. What comes later is there the next time.</summary>
    [Range(0, 30_000)]
    public int DeadlineMilliseconds { get; set; } = 2500;

    /// <summary>Hours for which an answer is kept, a restart or not; MedlinePlus and YouTube's answers never longer than 24, as their terms ask. Default 24.</summary>
    [Range(1, 720)]
    public int KeepHours { get; set; } = 24;

    internal TimeSpan Keep => TimeSpan.FromHours(KeepHours);

    /// <summary>Answers that are kept, one for each publisher and topic. Default 5000.</summary>
    [Range(1, 1_000_000)]
    public int MostAnswers { get; set; } = 5000;
}
