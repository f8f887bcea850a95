namespace CredScore.Scoring.Sources;

/// <summary>A notice that a publication was retracted, or that its publisher is concerned about it.</summary>
/// <param name="Notice">DOI of the notice; empty when not known.</param>
/// <param name="IsConcern">True for an expression of concern, which is less than a retraction.</param>
/// <param name="Verdict">What is said of a reference that relies on it.</param>
internal sealed record Retraction(string Notice, bool IsConcern, Verdict Verdict)
{
    /// <summary>What a register says, as readers are told: with its date where that is known.</summary>
    /// <param name="notice">DOI of the notice; empty when not known.</param>
    /// <param name="isConcern">True for an expression of concern.</param>
    /// <param name="date">Year, month or day; empty when not known.</param>
    /// <param name="list">The register.</param>
    public static Retraction Of(string notice, bool isConcern, string date, string list)
    {
        var where = notice.Length > 0 ? $", notice {notice}" : "";
        var when = date.Length > 0 ? $" on {date}" : "";
        return isConcern
            ? new(notice, true, new(SourceType.ExpressionOfConcern, $"an expression of concern was published{when}{where}", list))
            : new(notice, false, new(SourceType.Retracted, $"retracted{when}{where}", list));
    }

    /// <summary>Whether a publication was not retracted but replaced: each version of a Cochrane review is "retracted" in favour of the next.</summary>
    public bool IsSuperseded(ReadOnlySpan<char> doi)
        => Doi.CochraneReview(doi) is { IsEmpty: false } review && Doi.CochraneReview(Notice).Equals(review, StringComparison.OrdinalIgnoreCase);
}
