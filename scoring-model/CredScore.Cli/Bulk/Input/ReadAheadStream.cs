using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Reads a slow stream on a thread of its own, a few blocks ahead, so that unpacking and what follows share no time.</summary>
internal sealed class ReadAheadStream : ForwardStream
{
    private const int BlockSize = 256 * 1024;
    private const int BlocksAhead = 8;

    private readonly BlockingCollection<ArraySegment<byte>> _blocks = new(BlocksAhead);
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Stream _inner;
    private readonly Thread _thread;
    private ExceptionDispatchInfo? _failure;
    private ArraySegment<byte> _block;
    private int _taken;

    public ReadAheadStream(Stream inner)
    {
        _inner = inner;
        _thread = new Thread(ReadAhead) { IsBackground = true, Name = "Unpacking" };
        _thread.Start();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_taken == _block.Count && !TryTakeBlock())
        {
            _failure?.Throw();
            return 0;
        }

        var count = Math.Min(buffer.Length, _block.Count - _taken);
        _block.AsSpan(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _thread.IsAlive)
        {
            _abandoned.Cancel();
            _thread.Join();
        }

        _inner.Dispose();
        _abandoned.Dispose();
        _blocks.Dispose();
        base.Dispose(disposing);
    }

    private bool TryTakeBlock()
    {
        if (_block.Array is { } used)
        {
            ArrayPool<byte>.Shared.Return(used);
        }

        _taken = 0;
        return _blocks.TryTake(out _block, Timeout.Infinite);
    }

    private void ReadAhead()
    {
        try
        {
            while (ReadBlock() is { Count: > 0 } block)
            {
                _blocks.Add(block, _abandoned.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody reads any more.
        }
        catch (Exception exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        finally
        {
            _blocks.CompleteAdding();
        }
    }

    private ArraySegment<byte> ReadBlock()
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        return new(block, 0, _inner.Read(block));
    }
}
