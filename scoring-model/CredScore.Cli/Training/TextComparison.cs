namespace CredScore.Cli.Training;

/// <summary>Figures of one variant over repeated grouped cross-validation.</summary>
internal sealed record TextResult(TextVariant Variant, IReadOnlyList<TextRun> Runs)
{
    public double Auc { get; } = Runs.Average(run => TextMeasures.Auc(run.Scored));

    public (double Low, double High) Interval { get; } = TextMeasures.Interval([.. Runs.Select(run => run.Scored)]);

    /// <summary>Mean over folds of the area within each: scores of different models are not compared.</summary>
    public double FoldAuc { get; } = Runs.Average(run => run.Scored.GroupBy(row => row.Fold).Average(fold => TextMeasures.Auc(fold)));

    /// <summary>Least and greatest area of a single division: how far one division can mislead.</summary>
    public (double Least, double Most) Spread { get; } = (Runs.Min(run => TextMeasures.Auc(run.Scored)), Runs.Max(run => TextMeasures.Auc(run.Scored)));

    /// <summary>What inner folds say, without a look at the rows that are measured on.</summary>
    public double InnerAuc { get; } = Runs.Average(run => run.InnerAuc.Average());

    public IReadOnlyList<TextJudged> Judged { get; } = [.. Runs.SelectMany(run => TextCalibrator.CrossFit(run.Scored))];
}

/// <summary>Compares variants on the same folds.</summary>
internal static class TextComparison
{
    /// <summary>Three divisions into folds: with few rows one division is luck.</summary>
    private static readonly int[] Seeds = [1, 2, 3];

    public static TextResult Run(TextVariant variant, IReadOnlyList<TextRow> rows, string topic, bool isCompared = true)
    {
        var experiment = new TextExperiment(variant, rows);
        return new(variant, [.. Seeds.Select(seed => experiment.CrossValidate(topic, seed, isCompared))]);
    }

    /// <summary>
    /// The mean area within folds when the variant too is chosen by inner folds, for each outer fold anew: what choosing by looking at the table cannot
    /// flatter. Within folds, because scores of different variants have different scales.
    /// </summary>
    public static double NestedAuc(IReadOnlyList<TextResult> results)
        => Choices(results).Average(choice => TextMeasures.Auc(choice.Chosen.Runs[choice.Repeat].Scored.Where(row => row.Fold == choice.Fold)));

    /// <summary>How often inner folds chose each variant, most often first.</summary>
    public static IReadOnlyList<(string Name, int Times)> NestedChoices(IReadOnlyList<TextResult> results)
        => [.. Choices(results).GroupBy(choice => choice.Chosen.Variant.Name).Select(same => (same.Key, same.Count())).OrderByDescending(same => same.Item2).ThenBy(same => same.Key, StringComparer.Ordinal)];

    private static IEnumerable<(TextResult Chosen, int Repeat, int Fold)> Choices(IReadOnlyList<TextResult> results)
        => from repeat in Enumerable.Range(0, Seeds.Length)
           from fold in Enumerable.Range(0, TextExperiment.OuterFolds)
           select (results.MaxBy(result => result.Runs[repeat].InnerAuc[fold])!, repeat, fold);
}
