namespace CredScore.Api.Problems;

/// <summary>What can go wrong with signing on by a university's provider, by the word that stands in the address of the page that says it.</summary>
internal static class SignOnProblems
{
    public const string Declined = "declined";
    public const string Unreachable = "unreachable";
    public const string Unfinished = "unfinished";

    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        [Declined] = "{0} did not sign you in, or you stopped there. Nothing was changed.",
        [Unreachable] = "{0} cannot be reached just now. Try again shortly, or sign in with a password if you have one.",
        [Unfinished] = "This sign-on was not finished: it took too long, was begun in another browser, or was sent twice. Begin again.",
        ["answer"] = "What {0} answered cannot be trusted, so nobody was signed in. If it stays so, tell an owner of this service.",
        ["expired"] = "What {0} answered has expired. Begin again; if it stays so, one of the two clocks is wrong.",
        ["issuer"] = "The answer came from somebody else than {0}, so nobody was signed in. Tell an owner of this service.",
        ["audience"] = "The answer of {0} was meant for another service, so nobody was signed in. Tell an owner of this service.",
        ["nonce"] = "The answer of {0} belongs to another question, so nobody was signed in. Begin again.",
        ["signature"] = "The answer of {0} is not signed by it, so nobody was signed in. Tell an owner of this service.",
        ["unknown-person"] = "{0} knows you, but this service does not yet. Ask an owner for an invitation, open it, and choose {0} there. If you have an account with a password, sign in with that and connect the two under Keys.",
        ["address-taken"] = "There is an account with your mail address already. Sign in with its password, and connect it with {0} under Keys.",
        ["closed"] = "This account was taken off. Ask an owner of this service.",
        ["invitation-spent"] = "This invitation does not open anything: it was used already, or its time has passed. Ask for another one.",
        ["linked-elsewhere"] = "What {0} calls you belongs to another account here. Sign out, and sign in with {0} to get there.",
    };

    public static RefusedException Of(string why) => new(Problem.Of(403, $"sign-on-{why}", "You were not signed in.", Sentence(why, "The provider")!));

    /// <summary>What to say of a failure; null for a word that is none of ours.</summary>
    public static string? Sentence(string? why, string provider) => why is not null && Sentences.TryGetValue(why, out var sentence) ? Opened(sentence.Replace("{0}", provider, StringComparison.Ordinal)) : null;

    private static string Opened(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
