using System.IO.Compression;
using System.Xml;
using ICSharpCode.SharpZipLib;

namespace CredScore.Cli.Bulk.Input;

/// <summary>The file that a bulk run reads: what it is shows in its first bytes, not in its name.</summary>
internal sealed class InputFile : IDisposable
{
    private const int Window = 4096;

    private readonly Func<double> _share;
    private readonly Stream _content;
    private readonly InputTally _tally;
    private readonly string _path;

    private InputFile(string path, Func<double> share, Stream content, bool isDump, InputTally tally)
    {
        _path = path;
        _share = share;
        _content = content;
        _tally = tally;
        IsDump = isDump;
    }

    public bool IsDump { get; }

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    public double Share => _share();

    /// <summary>Opens an input: a dump that has an index piece by piece, anything else from front to back.</summary>
    public static InputFile Open(BulkOptions options, InputTally tally)
        => (options.Index ?? MultistreamIndex.FindBeside(options.Input)) is { } index
            ? OpenMultistream(options.Input, index, options.Part, options.Workers, tally)
            : options.Part is null
                ? Open(options.Input, tally)
                : throw CommandFailure.BadInput("--part needs a multistream dump with its index: name the index with --index, or put it beside the dump under Wikimedia's name.");

    public static InputFile Open(string path, InputTally tally)
    {
        try
        {
            var file = new CountingStream(new FileStream(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan }));
            var content = Decompress(new PeekingStream(file, Window));
            var start = content.Peek();
            ThrowIfUnreadable(start, file.IsEmpty, path);
            return new(path, () => file.Share, content, start.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'<', ..], tally);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"{path} could not be read: {Sentence.Of(exception)}", exception);
        }
    }

    private static InputFile OpenMultistream(string path, string index, InputPart? part, int workers, InputTally tally)
    {
        try
        {
            var file = File.OpenHandle(path, options: FileOptions.RandomAccess);
            var length = RandomAccess.GetLength(file);
            var pieces = MultistreamIndex.Read(index, length);
            var taken = part?.PiecesOf(pieces) ?? pieces;

            // Only the end of the file closes what its beginning opens.
            var isOpen = taken[^1].End < length;
            var unpacked = new ParallelBzip2(file, taken, isOpen ? "</mediawiki>"u8.ToArray() : [], workers);
            var packed = (double)taken.Sum(piece => piece.Length);
            return new(path, () => unpacked.PackedRead / packed, unpacked, isDump: true, tally);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandFailure.BadInput($"{path} could not be read: {Sentence.Of(exception)}", exception);
        }
    }

    /// <summary>The rows in order. Throws <see cref="CutInputException"/> where the input ends before its end.</summary>
    public IEnumerable<InputRow> Rows()
    {
        using var rows = (IsDump ? new Dump(new NodeLimitStream(_content), _tally).Read() : JsonLines.Read(_content)).GetEnumerator();
        var row = 0L;

        while (MoveNext(rows, row))
        {
            row++;
            yield return rows.Current;
        }
    }

    public void Dispose() => _content.Dispose();

    private static PeekingStream Decompress(PeekingStream stream) => stream.Peek() switch
    {
        // RFC 1952
        [0x1F, 0x8B, ..] => new(new ReadAheadStream(new GZipStream(stream, CompressionMode.Decompress)), Window),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => new(new ReadAheadStream(new MultistreamBzip2(stream)), Window),
        _ => stream,
    };

    private static void ThrowIfUnreadable(ReadOnlySpan<byte> start, bool isEmpty, string path)
    {
        if (isEmpty)
        {
            throw CommandFailure.BadInput($"{path} is empty.");
        }

        if (start.Contains((byte)0))
        {
            throw CommandFailure.BadInput($"{path} is a binary file: give JSON lines or a MediaWiki XML dump, plain or packed as .gz or .bz2.");
        }
    }

    private bool MoveNext(IEnumerator<InputRow> rows, long row)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (XmlException exception)
        {
            throw new CutInputException($"at line {exception.LineNumber} of the XML, after {row:N0} rows", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or SharpZipBaseException)
        {
            throw new CutInputException($"after {row:N0} rows ({Path.GetFileName(_path)}: {Sentence.Of(exception).TrimEnd('.')})", exception);
        }
    }
}
