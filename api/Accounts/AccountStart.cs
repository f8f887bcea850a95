using System.Data.Common;
using System.Globalization;
using System.Reflection;
using CredScore.Api.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CredScore.Api.Accounts;

/// <summary>
/// Makes the tables of accounts ready, and a one-time link for the first owner while there is none. By plain SQL, since Entity Framework would take most of the start.
/// </summary>
internal sealed class AccountStart(IDbContextFactory<AccountContext> contexts, StorageLocation location, TimeProvider time)
{
    private const string FirstOwner = "first owner";

    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(1);

    private static string LastMigration => typeof(AccountContext).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(AccountContext))
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).Max(StringComparer.Ordinal)!;

    /// <summary>Answers with the code of the link for the first owner; null when there is one. Throws <see cref="StartException"/> when the database cannot be used.</summary>
    public async Task<string?> PrepareAsync()
    {
        try
        {
            await using var connection = new SqliteConnection(location.ConnectionString);
            await connection.OpenAsync();
            var last = await IsMadeAsync(connection) ? await AskAsync(connection, $"SELECT max(MigrationId) FROM {AccountContext.MigrationsTable}") as string : null;

            if (last is null)
            {
                await MakeAsync(connection);
            }
            else if (last != LastMigration)
            {
                await using var context = await contexts.CreateDbContextAsync();
                await context.Database.MigrateAsync();
            }

            return await AskAsync(connection, "SELECT 1 FROM people LIMIT 1") is null ? await MakeLinkAsync(connection) : null;
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"{StorageException.Of(exception).Message} The database is {location.File}.", exception);
        }
    }

    private static async Task<bool> IsMadeAsync(SqliteConnection connection)
        => await AskAsync(connection, $"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{AccountContext.MigrationsTable}'") is not null;

    private static async Task MakeAsync(SqliteConnection connection)
    {
        using var script = typeof(AccountStart).Assembly.GetManifestResourceStream("accounts.sql")!;
        using var reader = new StreamReader(script);
        await AskAsync(connection, await reader.ReadToEndAsync());
    }

    // Each start makes another link: whoever can start the service may own it, and an old link in an old log opens nothing.
    private async Task<string> MakeLinkAsync(SqliteConnection connection)
    {
        var code = Secret.New();
        await AskAsync(connection, "DELETE FROM invitations WHERE Note = $note", ("$note", FirstOwner));
        await AskAsync(
            connection,
            "INSERT INTO invitations (CodeHash, Role, Note, ExpiresAt) VALUES ($hash, $role, $note, $expires)",
            ("$hash", Secret.HashOf(code)),
            ("$role", Roles.Owner),
            ("$note", FirstOwner),
            ("$expires", (time.GetUtcNow() + LinkLife).UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)));
        return code;
    }

    private static async Task<object?> AskAsync(SqliteConnection connection, string sql, params (string Name, string Value)[] values)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text ships with the program.
        command.CommandText = sql;
#pragma warning restore CA2100

        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return await command.ExecuteScalarAsync();
    }
}
