using System.CommandLine;
using System.Globalization;
using System.Text;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Training;

/// <summary><c>credscore drift</c>: how far norms have moved since the training articles, from numeric tables of newer ones.</summary>
internal static class DriftCommand
{
    private const string Purpose =
        """
        Trains a model of the features that a newer set counts as we do, asks it about that set, and writes what the thresholds between grades must move
        (wikipedia-grade.drift.tsv, which credscore train reads) and what came of it (wikipedia-grade.drift.md). The first set decides; further ones are measured with the same shifts
        and with shifts of their own.
        """;

    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string[]> Modern = new("--modern") { Description = "A newer set (.csv); repeatable.", HelpName = "FILE.csv", Required = true };

    private static readonly Option<string> Output = new("--out") { Description = "Folder to write to.", HelpName = "FOLDER", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("drift", Purpose) { Table, Modern, Output };

        command.SetAction((parsed, _) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            var drifts = Measure(table, parsed.GetRequiredValue(Modern));
            Write(drifts, parsed.GetRequiredValue(Output));
            terminal.Output.WriteLine(string.Join('\n', drifts.Select(drift => $"{drift.Set}: {drift.Before}; with shifts: {drift.After}.")));
            return Task.FromResult(ExitCode.Done);
        });

        return command;
    }

    private static List<Drift> Measure(FeatureTable table, string[] paths)
    {
        var drifts = new List<Drift>();

        foreach (var path in paths)
        {
            var (set, modern) = (Path.GetFileNameWithoutExtension(path), ModernTable.Read(path));

            if (drifts.Count > 0)
            {
                drifts.Add(Drift.Measure($"{set}, shifts of {drifts[0].Set}", table, modern, drifts[0].Shifts));
            }

            drifts.Add(Drift.Measure(set, table, modern));
        }

        return drifts;
    }

    private static void Write(List<Drift> drifts, string folder)
    {
        try
        {
            Drift.Write(drifts[0].Shifts, Path.Combine(folder, "wikipedia-grade.drift.tsv"));
            File.WriteAllText(Path.Combine(folder, "wikipedia-grade.drift.md"), Card(drifts));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, exception);
        }
    }

    private static string Card(List<Drift> drifts)
    {
        var card = new StringBuilder();
        Line(card, $"# How far norms have moved since the training articles of {GradeTraining.ModelId}");
        Line(card, $"");
        Line(card, $"Written by `credscore drift`; do not edit. A small ordinal model of the features that a newer set counts as we do was trained on our articles of up to 2014 and asked about the newer set. What each threshold's logit must move for as many articles to pass as people let pass, every grade weighing alike, is the shift. The shipped model takes those of the first set for articles whose sources are newer than 2014: all of them from 2022 on, a part in between.");

        foreach (var drift in drifts)
        {
            Line(card, $"");
            Line(card, $"## {drift.Set}");
            Line(card, $"");
            Line(card, $"{drift.Articles:N0} articles; shared features: {string.Join(", ", drift.Features.Select(name => $"`{name}`"))}. As it is: {drift.Before}. With shifts: {drift.After}.");
            Line(card, $"");
            Line(card, $"| | {string.Join(" | ", Grades.All.Select(grade => grade.Id()))} |");
            Line(card, $"| --- |{string.Concat(Grades.All.Select(_ => " --- |"))}");
            Line(card, $"| mean predicted grade, our articles | {string.Join(" | ", drift.MeanByGrade.Select(mean => Two(mean.Ours)))} |");
            Line(card, $"| mean predicted grade, as it is | {string.Join(" | ", drift.MeanByGrade.Select(mean => Two(mean.Before)))} |");
            Line(card, $"| mean predicted grade, with shifts | {string.Join(" | ", drift.MeanByGrade.Select(mean => Two(mean.After)))} |");
            Line(card, $"| shift of the threshold above, logits | {string.Join(" | ", drift.Shifts.Select(Two))} | |");
        }

        return card.ToString();
    }

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder card, FormattableString line) => card.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
