using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace CredScore.Api.Batches;

/// <summary>Reads a list of addresses as it arrives: one a line, or CSV. Packed or not, with any byte order mark.</summary>
internal static class ListReader
{
    private const int Characters = 32_768;
    private const int LongestMark = 4;

    private static readonly string[] AddressNames = ["url", "address", "link", "page", "uri"];
    private static readonly string[] RevisionNames = ["revision", "oldid", "revid", "revision_id"];

    /// <summary>The rows of a list; empty lines are none.</summary>
    public static async IAsyncEnumerable<GivenRow> ReadAsync(Stream stream, bool isCsv, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, Characters, leaveOpen: true);
        var buffer = new char[Characters];
        var columns = isCsv ? null : Columns.List;
        TextRows? rows = null;

        for (int read; (read = await reader.ReadBlockAsync(buffer, cancellationToken)) > 0;)
        {
            rows ??= new(isCsv ? SeparatorIn(buffer.AsSpan(0, read)) : null);

            foreach (var fields in rows.Feed(buffer.AsSpan(0, read)))
            {
                if (RowOf(fields, ref columns) is { } row)
                {
                    yield return row;
                }
            }
        }

        foreach (var fields in rows?.End() ?? [])
        {
            if (RowOf(fields, ref columns) is { } row)
            {
                yield return row;
            }
        }
    }

    /// <summary>What is packed with gzip, unpacked; anything else as it is. Reads no more than so many bytes, and knows a packed file that ends too early.</summary>
    public static async Task<Stream> UnpackAsync(Stream stream, long most, int megabytes, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        var start = await pipe.ReadAtLeastAsync(LongestMark, cancellationToken);
        var mark = start.Buffer.Slice(0, Math.Min(start.Buffer.Length, LongestMark)).ToArray();
        var isPacked = mark is [0x1F, 0x8B, ..];
        pipe.AdvanceTo(start.Buffer.Start);
        ThrowIfPackedOtherwise(mark);
        return new LimitedStream(isPacked ? new GZipStream(pipe.AsStream(), CompressionMode.Decompress) : pipe.AsStream(), most, megabytes);
    }

    // bzip2, zip (and with it every spreadsheet), Zstandard, xz. As text they would be a million rows of nonsense.
    private static void ThrowIfPackedOtherwise(byte[] mark)
    {
        if (mark is [0x42, 0x5A, 0x68, >= 0x31 and <= 0x39] or [0x50, 0x4B, 0x03, 0x04] or [0x28, 0xB5, 0x2F, 0xFD] or [0xFD, 0x37, 0x7A, 0x58])
        {
            throw BatchProblems.Packed;
        }
    }

    private static GivenRow? RowOf(string[]? fields, ref Columns? columns)
    {
        if (fields is null)
        {
            return new(string.Empty, null, RowFault.TooLong);
        }

        if (columns is null && (columns = Columns.Find(fields)) is { IsNamed: true })
        {
            return null;
        }

        var address = columns!.AddressIn(fields);

        return (address.Length, columns.RevisionIn(fields)) switch
        {
            (0, _) => null,
            _ when address.AsSpan().ContainsAny('\uFFFD', '\0') => new(address, null, RowFault.Encoding),
            (_, { Length: > 0 } revision) => new(address, revision),
            _ => new(address),
        };
    }

    // The mark that the first line has most of; a list of one column has none.
    private static char SeparatorIn(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }

    /// <summary>Which field is the address.</summary>
    private sealed record Columns(int Address, int Revision, bool IsNamed)
    {
        public static Columns List { get; } = new(0, -1, false);

        public static Columns Find(string[] header)
        {
            var names = header.Select(name => name.Trim().Trim('\uFEFF').ToLowerInvariant()).ToList();
            var address = names.FindIndex(AddressNames.Contains);
            return address < 0 ? List : new(address, names.FindIndex(RevisionNames.Contains), true);
        }

        // Files that were put together have byte order marks in their midst.
        public string AddressIn(string[] fields) => Address < fields.Length ? fields[Address].Trim().Trim('\uFEFF').Trim() : string.Empty;

        public string? RevisionIn(string[] fields) => Revision >= 0 && Revision < fields.Length ? fields[Revision].Trim() : null;
    }
}
