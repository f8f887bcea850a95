using CredScore.Cli.Tests.Support;
using CredScore.Cli.Training;
using CredScore.Scoring.Model;

namespace CredScore.Cli.Tests.Training;

/// <summary>The choice of recipe in nested folds, on made-up tables.</summary>
internal sealed class ChoiceTests
{
    private static readonly Recipe Blind = new("one tree", new() { Bags = 1, Trees = 1, LearningRate = 0.01 });

    private static readonly Recipe Seeing = new("many trees", new() { Bags = 1, Trees = 20, LearningRate = 0.3, FeatureShare = 1 });

    private FeatureTable _table = null!;
    private Choice _choice = null!;

    [OneTimeSetUp]
    public void TryBoth()
    {
        _table = MadeUp();
        _choice = new(_table, [Trial.Of(_table, Blind, default), Trial.Of(_table, Seeing, default)]);
    }

    [Test]
    public void Takes_for_every_fold_the_recipe_that_the_other_folds_find_better()
    {
        Assert.That(_choice.Chosen(Choice.Everything).Select(trial => trial.Recipe), Is.All.EqualTo(Seeing));
        Assert.That(_choice.Best, Is.EqualTo(Seeing));
    }

    // Grades of one fold are turned round: whoever chooses for it or predicts it must not notice.
    [Test]
    public void Never_looks_at_the_fold_that_it_chooses_and_predicts_for()
    {
        var turned = new FeatureTable(_table.Names, [.. _table.Rows.Select(row => Folds.Of(row.Group) == 0 ? row with { Grade = (Grade)(Grades.Count - 1 - (int)row.Grade) } : row)]);
        var (plain, other) = (_choice.Trials[1], Trial.Of(turned, Seeing, default));

        Assert.Multiple(() =>
        {
            Assert.That(other.Inside(0, Choice.Everything).LogLoss, Is.EqualTo(plain.Inside(0, Choice.Everything).LogLoss));
            Assert.That(other.Outside(0).Select(page => page.Probabilities), Is.EqualTo(plain.Outside(0).Select(page => page.Probabilities)));
            Assert.That(other.Outside(0, forMedical: true).Select(page => page.Probabilities), Is.EqualTo(plain.Outside(0, forMedical: true).Select(page => page.Probabilities)));
            Assert.That(other.Inside(1, Choice.Everything).LogLoss, Is.Not.EqualTo(plain.Inside(1, Choice.Everything).LogLoss));
        });
    }

    [Test]
    public void Predicts_every_page_once()
    {
        var rows = Enumerable.Range(0, Folds.Count).SelectMany(fold => _choice.Trials[0].Outside(fold)).Select(page => page.Row);
        Assert.That(rows.Order(), Is.EqualTo(Enumerable.Range(0, _table.Rows.Count)));
    }

    [Test]
    public void Moves_the_thresholds_of_medical_pages_alone()
    {
        var (common, own) = (_choice.Trials[1].Outside(2).ToList(), _choice.Trials[1].Outside(2, forMedical: true).ToList());
        var moved = common.Zip(own).Where(pair => !pair.First.Probabilities.SequenceEqual(pair.Second.Probabilities)).Select(pair => pair.First.Row).ToList();
        Assert.That(moved, Is.Not.Empty.And.All.Matches<int>(row => _table.Rows[row].IsMedical));
    }

    [Test]
    public void Writes_the_same_card_for_the_same_table()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();
        Assert.That(ChooseCommand.Run(_table, [Blind, Seeing], folder["models"], new Surroundings().ToTerminal(output, output), default), Is.EqualTo(ExitCode.Done));
        var card = File.ReadAllText(Path.Combine(folder["models"], "wikipedia-grade.choice.md"));

        Assert.Multiple(() =>
        {
            Assert.That(card, Is.EqualTo(ChoiceCard.Write(_choice)));
            Assert.That(card, Does.Contain("All five folds together choose **many trees**. What ships is the best by the same rule of at most 3,000 trees, since more do not answer within 50 µs: **many trees**.").And.Contain("| medical articles, thresholds of their own | "));
            Assert.That(card, Does.Not.Contain("NaN"));
        });
    }

    [Test]
    public void Draws_an_interval_around_the_figure()
    {
        var probabilities = _choice.Predict(Choice.Always(_choice.Trials[1]));
        var (accuracy, spearman) = Bootstrap.Interval(_table, probabilities, Choice.Medical);
        var measures = GradeReport.MeasuresOf(_table, probabilities, Choice.Medical);

        Assert.Multiple(() =>
        {
            Assert.That(measures.Accuracy, Is.InRange(accuracy.Low, accuracy.High));
            Assert.That(measures.Spearman, Is.InRange(spearman.Low, spearman.High));
            Assert.That(accuracy.High - accuracy.Low, Is.InRange(0.02, 0.3));
        });
    }

    /// <summary>Pages whose first feature tells their grade, but for noise; medical ones seem better than they are.</summary>
    private static FeatureTable MadeUp()
    {
        var random = new Random(7);
        return new(ModelFeatures.Names, [.. Enumerable.Range(0, 900).Select(page =>
        {
            var (grade, isMedical) = (page % Grades.Count, page % 5 == 0);
            float[] values = [.. ModelFeatures.Names.Select((_, column) => column == 0 ? (float)(grade + (2 * random.NextDouble()) + (isMedical ? 1 : 0)) : (float)random.NextDouble())];
            return new LabelledFeatures($"{page}", (Grade)grade, page / 2, isMedical, values);
        })]);
    }
}
