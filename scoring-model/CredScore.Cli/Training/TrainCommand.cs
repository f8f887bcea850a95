using System.CommandLine;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary><c>credscore train</c>: a table of labelled features to a model and its card.</summary>
internal static class TrainCommand
{
    private const string Purpose =
        """
        Trains the model that predicts articles' grades, measures it in five folds by group, and writes model, card and plot together.
        The same table gives the same bytes. Nothing is written when a measure falls below what published features reach.

        Exit codes: 0 written, 1 below the bar, 2 bad input, 5 output cannot be written.
        """;

    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string?> DriftFile = new("--drift") { Description = "Shifts of the thresholds for today's articles (.tsv) that credscore drift wrote.", HelpName = "FILE.tsv" };

    private static readonly Option<string> Output = new("--out") { Description = "Folder for the model, its card and its plots.", HelpName = "FOLDER", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", Purpose) { Table, DriftFile, Output };

        command.SetAction((parsed, _) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            var drift = parsed.GetValue(DriftFile) is { } path ? Drift.Read(path) : null;
            return Task.FromResult(Run(table, new(), drift, parsed.GetRequiredValue(Output), terminal));
        });

        return command;
    }

    /// <summary>Trains, measures and writes; nothing where a measure is below what published features reach.</summary>
    public static int Run(FeatureTable table, TreeOptions options, double[]? drift, string folder, Terminal terminal)
    {
        var trained = GradeTraining.Train(table, options, drift);
        var model = GradeModelFile.Write(trained.Model);
        var report = new GradeReport { Table = table, Options = options, Trained = trained, ModelBytes = model.Length };
        terminal.Output.WriteLine($"All articles: {report.All}.");
        terminal.Output.WriteLine($"Medical articles: {report.Medical}.");

        if (Bars.ToBeat.Missed(report.All).ToList() is { Count: > 0 } missed)
        {
            terminal.Error.WriteLine($"{string.Join(' ', missed)} No model was written.");
            return ExitCode.Fault;
        }

        Write(report, model, folder);
        terminal.Output.WriteLine($"{GradeTraining.ModelId}, {model.Length / 1024:N0} KB, with its card: {folder}");
        return ExitCode.Done;
    }

    private static void Write(GradeReport report, byte[] model, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, "wikipedia-grade.model"), model);
            File.WriteAllText(Path.Combine(folder, "wikipedia-grade.md"), ModelCard.Write(report));
            File.WriteAllText(Path.Combine(folder, "wikipedia-grade.calibration.svg"), ModelCard.Calibration(report));
            CrossFitFile.Write(report.Table, report.Trained, Path.Combine(folder, "wikipedia-grade.crossfit.tsv.gz"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, exception);
        }
    }
}
