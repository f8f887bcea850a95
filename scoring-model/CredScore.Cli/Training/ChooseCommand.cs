using System.CommandLine;

namespace CredScore.Cli.Training;

/// <summary><c>credscore choose</c>: the recipes that could have been shipped, in nested folds.</summary>
internal static class ChooseCommand
{
    private const string Purpose =
        """
        Measures the choice of the grade model's recipe: for each of five folds it is made anew on the other four. Writes the third part of the card. Takes ten
        times as long as training.

        Exit codes: 0 written, 2 bad input, 5 output cannot be written.
        """;

    private static readonly Argument<string> Table = new("TABLE") { Description = "Table of features (.tsv.gz) that credscore extract wrote." };

    private static readonly Option<string> Output = new("--out") { Description = "Folder for the third part of the card.", HelpName = "FOLDER", Required = true };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("choose", Purpose) { Table, Output };

        command.SetAction((parsed, cancellationToken) =>
        {
            var table = GradeTraining.ReadTable(parsed.GetRequiredValue(Table));
            return Task.FromResult(Run(table, Recipe.All, parsed.GetRequiredValue(Output), terminal, cancellationToken));
        });

        return command;
    }

    public static int Run(FeatureTable table, IReadOnlyList<Recipe> recipes, string folder, Terminal terminal, CancellationToken cancellationToken)
    {
        var choice = new Choice(table, [.. recipes.Select(recipe => Try(recipe, table, terminal, cancellationToken))]);

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, "wikipedia-grade.choice.md"), ChoiceCard.Write(choice));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.OutputFailed(folder, exception);
        }

        terminal.Output.WriteLine($"All folds together choose {choice.Best.Name}. {folder}");
        return ExitCode.Done;
    }

    private static Trial Try(Recipe recipe, FeatureTable table, Terminal terminal, CancellationToken cancellationToken)
    {
        var started = terminal.Time.GetTimestamp();
        var trial = Trial.Of(table, recipe, cancellationToken);
        terminal.Output.WriteLine(FormattableString.Invariant($"{recipe.Name}: log loss inside {Choice.LogLossInside(trial, Choice.Everything):0.0000}, medical {Choice.LogLossInside(trial, Choice.Medical):0.000}; {terminal.Time.GetElapsedTime(started).TotalSeconds:0} s."));
        return trial;
    }
}
