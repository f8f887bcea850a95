using System.Threading.Channels;
using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Bulk.Output;

namespace CredScore.Cli.Bulk;

/// <summary>
/// One reader cuts rows, workers read and assess them, one writer puts them out in the order of the input. What is in flight is bounded
/// by rows and by bytes, so memory does not grow with the input.
/// </summary>
internal sealed class BulkRun(BulkOptions options, IRowOutput output, BulkTally tally) : IDisposable
{
    private const int RowsAheadForEachWorker = 16;

    private readonly RowAssessor _assessor = new(options);
    private readonly InFlight _inFlight = new();
    private readonly Channel<Ticket> _work = ChannelFor(options.Workers, singleReader: false);
    private readonly Channel<Ticket> _order = ChannelFor(options.Workers, singleReader: true);

    /// <summary>
    /// Runs until the rows end, the input breaks off (<see cref="CutInputException"/>, after the rows before were written) or
    /// <paramref name="stop"/> asks to finish what is in flight. False when it was stopped before the rows ended.
    /// </summary>
    public async Task<bool> RunAsync(IEnumerable<InputRow> rows, CancellationToken stop)
    {
        using var abort = new CancellationTokenSource();
        var read = Task.Run(() => ReadAsync(rows, stop, abort.Token), CancellationToken.None);
        Task[] others =
        [
            Task.Run(() => WriteAsync(abort.Token), CancellationToken.None),
            .. Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => WorkAsync(abort.Token), CancellationToken.None)),
        ];

        await foreach (var task in Task.WhenEach(others))
        {
            if (task.IsFaulted)
            {
                await abort.CancelAsync();
            }
        }

        await ThrowFirstFaultAsync(others);
        return await read;
    }

    public void Dispose() => _inFlight.Dispose();

    private static Channel<Ticket> ChannelFor(int workers, bool singleReader) => Channel.CreateBounded<Ticket>(
        new BoundedChannelOptions(workers * RowsAheadForEachWorker) { SingleWriter = true, SingleReader = singleReader });

    // The fault that came first made the others stop: they only say that they were cancelled.
    private static async Task ThrowFirstFaultAsync(Task[] tasks)
    {
        foreach (var task in tasks)
        {
            if (task.IsFaulted)
            {
                await task;
            }
        }
    }

    private async Task<bool> ReadAsync(IEnumerable<InputRow> rows, CancellationToken stop, CancellationToken abort)
    {
        try
        {
            foreach (var row in rows)
            {
                if (stop.IsCancellationRequested)
                {
                    return false;
                }

                var ticket = new Ticket(row);
                await _inFlight.TakeAsync(row.Weight, abort);
                await _order.Writer.WriteAsync(ticket, abort);
                await _work.Writer.WriteAsync(ticket, abort);
            }

            return true;
        }
        finally
        {
            _work.Writer.Complete();
            _order.Writer.Complete();
        }
    }

    private async Task WorkAsync(CancellationToken abort)
    {
        await foreach (var ticket in _work.Reader.ReadAllAsync(abort))
        {
            var result = _assessor.Assess(ticket.TakeRow());
            var write = Prepare(ref result);
            ticket.Finish(result, write);
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

    private async Task WriteAsync(CancellationToken abort)
    {
        await foreach (var ticket in _order.Reader.ReadAllAsync(abort))
        {
            var write = await ticket.Finished.WaitAsync(abort);
            await write(abort);
            _inFlight.GiveBack(ticket.Weight);
            tally.Count(ticket.Outcome);
        }
    }

    private sealed class Ticket(InputRow row)
    {
        private readonly TaskCompletionSource<Func<CancellationToken, ValueTask>> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private InputRow? _row = row;

        public int Weight { get; } = row.Weight;

        public RowOutcome Outcome { get; private set; }

        public Task<Func<CancellationToken, ValueTask>> Finished => _finished.Task;

        // The ticket waits for its turn to be written; the row's text need not.
        public InputRow TakeRow() => Interlocked.Exchange(ref _row, null)!;

        public void Finish(RowResult result, Func<CancellationToken, ValueTask> write)
        {
            Outcome = result switch
            {
                { Error: not null } => RowOutcome.Failed,
                { Assessment.Score: null } => RowOutcome.Insufficient,
                _ => RowOutcome.Scored,
            };
            _finished.SetResult(write);
        }
    }
}
