namespace CredScore.Cli.Bulk.Input;

/// <summary>A stream that is read once from front to back; the one method left to write is <see cref="Stream.Read(Span{byte})"/>.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Counts what is read of a file, for whoever watches.</summary>
internal sealed class CountingStream(FileStream file) : ForwardStream
{
    private readonly long _length = file.Length;
    private long _read;

    public double Share => _length == 0 ? 1 : (double)Interlocked.Read(ref _read) / _length;

    public override int Read(Span<byte> buffer)
    {
        var read = file.Read(buffer);
        Interlocked.Add(ref _read, read);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        file.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Shows the first bytes of a stream before they are read.</summary>
internal sealed class PeekingStream(Stream inner, int window) : ForwardStream
{
    private readonly byte[] _window = new byte[window];
    private int _start;
    private int _end = -1;

    /// <summary>Up to a window of the bytes that come first; empty only when the stream is.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (_end < 0)
        {
            _end = inner.ReadAtLeast(_window, _window.Length, throwOnEndOfStream: false);
        }

        return _window.AsSpan(_start, _end - _start);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start >= _end)
        {
            return inner.Read(buffer);
        }

        var taken = Math.Min(buffer.Length, _end - _start);
        _window.AsSpan(_start, taken).CopyTo(buffer);
        _start += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
