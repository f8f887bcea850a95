using System.CommandLine;
using CredScore.Exports.Reading;
using CredScore.Scoring;

namespace CredScore.Cli.Exports;

/// <summary><c>credscore verify</c>: every row of an export scored again from its feature values.</summary>
internal static class VerifyCommand
{
    private const int MostShown = 10;

    private const string Purpose =
        """
        Scores every row of an export again from its feature values, by the ruleset that the row names, without the network, and compares score, band, confidence
        and the points of each criterion. EXPORT is a package (.zip, or its folder) or a table alone.

        Exit codes: 0 all rows are the same, 2 the export cannot be read, 6 a row is different or could not be scored again.
        """;

    private static readonly Argument<string> Export = new("EXPORT") { Description = "Package or table that the service or credscore bulk wrote." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify", Purpose) { Export };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(Export), terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, Terminal terminal, CancellationToken cancellationToken)
    {
        using var export = ExportFile.Open(path);
        var verification = new Verification(export.Rulesets);

        try
        {
            if (!await export.IsWholeAsync(cancellationToken))
            {
                throw CommandFailure.BadInput($"{path} is damaged: its table is not the one of its checksum. Fetch it again.");
            }

            await foreach (var row in export.ReadAsync().WithCancellation(cancellationToken))
            {
                if (verification.Check(row) is { } difference && verification.Faults <= MostShown)
                {
                    await terminal.Error.WriteLineAsync(difference);
                }
            }
        }
        catch (ExportException exception)
        {
            throw CommandFailure.BadInput(exception.Message, exception);
        }

        await terminal.Output.WriteLineAsync(
            FormattableString.Invariant($"{verification.Rows:N0} rows: {verification.Same:N0} the same, {verification.Different:N0} different, {verification.NotChecked:N0} that cannot be scored again, {verification.Unscored:N0} without an assessment. Scorer {PageScorer.ScorerVersion}."));
        return verification is { Faults: 0, Rows: > 0 } ? ExitCode.Done : ExitCode.Different;
    }
}
