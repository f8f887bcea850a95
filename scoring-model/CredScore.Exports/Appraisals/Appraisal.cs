namespace CredScore.Exports.Appraisals;

/// <summary>What one person of a group thinks of a page.</summary>
/// <param name="Page">Canonical key of the page.</param>
/// <param name="Title">Its title; null where it was not known.</param>
/// <param name="Revision">Number of the article's revision that was appraised; null where it was not known, and for a video.</param>
/// <param name="Rater">Tells the raters of a group apart, and no more.</param>
/// <param name="IsEducator">Whether an educator gave it and not a student.</param>
/// <param name="Answers">Answers by the ids of <see cref="AppraisalForm.Items"/>; what was left out is missing.</param>
public sealed record Appraisal(string Page, string? Title, long? Revision, string Rater, bool IsEducator, IReadOnlyDictionary<string, int> Answers);
