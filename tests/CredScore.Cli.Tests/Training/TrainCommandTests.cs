using CredScore.Cli.Tests.Support;
using CredScore.Cli.Training;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Tests.Training;

/// <summary>Training on made-up tables, small enough to take seconds; what the shipped model reaches stands in its card.</summary>
internal sealed class TrainCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Create() => _folder = new();

    [TearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void Grows_trees_that_answer_as_Microsoft_ML_does()
    {
        var table = MadeUp(400, noise: 1);
        var pages = OrdinalTrainer.Inputs(table);
        bool[] passed = OrdinalTrainer.Passed(table, 2);
        var options = new TreeOptions { Trees = 12, Leaves = 6 };

        foreach (var grow in new Grow[] { TreeTrainer.GrowLight, TreeTrainer.GrowFast })
        {
            var grown = grow(pages, passed, options);
            var effects = new double[pages[0].Length];
            var ours = pages.Select(page => grown.Trees!.Evaluate(page, effects)).ToArray();
            Assert.That(ours.Zip(grown.Score(pages), (mine, theirs) => Math.Abs(mine - theirs)).Max(), Is.LessThan(1e-5));
            Assert.That(ours.Distinct().Count(), Is.GreaterThan(10), "Trees that never split prove nothing.");
        }
    }

    [Test]
    public void Gives_the_same_model_for_the_same_table()
    {
        var (table, options) = (MadeUp(600, noise: 1), new TreeOptions { Trees = 10 });
        var once = GradeModelFile.Write(GradeTraining.Train(table, options).Model);
        Assert.That(GradeModelFile.Write(GradeTraining.Train(table, options).Model), Is.EqualTo(once));
    }

    [Test]
    public void Writes_the_same_model_card_and_plots_for_the_same_table()
    {
        var (table, options) = (MadeUp(600, noise: 1), new TreeOptions { Trees = 8, Bags = 2, LearningRate = 0.4, FeatureShare = 1 });
        using var output = new StringWriter();

        foreach (var folder in new[] { "once", "again" })
        {
            Assert.That(TrainCommand.Run(table, options, [-1, -0.5, 0, 0, 0.5], _folder[folder], new Surroundings().ToTerminal(output, output)), Is.EqualTo(ExitCode.Done), output.ToString());
        }

        string[] files = [.. Directory.GetFiles(_folder["once"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        Assert.That(files, Is.EqualTo(new[] { "wikipedia-grade.calibration.svg", "wikipedia-grade.crossfit.tsv.gz", "wikipedia-grade.md", "wikipedia-grade.model" }));

        foreach (var file in files)
        {
            Assert.That(File.ReadAllBytes(Path.Combine(_folder["again"], file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(_folder["once"], file))), file);
        }
    }

    [Test]
    public void Gives_another_model_for_another_seed()
    {
        var (table, options) = (MadeUp(600, noise: 1), new TreeOptions { Trees = 8, Bags = 1 });
        float[] ThresholdsFrom(int seed) => [.. TreeTrainer.GrowLight(OrdinalTrainer.Inputs(table), OrdinalTrainer.Passed(table, 2), options with { Seed = seed }).Trees!.Nodes.ToArray().Select(node => node.Threshold)];
        Assert.That(ThresholdsFrom(2), Is.Not.EqualTo(ThresholdsFrom(1)), "Where the seed does not matter, equal bytes prove nothing.");
    }

    [Test]
    public async Task Writes_no_model_below_the_bar()
    {
        FeatureTableFile.Write(MadeUp(600, noise: 50), _folder["table.tsv.gz"]);
        var run = await CommandRun.Of("train", _folder["table.tsv.gz"], "--out", _folder["models"]);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Fault));
            Assert.That(run.Error, Does.Contain("is below 0.583.").And.Contain("No model was written."));
            Assert.That(Directory.Exists(_folder["models"]), Is.False);
        });
    }

    [Test]
    public async Task Refuses_a_table_that_lacks_a_grade()
    {
        FeatureTableFile.Write(MadeUp(60, noise: 1, grades: 2), _folder["table.tsv.gz"]);
        (await CommandRun.Of("train", _folder["table.tsv.gz"], "--out", _folder["models"])).AssertExplains(ExitCode.BadInput, "holds no article graded c, b, ga and 1 more");
    }

    [TestCase("id\tlabel\tgroup\n", "lacks the column medical")]
    [TestCase("id\tlabel\tgroup\tmedical\n1\tbest\t0\t0\n", "the label best is unknown")]
    [TestCase("id\tlabel\tgroup\tmedical\n1\tfa\tx\t0\n", "the group is no number")]
    [TestCase("id\tlabel\tgroup\tmedical\n1\tfa\t0\n", "has 3 cells under 4 columns")]
    [TestCase("id\tlabel\tgroup\tmedical\tstructure.words\n1\tfa\t0\t0\tinfinity\n", "structure.words is no finite number")]
    [TestCase("id\tlabel\tgroup\tmedical\tstructure.words\n1\tfa\t0\t0\t9\n", "The table lacks structure.lead_words")]
    public async Task Says_what_is_wrong_with_a_table(string text, string words)
        => (await CommandRun.Of("evaluate", _folder.WritePacked("table.tsv.gz", text))).AssertExplains(ExitCode.BadInput, words);

    [Test]
    public async Task Says_that_a_table_is_not_packed()
        => (await CommandRun.Of("evaluate", _folder.Write("table.tsv.gz", "id\tlabel"))).AssertExplains(ExitCode.BadInput, "could not be read as a packed table");

    [Test]
    public void Keeps_groups_together()
    {
        var table = MadeUp(300, noise: 1);

        foreach (var (train, test) in Folds.Split(table))
        {
            Assert.That(train.Select(row => table.Rows[row].Group).Intersect(test.Select(row => table.Rows[row].Group)), Is.Empty);
            Assert.That(train.Length + test.Length, Is.EqualTo(300));
            Assert.That(test, Has.Length.InRange(30, 90));
        }
    }

    [Test]
    public void Measures_by_hand()
    {
        double[][] probabilities = [[0.7, 0.3, 0, 0, 0, 0], [0.2, 0.5, 0.3, 0, 0, 0], [0, 0, 0.6, 0.4, 0, 0], [0, 0, 0, 0.1, 0.2, 0.7]];
        var measures = Measures.Of(probabilities, [Grade.Stub, Grade.C, Grade.C, Grade.GA]);

        Assert.Multiple(() =>
        {
            Assert.That(measures.Accuracy, Is.EqualTo(0.5));
            Assert.That(measures.WithinOne, Is.EqualTo(1));
            // Ranks 1 2.5 2.5 4 of the grades against 1 2 3 4.
            Assert.That(measures.Spearman, Is.EqualTo(0.9486833).Within(1e-6));
            Assert.That(measures.Confusion[(int)Grade.C][(int)Grade.Start], Is.EqualTo(1));
            // 0.7 twice, once right; 0.5, wrong; 0.6, right.
            Assert.That(measures.TopError, Is.EqualTo((0.5 * 0.2) + (0.25 * 0.5) + (0.25 * 0.4)).Within(1e-9));
        });
    }

    [Test]
    public void Finds_the_calibration_that_made_the_data()
    {
        var random = new Random(1);
        double[] raw = [.. Enumerable.Range(0, 20_000).Select(_ => (random.NextDouble() * 8) - 4)];
        bool[] passed = [.. raw.Select(value => random.NextDouble() < new Platt(0.7, -0.5).Probability(value))];
        var found = Platt.Fit(raw, passed);
        Assert.That((found.Slope, found.Intercept), Is.EqualTo((0.7, -0.5)).Using<(double, double)>((x, y) => Math.Abs(x.Item1 - y.Item1) < 0.05 && Math.Abs(x.Item2 - y.Item2) < 0.05));
    }

    /// <summary>Pages whose first feature tells their grade, but for noise.</summary>
    private static FeatureTable MadeUp(int pages, double noise, int grades = Grades.Count)
    {
        var random = new Random(7);
        var names = ModelFeatures.Names;
        return new(names, [.. Enumerable.Range(0, pages).Select(page =>
        {
            var grade = page % grades;
            var values = names.Select((_, column) => column == 0 ? (float)(grade + (noise * random.NextDouble())) : column % 7 == 0 && page % 3 == 0 ? float.NaN : (float)random.NextDouble()).ToArray();
            return new LabelledFeatures($"{page}", (Grade)grade, page / 2, IsMedical: page % 10 == 0, values);
        })]);
    }
}
