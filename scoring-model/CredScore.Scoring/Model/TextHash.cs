using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CredScore.Scoring.Model;

/// <summary>MurmurHash3 (32 bits) over UTF-8: the same number for the same word on every machine and in every version.</summary>
internal static class TextHash
{
    private const uint FirstFactor = 0xcc9e2d51;
    private const uint SecondFactor = 0x1b873593;
    private const int StackBytes = 256;

    /// <summary>The hash of a text, with seed 0.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        return Of(bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    // https://github.com/aappleby/smhasher/wiki/MurmurHash3
    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0u;
        var rest = bytes;

        for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
        {
            hash ^= Mix(BinaryPrimitives.ReadUInt32LittleEndian(rest));
            hash = (BitOperations.RotateLeft(hash, 13) * 5) + 0xe6546b64;
        }

        var tail = 0u;

        for (var i = rest.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | rest[i];
        }

        return Finish(hash ^ Mix(tail) ^ (uint)bytes.Length);
    }

    private static uint Mix(uint block) => BitOperations.RotateLeft(block * FirstFactor, 15) * SecondFactor;

    private static uint Finish(uint hash)
    {
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
