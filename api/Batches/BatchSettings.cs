using System.Globalization;
using CredScore.Api.Rulesets;

namespace CredScore.Api.Batches;

/// <summary>What a batch is to be, as its sender says it.</summary>
/// <param name="Name">For its owner.</param>
/// <param name="Ruleset">Id of a ruleset for all pages; without one, each page's topic chooses.</param>
/// <param name="Revisions">Which revision of each article.</param>
/// <param name="AsOf">The moment, when revisions at a date are wanted.</param>
/// <param name="Gathering">Where its pages are listed, instead of in the list itself.</param>
internal sealed record BatchSettings(string Name, string? Ruleset, RevisionChoice Revisions, DateTimeOffset? AsOf, Gathering? Gathering)
{
    /// <summary>Reads the settings by name. Throws <see cref="Problems.RefusedException"/> with what is wrong.</summary>
    public static async Task<BatchSettings> ReadAsync(Func<string, string?> valueOf, BatchOptions options, RulesetShelf rulesets, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var name = valueOf("name") is { Length: > 0 } given ? given.Trim() : string.Create(CultureInfo.InvariantCulture, $"Batch of {now:d MMMM yyyy, HH:mm}");
        var choice = ChoiceOf(valueOf("revisions"));
        var asOf = MomentOf(valueOf("asOf"));

        var fault = (name.Length, choice, asOf) switch
        {
            ( > StoredBatch.LongestName, _, _) => $"A name has at most {StoredBatch.LongestName} characters.",
            (_, null, _) => "revisions is latest, atDate or exact.",
            (_, RevisionChoice.AtDate, null) => "With revisions atDate, asOf is a moment such as 2024-01-31T00:00:00Z, and not before 2001.",
            (_, RevisionChoice.AtDate, { } moment) when moment > now || moment.Year < 2001 => "asOf lies between 2001 and now.",
            (_, not RevisionChoice.AtDate, { }) => "asOf needs revisions atDate.",
            _ => null,
        };

        if (fault is not null)
        {
            throw BatchProblems.Invalid(fault);
        }

        return new(name, await RulesetOfAsync(valueOf("ruleset"), rulesets, cancellationToken), choice!.Value, asOf, Gathering.Read(valueOf, options));
    }

    // With its version, so that a batch that goes on for days is judged by one.
    private static async Task<string?> RulesetOfAsync(string? id, RulesetShelf rulesets, CancellationToken cancellationToken) => id is not { Length: > 0 }
        ? null
        : (await rulesets.FindAsync(id, cancellationToken) ?? throw BatchProblems.Invalid("There is no such ruleset. GET /v1/rulesets lists those that there are.")).Key;

    private static RevisionChoice? ChoiceOf(string? text) => text switch
    {
        null or "" => RevisionChoice.Latest,
        _ => Enum.GetValues<RevisionChoice>().Cast<RevisionChoice?>().FirstOrDefault(choice => BatchContext.WordOf(choice!.Value) == text),
    };

    private static DateTimeOffset? MomentOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
}
