using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using ICSharpCode.SharpZipLib;
using Microsoft.Win32.SafeHandles;

namespace CredScore.Cli.Bulk.Input;

/// <summary>Unpacks the pieces of a multistream dump at the same time and gives their content in order. What is unpacked ahead is bounded.</summary>
internal sealed class ParallelBzip2 : ForwardStream
{
    // A piece that unpacks to more is no hundred articles.
    private const int LongestPiece = 1024 * 1024 * 1024;

    private readonly SafeFileHandle _file;
    private readonly BlockingCollection<Task<Unpacked>> _ahead;
    private readonly CancellationTokenSource _abandoned = new();
    private readonly Thread _thread;
    private Unpacked _piece = Unpacked.Nothing;
    private int _taken;
    private long _read;

    /// <param name="file">The packed file; it is closed with this.</param>
    /// <param name="pieces">Its pieces, in order.</param>
    /// <param name="tail">What follows the last one, when that is not the end of the file.</param>
    /// <param name="workers">Pieces that are unpacked at the same time.</param>
    public ParallelBzip2(SafeFileHandle file, IReadOnlyList<PackedPiece> pieces, byte[] tail, int workers)
    {
        _file = file;
        _ahead = new(workers + 1);
        _thread = new Thread(() => UnpackAhead(pieces, tail)) { IsBackground = true, Name = "Unpacking" };
        _thread.Start();
    }

    /// <summary>Packed bytes that have been unpacked.</summary>
    public long PackedRead => Volatile.Read(ref _read);

    public override int Read(Span<byte> buffer)
    {
        while (_taken == _piece.Content.Length)
        {
            // What came before the damage is good: it was given first.
            _piece.Fault?.Throw();

            if (!_ahead.TryTake(out var next, Timeout.Infinite))
            {
                return 0;
            }

            (_piece, _taken) = (next.GetAwaiter().GetResult(), 0);
        }

        var count = Math.Min(buffer.Length, _piece.Content.Length - _taken);
        _piece.Content.Span.Slice(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _abandoned.Cancel();
            _thread.Join();
        }

        _file.Dispose();
        _ahead.Dispose();
        _abandoned.Dispose();
        base.Dispose(disposing);
    }

    private void UnpackAhead(IReadOnlyList<PackedPiece> pieces, byte[] tail)
    {
        var started = new List<Task>();

        try
        {
            foreach (var piece in pieces)
            {
                // Each waits for room before it is begun, so that no more are unpacked than may wait.
                var unpacking = new Task<Unpacked>(() => Unpack(piece));
                _ahead.Add(unpacking, _abandoned.Token);
                unpacking.Start(TaskScheduler.Default);
                started.RemoveAll(task => task.IsCompleted);
                started.Add(unpacking);
            }

            _ahead.Add(Task.FromResult(new Unpacked(tail, null)), _abandoned.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody reads any more; those that were begun still use the file.
            Task.WhenAll(started).GetAwaiter().GetResult();
        }
        finally
        {
            _ahead.CompleteAdding();
        }
    }

    private Unpacked Unpack(PackedPiece piece)
    {
        using var content = new MemoryStream();

        try
        {
            var packed = new byte[piece.Length];
            ReadWhole(packed, piece.Start);
            using var stream = new MultistreamBzip2(new MemoryStream(packed));
            Copy(stream, content);
            Interlocked.Add(ref _read, piece.Length);
            return new(content.GetBuffer().AsMemory(0, (int)content.Length), null);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or SharpZipBaseException)
        {
            return new(content.ToArray(), ExceptionDispatchInfo.Capture(exception));
        }
    }

    private void ReadWhole(byte[] packed, long start)
    {
        for (var held = 0; held < packed.Length;)
        {
            var read = RandomAccess.Read(_file, packed.AsSpan(held), start + held);
            held += read > 0 ? read : throw new EndOfStreamException("the file ends before its index does");
        }
    }

    private static void Copy(MultistreamBzip2 stream, MemoryStream content)
    {
        var buffer = new byte[64 * 1024];

        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            if (content.Length + count > LongestPiece)
            {
                throw new InvalidDataException("a stream unpacks to more than a gigabyte");
            }

            content.Write(buffer, 0, count);
        }
    }

    private sealed record Unpacked(ReadOnlyMemory<byte> Content, ExceptionDispatchInfo? Fault)
    {
        public static Unpacked Nothing { get; } = new(ReadOnlyMemory<byte>.Empty, null);
    }
}
