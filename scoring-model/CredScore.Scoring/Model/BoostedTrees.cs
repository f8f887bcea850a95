using System.Runtime.CompilerServices;

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
    }

    /// <summary>What a walk reads of a node, in 16 bytes. The sides lie in one number: a shift chooses one, since no processor guesses a jump here.</summary>
    private readonly record struct Step(float Threshold, int Feature, ulong Sides)
    {
        public static Step Of(Node node, int left, int right) => new(node.Threshold, node.Feature, ((ulong)(uint)right << 32) | (uint)left);

        public int Next(float value) => (int)(Sides >> (Unsafe.BitCast<bool, byte>(value > Threshold) * 32));

        public int Left => (int)Sides;

        public int Right => (int)(Sides >> 32);
    }

    private readonly Node[] _nodes;
    private readonly float[] _leaves;
    private readonly int[] _roots;
    private readonly Step[] _steps;

    // Mean answer over the training pages that came to a node, and behind the nodes the leaves' answers; the difference to a child's is what a split's feature adds.
    private readonly double[] _means;

    /// <param name="nodes">All trees' nodes, every child behind its parent.</param>
    /// <param name="leaves">All trees' answers.</param>
    /// <param name="roots">Position of each tree's root; a complement for a tree of one leaf.</param>
    public BoostedTrees(Node[] nodes, float[] leaves, int[] roots)
    {
        (_nodes, _leaves, _roots) = (nodes, leaves, roots);
        _steps = [.. nodes.Select(node => Step.Of(node, PlaceOf(node.Left), PlaceOf(node.Right)))];
        _means = [.. new double[nodes.Length], .. leaves];

        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            _means[i] = (nodes[i].LeftShare * _means[_steps[i].Left]) + ((1 - nodes[i].LeftShare) * _means[_steps[i].Right]);
        }

        Start = roots.Sum(root => _means[PlaceOf(root)]);
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
            sum += Follow(PlaceOf(root), values, effects);
        }

        return sum;
    }

    private double Follow(int at, ReadOnlySpan<float> values, Span<double> effects)
    {
        var (steps, means) = (_steps, _means);
        var mean = means[at];

        while (at < steps.Length)
        {
            var step = steps[at];
            var value = values[step.Feature];

            if (float.IsNaN(value))
            {
                return FollowBoth(at, values, effects, weight: 1);
            }

            at = step.Next(value);
            var next = means[at];
            effects[step.Feature] += next - mean;
            mean = next;
        }

        return mean;
    }

    /// <summary>Goes on from a node whose feature is hidden; from there on each effect counts by the share of pages that came its way.</summary>
    private double FollowBoth(int at, ReadOnlySpan<float> values, Span<double> effects, double weight)
    {
        var mean = _means[at];

        while (at < _steps.Length)
        {
            var step = _steps[at];
            var value = values[step.Feature];

            if (float.IsNaN(value))
            {
                var share = _nodes[at].LeftShare;
                return (share * FollowBoth(step.Left, values, effects, weight * share)) + ((1 - share) * FollowBoth(step.Right, values, effects, weight * (1 - share)));
            }

            at = step.Next(value);
            var next = _means[at];
            effects[step.Feature] += weight * (next - mean);
            mean = next;
        }

        return mean;
    }

    // Leaves stand behind the nodes.
    private int PlaceOf(int at) => at >= 0 ? at : _nodes.Length + ~at;
}
