using CredScore.Scoring.Model;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;
using Microsoft.ML.Trainers.FastTree;

namespace CredScore.Cli.Training;

/// <summary>How weights are learnt.</summary>
internal enum TextMethod
{
    Logistic,
    StochasticLogistic,
    Perceptron,
    Trees,
}

/// <summary>What inner folds choose among.</summary>
/// <param name="Strength">Penalty on large weights; for trees the leaves of each.</param>
/// <param name="WeakWeight">What a row of another topic counts against a row of the topic that is judged.</param>
internal readonly record struct TextChoice(float Strength, float WeakWeight);

/// <summary>What a term counts before its weight is learnt.</summary>
internal enum TextScaling
{
    /// <summary>Every term the same.</summary>
    Even,

    /// <summary>Rare terms more.</summary>
    Rarity,

    /// <summary>Terms that one side uses more than the other more, by the ratio of naive Bayes (Wang and Manning 2012).</summary>
    Ratio,

    /// <summary>The same, counted on rows of the judged topic alone: other topics then teach weights but not which words matter.</summary>
    JudgedRatio,
}

/// <summary>A row for Microsoft.ML.</summary>
internal sealed class TextExample
{
    public VBuffer<float> Features { get; set; }

    public bool Label { get; set; }

    public float Weight { get; set; }
}

/// <summary>What was learnt: a score for each row, above 0 for promoting.</summary>
/// <param name="Score">By our own arithmetic where the model is a sum of weights.</param>
/// <param name="MicrosoftScores">The scores that Microsoft.ML itself gives some rows.</param>
/// <param name="Weights">By place; empty for trees.</param>
internal sealed record TextFit(
    Func<IReadOnlyList<TextTerm>, float> Score,
    Func<IEnumerable<IReadOnlyList<TextTerm>>, IReadOnlyList<float>> MicrosoftScores,
    IReadOnlyDictionary<int, float> Weights,
    float Bias);

/// <summary>Trains with Microsoft.ML on the places that enough groups share.</summary>
internal static class TextLearner
{
    public const int Seed = 20261122;

    public static TextFit Fit(TextMethod method, TextScaling scaling, TextShape shape, TextChoice choice, IReadOnlyList<TextTrainingRow> rows)
    {
        var columns = TextColumns.Of(scaling, shape, rows);
        var ml = new MLContext(Seed);
        var schema = SchemaDefinition.Create(typeof(TextExample));
        schema[nameof(TextExample.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns.Count);
        var examples = rows.Select(row => new TextExample { Features = columns.Pack(row.Terms), Label = row.Row.Label > 0, Weight = row.Weight }).ToList();
        var data = ml.Data.LoadFromEnumerable(examples, schema);

        switch (method)
        {
            case TextMethod.Logistic:
                var logistic = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(Logistic(choice)).Fit(data);
                return Linear(columns, logistic.Model.SubModel, Scorer(ml, columns, schema, logistic));
            case TextMethod.StochasticLogistic:
                var stochastic = ml.BinaryClassification.Trainers.SdcaLogisticRegression(Stochastic(choice)).Fit(data);
                return Linear(columns, stochastic.Model.SubModel, Scorer(ml, columns, schema, stochastic));
            case TextMethod.Perceptron:
                var perceptron = ml.BinaryClassification.Trainers.AveragedPerceptron(Perceptron(choice)).Fit(data);
                return Linear(columns, perceptron.Model, Scorer(ml, columns, schema, perceptron));
            default:
                var scores = Scorer(ml, columns, schema, ml.BinaryClassification.Trainers.FastTree(Trees(choice)).Fit(data));
                return new(terms => scores([terms])[0], scores, new Dictionary<int, float>(), 0);
        }
    }

    // One thread everywhere: several would add numbers in another order each time.
    private static LbfgsLogisticRegressionBinaryTrainer.Options Logistic(TextChoice choice) => new()
    {
        ExampleWeightColumnName = nameof(TextExample.Weight),
        L1Regularization = 0,
        L2Regularization = choice.Strength,
        NumberOfThreads = 1,
        OptimizationTolerance = 1e-4f,
        MaximumNumberOfIterations = 60,
    };

    private static SdcaLogisticRegressionBinaryTrainer.Options Stochastic(TextChoice choice) => new()
    {
        ExampleWeightColumnName = nameof(TextExample.Weight),
        L1Regularization = 0,
        L2Regularization = choice.Strength,
        NumberOfThreads = 1,
        MaximumNumberOfIterations = 60,
    };

    private static AveragedPerceptronTrainer.Options Perceptron(TextChoice choice) => new() { L2Regularization = choice.Strength, NumberOfIterations = 20 };

    private static FastTreeBinaryTrainer.Options Trees(TextChoice choice) => new()
    {
        ExampleWeightColumnName = nameof(TextExample.Weight),
        NumberOfLeaves = (int)choice.Strength,
        NumberOfTrees = 60,
        MinimumExampleCountPerLeaf = 8,
        NumberOfThreads = 1,
        Seed = Seed,
        LearningRate = 0.1,
    };

    private static TextFit Linear(TextColumns columns, LinearModelParameters model, Func<IEnumerable<IReadOnlyList<TextTerm>>, IReadOnlyList<float>> scores)
    {
        var weights = columns.Weights([.. model.Weights]);
        return new(terms => (float)(model.Bias + terms.Sum(term => (double)term.Value * weights.GetValueOrDefault(term.Place))), scores, weights, model.Bias);
    }

    private static Func<IEnumerable<IReadOnlyList<TextTerm>>, IReadOnlyList<float>> Scorer(MLContext ml, TextColumns columns, SchemaDefinition schema, ITransformer model)
        => rows => [.. model.Transform(ml.Data.LoadFromEnumerable(rows.Select(terms => new TextExample { Features = columns.Pack(terms) }).ToList(), schema)).GetColumn<float>("Score")];
}
