using CredScore.Scoring.Model;

namespace CredScore.Api.Scores;

/// <summary>How frequent a caller says the grades are among the pages asked about: <c>even</c>, as without it, or <c>natural</c>.</summary>
internal static class ClassMixes
{
    /// <summary>The mix that a text names; null when it names none.</summary>
    public static ClassMix? Parse(string? text) => text switch
    {
        null or "" or "even" => ClassMix.Even,
        "natural" => ClassMix.Natural,
        _ => null,
    };
}
