using System.Net;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Storage;

internal sealed class StorageTests : ApiTests
{
    [Test]
    public async Task Still_scores_when_the_database_is_locked()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        _ = Client;
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "BEGIN EXCLUSIVE");

        using var response = await ScoreAsync(Measles);
        await ExecuteAsync(connection, "ROLLBACK");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Api.Logs.Warnings, Has.Some.Contains("not stored").And.Some.Contains("held by another program"));
    }

    [Test]
    public async Task Still_scores_and_says_so_when_the_database_was_damaged_meanwhile()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        _ = Client;
        await DamageAsync();

        using var response = await ScoreAsync(Measles);
        using var ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var live = await Client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var lookup = await Client.GetAsync(new Uri("/v1/scores/lookup/abcde", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(live.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });
        await AssertProblemAsync(lookup, HttpStatusCode.ServiceUnavailable, "storage-unavailable");
        Assert.That(lookup.Headers.RetryAfter, Is.Not.Null);
    }

    [Test]
    public async Task Still_scores_when_the_disk_is_full()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        _ = Client;

        // A database that may not grow answers like a disk without room, whoever writes to it.
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "CREATE TRIGGER full BEFORE INSERT ON assessments BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END");

        using var response = await ScoreAsync(Measles);
        using var again = await ScoreAsync(Measles);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Api.Logs.Warnings, Has.Some.Contains("not stored"));
        Assert.That(await CountAsync(connection, "pages"), Is.Zero);
    }

    [Test]
    public async Task Keeps_features_and_references_but_not_the_text()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync(Measles);
        await using var connection = await OpenAsync();

        Assert.That(await CountAsync(connection, "pages WHERE Features LIKE '%structure.words%' AND \"References\" LIKE '%sourceType%' AND LatestAt IS NOT NULL"), Is.EqualTo(1));
        Assert.That(await CountAsync(connection, "assessments WHERE IsDefault AND Ruleset LIKE 'medical/%'"), Is.EqualTo(1));

        SqliteConnection.ClearAllPools();
        var file = await File.ReadAllTextAsync(Api.DatabaseFile);
        Assert.That(file, Does.Not.Contain("highly contagious disease caused by a virus"));
    }

    [Test]
    public async Task Has_a_migration_for_every_change_of_the_tables()
    {
        _ = Client;
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Add one: dotnet ef migrations add <Name> --project api --output-dir Storage/Migrations");
    }

    /// <summary>To accept a new migration, run this test with APPROVE=1.</summary>
    [Test]
    public async Task Creates_what_the_migrations_create()
    {
        _ = Client;
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        var script = context.GetService<IMigrator>().GenerateScript();
        await Approved.MatchAsync(script, "api", "Storage", "Migrations", "schema.sql");
        Assert.That(await context.Database.GetPendingMigrationsAsync(), Is.Empty);
    }

    [Test]
    public async Task Brings_an_older_database_up_to_date()
    {
        await using (var connection = await OpenAsync())
        {
            await ExecuteAsync(connection, "CREATE TABLE unrelated (id INTEGER)");
        }

        Upstream.Answers("titles=Measles", "measles.json");
        using var response = await ScoreAsync(Measles);
        using var again = await ScoreAsync(Measles);
        Assert.That((string?)(await JsonOf(again))["origin"], Is.EqualTo("stored"));
        Assert.That(Api.Logs.Warnings, Has.None.Contains("not stored"));
    }

    [Test]
    public async Task Keeps_what_an_older_database_holds_and_takes_videos_too()
    {
        var options = new DbContextOptionsBuilder<ScoreContext>().UseSqlite($"Data Source={Api.DatabaseFile};Pooling=False").Options;

        await using (var older = new ScoreContext(options))
        {
            await older.GetService<IMigrator>().MigrateAsync("Start");
            await older.Database.ExecuteSqlRawAsync("""
                INSERT INTO pages VALUES (1, 'wikipedia:en:Mumps', 'ab', 'ab', 'en', 'Mumps', 'x', 7, NULL, '2026-01-01 00:00:00', NULL, '{}', '[]');
                INSERT INTO assessments VALUES (1, 1, 'medical/1', '', 'c', 's', 1, 50.0, 'fair', 0.5, x'7B');
                """.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
        }

        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var response = await ScoreAsync("https://youtu.be/c4r3dSc0rE1");
        await using var connection = await OpenAsync();

        Assert.That(Api.Logs.Warnings, Is.Empty);
        Assert.That(await CountAsync(connection, "pages WHERE Language = 'en' AND Revision = 7"), Is.EqualTo(1));
        Assert.That(await CountAsync(connection, "pages WHERE Language IS NULL AND Revision IS NULL AND Key = 'youtube:c4r3dSc0rE1'"), Is.EqualTo(1));
        Assert.That(await CountAsync(connection, "assessments"), Is.EqualTo(2));
    }

    [Test]
    public async Task Uses_write_ahead_logging()
    {
        _ = Client;
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo("wal"));
    }

    private static async Task<long> CountAsync(SqliteConnection connection, string what)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand in this file.
        command.CommandText = $"SELECT count(*) FROM {what}";
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand in this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection($"Data Source={Api.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private async Task DamageAsync()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(Api.DatabaseFile + "-wal");
        File.Delete(Api.DatabaseFile + "-shm");
        await File.WriteAllBytesAsync(Api.DatabaseFile, [.. Enumerable.Repeat((byte)0x5A, 16_384)]);

        // What the service's own work at the start opened meanwhile still holds pages of the file as it was.
        SqliteConnection.ClearAllPools();
    }
}
