using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CredScore.Api.Storage;

/// <summary>Makes the database ready before the first request: created when missing, brought up to date when older.</summary>
internal sealed class StorageStart(IDbContextFactory<ScoreContext> contexts, StorageLocation location)
{
    private const int NoSuchTable = 1;

    private static string LastMigration
        => typeof(ScoreContext).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(ScoreContext)).Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;

    /// <summary>Throws <see cref="StartException"/> with one sentence on what to do when the database cannot be used.</summary>
    public async Task PrepareAsync()
    {
        try
        {
            location.CreateFolder();

            if (!File.Exists(location.File))
            {
                await CreateAsync();
            }
            else if (!await IsCurrentAsync())
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

    // What the migrations do, as they write it themselves (a test compares). Entity Framework needs a second to run them, most of the whole start.
    private async Task CreateAsync()
    {
        using var script = typeof(StorageStart).Assembly.GetManifestResourceStream("schema.sql")!;
        using var reader = new StreamReader(script);
        await using var connection = new SqliteConnection(location.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal';";
        await command.ExecuteNonQueryAsync();
#pragma warning disable CA2100 // The text ships with the program.
        command.CommandText = await reader.ReadToEndAsync();
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    // For the same reason the file is asked before Entity Framework is.
    private async Task<bool> IsCurrentAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(location.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT max(MigrationId) FROM __EFMigrationsHistory";
            return await command.ExecuteScalarAsync() as string == LastMigration;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NoSuchTable)
        {
            return false;
        }
    }
}
