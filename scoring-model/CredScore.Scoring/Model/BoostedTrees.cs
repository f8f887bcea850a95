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

    /// <summary>
    /// What a walk reads of a node or leaf, in 16 bytes. Siblings stand side by side, left before right: no processor guesses a jump here, and one look at
    /// memory brings both. A leaf has no children.
    /// </summary>
    /// <param name="Mean">Mean answer over the training pages that came here; the difference to a child's is what a split's feature adds.</param>
    private readonly record struct Step(float Threshold, float Mean, int Feature, int Children)
    {
        public bool IsLeaf => Children == 0;

        public int Next(float value) => Children + Unsafe.BitCast<bool, byte>(value > Threshold);
    }

    private readonly Node[] _nodes;
    private readonly float[] _leaves;
    private readonly int[] _roots;
    private readonly Step[] _steps;
    private readonly float[] _leftShares;
    private readonly int[] _starts;

    /// <param name="nodes">All trees' nodes, every child behind its parent.</param>
    /// <param name="leaves">All trees' answers.</param>
    /// <param name="roots">Position of each tree's root; a complement for a tree of one leaf.</param>
    public BoostedTrees(Node[] nodes, float[] leaves, int[] roots)
    {
        (_nodes, _leaves, _roots) = (nodes, leaves, roots);
        var means = Means();
        var (steps, shares) = (new List<Step>(), new List<float>());
        _starts = [.. roots.Select(root => Lay(root, means, steps, shares))];
        (_steps, _leftShares) = ([.. steps], [.. shares]);
        Start = _starts.Sum(start => (double)_steps[start].Mean);
    }

    /// <summary>The answer before anything is known: the mean over the training pages.</summary>
    public double Start { get; }

    public ReadOnlySpan<Node> Nodes => _nodes;

    public ReadOnlySpan<float> Leaves => _leaves;

    public ReadOnlySpan<int> Roots => _roots;

    /// <summary>The answer for a page; adds to <paramref name="effects"/> what each feature moved it from <see cref="Start"/>: together exactly the difference.</summary>
    public double Evaluate(ReadOnlySpan<float> values, Span<double> effects)
    {
        var isHidden = IsAnyHidden(values);
        var sum = 0.0;

        foreach (var start in _starts)
        {
            sum += isHidden ? FollowBoth(start, values, effects, weight: 1) : Follow(start, values, effects);
        }

        return sum;
    }

    /// <summary>Whether a value is hidden.</summary>
    public static bool IsAnyHidden(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (float.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    private double Follow(int start, ReadOnlySpan<float> values, Span<double> effects)
    {
        var steps = _steps;
        var step = steps[start];

        while (!step.IsLeaf)
        {
            var next = steps[step.Next(values[step.Feature])];
            effects[step.Feature] += (double)next.Mean - step.Mean;
            step = next;
        }

        return step.Mean;
    }

    /// <summary>Goes on from a node; below one whose feature is hidden each effect counts by the share of pages that came its way.</summary>
    private double FollowBoth(int at, ReadOnlySpan<float> values, Span<double> effects, double weight)
    {
        var steps = _steps;
        var step = steps[at];

        while (!step.IsLeaf)
        {
            var value = values[step.Feature];

            if (float.IsNaN(value))
            {
                var share = _leftShares[at];
                return (share * FollowBoth(step.Children, values, effects, weight * share)) + ((1 - share) * FollowBoth(step.Children + 1, values, effects, weight * (1 - share)));
            }

            at = step.Next(value);
            var next = steps[at];
            effects[step.Feature] += weight * ((double)next.Mean - step.Mean);
            step = next;
        }

        return step.Mean;
    }

    /// <summary>Mean answer over the training pages that came to each node.</summary>
    public double[] Means()
    {
        var (nodes, leaves) = (_nodes, _leaves);
        var means = new double[nodes.Length];
        double Of(int at) => at >= 0 ? means[at] : leaves[~at];

        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            means[i] = (nodes[i].LeftShare * Of(nodes[i].Left)) + ((1 - nodes[i].LeftShare) * Of(nodes[i].Right));
        }

        return means;
    }

    /// <summary>Adds to <paramref name="sums"/> how far each feature's splits move the answer, as a mean over the training pages, times a weight.</summary>
    public void AddMovements(Span<double> sums, double weight)
    {
        var (nodes, means, reached) = (_nodes, Means(), new double[_nodes.Length]);
        double Of(int at) => at >= 0 ? means[at] : _leaves[~at];

        foreach (var root in _roots.Where(root => root >= 0))
        {
            reached[root] = weight;
        }

        for (var i = 0; i < nodes.Length; i++)
        {
            var (left, right) = (reached[i] * nodes[i].LeftShare, reached[i] * (1 - nodes[i].LeftShare));
            sums[nodes[i].Feature] += (left * Math.Abs(Of(nodes[i].Left) - means[i])) + (right * Math.Abs(Of(nodes[i].Right) - means[i]));
            Reach(nodes[i].Left, left);
            Reach(nodes[i].Right, right);
        }

        void Reach(int at, double share)
        {
            if (at >= 0)
            {
                reached[at] = share;
            }
        }
    }

    /// <summary>Lays a tree out level by level, and answers where it begins.</summary>
    private int Lay(int root, double[] means, List<Step> steps, List<float> shares)
    {
        var start = steps.Count;
        var open = new Queue<int>([root]);

        // The place of the children is known before they are laid: behind all that is laid or waits.
        while (open.TryDequeue(out var at))
        {
            if (at < 0)
            {
                steps.Add(new(0, _leaves[~at], 0, 0));
                shares.Add(0);
                continue;
            }

            var node = _nodes[at];
            steps.Add(new(node.Threshold, (float)means[at], node.Feature, steps.Count + open.Count + 1));
            shares.Add(node.LeftShare);
            open.Enqueue(node.Left);
            open.Enqueue(node.Right);
        }

        return start;
    }
}
