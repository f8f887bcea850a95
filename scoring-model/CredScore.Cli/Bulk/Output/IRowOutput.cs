namespace CredScore.Cli.Bulk.Output;

/// <summary>Puts rows into a file. Preparing is the workers' part and may happen in any order and at the same time; writing is not.</summary>
internal interface IRowOutput : IAsyncDisposable
{
    /// <summary>Prepares a row; gives what the writer calls when it is the row's turn.</summary>
    Func<CancellationToken, ValueTask> Prepare(RowResult row);

    /// <summary>Writes what is still held, so that the file is well formed. After it nothing may be written.</summary>
    ValueTask CompleteAsync();
}
