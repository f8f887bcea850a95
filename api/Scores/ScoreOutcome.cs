using CredScore.Scoring.Pages;

namespace CredScore.Api.Scores;

/// <summary>What came of asking for a page's score: the score, or why there is none; both null when no such page exists.</summary>
internal readonly record struct ScoreOutcome(Score? Score, NotScorable? Refusal)
{
    public static ScoreOutcome Missing => default;

    public static ScoreOutcome Of(Score score) => new(score, null);

    public static ScoreOutcome Of(NotScorable refusal) => new(null, refusal);
}
