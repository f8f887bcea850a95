using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>The way to the tables: one writer at a time, and whatever fails is a <see cref="StorageException"/>.</summary>
internal sealed class ScoreDatabase(IDbContextFactory<ScoreContext> contexts) : IDisposable
{
    // SQLite has one writer; waiting here is fairer than in its busy loop, and two first scorings of one page do not collide.
    private readonly SemaphoreSlim _writing = new(1);

    public async Task<T> ReadAsync<T>(Func<ScoreContext, Task<T>> work)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await work(context);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            throw StorageException.Of(exception);
        }
    }

    /// <summary>Saves what the work changed, all of it or nothing, once the writers before it are done.</summary>
    public async Task<T> WriteAsync<T>(Func<ScoreContext, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);

        try
        {
            return await ReadAsync(async context =>
            {
                var result = await work(context);
                await context.SaveChangesAsync(cancellationToken);
                return result;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
