using System.Data.Common;
using CredScore.Api.Storage;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Alternatives;

/// <summary>The way to the tables of alternatives: one writer at a time, and whatever fails is a <see cref="StorageException"/>.</summary>
internal sealed class AlternativeDatabase(IDbContextFactory<AlternativeContext> contexts, OneWriter writer)
{
    public async Task<T> ReadAsync<T>(Func<AlternativeContext, Task<T>> work)
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
    public Task<T> WriteAsync<T>(Func<AlternativeContext, Task<T>> work, CancellationToken cancellationToken) => writer.WriteAsync(
        () => ReadAsync(async context =>
        {
            var result = await work(context);
            await context.SaveChangesAsync(cancellationToken);
            return result;
        }),
        cancellationToken);
}
