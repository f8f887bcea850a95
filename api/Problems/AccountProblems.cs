using CredScore.Scoring.Rules;

namespace CredScore.Api.Problems;

/// <summary>What can go wrong with rulesets, classes, accounts and keys.</summary>
internal static class AccountProblems
{
    public static RefusedException KeyNeeded => new(Problem.Of(401, "key-needed", "This needs a key.", "Send Authorization: Bearer with a key that is valid; the console makes keys under People and keys."));

    public static RefusedException QuotaSpent => new(Problem.Of(429, "quota-spent", "This key has made all requests of its day.", "A day begins at midnight UTC; Retry-After says how long that is. An owner can make the quota larger."));

    public static RefusedException NotAllowed(string detail) => new(Problem.Of(403, "not-allowed", "This is not yours to do.", detail));

    public static RefusedException DraftMissing => new(Problem.Of(404, "draft-missing", "There is no such draft.", "It may have been published or dropped, or it is another educator's."));

    public static RefusedException IdTaken(string id) => new(Problem.Of(409, "id-taken", "This id is taken.", $"There is a ruleset {id} already, and it is not for you to continue. Choose another id."));

    public static RefusedException DraftExists(string id) => new(Problem.Of(409, "draft-exists", "There is a draft already.", $"{id} has a draft that is not published yet. Edit that one, or drop it first."));

    public static RefusedException ChangedMeanwhile => new(Problem.Of(412, "changed-meanwhile", "Somebody else changed this meanwhile.", "Nothing was saved. Read it anew, look at the other change, and make yours again where it still makes sense."));

    public static RefusedException PublishedAlready => new(Problem.Of(409, "not-a-draft", "This version is not a draft.", "What was published never changes. Make a new draft from it."));

    public static RefusedException UsedByClasses(int classes) => new(Problem.Of(409, "used-by-a-class", "A class still scores with this version.", $"{classes} {(classes == 1 ? "class scores" : "classes score")} with it. Give them another ruleset first."));

    public static RefusedException ClassMissing => new(Problem.Of(404, "class-missing", "There is no such class.", "Check the code: eight letters and digits, with or without the hyphen. The class may have been closed."));

    public static RefusedException Invalid(string detail) => new(Problem.Of(400, "bad-request", "This cannot be saved.", detail));

    public static RefusedException InvitationSpent => new(Problem.Of(404, "invitation-spent", "This link does not open anything.", "It was used already, or its time has passed. Ask for another one."));

    public static RefusedException RulesetFaults(IReadOnlyList<RulesetFault> faults)
    {
        var problem = Problem.Of(400, "ruleset-faults", "The ruleset has faults.", $"Nothing was saved. {(faults.Count == 1 ? "One fault was" : $"{faults.Count} faults were")} found; each is named by its path.");
        problem.Extensions["faults"] = faults.Select(fault => new { path = fault.Path, text = fault.Text }).ToArray();
        return new(problem, faults);
    }
}
