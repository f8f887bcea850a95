namespace CredScore.Scoring.Model;

/// <summary>A word, phrase or sign of the text itself, and how far it moved the prediction.</summary>
/// <param name="Text">As the text has it, in small letters; or the name of a sign of style.</param>
/// <param name="Effect">In logits: above 0 towards the first side, below 0 towards the other.</param>
public sealed record TextContribution(string Text, double Effect);

/// <summary>What a wording resembles. It never says that a statement is true or false, and nothing about the person who made it.</summary>
/// <param name="Probability">Of the first side (videos that reviewers found to promote misinformation; channels of institutions), 0 to 1, where both sides are as frequent as in training.</param>
/// <param name="Confidence">How sure the model is of the nearer side, 0.5 to 1.</param>
/// <param name="Contributions">What in the text spoke for and against, the strongest first.</param>
/// <param name="ModelId">Name and digest of the model.</param>
/// <param name="Sentence">The resemblance in words, for readers.</param>
public sealed record TextPrediction(double Probability, double Confidence, IReadOnlyList<TextContribution> Contributions, string ModelId, string Sentence)
{
    /// <summary>Probability before any word is read.</summary>
    public required double Start { get; init; }
}

/// <summary>Why a text model says nothing about a text.</summary>
public enum TextAbstention
{
    /// <summary>It does not abstain.</summary>
    None,

    /// <summary>Fewer words than a resemblance can rest on.</summary>
    TooLittleText,

    /// <summary>Not in English, or not to be told.</summary>
    OtherLanguage,

    /// <summary>Not about what the model learnt on.</summary>
    OtherTopic,

    /// <summary>As like one side as the other.</summary>
    Uncertain,
}
