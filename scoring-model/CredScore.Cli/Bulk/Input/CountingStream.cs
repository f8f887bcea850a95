namespace CredScore.Cli.Bulk.Input;

/// <summary>Counts what is read of a file, for whoever watches.</summary>
internal sealed class CountingStream(FileStream file) : ForwardStream
{
    private readonly long _length = file.Length;
    private long _read;

    public bool IsEmpty => _length == 0;

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
