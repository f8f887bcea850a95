using System.Data.Common;
using CredScore.Api.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Batches;

/// <summary>The way to the tables of batches: by Entity Framework for one batch, by plain commands where rows go by the thousand. Whatever fails is a <see cref="StorageException"/>.</summary>
internal sealed class BatchDatabase(IDbContextFactory<BatchContext> contexts, StorageLocation location, OneWriter writer)
{
    public Task<T> ReadAsync<T>(Func<BatchContext, Task<T>> work) => GuardAsync(async () =>
    {
        await using var context = await contexts.CreateDbContextAsync();
        return await work(context);
    });

    /// <summary>Saves what the work changed, all of it or nothing, once the writers before it are done.</summary>
    public Task<T> WriteAsync<T>(Func<BatchContext, Task<T>> work, CancellationToken cancellationToken) => writer.WriteAsync(
        () => ReadAsync(async context =>
        {
            var result = await work(context);
            await context.SaveChangesAsync(cancellationToken);
            return result;
        }),
        cancellationToken);

    /// <summary>Asks by plain commands.</summary>
    public Task<T> AskAsync<T>(Func<SqliteConnection, Task<T>> work) => GuardAsync(async () =>
    {
        await using var connection = new SqliteConnection(location.ConnectionString);
        await connection.OpenAsync();
        return await work(connection);
    });

    /// <summary>Does plain commands in one transaction, once the writers before it are done.</summary>
    public Task<T> TransactAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) => writer.WriteAsync(
        () => AskAsync(async connection =>
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(CancellationToken.None);
            var result = await work(connection);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }),
        cancellationToken);

    private static async Task<T> GuardAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            throw StorageException.Of(exception);
        }
    }
}

/// <summary>Plain commands with parameters.</summary>
internal static class SqliteCommands
{
    /// <summary>A command to be run once or often; each value is set by its name.</summary>
    public static SqliteCommand Prepare(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text ships with the program; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100

        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    public static void Set(this SqliteCommand command, string name, object? value) => command.Parameters[name].Value = value ?? DBNull.Value;
}
