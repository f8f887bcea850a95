namespace CredScore.Cli.Training;

/// <summary>What a grade model must reach in five folds by group before it may be written.</summary>
internal sealed record Bars
{
    // What gradient boosting on 68 features of regular expressions gets on the same articles.
    public static Bars ToBeat { get; } = new() { Accuracy = 0.583, WithinOne = 0.892, Auc = 0.883, Spearman = 0.875 };

    /// <summary>What the project set itself.</summary>
    public static Bars ToReach { get; } = new() { Accuracy = 0.64, WithinOne = 0.92, Auc = 0.905, Spearman = 0.90 };

    /// <summary>On the medical articles alone; 245 of them give an accuracy that is good to about ± 0.06.</summary>
    public static Bars MedicalToReach { get; } = new() { Accuracy = 0.60, WithinOne = 0, Auc = 0, Spearman = 0.88 };

    /// <summary>Largest calibration error of the most probable grade.</summary>
    public const double CalibrationError = 0.03;

    public required double Accuracy { get; init; }

    public required double WithinOne { get; init; }

    public required double Auc { get; init; }

    public required double Spearman { get; init; }

    /// <summary>A sentence for each bar that is missed.</summary>
    public IEnumerable<string> Missed(Measures measures)
    {
        (string Name, double Value, double Bar)[] pairs =
        [
            ("Accuracy", measures.Accuracy, Accuracy),
            ("The share within one class", measures.WithinOne, WithinOne),
            ("Macro AUC", measures.Auc, Auc),
            ("Rank correlation", measures.Spearman, Spearman),
        ];

        return pairs.Where(pair => pair.Value < pair.Bar).Select(pair => FormattableString.Invariant($"{pair.Name} {pair.Value:0.000} is below {pair.Bar:0.000}."));
    }
}
