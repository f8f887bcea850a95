using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using CredScore.Api.Alternatives;
using CredScore.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Alternatives;

internal sealed class MarkTests : ResearcherTests
{
    private const string Page = "https://medlineplus.gov/measles.html";

    /// <summary>To accept a new migration, run this test with APPROVE=1.</summary>
    [Test]
    public async Task Makes_new_tables_as_the_migrations_do()
    {
        _ = Client;
        await using var context = await ContextAsync();
        await Approved.MatchAsync(context.GetService<IMigrator>().GenerateScript(), "api", "Alternatives", "Migrations", "schema.sql");
        Assert.That(await context.Database.GetPendingMigrationsAsync(), Is.Empty);
        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Add one: dotnet ef migrations add <Name> --project api --context AlternativeContext --output-dir Alternatives/Migrations");
    }

    [Test]
    public async Task Keeps_a_topic_an_address_and_a_reason_and_nothing_of_who_or_when()
    {
        var receipt = NewReceipt();
        using var response = await MarkAsync(receipt, Page, reason: "tooSimple");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));

        await using var context = await ContextAsync();
        var mark = await context.Marks.SingleAsync();
        Assert.That((mark.Topic, mark.Url, mark.Reason), Is.EqualTo(("Measles", Page, (MarkReason?)MarkReason.TooSimple)));
        Assert.That(context.Model.FindEntityType(typeof(StoredMark))!.GetProperties().Select(property => property.Name), Is.EquivalentTo(new[] { "Receipt", "Topic", "Url", "Reason" }));
        SqliteConnection.ClearAllPools();
        Assert.That(await File.ReadAllTextAsync(Api.DatabaseFile), Does.Not.Contain(receipt));
        Assert.That(Api.Logs.Lines.Where(line => line.Contains(receipt, StringComparison.Ordinal) || line.Contains("medlineplus", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Changes_the_reason_when_the_same_mark_comes_again_and_refuses_its_receipt_for_another_link()
    {
        var receipt = NewReceipt();
        using var first = await MarkAsync(receipt, Page);
        using var again = await MarkAsync(receipt, Page, reason: "doesNotOpen");
        using var other = await MarkAsync(receipt, "https://www.nhs.uk/conditions/measles/");

        await AssertProblemAsync(other, HttpStatusCode.Conflict, "receipt-used");
        await using var context = await ContextAsync();
        Assert.That((await context.Marks.SingleAsync()).Reason, Is.EqualTo(MarkReason.DoesNotOpen));
    }

    [Test]
    public async Task Takes_a_mark_back_once()
    {
        var receipt = NewReceipt();
        using var marked = await MarkAsync(receipt, Page);
        using var gone = await Client.DeleteAsync(AddressOf(receipt));
        using var again = await Client.DeleteAsync(AddressOf(receipt));

        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertProblemAsync(again, HttpStatusCode.NotFound, "mark-missing");
        await using var context = await ContextAsync();
        Assert.That(await context.Marks.CountAsync(), Is.Zero);
    }

    [TestCase("", Page)]
    [TestCase("Measles\u0007", Page)]
    [TestCase("Measles", "")]
    [TestCase("Measles", "http://medlineplus.gov/measles.html")]
    [TestCase("Measles", "https://me:pass@medlineplus.gov/measles.html")]
    [TestCase("Measles", "https://buy-pills.example/")]
    [TestCase("Measles", "https://medlineplus.gov.evil.example/measles.html")]
    [TestCase("Measles", "javascript:alert(1)")]
    public async Task Takes_no_address_that_could_not_have_been_offered(string topic, string url)
    {
        using var response = await Client.PutAsJsonAsync(AddressOf(NewReceipt()), new { topic, url });
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "bad-mark");
    }

    [Test]
    public async Task Takes_no_endless_topic_or_address_and_no_other_reason()
    {
        using var topic = await Client.PutAsJsonAsync(AddressOf(NewReceipt()), new { topic = new string('m', 201), url = Page });
        using var url = await MarkAsync(NewReceipt(), $"{Page}?{new string('q', 500)}");
        using var reason = await MarkAsync(NewReceipt(), Page, reason: "because");
        using var receipt = await MarkAsync("short", Page);

        await AssertProblemAsync(topic, HttpStatusCode.BadRequest, "bad-mark");
        await AssertProblemAsync(url, HttpStatusCode.BadRequest, "bad-mark");
        Assert.That(reason.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        await AssertProblemAsync(receipt, HttpStatusCode.BadRequest, "bad-receipt");
    }

    [Test]
    public async Task Takes_the_address_of_a_strong_source_that_a_page_cites()
    {
        using var response = await MarkAsync(NewReceipt(), "https://www.ox.ac.uk/measles");
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "A university's page is offered where the article cites it.");
    }

    [Test]
    public async Task Tells_researchers_of_five_marks_and_not_of_four()
    {
        await FillAsync();
        await MarkTimesAsync(4, "https://www.nhs.uk/conditions/measles/", null);
        await MarkTimesAsync(5, Page, "tooSimple");
        await MarkTimesAsync(6, "https://www.who.int/news-room/fact-sheets/detail/measles", "doesNotOpen");
        await MarkTimesAsync(1, "https://www.who.int/news-room/fact-sheets/detail/measles", "tooHard");
        using var researcher = await ResearcherAsync();
        var export = await ExportAsync(researcher, new { format = "csv" });

        using var package = new ZipArchive(await researcher.GetStreamAsync(new Uri($"/v1/exports/{export["id"]}/package", UriKind.Relative)));
        using var reader = new StreamReader(package.GetEntry("not-helpful.csv")!.Open());
        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(
            "topic,url,marks,other_topic,does_not_open,too_hard,too_simple,no_reason\n"
            + $"Measles,{Page},5,0,0,0,5,0\n"
            + "Measles,https://www.who.int/news-room/fact-sheets/detail/measles,7,,,,,\n"), "One reader's reason is not told, and cannot be worked out.");
        using var readMe = new StreamReader(package.GetEntry("README.md")!.Open());
        Assert.That(await readMe.ReadToEndAsync(), Does.Contain("| `not-helpful.csv` |"));
        using var sums = new StreamReader(package.GetEntry("SHA256SUMS")!.Open());
        Assert.That(await sums.ReadToEndAsync(), Does.Contain("  not-helpful.csv\n"));
    }

    private async Task MarkTimesAsync(int times, string url, string? reason)
    {
        for (var i = 0; i < times; i++)
        {
            using var response = await MarkAsync(NewReceipt(), url, reason);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }
    }

    private Task<HttpResponseMessage> MarkAsync(string receipt, string url, string? reason = null) => Client.PutAsJsonAsync(AddressOf(receipt), new { topic = "Measles", url, reason });

    private static Uri AddressOf(string receipt) => new($"/v1/alternatives/marks/{receipt}", UriKind.Relative);

    private static string NewReceipt() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private Task<AlternativeContext> ContextAsync() => Api.Services.GetRequiredService<IDbContextFactory<AlternativeContext>>().CreateDbContextAsync();
}
