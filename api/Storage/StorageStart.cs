using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>Makes the database ready before the first request: created when missing, brought up to date when older.</summary>
internal sealed class StorageStart(IDbContextFactory<ScoreContext> contexts, StorageLocation location)
{
    /// <summary>Throws <see cref="StartException"/> with one sentence on what to do when the database cannot be used.</summary>
    public async Task PrepareAsync()
    {
        try
        {
            location.CreateFolder();
            await using var context = await contexts.CreateDbContextAsync();
            await context.Database.MigrateAsync();
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{StorageException.Of(exception).Message} The database is {location.File}.", exception);
        }
    }
}
