using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;

namespace CredScore.Api.Storage;

/// <summary>One revision of an article, or one reading of a video, as it was read: what every later scoring needs, and never the page's text.</summary>
internal sealed class StoredPage
{
    public int Id { get; set; }

    /// <summary>Canonical key, such as <c>wikipedia:en:Measles</c>; a page that was moved takes its new one.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of the key in lower-case hexadecimal.</summary>
    public required string Hash { get; set; }

    /// <summary>The hash's first five digits, by which readers look pages up without naming them.</summary>
    public required string Prefix { get; set; }

    /// <summary>Language edition; null for a video.</summary>
    public required string? Language { get; init; }

    public required string Title { get; set; }

    public required string Address { get; set; }

    /// <summary>Number of the revision; null for a video, which has none: there a row stands for all readings in a row that found the same.</summary>
    public required long? Revision { get; init; }

    public required DateTime? RevisionTime { get; set; }

    /// <summary>When it was read, in UTC; feature values that depend on a date are as of then.</summary>
    public required DateTime FetchedAt { get; set; }

    /// <summary>When the site last said that this is how the page stands, in UTC; null for an older one that was asked for by number.</summary>
    public required DateTime? LatestAt { get; set; }

    /// <summary>Feature values by name, as JSON.</summary>
    public required string Features { get; set; }

    /// <summary>Classified references, as JSON.</summary>
    public required string References { get; set; }

    /// <summary>References as they were read, packed, so that they can be classified again when a list changes; null for rows of earlier versions.</summary>
    public byte[]? Sources { get; set; }

    /// <summary>How it came to be stored. Datasets hold what was submitted or contributed, never what somebody only opened.</summary>
    public required Provenance Provenance { get; set; }

    public List<StoredAssessment> Assessments { get; } = [];

    public List<StoredContribution> Contributions { get; } = [];

    public PageKind Kind => Revision is null ? PageKind.YouTube : PageKind.Wikipedia;
}

/// <summary>A key that leads to a page under another one: a redirect, another spelling, or a page's number.</summary>
internal sealed class StoredAlias
{
    public required string Asked { get; init; }

    public required string Key { get; set; }
}

/// <summary>What one ruleset, model, catalogue and scorer made of one revision.</summary>
internal sealed class StoredAssessment
{
    public int Id { get; set; }

    public int PageId { get; set; }

    public StoredPage? Page { get; set; }

    public required string Ruleset { get; init; }

    /// <summary>Empty while no model takes part.</summary>
    public required string Model { get; init; }

    public required string Catalogue { get; init; }

    public required string Scorer { get; init; }

    /// <summary>Whether this ruleset is the one that the page's topic asks for.</summary>
    public required bool IsDefault { get; set; }

    public required double? Score { get; set; }

    public required string Band { get; set; }

    public required double Confidence { get; set; }

    /// <summary>The whole answer as JSON in UTF-8, ready to be sent with <c>origin: stored</c>.</summary>
    public required byte[] Body { get; set; }

    /// <summary>What tables show of it; null for rows of earlier versions, of which it is read from the body.</summary>
    public StoredDigest? Digest { get; set; }

    /// <summary>The same row's successor by today's lists.</summary>
    public static StoredAssessment Of(StoredAssessment row, Assessment assessment, byte[] body) => new()
    {
        PageId = row.PageId,
        Ruleset = assessment.Versions.Ruleset,
        Model = assessment.Versions.Model ?? string.Empty,
        Catalogue = assessment.Versions.Catalogue,
        Scorer = assessment.Versions.Scorer,
        IsDefault = row.IsDefault,
        Score = assessment.Score,
        Band = row.Band,
        Confidence = assessment.Confidence,
        Body = body,
    };
}

/// <summary>What tables show of an assessment, in a table of its own: behind the body, a database would read through that first.</summary>
internal sealed class StoredDigest
{
    public int AssessmentId { get; set; }

    /// <summary>An <see cref="AssessmentDigest"/> as JSON.</summary>
    public required byte[] Json { get; set; }
}

/// <summary>How a page came to be stored.</summary>
internal enum Provenance
{
    /// <summary>Somebody asked for its score. It is in no dataset.</summary>
    Fetched,

    /// <summary>A researcher or educator submitted it; that outlasts contributions taken back.</summary>
    Submitted,

    /// <summary>A student who had it scored chose to let it join, and has not taken that back.</summary>
    Contributed,
}

/// <summary>That somebody let a page join the dataset: nothing of who or when.</summary>
internal sealed class StoredContribution
{
    /// <summary>SHA-256, in lower-case hexadecimal, of the receipt with which it can be taken back.</summary>
    public required string Receipt { get; init; }

    public int PageId { get; set; }

    public StoredPage? Page { get; set; }
}

/// <summary>That a page's references ask a list for something: by it, pages are found whose sources a list says something new of.</summary>
internal sealed class StoredSourceKey
{
    /// <summary>One of <see cref="CredScore.Scoring.Catalogues.SourceKeys"/>.</summary>
    public required long Key { get; init; }

    public required int PageId { get; init; }
}

/// <summary>By which lists a page's sources are known to be as its newest answer says; a page without one has no keys yet.</summary>
internal sealed class StoredSourceCheck
{
    public required int PageId { get; init; }

    public required string Catalogue { get; set; }
}
