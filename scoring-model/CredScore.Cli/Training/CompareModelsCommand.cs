using System.CommandLine;

namespace CredScore.Cli.Training;

/// <summary><c>credscore compare-models</c>: other models, and the shipped recipe without groups of features, in the same folds. Slower than training itself.</summary>
internal static class CompareModelsCommand
{
    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string?> Texts = new("--texts") { Description = "The labelled articles that the table was extracted from: measures hashed words too.", HelpName = "INPUT" };

    private static readonly Option<string> Output = new("--out") { Description = "Folder for the second part of the card.", HelpName = "FOLDER", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("compare-models", "Measures other models in the same folds, and writes the second part of the grade model's card.") { Table, Texts, Output };

        command.SetAction((parsed, cancellationToken) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            var folder = parsed.GetRequiredValue(Output);
            var words = parsed.GetValue(Texts) is { } texts ? Variants.WithWords(HashedWords.Read(texts, table)) : [];
            var comparison = new Comparison([.. Variants.All.Concat(Variants.Ablations).Concat(words).Select(variant => Measure(variant, table, terminal, cancellationToken))], Learn(table, new()));

            try
            {
                File.WriteAllText(Path.Combine(folder, "wikipedia-grade.compared.md"), ComparisonCard.Write(comparison));
                File.WriteAllText(Path.Combine(folder, "wikipedia-grade.learning.svg"), ComparisonCard.LearningCurve(comparison));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw CommandFailure.OutputFailed(folder, exception);
            }

            return Task.FromResult(ExitCode.Done);
        });

        return command;
    }

    private static (string Name, Measures All, Measures Medical) Measure(Variant variant, FeatureTable table, Terminal terminal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var started = terminal.Time.GetTimestamp();
        var probabilities = variant.Fit(table);
        var measures = (variant.Name, GradeReport.MeasuresOf(table, probabilities, _ => true), GradeReport.MeasuresOf(table, probabilities, row => row.IsMedical));
        terminal.Output.WriteLine($"{variant.Name}: {measures.Item2}; medical {measures.Item3}; {terminal.Time.GetElapsedTime(started).TotalSeconds:0} s.");
        return measures;
    }

    private static List<(int Articles, Measures Measures)> Learn(FeatureTable table, TreeOptions options)
    {
        var (train, test) = Folds.Split(table).First();
        var asked = table.At(test);
        var points = new List<(int, Measures)>();

        foreach (var share in new[] { 0.1, 0.3, 1 })
        {
            var part = train.Take((int)(train.Length * share)).ToList();
            var probabilities = Fit(table.At(part.Where((_, index) => index % 4 != 0)), table.At(part.Where((_, index) => index % 4 == 0)), asked, options);
            points.Add((part.Count, GradeReport.MeasuresOf(asked, probabilities, _ => true)));
        }

        return points;
    }

    private static double[][] Fit(FeatureTable growing, FeatureTable calibrating, FeatureTable asked, TreeOptions options)
    {
        var passed = OrdinalTrainer.Train(growing, options, TreeTrainer.GrowLight).Select((boundary, k) =>
        {
            var calibration = Platt.Fit([.. boundary.Score(OrdinalTrainer.Inputs(calibrating)).Select(score => (double)score)], OrdinalTrainer.Passed(calibrating, k));
            return boundary.Score(OrdinalTrainer.Inputs(asked)).Select(score => calibration.Probability(score)).ToArray();
        }).ToArray();
        return [.. asked.Rows.Select((_, page) => OrdinalTrainer.ToGrades([.. passed.Select(boundary => boundary[page])]))];
    }
}
