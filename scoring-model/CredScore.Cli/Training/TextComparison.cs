namespace CredScore.Cli.Training;

/// <summary>Figures of one variant over repeated grouped cross-validation.</summary>
internal sealed record TextResult(TextVariant Variant, IReadOnlyList<TextRun> Runs)
{
    public double Auc { get; } = Runs.Average(run => TextMeasures.Auc(run.Scored));

    public (double Low, double High) Interval { get; } = TextMeasures.Interval([.. Runs.Select(run => run.Scored)]);

    /// <summary>Mean over folds of the area within each: scores of different models are not compared.</summary>
    public double FoldAuc { get; } = Runs.Average(run => run.Scored.GroupBy(row => row.Fold).Average(fold => TextMeasures.Auc(fold)));

    /// <summary>What inner folds say, without a look at the rows that are measured on.</summary>
    public double InnerAuc { get; } = Runs.Average(run => run.InnerAuc.Average());

    public IReadOnlyList<TextJudged> Judged { get; } = [.. Runs.SelectMany(run => TextCalibrator.CrossFit(run.Scored))];
}

/// <summary>Compares variants on the same folds.</summary>
internal static class TextComparison
{
    /// <summary>Three divisions into folds: with few rows one division is luck.</summary>
    private static readonly int[] Seeds = [1, 2, 3];

    public static TextResult Run(TextVariant variant, IReadOnlyList<TextRow> rows, string topic)
    {
        var experiment = new TextExperiment(variant, rows);
        return new(variant, [.. Seeds.Select(seed => experiment.CrossValidate(topic, seed))]);
    }

    /// <summary>The area when the variant too is chosen by inner folds, for each outer fold anew: what choosing by looking at the table cannot flatter.</summary>
    public static double NestedAuc(IReadOnlyList<TextResult> results)
        => Enumerable.Range(0, Seeds.Length).Average(repeat => TextMeasures.Auc(Enumerable.Range(0, TextExperiment.OuterFolds).SelectMany(fold =>
            results.MaxBy(result => result.Runs[repeat].InnerAuc[fold])!.Runs[repeat].Scored.Where(row => row.Fold == fold))));
}
