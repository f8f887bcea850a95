using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CredScore.Api.Storage;

/// <summary>
/// Makes the tables of a context ready that stands beside the scores in their database. New ones by the script that its migrations write (a test compares), since Entity
/// Framework would take most of the start.
/// </summary>
/// <param name="contexts">Makes the context when there is something to migrate.</param>
/// <param name="location">The database.</param>
/// <param name="migrationsTable">The context's own history of migrations.</param>
/// <param name="script">Name of the embedded script.</param>
internal sealed class TableStart<TContext>(IDbContextFactory<TContext> contexts, StorageLocation location, string migrationsTable, string script)
    where TContext : DbContext
{
    private static string LastMigration => typeof(TContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(TContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;

    /// <summary>Throws <see cref="StartException"/> when the database cannot be used.</summary>
    public async Task PrepareAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(location.ConnectionString);
            await connection.OpenAsync();
            var isMade = await AskAsync(connection, $"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{migrationsTable}'") is not null;
            var last = isMade ? await AskAsync(connection, $"SELECT max(MigrationId) FROM {migrationsTable}") as string : null;

            if (last is null)
            {
                await AskAsync(connection, await ReadScriptAsync());
            }
            else if (last != LastMigration)
            {
                await using var context = await contexts.CreateDbContextAsync();
                await context.Database.MigrateAsync();
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{StorageException.Of(exception).Message} The database is {location.File}.", exception);
        }
    }

    private async Task<string> ReadScriptAsync()
    {
        using var resource = typeof(TContext).Assembly.GetManifestResourceStream(script)!;
        using var reader = new StreamReader(resource);
        return await reader.ReadToEndAsync();
    }

    private static async Task<object?> AskAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text ships with the program.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
