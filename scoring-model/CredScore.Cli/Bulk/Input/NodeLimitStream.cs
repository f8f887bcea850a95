namespace CredScore.Cli.Bulk.Input;

/// <summary>Refuses to feed more than a limit into one node of XML, since the reader of XML has no limit of its own.</summary>
internal sealed class NodeLimitStream(Stream inner) : ForwardStream
{
    // No single tag or comment of a dump comes near this.
    private const int LargestNode = 16 * 1024 * 1024;

    private long _fed;

    public void StartNode() => _fed = 0;

    public override int Read(Span<byte> buffer)
    {
        if (_fed > LargestNode)
        {
            throw new InvalidDataException($"one tag is larger than {LargestNode / 1024 / 1024} MB");
        }

        var read = inner.Read(buffer);
        _fed += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
