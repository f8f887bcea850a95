using CredScore.Cli.Bulk.Input;
using CredScore.Cli.Bulk.Output;
using CredScore.Exports.Columns;

namespace CredScore.Cli.Bulk;

/// <summary>A bulk run from its files to its exit code.</summary>
internal sealed class BulkJob(BulkOptions options, Terminal terminal)
{
    private readonly BulkTally _tally = new();
    private readonly OutputForm _form = OutputForm.Of(options.Output);

    public async Task<int> RunAsync(CancellationToken stop)
    {
        ThrowIfImpossible();

        if (options.Resume && !File.Exists(PartFile.PathFor(options.Output)) && File.Exists(options.Output))
        {
            await terminal.Output.WriteLineAsync($"{options.Output} is whole already: there is nothing to resume.");
            return ExitCode.Done;
        }

        using var input = InputFile.Open(options, _tally.Input);
        var started = terminal.Time.GetTimestamp();
        var columns = PageColumns.OfBulk(options.Ruleset);
        IRowFormat? format = _form.Kind switch
        {
            OutputKind.Csv => new CsvFormat(columns),
            OutputKind.JsonLines => new JsonLinesFormat(),
            _ => null,
        };
        using var part = PartFile.Open(options.Output, _form, (format?.Header ?? default).Span, options.Resume);
        var end = await WriteAsync(input, part, () => OutputForAsync(part, format, columns), stop);

        return await ConcludeAsync(end, part, terminal.Time.GetElapsedTime(started));
    }

    private void ThrowIfImpossible()
    {
        if (options.Resume && !_form.CanResume)
        {
            throw CommandFailure.BadInput("--resume needs an output of plain .jsonl or .csv: packed files and Parquet cannot be gone on with.");
        }

        if (Path.GetFullPath(options.Input) == Path.GetFullPath(options.Output))
        {
            throw CommandFailure.BadInput("--out names the input itself.");
        }
    }

    private async Task<IRowOutput> OutputForAsync(PartFile part, IRowFormat? format, IReadOnlyList<Column<ExportRow>> columns)
    {
        if (format is null)
        {
            return await ParquetOutput.CreateAsync(part.Stream, columns);
        }

        var isFresh = part.IsFresh;
        var stream = _form.Open(part.Stream);

        if (isFresh)
        {
            stream.Write(format.Header.Span);
        }

        return new TextOutput(stream, format);
    }

    private async Task<End> WriteAsync(InputFile input, PartFile part, Func<Task<IRowOutput>> open, CancellationToken stop)
    {
        try
        {
            await using var output = await open();
            var end = await RunAsync(input, part, output, stop);
            await output.CompleteAsync();
            return end;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(part.Path, exception);
        }
    }

    private async Task<End> RunAsync(InputFile input, PartFile part, IRowOutput output, CancellationToken stop)
    {
        await using var progress = ProgressLine.Start(terminal, _tally, input);

        try
        {
            using var run = new BulkRun(options, output, _tally);
            return new(IsStopped: !await run.RunAsync(RowsAfter(part, input), stop), Cut: null);
        }
        catch (CutInputException cut)
        {
            return new(IsStopped: false, cut);
        }
    }

    private IEnumerable<InputRow> RowsAfter(PartFile part, InputFile input)
    {
        var row = 0L;

        foreach (var next in input.Rows())
        {
            if (++row > part.Rows)
            {
                yield return next;
            }
        }

        if (row < part.Rows)
        {
            throw CommandFailure.BadInput($"{part.Path} holds {part.Rows:N0} rows, and {options.Input} only {row:N0}: it belongs to another input.");
        }

        if (row == 0 && !input.IsDump)
        {
            throw CommandFailure.BadInput($"{options.Input} holds no rows.");
        }
    }

    private async Task<int> ConcludeAsync(End end, PartFile part, TimeSpan elapsed)
    {
        if (end is { IsStopped: false, Cut: null })
        {
            Publish(part);
            await terminal.Output.WriteLineAsync(BulkSummary.Of(_tally, part.Rows, elapsed, part.FinalPath));
            return ExitCode.Done;
        }

        var reason = end.Cut is { } cut ? Sentence.Plain(cut.Message) : "Interrupted";
        var onward = _form.CanResume ? "The same command with --resume goes on from there." : "Only plain .jsonl and .csv can be gone on with.";
        await terminal.Error.WriteLineAsync($"{reason}. {part.Rows + _tally.Rows:N0} whole rows stand in {part.Path}. {onward}");
        return end.IsStopped ? ExitCode.Interrupted : ExitCode.BadInput;
    }

    private static void Publish(PartFile part)
    {
        try
        {
            part.Publish();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(part.FinalPath, exception);
        }
    }

    /// <summary>How a run ended: whole, stopped by Ctrl+C, or where the input breaks off.</summary>
    private readonly record struct End(bool IsStopped, CutInputException? Cut);
}
