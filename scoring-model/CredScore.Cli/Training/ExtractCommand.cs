using System.CommandLine;

namespace CredScore.Cli.Training;

/// <summary><c>credscore extract</c>: labelled pages to a table of features.</summary>
internal static class ExtractCommand
{
    private const string Purpose =
        """
        Reads labelled articles and writes a table of their features, to train and measure a model with.

        INPUT is JSON lines as bulk reads them, with the further members label (stub, start, c, b, ga, fa), group (pages of like titles
        share one) and medical (0 or 1); plain, or packed as gzip or bzip2. Badges and stub notices, which are the label itself, are taken out before
        anything is read. The table holds numbers only: no text, title or address; groups are numbered in the order they first appear.

        Exit codes: 0 whole table, 2 bad input (a row that cannot be read, an unknown label), 5 output cannot be written.
        """;

    private static readonly Argument<string> Input = new("INPUT") { Description = "File of JSON lines with labels." };

    private static readonly Option<string> Output = new("--out") { Description = "Table to write (tab-separated, packed): its name ends in .tsv.gz.", HelpName = "FILE.tsv.gz", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("extract", Purpose) { Input, Output };

        command.SetAction((parsed, cancellationToken) =>
        {
            var output = parsed.GetRequiredValue(Output);

            if (!output.EndsWith(".tsv.gz", StringComparison.OrdinalIgnoreCase))
            {
                throw CommandFailure.BadInput($"--out {output} does not say its form: its name ends in .tsv.gz.");
            }

            var table = Extraction.Run(parsed.GetRequiredValue(Input), cancellationToken);
            FeatureTableFile.Write(table, output);
            terminal.Output.WriteLine($"{table.Rows.Count:N0} articles in {table.Rows.Select(row => row.Group).Distinct().Count():N0} groups, {table.Names.Count} features each. {output}");
            return Task.FromResult(ExitCode.Done);
        });

        return command;
    }
}
