using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using CredScore.Api.Scores;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Alternatives;

/// <summary>Puts alternatives beside scores when they are answered: what is stored stays as it was.</summary>
internal sealed partial class AlternativeDesk
{
    private const int TagDigits = 8;

    // Lives as long as the score is held ready.
    private readonly ConditionalWeakTable<Score, Attached> _attached = [];

    private sealed record Attached(long Version, Score Score);

    /// <summary>The score with its alternatives, and an ETag that changes with them.</summary>
    public Score Attach(Score score)
    {
        var version = Version;

        if (_attached.TryGetValue(score, out var known) && known.Version == version)
        {
            return known.Score;
        }

        var attached = new Attached(version, Write(score));
        _attached.AddOrUpdate(score, attached);
        return attached.Score;
    }

    /// <summary>The assessment with its alternatives.</summary>
    public Assessment Attach(Assessment assessment)
    {
        AskLater(assessment.Topics);
        return assessment with { Alternatives = Find(assessment) };
    }

    private Score Write(Score score)
    {
        var assessment = Attach(score.Assessment);

        if (assessment.Alternatives.Count == 0)
        {
            return score;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(assessment.Alternatives, AssessmentJson.Instance.IReadOnlyListAlternative)))[..TagDigits];
        return score with { Body = Score.Write(assessment), ETag = $"{score.ETag.TrimEnd('"')}-{digest}\"" };
    }
}
