using CredScore.Scoring.Documents;

namespace CredScore.Cli;

/// <summary>Why no video could be read, as the end of a sentence.</summary>
internal static class VideoWords
{
    public static string Of(YouTubeRefusal? refusal) => refusal switch
    {
        YouTubeRefusal.TooLong => "is longer than any page of a video.",
        YouTubeRefusal.TooDeep => $"is nested deeper than {YouTubeReader.DeepestJson} levels.",
        YouTubeRefusal.NotJson => "is no JSON, or is cut.",
        _ => "holds nothing about a video.",
    };
}
