namespace CredScore.Api.Batches;

/// <summary>Many pages that somebody has had scored together, by one ruleset and one choice of revisions.</summary>
internal sealed class StoredBatch
{
    public const int LongestName = 100;

    public int Id { get; set; }

    /// <summary>Id of the person it belongs to.</summary>
    public required string OwnerId { get; set; }

    public required string Name { get; set; }

    /// <summary>When it was sent, in UTC.</summary>
    public required DateTime CreatedAt { get; set; }

    /// <summary>Id and version of the ruleset for all pages; null when each page's topic chooses.</summary>
    public string? Ruleset { get; set; }

    public required RevisionChoice Revisions { get; set; }

    /// <summary>The moment whose revisions are scored, in UTC, with <see cref="RevisionChoice.AtDate"/>.</summary>
    public DateTime? AsOf { get; set; }

    public required BatchState State { get; set; }

    /// <summary>Where its pages are from, for people: a list, a category, a playlist.</summary>
    public required string Source { get; set; }

    /// <summary>What is left to gather from the source, as JSON; null when every row is there.</summary>
    public string? Gathering { get; set; }

    /// <summary>Why nothing more comes of it, or what to know about its rows, as a sentence.</summary>
    public string? Note { get; set; }

    /// <summary>All of its rows; the others count those that have ended, each way.</summary>
    public int Rows { get; set; }

    public int Scored { get; set; }

    public int NotScorable { get; set; }

    public int Missing { get; set; }

    public int Failed { get; set; }

    public int Duplicates { get; set; }

    /// <summary>When its first row ended, in UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When its last row ended or it was cancelled, in UTC.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>The summary as JSON once it has ended.</summary>
    public string? Summary { get; set; }

    public int Ended => Scored + NotScorable + Missing + Failed + Duplicates;
}

/// <summary>One row of a batch: an address as it was given, and what came of it.</summary>
internal sealed class StoredBatchRow
{
    public const int LongestText = 2048;

    public int BatchId { get; set; }

    /// <summary>From 1, in the order in which they were given.</summary>
    public int Number { get; set; }

    /// <summary>The address as it was given.</summary>
    public required string Asked { get; set; }

    /// <summary>Canonical key of the page it names; null when it names none.</summary>
    public string? Key { get; set; }

    /// <summary>The revision that was asked for, and once scored the one that was read; null for the latest and for videos.</summary>
    public long? Revision { get; set; }

    /// <summary>Whether it is of Wikipedia or of YouTube; null when of neither.</summary>
    public string? Site { get; set; }

    public required BatchRowState State { get; set; }

    /// <summary>Stable id of why it is not scored, such as <c>other-site</c>; null when it is.</summary>
    public string? Reason { get; set; }

    /// <summary>The same as a sentence.</summary>
    public string? Detail { get; set; }

    /// <summary>The stored revision or reading (<c>pages.Id</c>) that the score is of. No two scored rows of a batch have the same.</summary>
    public int? PageId { get; set; }

    /// <summary>The stored answer (<c>assessments.Id</c>).</summary>
    public int? AssessmentId { get; set; }

    /// <summary>0 to 100; null when there is not enough evidence or no score.</summary>
    public double? Score { get; set; }

    public string? Band { get; set; }

    /// <summary>Number of the earlier row that is about the same page.</summary>
    public int? SameAs { get; set; }

    /// <summary>Attempts that failed through nobody's asking to wait.</summary>
    public int Attempts { get; set; }

    /// <summary>Not before this moment, in milliseconds since 1970; 0 for at once.</summary>
    public long NextAt { get; set; }

    /// <summary>When it ended, in UTC.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Which revision of each article is scored. Videos have none: of them it is always what stands today.</summary>
internal enum RevisionChoice
{
    /// <summary>The one that an address names with <c>oldid</c>, else the latest.</summary>
    Latest,

    /// <summary>The one that an address names, else the last one at a moment.</summary>
    AtDate,

    /// <summary>The one that an address names; an article without one is not scored.</summary>
    Exact,
}

/// <summary>Where a batch stands.</summary>
internal enum BatchState
{
    /// <summary>Its list is still being received; a list that breaks off leaves nothing.</summary>
    Receiving,

    /// <summary>Its pages are being listed and scored.</summary>
    Running,

    /// <summary>Left alone until resumed.</summary>
    Paused,

    /// <summary>Every row has ended.</summary>
    Done,

    /// <summary>Ended by its owner; rows that had not ended stay waiting.</summary>
    Cancelled,

    /// <summary>Its source could not be listed; the note says why.</summary>
    Failed,

    /// <summary>Being taken away.</summary>
    Deleted,
}

/// <summary>What came of a row.</summary>
internal enum BatchRowState
{
    Waiting,
    Scored,

    /// <summary>No article or video, or not one that can be judged; the reason says why.</summary>
    NotScorable,

    /// <summary>There is no such page.</summary>
    Missing,

    /// <summary>Given up after several attempts; the reason says why.</summary>
    Failed,

    /// <summary>An earlier row is about the same page.</summary>
    Duplicate,
}
