using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CredScore.Scoring.Catalogues;

/// <summary>
/// A list of others, compiled: keys and values in one block of bytes that is looked up where it lies, so that loading is reading the block. Equal entries give
/// equal bytes. Layout, little-endian: eight bytes of magic, number of entries, number of slots (a power of two), then for each slot the key's hash and the offset of
/// its entry (0: empty), then the entries in order of key: length of key, length of value (two bytes each), key, value (UTF-8).
/// </summary>
public sealed class CompiledList
{
    /// <summary>Longest key in characters; what is longer is in no list.</summary>
    public const int LongestKey = 300;

    /// <summary>Longest value in bytes.</summary>
    public const int LongestValue = ushort.MaxValue;

    private const int HeaderSize = 16;
    private const int SlotSize = 8;
    private const int LengthsSize = 4;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _slots;
    private readonly HashSet<string>? _asked;

    private CompiledList(HashSet<string> asked)
    {
        _asked = asked;
    }

    private CompiledList(ReadOnlyMemory<byte> bytes, int count, int slots)
    {
        _bytes = bytes;
        _slots = slots;
        Count = count;
    }

    /// <summary>A list without entries.</summary>
    public static CompiledList Empty { get; } = Open(Write(new Dictionary<string, string>()));

    /// <summary>Number of entries.</summary>
    public int Count { get; }

    private static ReadOnlySpan<byte> Magic => "CSLIST1\n"u8;

    /// <summary>A list from its bytes, which must not change afterwards. Throws <see cref="InvalidDataException"/> when they are no compiled list or cut off.</summary>
    public static CompiledList Open(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;

        if (span.Length < HeaderSize || !span.StartsWith(Magic))
        {
            throw new InvalidDataException("This is no compiled list.");
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(span[8..]);
        var slots = BinaryPrimitives.ReadInt32LittleEndian(span[12..]);

        if (count < 0 || slots <= count || !BitOperations.IsPow2(slots) || HeaderSize + ((long)slots * SlotSize) > span.Length)
        {
            throw new InvalidDataException("This compiled list is damaged.");
        }

        return new(bytes, count, slots);
    }

    /// <summary>A list that knows nothing and notes what it is asked for.</summary>
    internal static CompiledList Listening(HashSet<string> asked) => new(asked);

    /// <summary>Compiles entries. Throws <see cref="ArgumentException"/> for a key or a value that is too long.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, string> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var sorted = entries.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        var slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, sorted.Count * 2));
        var start = HeaderSize + (slots * SlotSize);
        var size = start + sorted.Sum(entry => LengthsSize + Utf8.GetByteCount(entry.Key) + Utf8.GetByteCount(entry.Value));
        var bytes = new byte[size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), sorted.Count);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), slots);
        var at = start;

        foreach (var (key, value) in sorted)
        {
            at = WriteEntry(bytes, slots, at, key, value);
        }

        return bytes;
    }

    /// <summary>The value of a key; null when the list does not have it.</summary>
    public string? Find(ReadOnlySpan<char> key)
    {
        var at = FindEntry(key);
        return at < 0 ? null : ValueAt(at);
    }

    /// <summary>Whether the list has a key.</summary>
    public bool Contains(ReadOnlySpan<char> key) => FindEntry(key) >= 0;

    /// <summary>Every entry, in ordinal order of key.</summary>
    public IEnumerable<KeyValuePair<string, string>> Entries()
    {
        var at = HeaderSize + (_slots * SlotSize);

        for (var i = 0; i < Count; i++)
        {
            yield return new(KeyAt(at), ValueAt(at));
            at = EndOf(at);
        }
    }

    private static int WriteEntry(byte[] bytes, int slots, int at, string key, string value)
    {
        var keyLength = Utf8.GetBytes(key, bytes.AsSpan(at + LengthsSize));
        var valueLength = Utf8.GetByteCount(value);

        if (key.Length is 0 or > LongestKey || valueLength > LongestValue)
        {
            throw new ArgumentException($"The entry {key[..Math.Min(key.Length, 60)]} is empty or too long for a list.", nameof(value));
        }

        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)keyLength);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + 2), (ushort)valueLength);
        Utf8.GetBytes(value, bytes.AsSpan(at + LengthsSize + keyLength));
        var hash = Hash(bytes.AsSpan(at + LengthsSize, keyLength));

        for (var slot = (int)(hash & (uint)(slots - 1)); ; slot = (slot + 1) & (slots - 1))
        {
            var place = bytes.AsSpan(HeaderSize + (slot * SlotSize));

            if (BinaryPrimitives.ReadUInt32LittleEndian(place[4..]) == 0)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(place, hash);
                BinaryPrimitives.WriteUInt32LittleEndian(place[4..], (uint)at);
                return at + LengthsSize + keyLength + valueLength;
            }
        }
    }

    // FNV-1a: short keys, written and read by us alone.
    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = 2166136261u;

        foreach (var one in key)
        {
            hash = (hash ^ one) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private int FindEntry(ReadOnlySpan<char> key)
    {
        if (key.IsEmpty || key.Length > LongestKey)
        {
            return -1;
        }

        if (_asked is not null)
        {
            _asked.Add(key.ToString());
            return -1;
        }

        Span<byte> buffer = stackalloc byte[LongestKey * 3];
        var wanted = buffer[..Encoding.UTF8.GetBytes(key, buffer)];
        var hash = Hash(wanted);
        var bytes = _bytes.Span;

        for (int slot = (int)(hash & (uint)(_slots - 1)), steps = 0; steps < _slots; slot = (slot + 1) & (_slots - 1), steps++)
        {
            var place = bytes.Slice(HeaderSize + (slot * SlotSize), SlotSize);
            var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(place[4..]);

            if (at == 0)
            {
                return -1;
            }

            if (BinaryPrimitives.ReadUInt32LittleEndian(place) == hash && bytes.Slice(at + LengthsSize, KeyLength(bytes, at)).SequenceEqual(wanted))
            {
                return at;
            }
        }

        return -1;
    }

    private string KeyAt(int at) => Encoding.UTF8.GetString(_bytes.Span.Slice(at + LengthsSize, KeyLength(_bytes.Span, at)));

    private string ValueAt(int at)
    {
        var bytes = _bytes.Span;
        return Encoding.UTF8.GetString(bytes.Slice(at + LengthsSize + KeyLength(bytes, at), ValueLength(bytes, at)));
    }

    private int EndOf(int at) => at + LengthsSize + KeyLength(_bytes.Span, at) + ValueLength(_bytes.Span, at);

    private static int KeyLength(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int ValueLength(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + 2)..]);
}
