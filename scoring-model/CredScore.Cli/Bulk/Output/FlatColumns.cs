using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Cli.Bulk.Output;

/// <summary>
/// The columns of CSV and Parquet, the same for every run: articles and videos stand in one table, and what the other kind has stays empty.
/// Criteria come from the rulesets in use and features from their declarations; nothing is named twice.
/// </summary>
internal static class FlatColumns
{
    /// <summary>The columns for pages scored by one ruleset, or by the embedded ones when it is null.</summary>
    public static IReadOnlyList<FlatColumn> For(Ruleset? ruleset) =>
    [
        new("id", CellKind.Text, row => row.Id.Text),
        new("kind", CellKind.Text, row => row.Assessment?.Page.Kind),
        new("address", CellKind.Text, row => row.Address),
        new("title", CellKind.Text, row => row.Assessment?.Page.Title ?? row.Title),
        new("language", CellKind.Text, row => row.Assessment?.Page.Language),
        new("revision", CellKind.Integer, row => row.Assessment?.Page.Revision),
        new("channel.id", CellKind.Text, row => row.Assessment?.Page.Channel?.Id),
        new("channel.name", CellKind.Text, row => row.Assessment?.Page.Channel?.Name),
        new("channel.kind", CellKind.Text, row => row.Assessment?.Page.Channel is { } channel ? Word(channel.Kind) : null),
        new("score", CellKind.Number, row => row.Assessment?.Score),
        new("band", CellKind.Text, row => row.Assessment is { } assessment ? Word(assessment.Band) : null),
        new("confidence", CellKind.Number, row => row.Assessment?.Confidence),
        new("profile", CellKind.Text, row => row.Assessment?.Page.Topic.Profile),
        .. CriteriaOf(ruleset).Select(id => new FlatColumn($"criteria.{id}", CellKind.Number, row => PointsOf(row.Assessment, id))),
        new("prediction.class", CellKind.Text, row => row.Assessment?.Prediction?.Class),
        new("prediction.expected", CellKind.Number, row => row.Assessment?.Prediction?.Expected),
        .. Sites.All.SelectMany(AllFeatures.Of).Select(feature => feature.Name).Distinct().Select(FeatureColumn),
        new("versions.ruleset", CellKind.Text, row => row.Assessment?.Versions.Ruleset),
        new("versions.model", CellKind.Text, row => row.Assessment?.Versions.Model),
        new("versions.catalogue", CellKind.Text, row => row.Assessment?.Versions.Catalogue),
        new("versions.scorer", CellKind.Text, row => row.Assessment?.Versions.Scorer),
        new("error", CellKind.Text, row => row.Error),
    ];

    private static IEnumerable<string> CriteriaOf(Ruleset? ruleset)
        => (ruleset is null ? Rulesets.Embedded : [ruleset]).SelectMany(rules => rules.Criteria).Select(criterion => criterion.Id).Distinct();

    private static FlatColumn FeatureColumn(string name)
    {
        var (article, video) = (AllFeatures.NamesOf(Sites.Wikipedia).IndexOf(name), AllFeatures.NamesOf(Sites.YouTube).IndexOf(name));
        return new($"features.{name}", CellKind.Number, row => row.Assessment is { } assessment ? At(assessment, assessment.Page.Kind == Sites.YouTube ? video : article) : null);
    }

    private static double? At(Assessment assessment, int index) => index < 0 ? null : assessment.Features.At(index);

    private static double? PointsOf(Assessment? assessment, string criterion)
        => assessment?.Criteria.FirstOrDefault(result => result.Id == criterion)?.Points;

    private static string Word<T>(T value)
        where T : struct, Enum
        => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
