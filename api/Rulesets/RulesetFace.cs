using CredScore.Scoring.Rules;

namespace CredScore.Api.Rulesets;

/// <summary>What is known of a version beside its rules.</summary>
/// <param name="Id">The ruleset's id.</param>
/// <param name="Version">Counts up with every published change.</param>
/// <param name="Name">For people.</param>
/// <param name="Site"><c>wikipedia</c> or <c>youtube</c>.</param>
/// <param name="State"><c>draft</c>, <c>published</c> or <c>retired</c>.</param>
/// <param name="Author">The educator; null for the rulesets that ship.</param>
/// <param name="Note">What the educator says about it.</param>
/// <param name="Parent">Key of the version it was made from; null for the rulesets that ship.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Changes">The difference to its parent, in sentences.</param>
/// <param name="Stamp">Of a draft: to be named when it is saved or published.</param>
internal sealed record RulesetFace(
    string Id, int Version, string Name, string Site, string State, string? Author, string? Note, string? Parent, DateTimeOffset? PublishedAt, IReadOnlyList<string> Changes, string? Stamp)
{
    public const int LongestNote = 500;

    public string Key => $"{Id}/{Version}";

    public static RulesetFace Of(Ruleset ruleset) => new(ruleset.Id, ruleset.Version, ruleset.Name, ruleset.Site, RulesetState.Published, null, null, null, null, [], null);

    /// <summary>A stored version with its difference to its parent.</summary>
    public static async Task<RulesetFace> OfAsync(StoredRuleset row, RulesetShelf shelf, CancellationToken cancellationToken)
    {
        var parent = await shelf.FindAsync(row.Parent, cancellationToken);
        IReadOnlyList<string> changes = parent is null ? [] : RulesetDifference.Between(parent, RulesetShelf.Parse(row));
        return new(
            row.RulesetId,
            row.Version,
            row.Name,
            row.Site,
            row.State,
            row.Author,
            row.Note,
            row.Parent,
            row.PublishedAt is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null,
            changes,
            row.State == RulesetState.Draft ? row.Stamp : null);
    }
}
