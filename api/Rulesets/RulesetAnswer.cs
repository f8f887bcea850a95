using CredScore.Scoring.Rules;

namespace CredScore.Api.Rulesets;

/// <summary>A ruleset in a line.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Version">Counts up with every change.</param>
/// <param name="Name">For people.</param>
/// <param name="Profile"><c>medical</c> or <c>general</c>: the topics it is made for.</param>
/// <param name="Site"><c>wikipedia</c> or <c>youtube</c>: the pages it is made for.</param>
/// <param name="Author">The educator whose rules these are; null for the rulesets that ship.</param>
internal sealed record RulesetSummary(string Id, int Version, string Name, string Profile, string Site, string? Author)
{
    public static RulesetSummary Of(Ruleset ruleset) => new(ruleset.Id, ruleset.Version, ruleset.Name, ruleset.Profile, ruleset.Site, ruleset.Author);
}

/// <summary>A whole ruleset.</summary>
internal sealed record RulesetAnswer(
    string Id,
    int Version,
    string Name,
    string Profile,
    string Site,
    IReadOnlyList<CriterionAnswer> Criteria,
    IReadOnlyList<Cap> Caps,
    Bands Bands,
    IReadOnlyList<string> NotJudged,
    IReadOnlyList<Override> Overrides,
    string? Author)
{
    public static RulesetAnswer Of(Ruleset ruleset) => new(
        ruleset.Id, ruleset.Version, ruleset.Name, ruleset.Profile, ruleset.Site, [.. ruleset.Criteria.Select(CriterionAnswer.Of)], ruleset.Caps, ruleset.Bands, ruleset.NotJudged, ruleset.Overrides, ruleset.Author);
}

/// <summary>Measures that are weighed together.</summary>
internal sealed record CriterionAnswer(string Id, string Name, double Weight, IReadOnlyList<MeasureAnswer> Measures)
{
    public static CriterionAnswer Of(Criterion criterion) => new(criterion.Id, criterion.Name, criterion.Weight, [.. criterion.Measures.Select(MeasureAnswer.Of)]);
}

/// <summary>A feature turned into points.</summary>
/// <param name="Id">Stable id of the reason it gives.</param>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Weight">Its share of the criterion.</param>
/// <param name="Curve">Points of value and share, in rising order; flat outside.</param>
/// <param name="Because">Why this counts.</param>
/// <param name="Raise">What would raise it.</param>
internal sealed record MeasureAnswer(string Id, string Feature, double Weight, IReadOnlyList<IReadOnlyList<double>> Curve, string Because, string Raise)
{
    public static MeasureAnswer Of(Measure measure)
        => new(measure.Id, measure.Feature, measure.Weight, [.. measure.Curve.Points.Select(point => (IReadOnlyList<double>)[point.X, point.Y])], measure.Because, measure.Raise);
}
