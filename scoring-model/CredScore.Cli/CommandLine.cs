using System.CommandLine;
using System.CommandLine.Invocation;
using CredScore.Cli.Bulk;
using CredScore.Cli.Catalogues;
using CredScore.Cli.Exports;
using CredScore.Cli.Score;
using CredScore.Cli.Training;

namespace CredScore.Cli;

/// <summary>The table of contents of <c>credscore</c>, and the one place where failures become exit codes.</summary>
internal static class CommandLine
{
    // A bulk run finishes the rows in flight after Ctrl+C; the largest takes well under this.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(30);

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal) => RunAsync(args, terminal, CancellationToken.None);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = Root(terminal).Parse(args);

        if (parsed.Action is ParseErrorAction)
        {
            return ExplainUsage(parsed, terminal);
        }

        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeToFinish,
        };

        try
        {
            return await parsed.InvokeAsync(invocation, cancellationToken);
        }
        catch (CommandFailure failure)
        {
            await terminal.Error.WriteLineAsync(Sentence.Plain(failure.Message));
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            await terminal.Error.WriteLineAsync(
                $"This is a fault of credscore itself ({fault.GetType().Name}: {Sentence.Plain(fault.Message)}). Please report it with the command that you gave.");
            return ExitCode.Fault;
        }
    }

    private static RootCommand Root(Terminal terminal) => new(
        """
        Scores Wikipedia articles and YouTube videos by who made them and what they cite, and explains every point.
        It judges signals of credibility; it does not check facts.
        """)
    {
        ScoreCommand.Create(terminal),
        BulkCommand.Create(terminal),
        VerifyCommand.Create(terminal),
        CompareCommand.Create(terminal),
        AgreementCommand.Create(terminal),
        CataloguesCommand.Create(terminal),
        ExtractCommand.Create(terminal),
        TrainCommand.Create(terminal),
        EvaluateCommand.Create(terminal),
        CompareModelsCommand.Create(terminal),
        ChooseCommand.Create(terminal),
        DriftCommand.Create(terminal),
        TextCommand.CreateTrain(terminal),
        TextCommand.CreateEvaluate(terminal),
    };

    private static int ExplainUsage(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.Error.WriteLine(Sentence.Plain(error.Message));
        }

        var command = parsed.CommandResult.Command is RootCommand ? string.Empty : parsed.CommandResult.Command.Name + " ";
        terminal.Error.WriteLine($"See credscore {command}--help.");
        return ExitCode.BadInput;
    }
}
