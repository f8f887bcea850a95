using System.Buffers.Binary;

namespace CredScore.Api.Exports;

/// <summary>The rows that an earlier export held, by the numbers of page and assessment: what is the same is not exported again.</summary>
internal sealed class EarlierRows
{
    private readonly long[] _sorted;

    private EarlierRows(long[] names)
    {
        Array.Sort(names);
        _sorted = names;
    }

    public static long NameOf(StoredRow row) => ((long)row.Page << 32) | (uint)row.Assessment;

    public bool Contains(long name) => Array.BinarySearch(_sorted, name) >= 0;

    /// <summary>Reads what an export noted of itself; nothing where there is no earlier one.</summary>
    public static async Task<EarlierRows> ReadAsync(ExportShelf shelf, Guid? earlier, CancellationToken cancellationToken)
    {
        if (earlier is not { } id)
        {
            return new([]);
        }

        var bytes = await File.ReadAllBytesAsync(Path.Combine(shelf.FolderOf(id), ExportShelf.MembersName), cancellationToken);
        var names = new long[bytes.Length / sizeof(long)];

        for (var index = 0; index < names.Length; index++)
        {
            names[index] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(index * sizeof(long)));
        }

        return new(names);
    }
}
