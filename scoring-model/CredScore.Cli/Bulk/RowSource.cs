using System.Runtime.ExceptionServices;
using CredScore.Cli.Bulk.Input;

namespace CredScore.Cli.Bulk;

/// <summary>Hands the rows out one by one, to one worker at a time.</summary>
internal sealed class RowSource(IEnumerable<InputRow> rows, RowOrder order) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IEnumerator<InputRow> _rows = rows.GetEnumerator();
    private ExceptionDispatchInfo? _cut;
    private long _taken;

    /// <summary>Whether all rows were taken.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>The next row, as soon as there is room for it; null when there are no more.</summary>
    public async ValueTask<TakenRow?> TakeAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);

        try
        {
            if (!MoveNext())
            {
                return null;
            }

            await order.MakeRoomAsync(_rows.Current.Weight, cancellationToken);
            return new(_taken++, _rows.Current);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Throws what broke the rows off, once those before are written.</summary>
    public void ThrowIfCut() => _cut?.Throw();

    public void Dispose()
    {
        _rows.Dispose();
        _turn.Dispose();
    }

    private bool MoveNext()
    {
        if (HasEnded || _cut is not null)
        {
            return false;
        }

        try
        {
            HasEnded = !_rows.MoveNext();
        }
        catch (Exception cut)
        {
            _cut = ExceptionDispatchInfo.Capture(cut);
        }

        return !HasEnded && _cut is null;
    }
}

/// <summary>A row in a worker's hands.</summary>
/// <param name="number">Its place in the input, from 0.</param>
internal sealed class TakenRow(long number, InputRow row)
{
    private InputRow? _row = row;

    public long Number { get; } = number;

    public int Weight { get; } = row.Weight;

    // What is assessed waits for its turn to be written; the row's text need not.
    public InputRow TakeRow() => Interlocked.Exchange(ref _row, null)!;
}
