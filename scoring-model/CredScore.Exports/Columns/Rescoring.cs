using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Exports.Columns;

/// <summary>Scores rows again from their feature values: no page and no network are needed.</summary>
public static class Rescoring
{
    /// <summary>
    /// What a ruleset makes of a row. A ruleset with words of its own on sources needs the page's references, and one that speaks of channels by handle their handle; a row that holds neither is
    /// scored as if the page had none. Throws <see cref="ArgumentException"/> for a ruleset that is made for another site.
    /// </summary>
    /// <param name="row">With features and versions.</param>
    /// <param name="handle">Of the channel, where known.</param>
    /// <param name="model">The model that read a video's wording, where one did.</param>
    /// <param name="references">Of the page; may be empty for a ruleset without overrides.</param>
    /// <param name="ruleset">To score by.</param>
    public static ExportRow Rescore(ExportRow row, string? handle, string? model, IReadOnlyList<ReferenceSummary> references, Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(ruleset);
        var again = PageScorer.RescoreInNumbers(AssessmentOf(row, handle, model, references), ruleset);

        return row with
        {
            Score = again.Score,
            Band = ExportRow.Word(again.Band),
            Confidence = again.Confidence,
            Criteria = ExportRow.PointsOf(again.Criteria),
            Caps = [.. again.Caps.Select(cap => cap.Id)],
            Versions = again.Versions,
        };
    }

    private static Assessment AssessmentOf(ExportRow row, string? handle, string? model, IReadOnlyList<ReferenceSummary> references) => new()
    {
        Page = new()
        {
            Kind = row.Kind!,
            Address = row.Address ?? "",
            Key = row.Key ?? "",
            Title = row.Title,
            Language = row.Language,
            Revision = row.Revision,
            Url = row.Address ?? "",
            FetchedAt = row.FetchedAt,
            Topic = new(row.Profile ?? Rulesets.GeneralProfile, ""),
            Channel = row.ChannelId is null && handle is null ? null : new(row.ChannelId, handle, row.ChannelName, ChannelKind.Unknown, "", null),
        },
        Score = row.Score,
        Band = Band.Insufficient,
        Confidence = 0,
        Criteria = [],
        Caps = [],
        Improvements = [],
        NotJudged = [],
        Prediction = model is null ? null : new(model, row.PredictedClass ?? "", new Dictionary<string, double>(), row.PredictedMean ?? 0, [], []),
        References = references,
        Features = row.Features!,
        Versions = row.Versions!,
    };
}
