namespace CredScore.Exports.Writing;

/// <summary>Takes the rows of a table into a file. Disposing without completing leaves a file that is not whole.</summary>
/// <typeparam name="TRow">What a row is read from.</typeparam>
public interface IRowSink<in TRow> : IAsyncDisposable
{
    ValueTask AddAsync(TRow row, CancellationToken cancellationToken);

    /// <summary>Writes what is still held, so that the file is well formed. After it nothing may be added.</summary>
    ValueTask CompleteAsync();
}
