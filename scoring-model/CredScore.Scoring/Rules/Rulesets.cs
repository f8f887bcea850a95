namespace CredScore.Scoring.Rules;

/// <summary>The rulesets that ship with the library.</summary>
public static class Rulesets
{
    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<Ruleset> Embedded { get; } = [];

    /// <summary>The embedded ruleset with an id or id/version; null when there is none.</summary>
    public static Ruleset? Find(string id) => Embedded.FirstOrDefault(ruleset => ruleset.Id == id || ruleset.Key == id);
}
