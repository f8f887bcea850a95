using CredScore.Api.Accounts;
using CredScore.Api.Classes;
using CredScore.Api.Contributions;
using CredScore.Api.Problems;

namespace CredScore.Api.Appraisals;

/// <summary>The random text by which a rater's browser, and nobody else, can change or take back what it gave to a class.</summary>
internal static class RaterToken
{
    public static string New() => Secret.New();

    /// <summary>What is stored of a token: from it, neither the token nor what the same person gave to another class can be found.</summary>
    public static string HashOf(string? token, StoredClass row)
        => token is not null && Receipt.TryParse(token, out var known) ? Secret.HashOf($"{row.Id}:{known.Hash}") : throw AppraisalProblems.BadToken;
}
