namespace CredScore.Api.Storage;

/// <summary>SQLite has one writer; waiting here is fairer than in its busy loop, and two first scorings of one page do not collide.</summary>
internal sealed class OneWriter : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Does a short piece of writing once the writers before it are done.</summary>
    public async Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);

        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
