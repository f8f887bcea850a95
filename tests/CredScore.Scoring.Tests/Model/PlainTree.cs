using CredScore.Scoring.Model;

namespace CredScore.Scoring.Tests.Model;

/// <summary>A tree walked by its definition, slowly: what the fast walk must not differ from.</summary>
internal static class PlainTree
{
    /// <summary>The answer from a node on, with the effects of the splits below it added by their weight.</summary>
    public static double Walk(BoostedTrees trees, int at, float[] page, double[] effects, double weight)
    {
        if (at < 0)
        {
            return trees.Leaves[~at];
        }

        var node = trees.Nodes[at];
        var left = node.LeftShare;

        if (float.IsNaN(page[node.Feature]))
        {
            return (left * Walk(trees, node.Left, page, effects, weight * left)) + ((1 - left) * Walk(trees, node.Right, page, effects, weight * (1 - left)));
        }

        var next = page[node.Feature] <= node.Threshold ? node.Left : node.Right;
        effects[node.Feature] += weight * (Mean(trees, next) - Mean(trees, at));
        return Walk(trees, next, page, effects, weight);
    }

    private static double Mean(BoostedTrees trees, int at)
    {
        if (at < 0)
        {
            return trees.Leaves[~at];
        }

        var left = trees.Nodes[at].LeftShare;
        return (left * Mean(trees, trees.Nodes[at].Left)) + ((1 - left) * Mean(trees, trees.Nodes[at].Right));
    }
}
