namespace CredScore.Cli.Training;

/// <summary>
/// The choice of recipe as part of what is measured: for each fold the recipe of the least log loss on the other four is taken, so that no figure of the nested lines has
/// seen the articles that it is about, neither in growing, nor in calibrating, nor in choosing.
/// </summary>
/// <param name="Table">Features with grades.</param>
/// <param name="Trials">Every recipe in nested folds.</param>
internal sealed record Choice(FeatureTable Table, IReadOnlyList<Trial> Trials)
{
    /// <summary>More do not give a grade with its contributions within 50 µs.</summary>
    public const int MostTrees = 3000;

    public static Func<LabelledFeatures, bool> Everything { get; } = _ => true;

    public static Func<LabelledFeatures, bool> Medical { get; } = row => row.IsMedical;

    /// <summary>For each fold the recipe that the other four choose, by the log loss of the pages meant.</summary>
    public Trial[] Chosen(Func<LabelledFeatures, bool> by)
        => [.. Enumerable.Range(0, Folds.Count).Select(fold => Trials.MinBy(trial => trial.Inside(fold, by).LogLoss)!)];

    /// <summary>The recipe that all five folds choose together.</summary>
    public Recipe Best => Trials.MinBy(trial => LogLossInside(trial, Everything))!.Recipe;

    /// <summary>The best of those that answer in time.</summary>
    public Recipe Shipped => Trials.Where(trial => trial.Recipe.Trees <= MostTrees).MinBy(trial => LogLossInside(trial, Everything))!.Recipe;

    /// <summary>Mean log loss over the inner folds of all outer ones.</summary>
    public static double LogLossInside(Trial trial, Func<LabelledFeatures, bool> isMeant)
        => Enumerable.Range(0, Folds.Count).Average(fold => trial.Inside(fold, isMeant).LogLoss);

    /// <summary>Probabilities of every page by the trial of its fold.</summary>
    public double[][] Predict(IReadOnlyList<Trial> byFold, bool forMedical = false)
    {
        var probabilities = new double[Table.Rows.Count][];

        foreach (var (row, page) in byFold.SelectMany((trial, fold) => trial.Outside(fold, forMedical)))
        {
            probabilities[row] = page;
        }

        return probabilities;
    }

    /// <summary>A recipe that is taken for every fold.</summary>
    public static Trial[] Always(Trial trial) => [.. Enumerable.Repeat(trial, Folds.Count)];
}
