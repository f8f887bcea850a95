using System.Buffers;
using System.Collections.Concurrent;

namespace CredScore.Cli.Bulk.Output;

/// <summary>Lends buffers for prepared rows: most rows fit into one that was used before.</summary>
internal sealed class BufferPool
{
    // Buffers beyond this belong to a rare giant of a row and are let go.
    private const int LargestKept = 1024 * 1024;

    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _buffers = [];

    public ArrayBufferWriter<byte> Borrow() => _buffers.TryTake(out var buffer) ? buffer : new(32 * 1024);

    public void Return(ArrayBufferWriter<byte> buffer)
    {
        if (buffer.Capacity <= LargestKept)
        {
            buffer.ResetWrittenCount();
            _buffers.Add(buffer);
        }
    }
}
