using CredScore.Scoring.Model;
using Microsoft.ML;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;
using Microsoft.ML.Transforms;

namespace CredScore.Cli.Training;

/// <summary>A way to predict grades that was compared.</summary>
/// <param name="Name">In the card.</param>
/// <param name="Fit">From a training table to the probabilities of the pages of another; the last step, a calibration of the questions, is common to all.</param>
internal sealed record Variant(string Name, Func<FeatureTable, double[][]> Fit);

/// <summary>All that was compared with the shipped recipe, in the same folds.</summary>
internal static class Variants
{
    private const string Key = "GradeKey";

    // Fewer and bolder trees than the shipped recipe: the comparison is between kinds of models.
    private static readonly TreeOptions Few = new() { Trees = 50, LearningRate = 0.2, Bags = 1 };

    private static readonly TreeOptions OneFeature = new() { Trees = 40, LearningRate = 0.1, FeatureShare = 1, Leaves = 6, Bags = 1 };

    public static IReadOnlyList<Variant> All { get; } =
    [
        new("Length alone (words)", table => Ordinal(table.Select(["structure.words"]), OneFeature, TreeTrainer.GrowLight)),
        new("Wikimedia's language-agnostic formula", table => Ordinal(LanguageAgnostic.Column(table), OneFeature, TreeTrainer.GrowLight)),
        new("Linear (maximum entropy on logarithms)", table => PerFold(table, FitLinear)),
        new("GAM, ordinal", table => Ordinal(table, Few, GrowAdditive)),
        new("FastTree, one against the rest", table => OneAgainstRest(table, Few, TreeTrainer.GrowFast)),
        new("FastTree, ordinal", table => Ordinal(table, Few, TreeTrainer.GrowFast)),
        new("LightGBM, one against the rest", table => OneAgainstRest(table, Few, TreeTrainer.GrowLight)),
        new("LightGBM, multiclass", table => PerFold(table, FitMulticlass)),
        new("LightGBM, ordinal", table => Ordinal(table, Few, TreeTrainer.GrowLight)),
    ];

    /// <summary>The last of <see cref="All"/> without a group of features.</summary>
    public static IReadOnlyList<Variant> Ablations { get; } =
    [
        Without("types of sources", name => name.StartsWith("sources.", StringComparison.Ordinal)),
        Without("citations", name => name.StartsWith("citations.", StringComparison.Ordinal)),
        Without("structure and media", name => name.StartsWith("structure.", StringComparison.Ordinal) || name.StartsWith("completeness.", StringComparison.Ordinal)),
        Without("wording and style", name => name.StartsWith("text.", StringComparison.Ordinal) || name.StartsWith("style.", StringComparison.Ordinal)),
        Without("the markup itself", ModelFeatures.IsOfMarkup),
        Without("notices of editors", name => name.StartsWith("review.", StringComparison.Ordinal) || name.StartsWith("transparency.", StringComparison.Ordinal) || name == "currency.update_tags"),
        Without("the year of the norms", name => name.StartsWith("currency.", StringComparison.Ordinal) && name != "currency.update_tags"),
    ];

    /// <summary>The last of <see cref="All"/> with what hashed words say of the grade, and those alone.</summary>
    public static IReadOnlyList<Variant> WithWords(HashedWords words) =>
    [
        new("with hashed words of the wikitext", table => Ordinal(table, words)),
        new("hashed words of the wikitext alone", table => Ordinal(table.Select([]), words)),
    ];

    private static double[][] Ordinal(FeatureTable table, HashedWords words)
    {
        var raw = new double[table.Rows.Count][];

        foreach (var (train, test) in Folds.Split(table))
        {
            var (known, asked) = words.Add(table, train, test);
            var scores = OrdinalTrainer.Train(known, known.Names.Count == 1 ? OneFeature : Few, TreeTrainer.GrowLight).Select(boundary => boundary.Score(OrdinalTrainer.Inputs(asked))).ToArray();

            for (var i = 0; i < test.Length; i++)
            {
                raw[test[i]] = [.. scores.Select(boundary => (double)boundary[i])];
            }
        }

        return OrdinalTrainer.Probabilities(table, raw);
    }

    private static Variant Without(string group, Func<string, bool> isIn)
        => new($"without {group}", table => Ordinal(table.Select([.. table.Names.Where(name => !isIn(name))]), Few, TreeTrainer.GrowLight));

    public static double[][] Ordinal(FeatureTable table, TreeOptions options, Grow grow)
        => OrdinalTrainer.Probabilities(table, OrdinalTrainer.CrossFit(table, options, grow).Raw);

    private static double[][] OneAgainstRest(FeatureTable table, TreeOptions options, Grow grow) => PerFold(table, (train, test) =>
    {
        var (pages, asked) = (OrdinalTrainer.Inputs(train), OrdinalTrainer.Inputs(test));
        var scores = Grades.All.Select(grade =>
        {
            bool[] isMeant = [.. train.Rows.Select(row => row.Grade == grade)];
            var grown = grow(pages, isMeant, options);
            var calibration = Platt.Fit([.. grown.Score(pages).Select(score => (double)score)], isMeant);
            return grown.Score(asked).Select(score => calibration.Probability(score)).ToArray();
        }).ToArray();
        return [.. asked.Select((_, page) => Normalise([.. scores.Select(grade => grade[page])]))];
    });

    private static double[][] PerFold(FeatureTable table, Func<FeatureTable, FeatureTable, double[][]> fit)
    {
        var probabilities = new double[table.Rows.Count][];

        foreach (var (train, test) in Folds.Split(table))
        {
            var answers = fit(table.At(train), table.At(test));

            for (var i = 0; i < test.Length; i++)
            {
                probabilities[test[i]] = answers[i];
            }
        }

        return probabilities;
    }

    private static double[] Normalise(double[] scores)
    {
        var sum = scores.Sum();
        return [.. scores.Select(score => score / sum)];
    }

    private static double[][] FitLinear(FeatureTable train, FeatureTable test)
    {
        var ml = new MLContext(1);
        var trainer = GradeAsKey(ml).Append(ml.Transforms.NormalizeMeanVariance(nameof(TrainingPage.Features), useCdf: false)).Append(ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options { LabelColumnName = Key, L1Regularization = 0, L2Regularization = 1, NumberOfThreads = 1, MaximumNumberOfIterations = 40 }));
        return Answers(ml, trainer.Fit(TreeTrainer.ToView(ml, Logarithms(train), grades: [.. train.Rows.Select(row => row.Grade)])), Logarithms(test));
    }

    private static double[][] FitMulticlass(FeatureTable train, FeatureTable test)
    {
        var ml = new MLContext(1);
        var trainer = GradeAsKey(ml).Append(ml.MulticlassClassification.Trainers.LightGbm(new LightGbmMulticlassTrainer.Options
        {
            LabelColumnName = Key,
            NumberOfThreads = 1,
            Deterministic = true,
            Seed = 1,
            NumberOfIterations = Few.Trees,
            NumberOfLeaves = Few.Leaves,
            LearningRate = Few.LearningRate,
            MinimumExampleCountPerLeaf = Few.PagesInLeaf,
            MaximumBinCountPerFeature = 127,
            HandleMissingValue = false,
            UseSoftmax = true,
            Silent = true,
            Booster = new GradientBooster.Options { FeatureFraction = Few.FeatureShare, SubsampleFraction = Few.PageShare, SubsampleFrequency = 1, L2Regularization = Few.L2 },
        }));
        return Answers(ml, trainer.Fit(TreeTrainer.ToView(ml, OrdinalTrainer.Inputs(train), grades: [.. train.Rows.Select(row => row.Grade)])), OrdinalTrainer.Inputs(test));
    }

    private static ValueToKeyMappingEstimator GradeAsKey(MLContext ml)
        => ml.Transforms.Conversion.MapValueToKey(Key, nameof(TrainingPage.Grade), keyOrdinality: ValueToKeyMappingEstimator.KeyOrdinality.ByValue);

    private static double[][] Answers(MLContext ml, ITransformer model, IReadOnlyList<float[]> pages)
        => [.. ml.Data.CreateEnumerable<GradeAnswer>(model.Transform(TreeTrainer.ToView(ml, pages)), reuseRowObject: false, ignoreMissingColumns: true)
            .Select(answer => Normalise([.. answer.Score.Select(score => (double)score)]))];

    private static float[][] Logarithms(FeatureTable table)
        => [.. table.Rows.Select(row => row.Values.Select(value => float.IsNaN(value) ? 0 : MathF.CopySign(MathF.Log(1 + MathF.Abs(value)), value)).ToArray())];

    private static GrownTrees GrowAdditive(IReadOnlyList<float[]> pages, IReadOnlyList<bool> passed, TreeOptions options)
    {
        var ml = new MLContext(1);
        var trainer = ml.BinaryClassification.Trainers.Gam(new GamBinaryTrainer.Options { LabelColumnName = nameof(TrainingPage.Passed), NumberOfThreads = 1, Seed = 1, NumberOfIterations = 40, LearningRate = 0.2, MaximumBinCountPerFeature = 31, EnablePruning = false });
        var model = trainer.Fit(TreeTrainer.ToView(ml, pages, passed));
        return new(null, asked => [.. ml.Data.CreateEnumerable<RawAnswer>(model.Transform(TreeTrainer.ToView(ml, asked)), false, ignoreMissingColumns: true).Select(answer => answer.Score)]);
    }

    /// <summary>Microsoft.ML's answer for all grades.</summary>
    private sealed class GradeAnswer
    {
        public float[] Score { get; set; } = [];
    }
}
