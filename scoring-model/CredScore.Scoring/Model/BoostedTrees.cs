namespace CredScore.Scoring.Model;

/// <summary>
/// Decision trees whose answers add up, in flat arrays. A value goes left where it is at most the threshold. A value that is hidden (NaN) takes no side:
/// both branches count, each by the share of training pages that took it.
/// </summary>
internal sealed class BoostedTrees
{
    /// <summary>Left and right are positions of nodes; below zero they are the complements of positions of leaves.</summary>
    public struct Node
    {
        public float Threshold;
        public float LeftShare;
        public int Left;
        public int Right;
        public ushort Feature;

        /// <summary>Mean answer over the training pages that came here; the difference to a child's is what the split's feature adds.</summary>
        public double Mean;
    }

    private readonly Node[] _nodes;
    private readonly float[] _leaves;
    private readonly int[] _roots;

    /// <param name="nodes">All trees' nodes, every child behind its parent.</param>
    /// <param name="leaves">All trees' answers.</param>
    /// <param name="roots">Position of each tree's root; a complement for a tree of one leaf.</param>
    public BoostedTrees(Node[] nodes, float[] leaves, int[] roots)
    {
        _nodes = nodes;
        _leaves = leaves;
        _roots = roots;

        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            ref var node = ref nodes[i];
            node.Mean = (node.LeftShare * MeanOf(node.Left)) + ((1 - node.LeftShare) * MeanOf(node.Right));
        }

        Start = roots.Sum(MeanOf);
    }

    /// <summary>The answer before anything is known: the mean over the training pages.</summary>
    public double Start { get; }

    public ReadOnlySpan<Node> Nodes => _nodes;

    public ReadOnlySpan<float> Leaves => _leaves;

    public ReadOnlySpan<int> Roots => _roots;

    /// <summary>The answer for a page; adds to <paramref name="effects"/> what each feature moved it from <see cref="Start"/>: together exactly the difference.</summary>
    public double Evaluate(ReadOnlySpan<float> values, Span<double> effects)
    {
        var sum = 0.0;

        foreach (var root in _roots)
        {
            sum += Follow(root, values, effects, weight: 1);
        }

        return sum;
    }

    private double Follow(int at, ReadOnlySpan<float> values, Span<double> effects, double weight)
    {
        var mean = MeanOf(at);

        while (at >= 0)
        {
            ref readonly var node = ref _nodes[at];
            var value = values[node.Feature];

            if (float.IsNaN(value))
            {
                return (node.LeftShare * Follow(node.Left, values, effects, weight * node.LeftShare))
                    + ((1 - node.LeftShare) * Follow(node.Right, values, effects, weight * (1 - node.LeftShare)));
            }

            at = value <= node.Threshold ? node.Left : node.Right;
            var next = MeanOf(at);
            effects[node.Feature] += weight * (next - mean);
            mean = next;
        }

        return mean;
    }

    private double MeanOf(int at) => at >= 0 ? _nodes[at].Mean : _leaves[~at];
}
