using System.Net;
using CredScore.Api.Accounts;
using CredScore.Api.Problems;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Accounts;

internal sealed class AccountTests : EducatorTests
{
    [Test]
    public async Task Makes_the_first_owner_by_a_link_that_works_once()
    {
        var code = await Api.Services.GetRequiredService<AccountStart>().PrepareAsync();
        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var (person, faults) = await People.AcceptAsync(users, code!, "The owner", "owner@school.example", Password, default);
        var again = await Api.Services.GetRequiredService<AccountStart>().PrepareAsync();

        Assert.Multiple(() =>
        {
            Assert.That((person?.Role, faults), Is.EqualTo((Roles.Owner, Array.Empty<string>())));
            Assert.That(again, Is.Null, "Where there is an owner, no start makes another link.");
            Assert.That(() => People.AcceptAsync(users, code!, "Another", "other@school.example", Password, default), Throws.TypeOf<RefusedException>());
        });
    }

    [Test]
    public async Task Takes_back_the_link_of_the_start_before()
    {
        var start = Api.Services.GetRequiredService<AccountStart>();
        var (first, second) = (await start.PrepareAsync(), await start.PrepareAsync());
        Assert.That(await People.FindInvitationAsync(first!, default), Is.Null);
        Assert.That(await People.FindInvitationAsync(second!, default), Is.Not.Null);
        Api.Clock.Advance(TimeSpan.FromHours(25));
        Assert.That(await People.FindInvitationAsync(second!, default), Is.Null);
    }

    [TestCase("short")]
    [TestCase("aaaaaaaaaaaaaaaaaaaa")]
    public async Task Leaves_an_invitation_open_when_the_password_is_too_weak(string password)
    {
        var code = await Api.Services.GetRequiredService<AccountStart>().PrepareAsync();
        using var scope = Api.Services.CreateScope();
        var (person, faults) = await People.AcceptAsync(scope.ServiceProvider.GetRequiredService<UserManager<Person>>(), code!, "The owner", "owner@school.example", password, default);

        Assert.That(person, Is.Null);
        Assert.That(faults, Is.Not.Empty);
        Assert.That(await People.FindInvitationAsync(code!, default), Is.Not.Null);
    }

    [Test]
    public async Task Lets_only_owners_invite()
    {
        var educator = await MakeAsync("Dr Rivera", Roles.Educator);
        Assert.That(() => People.InviteAsync(educator, Roles.Owner, "Me too", default), Throws.TypeOf<RefusedException>());
    }

    [Test]
    public async Task Keeps_keys_and_codes_as_hashes_only()
    {
        var owner = await MakeAsync("The owner", Roles.Owner);
        var key = await People.MakeKeyAsync(owner, new("laptop", Scopes.Write, 30), default);
        var code = await People.InviteAsync(owner, Roles.Educator, "Dr Chen", default);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var kept = string.Concat(Directory.GetFiles(Api.DataFolder, "credscore.db*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Multiple(() =>
        {
            Assert.That(kept, Does.Contain(Secret.HashOf(key)).And.Contain(Secret.HashOf(code)));
            Assert.That(kept, Does.Not.Contain(key).And.Not.Contain(code));
            Assert.That(string.Join('\n', Api.Logs.Lines), Does.Not.Contain(key).And.Not.Contain(code));
        });
    }

    [Test]
    public async Task Closes_a_key_that_expired_was_revoked_or_whose_person_left()
    {
        using var client = await JoinAsync("Dr Rivera", Roles.Educator, Scopes.Read);
        var owner = await MakeAsync("The owner", Roles.Owner);
        Assert.That((await client.GetAsync(new Uri("/v1/account", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        await People.ChangeAsync(owner, users, (await users.FindByEmailAsync("Dr.Rivera@school.example"))!.Id, null, default);
        using var left = await client.GetAsync(new Uri("/v1/account", UriKind.Relative));
        await AssertProblemAsync(left, HttpStatusCode.Unauthorized, "key-needed");

        using var other = await JoinAsync("Dr Chen", Roles.Educator, Scopes.Read);
        Api.Clock.Advance(TimeSpan.FromDays(8));
        using var expired = await other.GetAsync(new Uri("/v1/account", UriKind.Relative));
        await AssertProblemAsync(expired, HttpStatusCode.Unauthorized, "key-needed");
    }

    [Test]
    public async Task Always_has_an_owner()
    {
        var owner = await MakeAsync("The owner", Roles.Owner);
        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        Assert.That(() => People.ChangeAsync(owner, users, owner.Id, Roles.Educator, default), Throws.TypeOf<RefusedException>());
    }

    [Test]
    public async Task Writes_down_who_changed_what()
    {
        using var owner = await JoinAsync("The owner", Roles.Owner);
        await PublishAsync(owner, "house", _ => { });
        var log = await owner.GetStringAsync(new Uri("/v1/account/changes", UriKind.Relative));
        Assert.That(log, Does.Contain("published a ruleset").And.Contain("house/1").And.Contain("The owner").And.Contain("made a key to write"));
    }

    [Test]
    public async Task Makes_new_tables_as_the_migrations_do()
    {
        using var scope = Api.Services.CreateScope();
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<AccountContext>>().CreateDbContextAsync();
        var script = context.GetService<IMigrator>().GenerateScript();
        using var resource = typeof(AccountContext).Assembly.GetManifestResourceStream("accounts.sql")!;
        using var reader = new StreamReader(resource);

        Assert.Multiple(async () =>
        {
            Assert.That((await reader.ReadToEndAsync()).ReplaceLineEndings("\n").Trim(), Is.EqualTo(script.ReplaceLineEndings("\n").Trim()));
            Assert.That(context.Database.HasPendingModelChanges(), Is.False, "The tables changed: make a migration.");
        });
    }

    [Test]
    public async Task Adds_its_tables_to_a_database_of_scores()
    {
        using (var before = new CredScoreApi().With("ConnectionStrings:CredScore", $"Data Source={Api.DatabaseFile}"))
        {
            before.CreateClient().Dispose();
        }

        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Api.DatabaseFile}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys = 0; DROP TABLE appraisals; DROP TABLE recommendations; DROP TABLE classes; DROP TABLE draft_steps; DROP TABLE rulesets; DROP TABLE keys; DROP TABLE invitations; DROP TABLE changes; DROP TABLE people_claims; DROP TABLE people_logins; DROP TABLE people_tokens; DROP TABLE people; DROP TABLE __AccountMigrations";
            await command.ExecuteNonQueryAsync();
        }

        using var response = await Client.GetAsync(new Uri("/v1/rulesets", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Api.Services.GetRequiredService<StorageLocation>().File, Is.EqualTo(Api.DatabaseFile));
    }
}
