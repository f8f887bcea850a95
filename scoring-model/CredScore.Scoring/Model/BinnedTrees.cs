namespace CredScore.Scoring.Model;

/// <summary>
/// Shallow trees in a form that is walked without a guess: a value is known by how many thresholds of its feature it exceeds, every tree is as deep as the
/// deepest may be, and each step adds what the split's feature moves the answer. For pages of which every feature is known.
/// </summary>
internal sealed class BinnedTrees
{
    private const int Depth = 4;
    private const int SplitsOfTree = 1 << Depth;
    private const int PlacesOfTree = 2 << Depth;

    // Never exceeded: on both ways nothing is added, and the left one is taken.
    private const int Never = byte.MaxValue;

    // For each tree its splits from place 1 on, children of i at 2i and 2i + 1: the feature, and which of its thresholds.
    private readonly (byte Feature, byte Bin)[] _splits;

    // For each tree what coming to a place moves the answer.
    private readonly float[] _moves;

    private BinnedTrees((byte, byte)[] splits, float[] moves) => (_splits, _moves) = (splits, moves);

    /// <summary>The thresholds of each feature in ascending order; null when there are too many, or features too many, for one byte.</summary>
    public static float[][]? ThresholdsOf(IEnumerable<BoostedTrees> ensembles, int features)
    {
        var thresholds = Enumerable.Range(0, features).Select(_ => new SortedSet<float>()).ToArray();

        foreach (var node in ensembles.SelectMany(trees => trees.Nodes.ToArray()))
        {
            thresholds[node.Feature].Add(node.Threshold);
        }

        return features <= Never && thresholds.All(values => values.Count < Never) ? [.. thresholds.Select(values => values.ToArray())] : null;
    }

    /// <summary>How many thresholds of its feature each value exceeds.</summary>
    public static void Bin(ReadOnlySpan<float> values, float[][] thresholds, Span<byte> bins)
    {
        for (var feature = 0; feature < thresholds.Length; feature++)
        {
            bins[feature] = (byte)CountBelow(thresholds[feature], values[feature]);
        }
    }

    /// <summary>The trees in this form; null when one is too deep.</summary>
    public static BinnedTrees? Of(BoostedTrees trees, float[][] thresholds)
    {
        var (splits, moves) = (new (byte, byte)[trees.Roots.Length * SplitsOfTree], new float[trees.Roots.Length * PlacesOfTree]);
        var means = trees.Means();
        Array.Fill(splits, ((byte)0, (byte)Never));
        var fits = true;

        for (var tree = 0; tree < trees.Roots.Length; tree++)
        {
            Lay(tree, trees.Roots[tree], place: 1);
        }

        return fits ? new(splits, moves) : null;

        void Lay(int tree, int at, int place)
        {
            if (at < 0)
            {
                return;
            }

            if (place >= SplitsOfTree)
            {
                fits = false;
                return;
            }

            var node = trees.Nodes[at];
            splits[(tree * SplitsOfTree) + place] = ((byte)node.Feature, (byte)Array.BinarySearch(thresholds[node.Feature], node.Threshold));
            LayChild(tree, at, node.Left, 2 * place);
            LayChild(tree, at, node.Right, (2 * place) + 1);
        }

        void LayChild(int tree, int parent, int at, int place)
        {
            moves[(tree * PlacesOfTree) + place] = (float)((at >= 0 ? means[at] : trees.Leaves[~at]) - means[parent]);
            Lay(tree, at, place);
        }
    }

    /// <summary>Adds to <paramref name="effects"/> what each feature moves the answer from <see cref="BoostedTrees.Start"/>.</summary>
    public void Evaluate(ReadOnlySpan<byte> bins, Span<double> effects)
    {
        ReadOnlySpan<(byte Feature, byte Bin)> splits = _splits;
        ReadOnlySpan<float> moves = _moves;

        while (!splits.IsEmpty)
        {
            var tree = splits[..SplitsOfTree];
            var adds = moves[..PlacesOfTree];
            var place = 1;

            for (var level = 0; level < Depth; level++)
            {
                var (feature, bin) = tree[place];
                place = (2 * place) + (((bin - bins[feature]) >> 31) & 1);
                effects[feature] += adds[place];
            }

            splits = splits[SplitsOfTree..];
            moves = moves[PlacesOfTree..];
        }
    }

    private static int CountBelow(float[] thresholds, float value)
    {
        var (from, length) = (0, thresholds.Length);

        while (length > 0)
        {
            var half = length / 2;
            var isBelow = thresholds[from + half] < value;
            from = isBelow ? from + half + 1 : from;
            length = isBelow ? length - half - 1 : half;
        }

        return from;
    }
}
