using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CredScore.Cli.Training;

/// <summary>Five parts of a table by group: pages of like titles never stand on both sides.</summary>
internal static class Folds
{
    public const int Count = 5;

    /// <summary>The part of a group, by a digest of its number, so that it does not depend on the other rows.</summary>
    public static int Of(int group)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(number, group);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(number, digest);
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(digest) % Count);
    }

    /// <summary>Positions of the rows inside and outside each part.</summary>
    public static IEnumerable<(int[] Train, int[] Test)> Split(FeatureTable table)
    {
        var folds = table.Rows.Select(row => Of(row.Group)).ToArray();

        for (var fold = 0; fold < Count; fold++)
        {
            yield return ([.. Positions(folds, fold, isInside: false)], [.. Positions(folds, fold, isInside: true)]);
        }
    }

    private static IEnumerable<int> Positions(int[] folds, int fold, bool isInside)
        => Enumerable.Range(0, folds.Length).Where(position => folds[position] == fold == isInside);
}
