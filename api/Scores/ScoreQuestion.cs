using System.Diagnostics.CodeAnalysis;
using CredScore.Api.Problems;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Scores;

/// <summary>What a caller wants scored, once its text is understood.</summary>
internal sealed record ScoreQuestion(PageAddress Address, Ruleset? Ruleset)
{
    public static bool TryRead(string? url, string? rulesetId, [NotNullWhen(true)] out ScoreQuestion? question, [NotNullWhen(false)] out ProblemDetails? problem)
    {
        question = null;
        problem = null;
        Ruleset? ruleset = null;

        if (!PageAddress.TryParse(url, out var address, out var notScorable))
        {
            problem = Problem.NotScorable(notScorable);
        }
        else if (rulesetId is { Length: > 0 } && (ruleset = EmbeddedRulesets.Find(rulesetId)) is null)
        {
            problem = Problem.UnknownRuleset;
        }
        else if (ruleset is not null && ruleset.Site != Sites.NameOf(address.Kind))
        {
            problem = Problem.WrongRuleset(ruleset.Id, address.Kind);
        }
        else
        {
            question = new(address, ruleset);
        }

        return question is not null;
    }
}
