namespace CredScore.Api.Rulesets;

/// <summary>One version of an educator's ruleset. A draft may change; what was published never does, but for being retired.</summary>
internal sealed class StoredRuleset
{
    public int Id { get; set; }

    /// <summary>The ruleset's own id, which it shares with its other versions.</summary>
    public required string RulesetId { get; init; }

    public required int Version { get; init; }

    /// <summary><c>draft</c>, <c>published</c> or <c>retired</c>.</summary>
    public required string State { get; set; }

    public required string Name { get; set; }

    public required string Site { get; init; }

    public required string OwnerId { get; init; }

    /// <summary>The owner's name when it was published, as students see it.</summary>
    public required string Author { get; set; }

    /// <summary>What the educator says about this version.</summary>
    public string Note { get; set; } = "";

    /// <summary>Key of the version it was made from, such as <c>medical/2</c>.</summary>
    public required string Parent { get; init; }

    /// <summary>The ruleset as it is imported and exported.</summary>
    public required string Json { get; set; }

    /// <summary>Changes with every saving of a draft; whoever saves names the one they have seen.</summary>
    public required string Stamp { get; set; }

    public required DateTime ChangedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    public string Key => $"{RulesetId}/{Version}";
}

/// <summary>How a draft stood before a change, so that the change can be taken back. Gone when the draft is published or dropped.</summary>
internal sealed class DraftStep
{
    public int Id { get; set; }

    /// <summary>Row of the draft.</summary>
    public required int DraftId { get; init; }

    /// <summary>The stamp that it had then.</summary>
    public required string Stamp { get; init; }

    public required string Json { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>The states of a version.</summary>
internal static class RulesetState
{
    public const string Draft = "draft";
    public const string Published = "published";
    public const string Retired = "retired";
}
