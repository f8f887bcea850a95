using System.ComponentModel.DataAnnotations;

namespace CredScore.Api.Batches;

/// <summary>How large batches may be, and how gently they are worked.</summary>
internal sealed class BatchOptions
{
    /// <summary>Rows of one batch. Default a million.</summary>
    [Range(1, 10_000_000)]
    public int MostRows { get; set; } = 1_000_000;

    /// <summary>Largest list that is received, in megabytes; what a packed one holds counts. Default 256, a million long addresses.</summary>
    [Range(1, 4096)]
    public int MostMegabytes { get; set; } = 256;

    /// <summary>Batches that one person may have open at a time. Default 10.</summary>
    [Range(1, 1000)]
    public int MostOpen { get; set; } = 10;

    /// <summary>Lists that are received at a time; one more is refused. Default 3.</summary>
    [Range(1, 100)]
    public int MostReceiving { get; set; } = 3;

    /// <summary>Whether this program works batches. Default yes; where several share a database, one does.</summary>
    public bool Work { get; set; } = true;

    /// <summary>Pages that all batches together score at a time. Default 2, so that readers find a free place among those that Wikipedia gives.</summary>
    [Range(1, 16)]
    public int AtATime { get; set; } = 2;

    /// <summary>Attempts after which a row is given up while its site answers for other pages. Default 6, in about half an hour.</summary>
    [Range(1, 100)]
    public int MostAttempts { get; set; } = 6;

    /// <summary>First wait before a row is tried again, in seconds; it doubles with each, up to an hour. Default 30.</summary>
    [Range(1, 3600)]
    public int RetrySeconds { get; set; } = 30;

    /// <summary>Longest time for which results are gathered before they are written together, in milliseconds. Default 200.</summary>
    [Range(0, 10_000)]
    public int GatherMilliseconds { get; set; } = 200;

    /// <summary>Wait from the start until what an earlier run left is gone on with, in seconds. Default 5.</summary>
    [Range(0, 600)]
    public int ResumeAfterSeconds { get; set; } = 5;

    /// <summary>Deepest level of subcategories that may be asked for. Default 5.</summary>
    [Range(0, 20)]
    public int MostDepth { get; set; } = 5;

    public long MostBytes => MostMegabytes * 1024L * 1024L;
}
