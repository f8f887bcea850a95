using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Bulk.Output;

namespace CredScore.Cli.Bulk;

/// <summary>
/// Each worker takes the next row, assesses it, and puts out what has come to its turn: the rows stand in the order of the input, and one worker
/// is one thread. What is in flight is bounded by rows and by bytes, so memory does not grow with the input.
/// </summary>
internal sealed class BulkRun(BulkOptions options, IRowOutput output, BulkTally tally) : IDisposable
{
    private readonly RowAssessor _assessor = new(options);
    private readonly RowOrder _order = new(tally, options.Workers);

    /// <summary>
    /// Runs until the rows end, the input breaks off (<see cref="CutInputException"/>, after the rows before were written) or
    /// <paramref name="stop"/> asks to finish what is in flight. False when it was stopped before the rows ended.
    /// </summary>
    public async Task<bool> RunAsync(IEnumerable<InputRow> rows, CancellationToken stop)
    {
        using var abort = new CancellationTokenSource();
        using var source = new RowSource(rows, _order);
        Task[] workers = [.. Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(source, stop, abort.Token), CancellationToken.None))];

        await foreach (var worker in Task.WhenEach(workers))
        {
            if (worker.IsFaulted)
            {
                await abort.CancelAsync();
            }
        }

        await ThrowFirstFaultAsync(workers);
        source.ThrowIfCut();
        return source.HasEnded;
    }

    public void Dispose() => _order.Dispose();

    // The fault that came first made the others stop: they only say that they were cancelled.
    private static async Task ThrowFirstFaultAsync(Task[] workers)
    {
        foreach (var worker in workers)
        {
            if (worker.IsFaulted)
            {
                await worker;
            }
        }
    }

    private async Task WorkAsync(RowSource source, CancellationToken stop, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested && await source.TakeAsync(abort) is { } taken)
        {
            var result = _assessor.Assess(taken.TakeRow());
            var write = Prepare(ref result);
            await _order.PutAsync(taken, result, write, abort);
        }
    }

    private Func<CancellationToken, ValueTask> Prepare(ref RowResult result)
    {
        try
        {
            return output.Prepare(result);
        }
        catch (Exception fault)
        {
            result = RowAssessor.Unwritable(result, fault);
            return output.Prepare(result);
        }
    }
}
