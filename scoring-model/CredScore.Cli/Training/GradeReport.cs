namespace CredScore.Cli.Training;

/// <summary>Everything that was measured for the card.</summary>
internal sealed record GradeReport
{
    public required FeatureTable Table { get; init; }

    public required TreeOptions Options { get; init; }

    public required TrainedGrades Trained { get; init; }

    /// <summary>Size of the written model in bytes.</summary>
    public required int ModelBytes { get; init; }

    public Measures All => MeasuresOf(Table, Trained.Probabilities, _ => true);

    public Measures Medical => MeasuresOf(Table, Trained.Probabilities, row => row.IsMedical);

    /// <summary>The first fold alone, which was left out while features and trees of this version were chosen.</summary>
    public Measures Untouched => MeasuresOf(Table, Trained.Probabilities, row => Folds.Of(row.Group) == 0);

    /// <summary>All articles as if only their rendering were known.</summary>
    public Measures Rendered => MeasuresOf(Table, Trained.Rendered, _ => true);

    /// <summary>The calibration error that medical articles would show by chance, their number being small, if every probability held exactly.</summary>
    public double MedicalErrorByChance => Measures.ErrorByChance([.. Trained.Probabilities.Where((_, row) => Table.Rows[row].IsMedical).Select(page => page.Max())]);

    public static Measures MeasuresOf(FeatureTable table, double[][] probabilities, Func<LabelledFeatures, bool> isMeant)
    {
        var positions = Enumerable.Range(0, probabilities.Length).Where(position => isMeant(table.Rows[position])).ToList();
        return Measures.Of([.. positions.Select(position => probabilities[position])], [.. positions.Select(position => table.Rows[position].Grade)]);
    }

    /// <summary>Rank correlation with the grade of the mean grade without what the number of words adds.</summary>
    public double BeyondLength => RankCorrelation.Of(Trained.BeyondLength, [.. Table.Rows.Select(row => (double)row.Grade)]);

    /// <summary>How much each feature moves the mean grade, as a mean over the articles, largest first.</summary>
    public IEnumerable<(string Name, double Effect)> Importance()
    {
        var pages = OrdinalTrainer.Inputs(Table);
        var sums = new double[Table.Names.Count];

        foreach (var page in pages)
        {
            foreach (var (input, effect) in Trained.Model.Predict(page).Effects.Index())
            {
                sums[input] += Math.Abs(effect);
            }
        }

        return Table.Names.Zip(sums, (name, sum) => (name, sum / pages.Length)).OrderByDescending(pair => pair.Item2);
    }
}
