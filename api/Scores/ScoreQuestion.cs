using System.Diagnostics.CodeAnalysis;
using CredScore.Api.Problems;
using CredScore.Api.Rulesets;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Scores;

/// <summary>What a caller wants scored, once its text is understood.</summary>
internal sealed record ScoreQuestion(PageAddress Address, Ruleset? Ruleset)
{
    /// <summary>Reads an address that is to be scored by the ruleset that its topic asks for.</summary>
    public static bool TryRead(string? url, [NotNullWhen(true)] out ScoreQuestion? question, [NotNullWhen(false)] out ProblemDetails? problem)
        => TryRead(url, null, null, out question, out problem);

    /// <summary>Reads it with the ruleset that its id names, one that ships or one that an educator published; answers with one of both.</summary>
    public static async Task<(ScoreQuestion? Question, ProblemDetails? Problem)> ReadAsync(string? url, string? rulesetId, RulesetShelf rulesets, CancellationToken cancellationToken)
    {
        var ruleset = rulesetId is { Length: > 0 } ? await rulesets.FindAsync(rulesetId, cancellationToken) : null;
        return TryRead(url, rulesetId, ruleset, out var question, out var problem) ? (question, null) : (null, problem);
    }

    private static bool TryRead(string? url, string? rulesetId, Ruleset? ruleset, [NotNullWhen(true)] out ScoreQuestion? question, [NotNullWhen(false)] out ProblemDetails? problem)
    {
        question = null;
        problem = null;

        if (!PageAddress.TryParse(url, out var address, out var notScorable))
        {
            problem = Problem.NotScorable(notScorable);
        }
        else if (rulesetId is { Length: > 0 } && ruleset is null)
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
