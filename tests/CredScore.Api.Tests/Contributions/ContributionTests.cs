using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using CredScore.Api.Contributions;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using CredScore.Scoring.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Contributions;

internal sealed class ContributionTests : ApiTests
{
    [Test]
    public async Task Knows_of_a_page_that_was_only_opened_that_it_is_in_no_dataset()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var score = await ScoreAsync(Measles);

        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("fetched"));
    }

    [Test]
    public async Task Lets_exactly_the_revision_join_that_was_scored_without_asking_Wikipedia_again()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var score = await ScoreAsync(Measles);
        Api.Clock.Advance(TimeSpan.FromHours(3));

        using var response = await ContributeAsync($"{Measles}?oldid=1300000001", NewReceipt());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("contributed"));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Takes_a_contribution_back_once()
    {
        var receipt = await ContributeMeaslesAsync();

        using var gone = await Client.DeleteAsync(new Uri($"/v1/contributions/{receipt}", UriKind.Relative));
        using var again = await Client.DeleteAsync(new Uri($"/v1/contributions/{receipt}", UriKind.Relative));

        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertProblemAsync(again, HttpStatusCode.NotFound, "contribution-missing");
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("fetched"));
        Assert.That(await ScalarAsync("SELECT count(*) FROM contributions"), Is.Zero);
    }

    [Test]
    public async Task Changes_nothing_when_a_contribution_comes_twice_and_refuses_its_receipt_for_another_page()
    {
        var receipt = await ContributeMeaslesAsync();
        Upstream.Answers("titles=Mumps", "mumps.json");

        using var again = await ContributeAsync(Measles, receipt);
        using var other = await ContributeAsync("https://en.wikipedia.org/wiki/Mumps", receipt);

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertProblemAsync(other, HttpStatusCode.Conflict, "receipt-used");
        Assert.That(await ScalarAsync("SELECT count(*) FROM contributions"), Is.EqualTo(1));
        Assert.That(await ProvenanceAsync("wikipedia:en:Mumps"), Is.EqualTo("fetched"));
    }

    [TestCase("short")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%20")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Takes_no_receipt_that_is_easily_guessed_or_endless(string receipt)
    {
        using var response = await ContributeAsync(Measles, receipt);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-receipt");
    }

    [Test]
    public async Task Leaves_a_page_in_as_long_as_somebody_else_wants_it_in()
    {
        var (first, second) = (await ContributeMeaslesAsync(), await ContributeMeaslesAsync());
        using var one = await Client.DeleteAsync(new Uri($"/v1/contributions/{first}", UriKind.Relative));
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("contributed"));

        using var both = await Client.DeleteAsync(new Uri($"/v1/contributions/{second}", UriKind.Relative));
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("fetched"));
    }

    [Test]
    public async Task Leaves_what_a_researcher_submitted_submitted()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        using var score = await ScoreAsync(Measles);
        await ExecuteAsync("UPDATE pages SET Provenance = 'submitted'");
        var receipt = await ContributeMeaslesAsync();
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("submitted"));

        using var gone = await Client.DeleteAsync(new Uri($"/v1/contributions/{receipt}", UriKind.Relative));
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("submitted"));
    }

    [Test]
    public async Task Keeps_nothing_of_who_contributes_and_not_the_receipt_itself()
    {
        var receipt = await ContributeMeaslesAsync();

        Assert.That(await ScalarAsync("SELECT count(*) FROM pragma_table_info('contributions')"), Is.EqualTo(2), "A column more than the receipt's hash and the page.");
        SqliteConnection.ClearAllPools();
        Assert.That(await File.ReadAllTextAsync(Api.DatabaseFile), Does.Not.Contain(receipt));
        Assert.That(Api.Logs.Lines.Where(line => line.Contains(receipt, StringComparison.Ordinal) || line.Contains("measles", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Reads_a_video_itself_since_it_kept_nothing_of_the_one_that_was_sent()
    {
        Upstream.Answers("v=c4r3dSc0rE1", "youtube/measles.html");
        using var sent = await PostAsync("/v1/scores/from-page", new { url = Video, youtube = new { title = "Measles", channel = new { name = "Somebody" } } });
        Assert.That(await ScalarAsync("SELECT count(*) FROM pages"), Is.Zero);

        using var response = await ContributeAsync(Video, NewReceipt());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await ProvenanceAsync("youtube:c4r3dSc0rE1"), Is.EqualTo("contributed"));
    }

    [Test]
    public async Task Refuses_a_video_that_was_read_under_terms_that_forbid_keeping_it()
    {
        Api.With("Upstream:YouTube:ApiKey", "a-key");
        Upstream.Answers("id=c4r3dSc0rE1", "youtube-data/registered.json").Answers("forHandle", "youtube-data/channel.json").Answers("id=UC", "youtube-data/channel.json");

        using var response = await ContributeAsync(Video, NewReceipt());

        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, "not-contributable");
        Assert.That(await ScalarAsync("SELECT count(*) FROM contributions"), Is.Zero);
    }

    [TestCase(null, HttpStatusCode.BadRequest, "bad-address")]
    [TestCase("nonsense", HttpStatusCode.BadRequest, "bad-address")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Measles", HttpStatusCode.UnprocessableEntity, "not-scorable")]
    [TestCase("https://en.wikipedia.org/wiki/Nothing_here_at_all", HttpStatusCode.NotFound, "page-missing")]
    [TestCase("https://en.wikipedia.org/wiki/Broken", HttpStatusCode.ServiceUnavailable, "upstream-unavailable")]
    public async Task Says_why_a_page_cannot_join(string? url, HttpStatusCode status, string type)
    {
        Upstream.Answers("titles=Nothing", "missing.json").Fails("titles=Broken", HttpStatusCode.BadGateway);
        using var response = await ContributeAsync(url, NewReceipt());
        await AssertProblemAsync(response, status, type);
    }

    [TestCase("nonsense")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("%27%20OR%201=1--")]
    public async Task Knows_no_receipt_that_it_did_not_give(string receipt)
    {
        _ = await ContributeMeaslesAsync();
        using var response = await Client.DeleteAsync(new Uri($"/v1/contributions/{receipt}", UriKind.Relative));
        await AssertProblemAsync(response, HttpStatusCode.NotFound, "contribution-missing");
        Assert.That(await ProvenanceAsync("wikipedia:en:Measles"), Is.EqualTo("contributed"));
    }

    [Test]
    public async Task Asks_who_contributes_too_much_to_wait()
    {
        Api.With("Limits:ContributionsPerMinute", "1");
        using var first = await ContributeAsync("nonsense", NewReceipt());
        using var second = await ContributeAsync("nonsense", NewReceipt());
        await AssertProblemAsync(second, HttpStatusCode.TooManyRequests, "too-many-requests");
    }

    [Test]
    public async Task Holds_what_an_older_database_holds_for_only_opened()
    {
        var options = new DbContextOptionsBuilder<ScoreContext>().UseSqlite($"Data Source={Api.DatabaseFile};Pooling=False").Options;

        await using (var older = new ScoreContext(options))
        {
            await older.GetService<IMigrator>().MigrateAsync("Videos");
            await older.Database.ExecuteSqlRawAsync("INSERT INTO pages (Id, Key, Hash, Prefix, Language, Title, Address, Revision, FetchedAt, Features, \"References\") VALUES (1, 'wikipedia:en:Mumps', 'ab', 'ab', 'en', 'Mumps', 'x', 7, '2026-01-01 00:00:00', '', '')");
        }

        _ = Client;
        Assert.That(await ProvenanceAsync("wikipedia:en:Mumps"), Is.EqualTo("fetched"));
        Assert.That(PageAddress.TryParse("https://en.wikipedia.org/w/index.php?title=Mumps&oldid=7", out var mumps, out _));
        Assert.That(Receipt.TryParse(NewReceipt(), out var receipt));
        Assert.That(await Api.Services.GetRequiredService<ContributionStore>().AddAsync(mumps!, receipt!, CancellationToken.None), Is.EqualTo(Contributed.Joined));
        Assert.That(await ProvenanceAsync("wikipedia:en:Mumps"), Is.EqualTo("contributed"));
    }

    private async Task<string> ContributeMeaslesAsync()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var receipt = NewReceipt();
        using var response = await ContributeAsync(Measles, receipt);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        return receipt;
    }

    private Task<HttpResponseMessage> ContributeAsync(string? url, string receipt) => Client.PutAsJsonAsync(new Uri($"/v1/contributions/{receipt}", UriKind.Relative), new { url });

    private static string NewReceipt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private async Task<string?> ProvenanceAsync(string key) => await ScalarAsync($"SELECT Provenance FROM pages WHERE Key = '{key}'") as string;

    private Task<object?> ExecuteAsync(string statement) => ScalarAsync(statement);

    private async Task<object?> ScalarAsync(string statement)
    {
        _ = Client;
        await using var connection = new SqliteConnection($"Data Source={Api.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts stand in this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
