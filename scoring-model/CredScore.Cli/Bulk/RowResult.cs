using CredScore.Cli.Bulk.Input;
using CredScore.Scoring.Assessments;

namespace CredScore.Cli.Bulk;

/// <summary>A row of the output: an assessment, or the reason why there is none.</summary>
internal sealed record RowResult(RowId Id, string? Title, string? Address, Assessment? Assessment, string? Error);
