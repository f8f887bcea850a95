using System.CommandLine;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary><c>credscore train</c>: a table of labelled features to a model and its card.</summary>
internal static class TrainCommand
{
    private const string Purpose =
        """
        Trains the model that predicts articles' grades, measures it in five folds by group, and writes model, card and plots together.
        The same table gives the same bytes. Nothing is written when a measure falls below what published features reach.

        Exit codes: 0 written, 1 below the bar, 2 bad input, 5 output cannot be written.
        """;

    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string> Output = new("--out") { Description = "Folder for the model, its card and its plots.", HelpName = "FOLDER", Required = true };

    private static readonly Option<bool> Quick = new("--quick") { Description = "Leave out the comparison with other models and without groups of features." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", Purpose) { Table, Output, Quick };

        command.SetAction((parsed, cancellationToken) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            return Task.FromResult(Run(table, parsed.GetRequiredValue(Output), parsed.GetValue(Quick), terminal, cancellationToken));
        });

        return command;
    }

    private static int Run(FeatureTable table, string folder, bool isQuick, Terminal terminal, CancellationToken cancellationToken)
    {
        var options = new TreeOptions();
        var trained = GradeTraining.Train(table, options);
        var model = GradeModelFile.Write(trained.Model);
        var report = new GradeReport { Table = table, Options = options, Trained = trained, ModelBytes = model.Length };
        terminal.Output.WriteLine($"All articles: {report.All}.");
        terminal.Output.WriteLine($"Medical articles: {report.Medical}.");

        if (Bars.ToBeat.Missed(report.All).ToList() is { Count: > 0 } missed)
        {
            terminal.Error.WriteLine($"{string.Join(' ', missed)} No model was written.");
            return ExitCode.Fault;
        }

        report = isQuick ? report : Compare(report, terminal, cancellationToken);
        Write(report, model, folder);
        terminal.Output.WriteLine($"{GradeTraining.ModelId}, {model.Length / 1024:N0} KB, with its card: {folder}");
        return ExitCode.Done;
    }

    private static GradeReport Compare(GradeReport report, Terminal terminal, CancellationToken cancellationToken)
    {
        var learning = Learn(report);
        return report with { Learning = learning, Compared = [.. Variants.All.Select(Measure)], Ablated = [.. Variants.Ablations.Select(Measure)] };

        (string Name, Measures All, Measures Medical) Measure(Variant variant)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var started = terminal.Time.GetTimestamp();
            var probabilities = variant.Fit(report.Table);
            var measures = (variant.Name, GradeReport.MeasuresOf(report.Table, probabilities, _ => true), GradeReport.MeasuresOf(report.Table, probabilities, row => row.IsMedical));
            terminal.Output.WriteLine($"{variant.Name}: {measures.Item2}; {terminal.Time.GetElapsedTime(started).TotalSeconds:0} s.");
            return measures;
        }
    }

    private static List<(int Articles, Measures Measures)> Learn(GradeReport report)
    {
        var (train, test) = Folds.Split(report.Table).First();
        var asked = report.Table.At(test);
        var points = new List<(int, Measures)>();

        foreach (var share in new[] { 0.1, 0.3, 0.6, 1 })
        {
            var part = report.Table.At(train.Take((int)(train.Length * share)));
            var grown = OrdinalTrainer.Train(part, report.Options, TreeTrainer.GrowLight);
            var calibration = OrdinalTrainer.Calibrate(report.Table, report.Trained.Raw, train);
            var scores = grown.Select(boundary => boundary.Score(OrdinalTrainer.Inputs(asked))).ToArray();
            var probabilities = asked.Rows.Select((_, page) => OrdinalTrainer.ToGrades([.. scores.Select((boundary, k) => calibration[k].Probability(boundary[page]))])).ToArray();
            points.Add((part.Rows.Count, GradeReport.MeasuresOf(asked, probabilities, _ => true)));
        }

        return points;
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

            if (report.Learning.Count > 0)
            {
                File.WriteAllText(Path.Combine(folder, "wikipedia-grade.learning.svg"), ModelCard.LearningCurve(report));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, exception);
        }
    }
}
