using System.Buffers;

namespace CredScore.Exports.Writing;

/// <summary>Writes rows as text, through a buffer that is reused. Owns the stream.</summary>
public sealed class TextSink<TRow> : IRowSink<TRow>
{
    private const int Enough = 256 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Enough);
    private readonly ITextRows<TRow> _rows;
    private readonly Stream _stream;

    public TextSink(Stream stream, ITextRows<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _stream = stream;
        _rows = rows;
        _buffer.Write(rows.Header.Span);
    }

    public ValueTask AddAsync(TRow row, CancellationToken cancellationToken)
    {
        _rows.Write(row, _buffer);
        return _buffer.WrittenCount < Enough ? default : FlushAsync(cancellationToken);
    }

    public async ValueTask CompleteAsync()
    {
        await FlushAsync(CancellationToken.None);
        await _stream.FlushAsync();
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellationToken);
        _buffer.ResetWrittenCount();
    }
}
