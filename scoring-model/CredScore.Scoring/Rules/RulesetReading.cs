namespace CredScore.Scoring.Rules;

/// <summary>What came of reading a ruleset: the ruleset, or everything that is wrong with it.</summary>
/// <param name="Ruleset">Null when there is any fault.</param>
/// <param name="Faults">All of them in the order of reading, as far as <see cref="MostFaults"/>.</param>
public sealed record RulesetReading(Ruleset? Ruleset, IReadOnlyList<RulesetFault> Faults)
{
    /// <summary>Faults beyond this number are not listed.</summary>
    public const int MostFaults = 200;
}

/// <summary>Something wrong with a ruleset.</summary>
/// <param name="Path">JSON path, such as <c>$.criteria[1].measures[0].curve</c>.</param>
/// <param name="Text">A sentence on what is wrong and what to do.</param>
public sealed record RulesetFault(string Path, string Text)
{
    public override string ToString() => $"{Path}: {Text}";
}
