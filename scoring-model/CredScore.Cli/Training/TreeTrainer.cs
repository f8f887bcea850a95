using CredScore.Scoring.Model;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using Microsoft.ML.Trainers.LightGbm;

namespace CredScore.Cli.Training;

/// <summary>How the trees of a boundary are grown. The same numbers and data give the same trees: one thread, a stated seed.</summary>
internal sealed record TreeOptions
{
    public int Trees { get; init; } = 200;

    public int Leaves { get; init; } = 14;

    /// <summary>Splits on the longest way through a tree.</summary>
    public int Depth { get; init; } = 4;

    public double LearningRate { get; init; } = 0.06;

    public double FeatureShare { get; init; } = 0.2;

    public double PageShare { get; init; } = 0.7;

    public int PagesInLeaf { get; init; } = 40;

    public double L2 { get; init; } = 5;

    public int Seed { get; init; } = 1;

    /// <summary>Ensembles grown with seeds of their own, whose answers are averaged.</summary>
    public int Bags { get; init; } = 3;
}

/// <summary>A page as Microsoft.ML takes it.</summary>
internal sealed class TrainingPage
{
    public float[] Features { get; set; } = [];

    public bool Passed { get; set; }

    public float Grade { get; set; }
}

/// <summary>Microsoft.ML's own answer.</summary>
internal sealed class RawAnswer
{
    public float Score { get; set; }
}

/// <summary>What Microsoft.ML grew.</summary>
/// <param name="Trees">In our form; null for a kind of model that we do not evaluate ourselves.</param>
/// <param name="Score">Microsoft.ML's own answers.</param>
internal sealed record GrownTrees(BoostedTrees? Trees, Func<IReadOnlyList<float[]>, float[]> Score);

/// <summary>Grows the trees of one yes-or-no question with LightGBM or FastTree and turns them into our form.</summary>
internal static class TreeTrainer
{
    public static GrownTrees GrowLight(IReadOnlyList<float[]> pages, IReadOnlyList<bool> passed, TreeOptions options)
        => Average([.. Enumerable.Range(0, options.Bags).Select(bag => GrowOne(pages, passed, options with { Seed = options.Seed + bag }))]);

    private static GrownTrees GrowOne(IReadOnlyList<float[]> pages, IReadOnlyList<bool> passed, TreeOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trainer = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            LabelColumnName = nameof(TrainingPage.Passed),
            NumberOfThreads = 1,
            Deterministic = true,
            Seed = options.Seed,
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = options.PagesInLeaf,
            MaximumBinCountPerFeature = 127,
            HandleMissingValue = false,
            Verbose = false,
            Silent = true,
            Booster = new GradientBooster.Options { FeatureFraction = options.FeatureShare, SubsampleFraction = options.PageShare, SubsampleFrequency = 1, L2Regularization = options.L2, MaximumTreeDepth = options.Depth },
        });

        var model = trainer.Fit(ToView(ml, pages, passed));
        var ensemble = ((LightGbmBinaryModelParameters)((CalibratedModelParametersBase)model.Model).SubModel).TrainedTreeEnsemble;
        return new(Convert(ensemble, pages), asked => Score(ml, model, asked));
    }

    public static GrownTrees GrowFast(IReadOnlyList<float[]> pages, IReadOnlyList<bool> passed, TreeOptions options)
    {
        var ml = new MLContext(options.Seed);
        var trainer = ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            LabelColumnName = nameof(TrainingPage.Passed),
            NumberOfThreads = 1,
            Seed = options.Seed,
            NumberOfTrees = options.Trees,
            NumberOfLeaves = options.Leaves,
            LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = options.PagesInLeaf,
            FeatureFraction = options.FeatureShare,
            MaximumBinCountPerFeature = 127,
        });

        var model = trainer.Fit(ToView(ml, pages, passed));
        var ensemble = ((FastTreeBinaryModelParameters)((CalibratedModelParametersBase)model.Model).SubModel).TrainedTreeEnsemble;
        return new(Convert(ensemble, pages), asked => Score(ml, model, asked));
    }

    public static IDataView ToView(MLContext ml, IReadOnlyList<float[]> pages, IReadOnlyList<bool>? passed = null, IReadOnlyList<Grade>? grades = null)
    {
        var schema = SchemaDefinition.Create(typeof(TrainingPage));
        schema[nameof(TrainingPage.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, pages[0].Length);
        var rows = pages.Select((features, index) => new TrainingPage { Features = features, Passed = passed?[index] ?? false, Grade = grades is null ? 0 : (float)grades[index] }).ToList();
        return ml.Data.LoadFromEnumerable(rows, schema);
    }

    private static GrownTrees Average(GrownTrees[] bags)
    {
        if (bags.Length == 1)
        {
            return bags[0];
        }

        var (nodes, leaves, roots) = (new List<BoostedTrees.Node>(), new List<float>(), new List<int>());

        foreach (var trees in bags.Select(bag => bag.Trees!))
        {
            var (firstNode, firstLeaf) = (nodes.Count, leaves.Count);
            int Moved(int at) => at >= 0 ? at + firstNode : ~(~at + firstLeaf);
            roots.AddRange(trees.Roots.ToArray().Select(Moved));
            nodes.AddRange(trees.Nodes.ToArray().Select(node => node with { Left = Moved(node.Left), Right = Moved(node.Right) }));
            leaves.AddRange(trees.Leaves.ToArray().Select(leaf => leaf / bags.Length));
        }

        return new(new([.. nodes], [.. leaves], [.. roots]), asked => Mean([.. bags.Select(bag => bag.Score(asked))]));
    }

    private static float[] Mean(float[][] scores) => [.. scores[0].Select((_, page) => scores.Average(bag => bag[page]))];

    private static float[] Score(MLContext ml, ITransformer model, IReadOnlyList<float[]> pages)
        => [.. ml.Data.CreateEnumerable<RawAnswer>(model.Transform(ToView(ml, pages)), reuseRowObject: false, ignoreMissingColumns: true).Select(answer => answer.Score)];

    private static BoostedTrees Convert<TTree>(TreeEnsemble<TTree> ensemble, IReadOnlyList<float[]> pages)
        where TTree : RegressionTreeBase
    {
        var (nodes, leaves, roots) = (new List<BoostedTrees.Node>(), new List<float>(), new List<int>());

        foreach (var (tree, weight) in ensemble.Trees.Zip(ensemble.TreeWeights))
        {
            roots.Add(Append(tree, weight, nodes, leaves));
        }

        if (ensemble.Bias != 0)
        {
            roots.Add(~leaves.Count);
            leaves.Add((float)ensemble.Bias);
        }

        var flat = nodes.ToArray();
        CountShares(flat, roots, pages);
        return new(flat, [.. leaves], [.. roots]);
    }

    private static int Append(RegressionTreeBase tree, double weight, List<BoostedTrees.Node> nodes, List<float> leaves)
    {
        var firstLeaf = leaves.Count;
        leaves.AddRange(tree.LeafValues.Select(value => (float)(value * weight)));
        return tree.LeftChild.Count == 0 ? ~firstLeaf : AppendNode(0);

        int AppendNode(int at)
        {
            if (at < 0)
            {
                return ~(firstLeaf + ~at);
            }

            var position = nodes.Count;
            nodes.Add(default);
            var (left, right) = (AppendNode(tree.LeftChild[at]), AppendNode(tree.RightChild[at]));
            nodes[position] = new() { Feature = (ushort)tree.NumericalSplitFeatureIndexes[at], Threshold = tree.NumericalSplitThresholds[at], Left = left, Right = right };
            return position;
        }
    }

    private static void CountShares(BoostedTrees.Node[] nodes, List<int> roots, IReadOnlyList<float[]> pages)
    {
        var (lefts, all) = (new int[nodes.Length], new int[nodes.Length]);

        foreach (var page in pages)
        {
            foreach (var root in roots)
            {
                for (var at = root; at >= 0;)
                {
                    var isLeft = page[nodes[at].Feature] <= nodes[at].Threshold;
                    all[at]++;
                    lefts[at] += isLeft ? 1 : 0;
                    at = isLeft ? nodes[at].Left : nodes[at].Right;
                }
            }
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i].LeftShare = all[i] > 0 ? (float)lefts[i] / all[i] : 0.5f;
        }
    }
}
