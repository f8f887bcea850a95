using System.Buffers;

namespace CredScore.Cli.Bulk.Input;

/// <summary>A line cut out of a stream. Its bytes are good until the next line is read.</summary>
internal readonly ref struct Line(ReadOnlySpan<byte> bytes, bool isTerminated, bool isTooLong)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>False for a last line without its line feed: whole, or cut.</summary>
    public bool IsTerminated { get; } = isTerminated;

    /// <summary>True when the line was longer than allowed and was passed over.</summary>
    public bool IsTooLong { get; } = isTooLong;
}

/// <summary>Cuts a stream into lines in one reused buffer, whatever their length up to a limit.</summary>
internal sealed class LineReader(Stream stream, int longestLine) : IDisposable
{
    private const int FirstBuffer = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _start;
    private int _end;

    /// <summary>Reads the next line without its line feed; false at the end.</summary>
    public bool TryRead(out Line line)
    {
        var scanned = 0;
        var isTooLong = false;

        while (true)
        {
            var rest = _buffer.AsSpan(_start + scanned, _end - _start - scanned);

            if (rest.IndexOf((byte)'\n') is var feed and >= 0)
            {
                line = new Line(_buffer.AsSpan(_start, scanned + feed), isTerminated: true, isTooLong || scanned + feed > longestLine);
                _start += scanned + feed + 1;
                return true;
            }

            scanned = _end - _start;

            if (scanned > longestLine)
            {
                // Only its end matters now: the bytes so far are let go.
                isTooLong = true;
                _start = _end;
                scanned = 0;
            }

            if (!Fill())
            {
                line = new Line(_buffer.AsSpan(_start, scanned), isTerminated: false, isTooLong);
                _start = _end;
                return scanned > 0 || isTooLong;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            Buffer.BlockCopy(_buffer, 0, larger, 0, _end);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
