namespace CredScore.Scoring.Rules;

/// <summary>
/// What no educator's ruleset may do, whatever it weighs: loosen a hard flag, call what is unknown bad, or give a score on next to nothing. That a score stays
/// within 0 and 100 needs no rule here: the points are shares of 100.
/// </summary>
public static class RulesetBounds
{
    /// <summary>Lowest confidence that a ruleset may ask for before it gives a score.</summary>
    public const double LeastConfidence = 0.2;

    /// <summary>Features that say how much could be read and not how good it is; they make the confidence, and points for them would count the unknown as bad.</summary>
    private static readonly string[] MeasuresOfKnowledge = [Confidence.ClassifiedFeature];

    /// <summary>Every bound that the ruleset passes, by path; none when it may be published.</summary>
    public static IReadOnlyList<RulesetFault> FaultsIn(Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(ruleset);
        return [.. LoosenedFlags(ruleset), .. PunishedUnknowns(ruleset), .. FaultsInBands(ruleset)];
    }

    private static IEnumerable<RulesetFault> LoosenedFlags(Ruleset ruleset)
        => from flag in Rulesets.ForProfile(ruleset.Site, ruleset.Profile).Caps
           where !ruleset.Caps.Any(cap => cap.Feature == flag.Feature && cap.Above <= flag.Above && cap.Limit <= flag.Limit)
           let index = IndexOf(ruleset.Caps, flag)
           select new RulesetFault(
               index < 0 ? "$.caps" : $"$.caps[{index}]",
               FormattableString.Invariant($"A hard flag cannot be hidden: keep a limit of {flag.Limit:0.##} or lower while {flag.Feature} is above {flag.Above:0.##} ({flag.Id})."));

    private static IEnumerable<RulesetFault> PunishedUnknowns(Ruleset ruleset)
    {
        for (var i = 0; i < ruleset.Criteria.Count; i++)
        {
            for (var j = 0; j < ruleset.Criteria[i].Measures.Count; j++)
            {
                if (MeasuresOfKnowledge.Contains(ruleset.Criteria[i].Measures[j].Feature))
                {
                    yield return new($"$.criteria[{i}].measures[{j}].feature", $"{ruleset.Criteria[i].Measures[j].Feature} says how much is known; points for it would call the unknown bad. It lowers the confidence already.");
                }
            }
        }

        for (var i = 0; i < ruleset.Caps.Count; i++)
        {
            if (MeasuresOfKnowledge.Contains(ruleset.Caps[i].Feature))
            {
                yield return new($"$.caps[{i}].feature", $"{ruleset.Caps[i].Feature} says how much is known; a limit by it would call the unknown bad.");
            }
        }
    }

    private static IEnumerable<RulesetFault> FaultsInBands(Ruleset ruleset)
    {
        if (ruleset.Bands.Confidence < LeastConfidence)
        {
            yield return new("$.bands.confidence", FormattableString.Invariant($"A score takes a confidence of {LeastConfidence:0.0} at least: below, there is too little evidence for a number."));
        }
    }

    private static int IndexOf(IReadOnlyList<Cap> caps, Cap flag)
    {
        for (var i = 0; i < caps.Count; i++)
        {
            if (caps[i].Feature == flag.Feature)
            {
                return i;
            }
        }

        return -1;
    }
}
