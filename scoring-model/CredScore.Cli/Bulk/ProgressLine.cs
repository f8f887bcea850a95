using System.Globalization;
using CredScore.Cli.Bulk.Input;

namespace CredScore.Cli.Bulk;

/// <summary>One line at a terminal that says how far a run is: rows, rate, share of the input, time left. Silent when nobody watches.</summary>
internal sealed class ProgressLine : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _done = new();
    private readonly Terminal _terminal;
    private readonly BulkTally _tally;
    private readonly InputFile _input;
    private readonly long _started;
    private readonly Task _drawing;
    private int _width;

    private ProgressLine(Terminal terminal, BulkTally tally, InputFile input)
    {
        _terminal = terminal;
        _tally = tally;
        _input = input;
        _started = terminal.Time.GetTimestamp();
        _drawing = terminal.IsErrorWatched ? DrawAsync() : Task.CompletedTask;
    }

    public static ProgressLine Start(Terminal terminal, BulkTally tally, InputFile input) => new(terminal, tally, input);

    public static string Describe(long rows, double share, TimeSpan elapsed)
    {
        var rate = elapsed.TotalSeconds > 0 ? rows / elapsed.TotalSeconds : 0;
        var left = share is > 0.001 and < 1 ? elapsed * ((1 - share) / share) : (TimeSpan?)null;
        var ending = left is { } time ? $" · {Clock(time)} left" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows · {rate:N0} a second · {share:P0}{ending}");
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _drawing;
        _done.Dispose();

        if (_width > 0)
        {
            await _terminal.Error.WriteAsync('\r' + new string(' ', _width) + '\r');
        }
    }

    private static string Clock(TimeSpan time)
        => time.TotalHours >= 1 ? time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);

    private async Task DrawAsync()
    {
        using var timer = new PeriodicTimer(Interval, _terminal.Time);

        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
            {
                var text = Describe(_tally.Rows, _input.Share, _terminal.Time.GetElapsedTime(_started));
                await _terminal.Error.WriteAsync('\r' + text.PadRight(_width));
                _width = Math.Max(_width, text.Length);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
