using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CredScore.Scoring.Model;

/// <summary>
/// Shallow trees in a form that is walked without a guess: a value is known by how many thresholds of its feature it exceeds, every tree is as deep as the
/// deepest may be, and each step adds what the split's feature moves the answer. A tree that asks for a hidden feature is walked with care instead.
/// </summary>
internal sealed class BinnedTrees
{
    private const int Depth = 4;
    private const int SplitsOfTree = 1 << Depth;
    private const int PlacesOfTree = 2 << Depth;

    // Never exceeded: on both ways nothing is added, and the left one is taken.
    private const byte Never = byte.MaxValue;

    // In the place of a value that is hidden; no feature has as many thresholds.
    private const byte Hidden = byte.MaxValue;

    // For each tree its splits from place 1 on, children of i at 2i and 2i + 1: the feature, and which of its thresholds.
    private readonly (byte Feature, byte Bin)[] _splits;

    // For each tree what coming to a place moves the answer.
    private readonly float[] _moves;

    // For each tree the share of training pages that went left from a place.
    private readonly float[] _leftShares;

    // For each tree the features that it asks for, a bit each.
    private readonly Vector256<ulong>[] _asked;

    private readonly int _features;

    private BinnedTrees((byte Feature, byte Bin)[] splits, float[] moves, float[] leftShares, int features)
    {
        (_splits, _moves, _leftShares, _features) = (splits, moves, leftShares, features);
        _asked = [.. splits.Chunk(SplitsOfTree).Select(tree => AskedOf(tree))];
    }

    /// <summary>
    /// The thresholds of each feature in ascending order, filled up with ones that nothing exceeds to a whole number of vectors; null when there are too many, or
    /// features too many, for one byte.
    /// </summary>
    public static float[][]? ThresholdsOf(IEnumerable<BoostedTrees> ensembles, int features)
    {
        var thresholds = Enumerable.Range(0, features).Select(_ => new SortedSet<float>()).ToArray();

        foreach (var node in ensembles.SelectMany(trees => trees.Nodes.ToArray()))
        {
            thresholds[node.Feature].Add(node.Threshold);
        }

        return features is > 0 and <= Never && thresholds.All(values => values.Count < Never) ? [.. thresholds.Select(FillUp)] : null;
    }

    private static float[] FillUp(SortedSet<float> values)
    {
        var filled = new float[(values.Count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count];
        Array.Fill(filled, float.PositiveInfinity);
        values.CopyTo(filled);
        return filled;
    }

    /// <summary>How many thresholds of its feature each value exceeds.</summary>
    public static void Bin(ReadOnlySpan<float> values, float[][] thresholds, Span<byte> bins)
    {
        for (var feature = 0; feature < thresholds.Length; feature++)
        {
            bins[feature] = float.IsNaN(values[feature]) ? Hidden : (byte)CountBelow(thresholds[feature], values[feature]);
        }
    }

    /// <summary>The trees in this form; null when one is too deep.</summary>
    public static BinnedTrees? Of(BoostedTrees trees, float[][] thresholds)
    {
        var (splits, moves) = (new (byte, byte)[trees.Roots.Length * SplitsOfTree], new float[trees.Roots.Length * PlacesOfTree]);
        var (shares, means) = (new float[splits.Length], trees.Means());
        Array.Fill(splits, ((byte)0, Never));
        var fits = true;

        for (var tree = 0; tree < trees.Roots.Length; tree++)
        {
            Lay(tree, trees.Roots[tree], place: 1);
        }

        return fits ? new(splits, moves, shares, thresholds.Length) : null;

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
            shares[(tree * SplitsOfTree) + place] = node.LeftShare;
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
        // Looked at once, so that no step has to: no split asks for a feature beyond these, and no place lies beyond its tree.
        ArgumentOutOfRangeException.ThrowIfLessThan(bins.Length, _features);
        ArgumentOutOfRangeException.ThrowIfLessThan(effects.Length, _features);
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var effect = ref MemoryMarshal.GetReference(effects);
        var hidden = HiddenOf(bins);

        for (var tree = 0; tree < _asked.Length; tree++)
        {
            if ((_asked[tree] & hidden) != Vector256<ulong>.Zero)
            {
                WalkBothWays(tree, 1, bins, effects, weight: 1);
                continue;
            }

            ref var splits = ref _splits[tree * SplitsOfTree];
            ref var moves = ref _moves[tree * PlacesOfTree];
            var place = Step(ref splits, ref moves, ref bin, ref effect, 1);
            place = Step(ref splits, ref moves, ref bin, ref effect, place);
            place = Step(ref splits, ref moves, ref bin, ref effect, place);
            Step(ref splits, ref moves, ref bin, ref effect, place);
        }
    }

    private static Vector256<ulong> HiddenOf(ReadOnlySpan<byte> bins)
    {
        Span<ulong> bits = stackalloc ulong[Vector256<ulong>.Count];

        for (var feature = 0; feature < bins.Length; feature++)
        {
            bits[feature / 64] |= bins[feature] == Hidden ? 1UL << feature : 0;
        }

        return Vector256.Create<ulong>(bits);
    }

    private static Vector256<ulong> AskedOf(ReadOnlySpan<(byte Feature, byte Bin)> splits)
    {
        Span<ulong> bits = stackalloc ulong[Vector256<ulong>.Count];

        foreach (var (feature, bin) in splits)
        {
            bits[feature / 64] |= bin != Never ? 1UL << feature : 0;
        }

        return Vector256.Create<ulong>(bits);
    }

    /// <summary>Goes on from a place; below a split on what is hidden each effect counts by the share of pages that came its way.</summary>
    private void WalkBothWays(int tree, int place, ReadOnlySpan<byte> bins, Span<double> effects, double weight)
    {
        while (place < SplitsOfTree)
        {
            var at = (tree * SplitsOfTree) + place;
            var (feature, threshold) = _splits[at];

            if (threshold == Never)
            {
                return;
            }

            if (bins[feature] == Hidden)
            {
                WalkBothWays(tree, 2 * place, bins, effects, weight * _leftShares[at]);
                (place, weight) = ((2 * place) + 1, weight * (1 - _leftShares[at]));
                continue;
            }

            place = (2 * place) + (bins[feature] > threshold ? 1 : 0);
            effects[feature] += weight * _moves[(tree * PlacesOfTree) + place];
        }
    }

    // Four of these are a tree's depth.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Step(ref (byte Feature, byte Bin) splits, ref float moves, ref byte bins, ref double effects, int place)
    {
        var (feature, threshold) = Unsafe.Add(ref splits, place);
        var next = (2 * place) + (((threshold - Unsafe.Add(ref bins, feature)) >> 31) & 1);
        Unsafe.Add(ref effects, feature) += Unsafe.Add(ref moves, next);
        return next;
    }

    // Every threshold is compared, several at a time: quicker than halving, which the processor cannot foresee.
    private static int CountBelow(float[] thresholds, float value)
    {
        var (values, below) = (new Vector<float>(value), Vector<int>.Zero);

        for (var at = 0; at < thresholds.Length; at += Vector<float>.Count)
        {
            below -= Vector.LessThan(new Vector<float>(thresholds, at), values);
        }

        return Vector.Sum(below);
    }
}
