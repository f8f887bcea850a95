namespace CredScore.Cli.Training;

/// <summary>A way to grow the model that could have been shipped: how many trees of which size, and how much medical articles count.</summary>
/// <param name="Name">In the card.</param>
/// <param name="Options">How trees are grown.</param>
/// <param name="MedicalCopies">How often a medical article stands among those that the trees grow on.</param>
internal sealed record Recipe(string Name, TreeOptions Options, int MedicalCopies = 1)
{
    /// <summary>Every recipe that the choice is made among; the first is a single ensemble, cheap and small.</summary>
    public static IReadOnlyList<Recipe> All { get; } =
    [
        new("1 × 200 trees", new() { Bags = 1 }),
        new("1 × 150 trees of 15 leaves, steps of 0.08 (the trees of version 1)", new() { Bags = 1, Trees = 150, Leaves = 15, Depth = 0, LearningRate = 0.08, FeatureShare = 0.3, PagesInLeaf = 20 }),
        new("3 × 100 trees, steps of 0.12", new() { Trees = 100, LearningRate = 0.12 }),
        new("3 × 200 trees", new()),
        new("3 × 200 trees, medical articles four times", new(), MedicalCopies: 4),
        new("5 × 200 trees", new() { Bags = 5 }),
    ];

    /// <summary>Trees in all boundaries together: what a prediction walks through.</summary>
    public int Trees => OrdinalTrainer.Boundaries * Options.Bags * Options.Trees;

    /// <summary>The boundaries' trees, grown on a table.</summary>
    public GrownTrees[] Grow(FeatureTable table)
    {
        var repeated = new FeatureTable(table.Names, [.. table.Rows.SelectMany(row => Enumerable.Repeat(row, row.IsMedical ? MedicalCopies : 1))]);
        return OrdinalTrainer.Train(repeated, Options, TreeTrainer.GrowLight);
    }
}
