namespace CredScore.Scoring.Sources;

/// <summary>A notice that a publication was retracted, or that its publisher is concerned about it.</summary>
/// <param name="Notice">DOI of the notice; empty when not known.</param>
/// <param name="IsConcern">True for an expression of concern, which is less than a retraction.</param>
/// <param name="Verdict">What is said of a reference that relies on it.</param>
internal sealed record Retraction(string Notice, bool IsConcern, Verdict Verdict)
{
    /// <summary>Whether a publication was not retracted but replaced: each version of a Cochrane review is "retracted" in favour of the next.</summary>
    public bool IsSuperseded(ReadOnlySpan<char> doi)
        => Doi.CochraneReview(doi) is { IsEmpty: false } review && Doi.CochraneReview(Notice).Equals(review, StringComparison.OrdinalIgnoreCase);
}
