using System.Runtime.ExceptionServices;
using ICSharpCode.SharpZipLib.BZip2;

namespace CredScore.Cli.Bulk.Input;

/// <summary>
/// Unpacks bzip2 streams that stand one after the other, as in Wikipedia's multistream dumps and the output of pbzip2.
/// The library's own stream stops after the first.
/// </summary>
internal sealed class MultistreamBzip2(Stream packed) : ForwardStream
{
    private readonly PackedBytes _packed = new(packed);
    private BZip2InputStream? _stream;
    private ExceptionDispatchInfo? _fault;

    public override int Read(Span<byte> buffer)
    {
        _fault?.Throw();
        var count = 0;

        try
        {
            while (count < buffer.Length && TryReadByte(out var value))
            {
                buffer[count++] = value;
            }
        }
        catch (Exception exception)
        {
            // What came before the damage is good: it is given first, and the damage is told at the next call.
            // The library trusts the lengths that a block states, so that a damaged one lets it reach beyond its arrays.
            _fault = ExceptionDispatchInfo.Capture(exception is IndexOutOfRangeException ? new InvalidDataException("a bzip2 block is damaged", exception) : exception);
        }

        if (count == 0)
        {
            _fault?.Throw();
        }

        return count;
    }

    protected override void Dispose(bool disposing)
    {
        _stream?.Dispose();
        packed.Dispose();
        base.Dispose(disposing);
    }

    private bool TryReadByte(out byte value)
    {
        while (true)
        {
            if (_stream?.ReadByte() is { } next and >= 0)
            {
                value = (byte)next;
                return true;
            }

            if (_packed.IsAtEnd)
            {
                value = 0;
                return false;
            }

            Advance();
        }
    }

    private void Advance()
    {
        // The library takes any other beginning for an empty stream.
        if (!_packed.StartsStream)
        {
            throw new InvalidDataException("what follows a bzip2 stream is not another");
        }

        _stream?.Dispose();
        _stream = new BZip2InputStream(_packed) { IsStreamOwner = false };
    }

    /// <summary>The packed file, byte by byte as the library asks for it, so that it stands exactly behind a stream at that stream's end.</summary>
    private sealed class PackedBytes(Stream packed) : ForwardStream
    {
        private readonly byte[] _buffer = new byte[64 * 1024];
        private int _start;
        private int _end;

        public bool IsAtEnd => !Require(1);

        public bool StartsStream => Require(4) && _buffer.AsSpan(_start, 4) is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9'];

        public override int ReadByte() => Require(1) ? _buffer[_start++] : -1;

        public override int Read(Span<byte> buffer)
        {
            if (buffer.IsEmpty || !Require(1))
            {
                return 0;
            }

            buffer[0] = _buffer[_start++];
            return 1;
        }

        private bool Require(int count)
        {
            if (_end - _start >= count)
            {
                return true;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            _end += packed.ReadAtLeast(_buffer.AsSpan(_end), count - _end, throwOnEndOfStream: false);
            return _end >= count;
        }
    }
}
