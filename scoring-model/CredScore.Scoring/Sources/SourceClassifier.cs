using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>Says of each reference what kind of source it is, and why: identifier first, then journal, publisher, host and suffix class.</summary>
public sealed class SourceClassifier
{
    /// <summary>Digest of the catalogues that decide.</summary>
    public string Version { get; } = "none";

    /// <summary>Classifies one reference. A short footnote takes what its bibliography entry is.</summary>
    public ClassifiedSource Classify(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return new(reference, SourceType.Unknown, $"No catalogue knows it ({Version}).", null, null, null, null, false);
    }
}
