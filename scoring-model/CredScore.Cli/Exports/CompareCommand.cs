using System.CommandLine;
using CredScore.Exports.Columns;
using CredScore.Exports.Reading;

namespace CredScore.Cli.Exports;

/// <summary><c>credscore compare</c>: where two exports agree, and which pages moved.</summary>
internal static class CompareCommand
{
    private const string Purpose =
        """
        Compares the scores of the same pages in two exports: agreement of scores and bands, the confusion of bands, and the pages that moved most. Rows belong
        together by key and revision, else by key.

        Exit codes: 0 compared, 2 an export cannot be read or the two have no page in common.
        """;

    private static readonly Argument<string> First = new("FIRST") { Description = "Package or table." };

    private static readonly Argument<string> Second = new("SECOND") { Description = "Package or table to compare it with." };

    private static readonly Option<int> Movers = new("--movers") { Description = "Pages to show that moved most.", HelpName = "N", DefaultValueFactory = _ => 10 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("compare", Purpose) { First, Second, Movers };

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (first, second) = (parsed.GetRequiredValue(First), parsed.GetRequiredValue(Second));
            var comparison = ExportComparison.Of(await ReadAsync(first, cancellationToken), await ReadAsync(second, cancellationToken));

            if (comparison.Pairs.Count == 0)
            {
                throw CommandFailure.BadInput($"{first} and {second} have no page in common.");
            }

            await terminal.Output.WriteAsync(ComparisonText.Write(comparison, parsed.GetValue(Movers)));
            return ExitCode.Done;
        });

        return command;
    }

    // What a comparison needs of a row, so that memory holds no feature values.
    private static async Task<List<ExportRow>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var export = ExportFile.Open(path);
        var rows = new List<ExportRow>();

        try
        {
            await foreach (var row in export.ReadAsync().WithCancellation(cancellationToken))
            {
                if (row is { Key: not null, Band: not null })
                {
                    rows.Add(new() { Key = row.Key, Revision = row.Revision, Title = row.Title, Score = row.Score, Band = row.Band });
                }
            }
        }
        catch (ExportException exception)
        {
            throw CommandFailure.BadInput(exception.Message, exception);
        }

        return rows;
    }
}
