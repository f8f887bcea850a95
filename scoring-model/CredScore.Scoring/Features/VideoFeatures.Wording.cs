namespace CredScore.Scoring.Features;

/// <summary>What the wording resembles, by the text model.</summary>
public static partial class VideoFeatures
{
    /// <summary>Name of the feature that the text model reads.</summary>
    internal const string Wording = "wording.misleading";

    private static IEnumerable<Feature<VideoInputs>> WordingOf() =>
    [
        new(Wording, "Probability that reviewers would find the video misleading, by its wording alone: how far title and description resemble videos that reviewers found misleading rather than videos that they found to correct misleading claims. Unknown where the text model abstains: texts that are short, not in English, not on vaccination, or as like one side as the other.", FeatureUnit.Share, page => page.Wording?.Probability),
    ];
}
