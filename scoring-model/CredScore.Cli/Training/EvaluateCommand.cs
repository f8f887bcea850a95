using System.CommandLine;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary><c>credscore evaluate</c>: how well the recipe, or a model, agrees with people; below the bar it fails.</summary>
internal static class EvaluateCommand
{
    private const string Purpose =
        """
        Measures how well predicted grades agree with people's. Without --model the recipe of credscore train is measured in five folds by group; with it
        that model as it is, on articles that it must not have been trained on.

        Exit codes: 0 measured, 1 below the bar, 2 bad input, 5 output cannot be written.
        """;

    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string?> Model = new("--model") { Description = "Model to measure.", HelpName = "FILE.model" };

    private static readonly Option<string?> Output = new("--out") { Description = "File to write the measures to as well.", HelpName = "FILE.txt" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("evaluate", Purpose) { Table, Model, Output };

        command.SetAction((parsed, _) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            var probabilities = parsed.GetValue(Model) is { } path ? Ask(ReadModel(path), table) : Variants.Ordinal(table, new(), TreeTrainer.GrowLight);
            return Task.FromResult(Report(table, probabilities, parsed.GetValue(Output), terminal));
        });

        return command;
    }

    private static int Report(FeatureTable table, double[][] probabilities, string? output, Terminal terminal)
    {
        var all = GradeReport.MeasuresOf(table, probabilities, _ => true);
        var text = $"All articles: {all}.\n";

        if (table.Rows.Any(row => row.IsMedical))
        {
            text += $"Medical articles: {GradeReport.MeasuresOf(table, probabilities, row => row.IsMedical)}.\n";
        }

        terminal.Output.Write(text);
        WriteTo(output, text);
        string[] missed = [.. Bars.ToBeat.Missed(all), .. all.TopError > Bars.CalibrationError ? [FormattableString.Invariant($"Calibration error {all.TopError:0.000} is above {Bars.CalibrationError:0.000}.")] : Array.Empty<string>()];

        if (missed.Length > 0)
        {
            terminal.Error.WriteLine(string.Join(' ', missed));
            return ExitCode.Fault;
        }

        return ExitCode.Done;
    }

    private static void WriteTo(string? output, string text)
    {
        try
        {
            if (output is not null)
            {
                File.WriteAllText(output, text);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(output!, exception);
        }
    }

    private static GradeModel ReadModel(string path)
    {
        try
        {
            return GradeModelFile.Read(File.ReadAllBytes(path), ModelFeatures.Names);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"{path} could not be read: {Sentence.Of(exception)}", exception);
        }
        catch (ModelException exception)
        {
            throw CommandFailure.BadInput($"{path}: {exception.Message}", exception);
        }
    }

    private static double[][] Ask(GradeModel model, FeatureTable table)
        => [.. OrdinalTrainer.Inputs(table).Select(page => model.Predict(page).Probabilities.ToArray())];
}
