namespace CredScore.Scoring.Documents;

/// <summary>Why there is no video in what was given.</summary>
public enum YouTubeRefusal
{
    /// <summary>Longer than <see cref="YouTubeReader.LongestInput"/>.</summary>
    TooLong,

    /// <summary>Nested deeper than <see cref="YouTubeReader.DeepestJson"/> levels.</summary>
    TooDeep,

    /// <summary>Not JSON, or cut off in the middle.</summary>
    NotJson,

    /// <summary>Well-formed, but not about a video.</summary>
    NotAVideo,
}
