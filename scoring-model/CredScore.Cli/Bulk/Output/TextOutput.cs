namespace CredScore.Cli.Bulk.Output;

/// <summary>Writes rows as text, packed or not.</summary>
internal sealed class TextOutput(Stream stream, IRowFormat format) : IRowOutput
{
    private readonly BufferPool _buffers = new();

    public Func<CancellationToken, ValueTask> Prepare(RowResult row)
    {
        var buffer = _buffers.Borrow();
        format.Write(row, buffer);

        return _ =>
        {
            stream.Write(buffer.WrittenSpan);
            _buffers.Return(buffer);
            return default;
        };
    }

    public async ValueTask CompleteAsync() => await stream.FlushAsync();

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
