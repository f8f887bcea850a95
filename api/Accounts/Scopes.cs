using System.Security.Claims;

namespace CredScore.Api.Accounts;

/// <summary>What a key opens: each is the name of a policy for routes too. A key has one or several; what its person may do limits it besides.</summary>
internal static class Scopes
{
    /// <summary>Reads one's own drafts and classes, and tries rules.</summary>
    public const string Read = "read";

    /// <summary>Changes them too.</summary>
    public const string Write = "write";

    /// <summary>Submits batches of pages and reads what became of them.</summary>
    public const string Batches = "batches";

    /// <summary>Makes exports of the dataset and fetches them.</summary>
    public const string Exports = "exports";

    /// <summary>The policy of routes that any valid key opens.</summary>
    public const string Any = "any key";

    public static readonly string[] All = [Read, Write, Batches, Exports];

    /// <summary>Scopes in the order of <see cref="All"/>; null when there is none, or one that nobody knows.</summary>
    public static string? Order(IEnumerable<string> scopes)
    {
        var chosen = scopes.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        return chosen.Count > 0 && chosen.IsSubsetOf(All) ? string.Join(' ', All.Where(chosen.Contains)) : null;
    }

    /// <summary>Whether a key opens what a scope stands for; who may change may read.</summary>
    public static bool Opens(ClaimsPrincipal user, string scope) => user.HasClaim(KeyHandler.ScopeClaim, scope) || (scope == Read && user.HasClaim(KeyHandler.ScopeClaim, Write));
}
