using CredScore.Cli.Bulk.Input;

namespace CredScore.Cli.Bulk;

/// <summary>How a row came out.</summary>
internal enum RowOutcome
{
    Scored,

    /// <summary>Assessed, with too little evidence for a number.</summary>
    Insufficient,

    Failed,
}

/// <summary>Counts what was written; read by the progress line while it grows.</summary>
internal sealed class BulkTally
{
    private readonly long[] _rows = new long[3];

    /// <summary>Rows written by this run.</summary>
    public long Rows => Of(RowOutcome.Scored) + Of(RowOutcome.Insufficient) + Of(RowOutcome.Failed);

    public InputTally Input { get; } = new();

    public long Of(RowOutcome outcome) => Interlocked.Read(ref _rows[(int)outcome]);

    public void Count(RowOutcome outcome) => Interlocked.Increment(ref _rows[(int)outcome]);
}
