using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests.Rules;

/// <summary>Small rulesets over features a, b, c … with the names that confidence asks for, and pages with their values.</summary>
internal sealed class RulesetBuilder
{
    public static readonly FeatureNames Names = new(["a", "b", "c", "d", Confidence.WordsFeature, Confidence.ClassifiedFeature]);

    private readonly List<Criterion> _criteria = [];
    private readonly List<Cap> _caps = [];
    private FeatureUnit _unit = FeatureUnit.Count;
    private Bands _bands = new(45, 70, 0);

    public static Curve Rising { get; } = new([(0, 0), (10, 1)]);

    public static Measure Measure(string feature, double weight = 1, Curve? curve = null)
        => new($"measure-{feature}", feature, weight, curve ?? Rising, "It counts.", $"Raise {feature}.", $"Feature {feature}");

    public static FeatureValues Page(params (string Name, double? Value)[] values)
        => new(Names, values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    public RulesetBuilder With(string criterion, double weight, params Measure[] measures)
    {
        _criteria.Add(new(criterion, $"Criterion {criterion}", weight, measures));
        return this;
    }

    public RulesetBuilder WithCap(string id, string feature, double limit, double above = 0)
    {
        _caps.Add(new(id, feature, above, limit, $"Cap {id} holds.", $"Lift {id}."));
        return this;
    }

    public RulesetBuilder WithUnit(FeatureUnit unit)
    {
        _unit = unit;
        return this;
    }

    public RulesetBuilder WithBands(Bands bands)
    {
        _bands = bands;
        return this;
    }

    public Ruleset Build() => new()
    {
        Id = "test",
        Version = 1,
        Name = "Test",
        Profile = "general",
        Criteria = _criteria,
        Caps = _caps,
        Bands = _bands,
        NotJudged = ["Everything else."],
    };

    public Evaluation Evaluate(params (string Name, double? Value)[] values) => Evaluate(Page(values), _ => []);

    public Evaluation Evaluate(FeatureValues values, Func<string, IReadOnlyList<Evidence>> evidenceOf)
        => new RulesetEngine(Build(), Names, _ => _unit).Evaluate(values, evidenceOf);
}
