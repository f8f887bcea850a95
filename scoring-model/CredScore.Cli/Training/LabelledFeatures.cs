using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary>The features of one labelled page.</summary>
/// <param name="Id">As the input gave it.</param>
/// <param name="Grade">What people judged it to be.</param>
/// <param name="Group">Number of the group of like titles: pages of one group never stand on both sides of a split.</param>
/// <param name="IsMedical">Whether the set calls it medical.</param>
/// <param name="Values">In the order of the table's columns; NaN where unknown.</param>
internal sealed record LabelledFeatures(string Id, Grade Grade, int Group, bool IsMedical, float[] Values);
