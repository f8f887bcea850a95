namespace CredScore.Cli.Bulk;

/// <summary>Bounds the bytes of input between reader and writer, so that many large rows at once take turns.</summary>
internal sealed class InFlight : IDisposable
{
    private const int UnitBytes = 64 * 1024;

    // 20 MB of input in flight: a row of the largest size is alone, since for a moment it takes many times its size.
    private const int Units = 320;

    private readonly SemaphoreSlim _free = new(Units, Units);

    public async ValueTask TakeAsync(int bytes, CancellationToken cancellationToken)
    {
        for (var unit = 0; unit < UnitsOf(bytes); unit++)
        {
            await _free.WaitAsync(cancellationToken);
        }
    }

    public void GiveBack(int bytes) => _free.Release(UnitsOf(bytes));

    public void Dispose() => _free.Dispose();

    private static int UnitsOf(int bytes) => Math.Clamp(bytes / UnitBytes, 1, Units);
}
