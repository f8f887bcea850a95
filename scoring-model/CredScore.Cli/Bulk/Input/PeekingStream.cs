using System.Runtime.ExceptionServices;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Shows the first bytes of a stream before they are read. A fault in them is thrown when they are read, not when they are shown.</summary>
internal sealed class PeekingStream(Stream inner, int window) : ForwardStream
{
    private readonly byte[] _window = new byte[window];
    private ExceptionDispatchInfo? _fault;
    private int _start;
    private int _end = -1;

    /// <summary>Up to a window of the bytes that come first; empty only when there are none to be had.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (_end < 0)
        {
            FillWindow();
        }

        return _window.AsSpan(_start, _end - _start);
    }

    public override int Read(Span<byte> buffer)
    {
        if (_start >= _end)
        {
            _fault?.Throw();
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

    private void FillWindow()
    {
        _end = 0;

        try
        {
            while (_end < _window.Length && inner.Read(_window.AsSpan(_end)) is var read and > 0)
            {
                _end += read;
            }
        }
        catch (Exception exception)
        {
            _fault = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
