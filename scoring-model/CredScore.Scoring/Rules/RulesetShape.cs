namespace CredScore.Scoring.Rules;

/// <summary>The property names of one kind of object in a ruleset's JSON; <c>ruleset.schema.json</c> gives the same, which a test compares.</summary>
internal sealed record RulesetShape(string[] Required, string[] Optional)
{
    public const int LongestText = 500;
    public const int LongestName = 100;
    public const int LongestId = 64;
    public const int MostVersions = 1_000_000;
    public const int MostCriteria = 20;
    public const int MostMeasures = 50;
    public const int MostCaps = 20;
    public const int MostNotes = 20;
    public const int MostOverrides = 500;
    public const int MostPoints = 50;
    public const double HeaviestWeight = 1_000_000;

    public static readonly string[] Profiles = ["general", "medical"];

    public static readonly RulesetShape Ruleset = new(["id", "version", "name", "profile", "criteria", "caps", "bands", "notJudged"], ["$schema", "site", "overrides", "author"]);
    public static readonly RulesetShape Criterion = new(["id", "name", "weight", "measures"], []);
    public static readonly RulesetShape Measure = new(["id", "feature", "weight", "curve", "because", "raise"], ["name", "found"]);
    public static readonly RulesetShape Cap = new(["id", "feature", "above", "limit", "because"], ["raise"]);
    public static readonly RulesetShape Override = new(["kind", "value", "countsAs", "because"], ["points"]);
    public static readonly RulesetShape Bands = new(["fair", "strong", "confidence"], []);

    public bool Knows(string name) => Required.AsSpan().Contains(name) || Optional.AsSpan().Contains(name);
}
