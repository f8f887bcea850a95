using CredScore.Cli.Training;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Tests.Training;

/// <summary>The table in the repository gives the model in the repository.</summary>
internal sealed class RetrainingTests
{
    // The first of the ensembles that answer one question: the others and the other questions differ in seed and answers, not in the way.
    [Test]
    [Category("Slow")]
    public void Grows_the_shipped_trees_from_the_table_beside_them()
    {
        const int Boundary = 3;
        var (table, options) = (GradeTraining.ReadTable(TablePath()), new TreeOptions());
        var grown = TreeTrainer.GrowLight(OrdinalTrainer.Inputs(table), OrdinalTrainer.Passed(table, Boundary), options with { Bags = 1 }).Trees!;
        var shipped = GradeModel.Embedded.Boundaries[Boundary].Trees;

        Assert.Multiple(() =>
        {
            Assert.That((shipped.Roots.Length, grown.Roots.Length), Is.EqualTo((options.Trees * options.Bags, options.Trees)));
            Assert.That(shipped.Roots[..options.Trees].ToArray(), Is.EqualTo(grown.Roots.ToArray()));
            Assert.That(shipped.Nodes[..grown.Nodes.Length].ToArray(), Is.EqualTo(grown.Nodes.ToArray()), "Train again: the table or the recipe has changed since.");
            Assert.That(shipped.Leaves[..grown.Leaves.Length].ToArray(), Is.EqualTo(grown.Leaves.ToArray().Select(leaf => leaf / options.Bags)));
        });
    }

    private static string TablePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (!File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "scoring-model", "datasets", "wikipedia-grades.tsv.gz");
    }
}
