using System.CommandLine;

namespace CredScore.Cli.Training;

/// <summary><c>credscore evaluate</c>: how well the recipe, or a model, agrees with people; below the bar it fails.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that extract wrote." };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("evaluate", "Measures the grade model.") { Table };

        command.SetAction((parsed, _) =>
        {
            var started = terminal.Time.GetTimestamp();
            var table = FeatureTableFile.Read(parsed.GetRequiredValue(Table)).Select(CredScore.Scoring.Model.ModelFeatures.Names);
            var raw = OrdinalTrainer.CrossFit(table, new(), TreeTrainer.GrowLight);
            var p = OrdinalTrainer.Probabilities(table, raw);
            terminal.Output.WriteLine(Measures.Of(p, [.. table.Rows.Select(row => row.Grade)]).ToString());
            var med = Enumerable.Range(0, p.Length).Where(i => table.Rows[i].IsMedical).ToList();
            terminal.Output.WriteLine(Measures.Of([.. med.Select(i => p[i])], [.. med.Select(i => table.Rows[i].Grade)]).ToString());
            terminal.Output.WriteLine($"{terminal.Time.GetElapsedTime(started)}");
            return Task.FromResult(ExitCode.Done);
        });

        return command;
    }
}
