namespace CredScore.Cli.Bulk;

/// <summary>
/// Puts the rows back into the order of the input. Whoever brings the row whose turn it is writes it and all that wait behind it; the others leave
/// theirs and go on.
/// </summary>
internal sealed class RowOrder(BulkTally tally, int workers) : IDisposable
{
    private const int RowsAheadForEachWorker = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, Written> _waiting = [];
    private readonly SemaphoreSlim _ahead = new(workers * RowsAheadForEachWorker);
    private readonly InFlight _inFlight = new();
    private long _next;
    private bool _isWriting;

    /// <summary>Waits until another row of so many bytes may be in flight.</summary>
    public async ValueTask MakeRoomAsync(int weight, CancellationToken cancellationToken)
    {
        await _ahead.WaitAsync(cancellationToken);
        await _inFlight.TakeAsync(weight, cancellationToken);
    }

    public async ValueTask PutAsync(TakenRow row, RowResult result, Func<CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        var isMine = Leave(row.Number, new(write, row.Weight, OutcomeOf(result)));

        while (isMine && TryTakeNext(out var next))
        {
            await next.Write(cancellationToken);
            tally.Count(next.Outcome);
            _inFlight.GiveBack(next.Weight);
            _ahead.Release();
        }
    }

    public void Dispose()
    {
        _inFlight.Dispose();
        _ahead.Dispose();
    }

    private static RowOutcome OutcomeOf(RowResult result) => result switch
    {
        { Error: not null } => RowOutcome.Failed,
        { Assessment.Score: null } => RowOutcome.Insufficient,
        _ => RowOutcome.Scored,
    };

    // True for whoever is to write now.
    private bool Leave(long number, Written row)
    {
        lock (_lock)
        {
            _waiting.Add(number, row);
            var isMine = !_isWriting && _waiting.ContainsKey(_next);
            _isWriting |= isMine;
            return isMine;
        }
    }

    private bool TryTakeNext(out Written row)
    {
        lock (_lock)
        {
            _isWriting = _waiting.Remove(_next, out row);
            _next += _isWriting ? 1 : 0;
            return _isWriting;
        }
    }

    private readonly record struct Written(Func<CancellationToken, ValueTask> Write, int Weight, RowOutcome Outcome);
}
