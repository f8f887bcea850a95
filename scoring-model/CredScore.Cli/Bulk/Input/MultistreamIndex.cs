using System.Globalization;
using System.Text;
using ICSharpCode.SharpZipLib;

namespace CredScore.Cli.Bulk.Input;

/// <summary>
/// Where the streams of a multistream dump begin, as its index says: lines of <c>offset:page id:title</c>, a hundred pages a stream. See
/// https://meta.wikimedia.org/wiki/Data_dumps/Dump_format#Multistream_dumps.
/// </summary>
internal static class MultistreamIndex
{
    // A stream of a hundred of the longest articles packs to a few megabytes.
    private const long LongestStream = 256L * 1024 * 1024;

    private const string DumpMark = "-multistream.xml";
    private const string IndexMark = "-multistream-index.txt";

    /// <summary>The index that stands beside a dump under Wikimedia's names; null when there is none.</summary>
    public static string? FindBeside(string dump)
    {
        var index = dump.Replace(DumpMark, IndexMark, StringComparison.Ordinal);
        return index == dump ? null : new[] { index, index.EndsWith(".bz2", StringComparison.Ordinal) ? index[..^4] : index }.FirstOrDefault(File.Exists);
    }

    /// <summary>The packed pieces of a dump from front to back: what comes before its first pages, then each stream. Throws when the index belongs to another dump.</summary>
    public static IReadOnlyList<PackedPiece> Read(string index, long length)
    {
        try
        {
            using var file = new PeekingStream(new FileStream(index, FileMode.Open, FileAccess.Read, FileShare.Read), 4);
            using var text = new StreamReader(file.Peek() is [(byte)'B', (byte)'Z', (byte)'h', ..] ? new MultistreamBzip2(file) : file, Encoding.UTF8);
            return PiecesOf(OffsetsIn(text, index), index, length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException or SharpZipBaseException)
        {
            throw CommandFailure.BadInput($"{index} could not be read: {Sentence.Of(exception)}", exception);
        }
    }

    private static List<long> OffsetsIn(StreamReader text, string index)
    {
        var offsets = new List<long>();

        while (text.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            if (!long.TryParse(line.AsSpan(0, Math.Max(0, line.IndexOf(':', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) || (offsets.Count > 0 && offset < offsets[^1]))
            {
                throw CommandFailure.BadInput($"{index} is no index of a multistream dump: its lines are offset:page id:title, in the order of the dump.");
            }

            if (offsets.Count == 0 || offset > offsets[^1])
            {
                offsets.Add(offset);
            }
        }

        return offsets;
    }

    private static List<PackedPiece> PiecesOf(List<long> offsets, string index, long length)
    {
        if (offsets.Count == 0 || offsets[0] <= 0 || offsets[^1] >= length)
        {
            throw CommandFailure.BadInput($"{index} belongs to another dump: it names places that this one does not have.");
        }

        var pieces = new List<PackedPiece> { new(0, offsets[0]) };

        for (var stream = 0; stream < offsets.Count; stream++)
        {
            pieces.Add(new(offsets[stream], stream + 1 < offsets.Count ? offsets[stream + 1] : length));
        }

        return pieces.TrueForAll(piece => piece.Length <= LongestStream)
            ? pieces
            : throw CommandFailure.BadInput($"{index} belongs to another dump: between two of its places lie more than {LongestStream / 1024 / 1024} MB.");
    }
}

/// <summary>A part of a packed file that is unpacked by itself.</summary>
internal readonly record struct PackedPiece(long Start, long End)
{
    public long Length => End - Start;
}
