using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using CredScore.Api.Exports;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using CredScore.Exports.Columns;
using CredScore.Exports.Reading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Exports;

internal sealed class ExportTests : ResearcherTests
{
    [Test]
    public async Task Holds_what_was_submitted_or_contributed_and_nothing_that_was_only_opened()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();

        var rows = await RowsAsync(researcher, new { format = "jsonl" });

        Assert.That(rows.Select(row => (string)row["key"]!), Is.EqualTo(new[] { "wikipedia:en:Measles", "youtube:c4r3dSc0rE1" }));
        Assert.That(rows.Select(row => (string)row["provenance"]!), Is.EqualTo(new[] { "submitted", "contributed" }));
    }

    [Test]
    public async Task Says_of_each_page_what_the_service_answered()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        using var scored = await ScoreAsync(Measles);
        var score = await JsonOf(scored);

        var row = (await RowsAsync(researcher, new { format = "jsonl" }))[0];

        Assert.Multiple(() =>
        {
            Assert.That((double)row["score"]!, Is.EqualTo((double)score["score"]!));
            Assert.That((string)row["band"]!, Is.EqualTo((string)score["band"]!));
            Assert.That((double)row["confidence"]!, Is.EqualTo((double)score["confidence"]!));
            Assert.That((string)row["profile"]!, Is.EqualTo("medical"));
            Assert.That((string)row["prediction.class"]!, Is.EqualTo((string)score["prediction"]!["class"]!));
            Assert.That((long)row["revision"]!, Is.EqualTo((long)score["page"]!["revision"]!));

            foreach (var criterion in score["criteria"]!.AsArray())
            {
                Assert.That((double?)row[$"criteria.{(string)criterion!["id"]!}"], Is.EqualTo((double?)criterion["points"]));
            }

            foreach (var (name, value) in score["features"]!.AsObject())
            {
                Assert.That((double?)row[$"features.{name}"], Is.EqualTo((double?)value), name);
            }
        });
    }

    [Test]
    public async Task Reads_of_answers_without_a_digest_from_the_answer_itself()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var export = await ExportAsync(researcher, new { format = "csv" });
        await using (var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync())
        {
            Assert.That(await context.Digests.ExecuteDeleteAsync(), Is.GreaterThan(0));
        }

        var again = await ExportAsync(researcher, new { format = "csv" });

        Assert.That((string)again["sha256"]!, Is.EqualTo((string)export["sha256"]!));
    }

    [TestCase("csv")]
    [TestCase("csv.gz")]
    [TestCase("csv.zst")]
    [TestCase("jsonl.gz")]
    [TestCase("jsonl.zst")]
    [TestCase("parquet")]
    public async Task Gives_the_same_bytes_for_the_same_request_over_the_same_store(string format)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();

        var first = await DownloadAsync(researcher, await ExportAsync(researcher, new { format }));
        Api.Clock.Advance(TimeSpan.FromDays(2));
        var second = await DownloadAsync(researcher, await ExportAsync(researcher, new { format }));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task Has_a_row_for_each_reference_when_asked()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        using var scored = await ScoreAsync(Measles);
        var references = (await JsonOf(scored))["references"]!.AsArray();

        var rows = await RowsAsync(researcher, new { format = "jsonl", rows = "reference", site = "wikipedia" });

        Assert.That(rows.Select(row => (string?)row["source.type"]), Is.EqualTo(references.Select(reference => (string?)reference!["sourceType"])));
        Assert.That(rows[0].AsObject().Select(member => member.Key), Is.EqualTo(ReferenceColumns.All.Select(column => column.Name)));
    }

    [TestCase("""{ "site": "youtube" }""", "youtube:c4r3dSc0rE1")]
    [TestCase("""{ "language": "en" }""", "wikipedia:en:Measles")]
    [TestCase("""{ "language": "de" }""")]
    [TestCase("""{ "topic": "MEASLES", "site": "wikipedia" }""", "wikipedia:en:Measles")]
    [TestCase("""{ "topic": "general" }""")]
    [TestCase("""{ "from": "2026-11-22T12:00:01Z" }""")]
    [TestCase("""{ "from": "2026-11-22T12:00:00Z", "to": "2026-11-23T00:00:00Z" }""", "wikipedia:en:Measles", "youtube:c4r3dSc0rE1")]
    [TestCase("""{ "since": "2026-11-23T00:00:00Z" }""")]
    public async Task Takes_what_the_filters_let_through(string filters, params string[] keys)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var request = JsonNode.Parse(filters)!.AsObject();
        request["format"] = "jsonl";

        var rows = await RowsAsync(researcher, request);

        Assert.That(rows.Select(row => (string)row["key"]!), Is.EqualTo(keys));
    }

    [Test]
    public async Task Gives_since_an_earlier_export_what_joined_or_changed_and_nothing_else()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var first = await ExportAsync(researcher, new { format = "jsonl" });
        var nothing = await ExportAsync(researcher, new { format = "jsonl", since = (string)first["id"]! });
        await LetJoinAsync("wikipedia:en:Mumps", Provenance.Contributed);

        var news = await RowsAsync(researcher, new { format = "jsonl", since = (string)first["id"]! });

        Assert.That((long)nothing["rows"]!, Is.Zero);
        Assert.That(news.Select(row => (string)row["key"]!), Is.EqualTo(new[] { "wikipedia:en:Mumps" }));
    }

    [Test]
    public async Task Scores_again_by_a_ruleset_as_the_service_would()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        using var scored = await ScoreAsync(Measles, "&ruleset=general");

        var rows = await RowsAsync(researcher, new { format = "jsonl", ruleset = "general" });

        Assert.That(rows, Has.Count.EqualTo(1));
        Assert.That((double)rows[0]["score"]!, Is.EqualTo((double)(await JsonOf(scored))["score"]!));
        Assert.That((string)rows[0]["versions.ruleset"]!, Does.StartWith("general/"));
    }

    [Test]
    public async Task Scores_by_the_rules_of_a_class_with_its_words_on_sources()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var key = await PublishAsync(educator, "strict", ruleset => ruleset["overrides"] = JsonNode.Parse("""[{ "kind": "host", "value": "who.int", "countsAs": "news", "because": "A test." }]"""), "medical");
        using var made = await SendAsync(educator, HttpMethod.Post, "/v1/classes", new { name = "Year 2", articleRuleset = key });
        var code = (string)(await JsonOf(made))["class"]!["code"]!;
        using var researcher = await ResearcherAsync();
        using var scored = await ScoreAsync(Measles, $"&ruleset={key}");

        var rows = await RowsAsync(researcher, new { format = "jsonl", @class = code });

        Assert.That(rows, Has.Count.EqualTo(2));
        Assert.That((double)rows[0]["score"]!, Is.EqualTo((double)(await JsonOf(scored))["score"]!));
        Assert.That(rows.Select(row => (string)row["versions.ruleset"]!), Has.One.EqualTo(key));
    }

    [Test]
    public async Task Keeps_to_the_columns_that_were_chosen_in_the_order_of_their_declaration()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();

        var csv = Encoding.UTF8.GetString(await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "csv", columns = new[] { "score", "title", "key" } })));

        Assert.That(csv.Split('\n')[0], Is.EqualTo("key,title,score"));
    }

    [Test]
    public async Task Goes_on_with_a_download_that_broke_off()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var export = await ExportAsync(researcher, new { format = "csv" });
        var address = new Uri($"/v1/exports/{(string)export["id"]!}/file", UriKind.Relative);
        using var whole = await researcher.GetAsync(address);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        var half = bytes.Length * 99 / 100;

        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(half, null), IfRange = new(whole.Headers.ETag!) } };
        using var rest = await researcher.SendAsync(request);

        Assert.Multiple(async () =>
        {
            Assert.That(rest.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
            Assert.That(await rest.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[half..]));
            Assert.That(whole.Headers.ETag!.IsWeak, Is.False);
            Assert.That(whole.Headers.ETag.Tag.Trim('"'), Is.EqualTo((string)export["sha256"]!).And.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        });
    }

    [TestCase("csv.zst")]
    [TestCase("parquet")]
    public async Task Packs_what_is_needed_to_find_the_same_scores_again(string format)
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var package = Path.Combine(Api.DataFolder, "package.zip");
        await File.WriteAllBytesAsync(package, await DownloadAsync(researcher, await ExportAsync(researcher, new { format }), "package"));

        using var export = ExportReader.Open(package);
        var rows = new List<ExportRow>();

        await foreach (var row in export.ReadAsync())
        {
            rows.Add(row);
        }

        Assert.That(await export.IsWholeAsync(default));
        Assert.That(rows.Select(row => row.Key), Is.EqualTo(new[] { "wikipedia:en:Measles", "youtube:c4r3dSc0rE1" }));

        foreach (var row in rows)
        {
            var again = Rescoring.Rescore(row, null, row.Versions!.Model, [], export.Rulesets[row.Versions.Ruleset]);
            Assert.That((again.Score, again.Band, again.Confidence, again.Versions), Is.EqualTo((row.Score, row.Band, row.Confidence, row.Versions)));
        }
    }

    [Test]
    public async Task Keeps_formulas_in_titles_harmless()
    {
        await FillAsync();
        await using (var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync())
        {
            await context.Pages.ExecuteUpdateAsync(page => page.SetProperty(row => row.Title, "=HYPERLINK(\"x\",\"y\")\nsecond line"));
        }

        using var researcher = await ResearcherAsync();
        var csv = Encoding.UTF8.GetString(await DownloadAsync(researcher, await ExportAsync(researcher, new { format = "csv", columns = new[] { "title" }, site = "youtube" })));

        Assert.That(csv, Is.EqualTo("title\n\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\nsecond line\"\n"));
    }

    [TestCase("""{ "format": "xlsx" }""", "bad-export")]
    [TestCase("""{ "format": "parquet.gz" }""", "bad-export")]
    [TestCase("""{ "rows": "word" }""", "bad-export")]
    [TestCase("""{ "columns": ["key", "ip"] }""", "bad-export")]
    [TestCase("""{ "columns": ["reference.doi"] }""", "bad-export")]
    [TestCase("""{ "site": "tiktok" }""", "bad-export")]
    [TestCase("""{ "language": "../.." }""", "bad-export")]
    [TestCase("""{ "band": "great" }""", "bad-export")]
    [TestCase("""{ "topic": "" }""", "bad-export")]
    [TestCase("""{ "from": "2026-01-02T00:00:00Z", "to": "2026-01-01T00:00:00Z" }""", "bad-export")]
    [TestCase("""{ "since": "yesterday" }""", "bad-export")]
    [TestCase("""{ "batch": 1 }""", "bad-export")]
    [TestCase("""{ "ruleset": "nonsense" }""", "unknown-ruleset")]
    [TestCase("""{ "ruleset": "general", "class": "2345-6789" }""", "bad-export")]
    [TestCase("""{ "ruleset": "general", "site": "youtube" }""", "bad-export")]
    public async Task Says_what_is_wrong_with_a_request(string request, string type)
    {
        using var researcher = await ResearcherAsync();
        using var response = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", JsonNode.Parse(request)!);
        await AssertProblemAsync(response, HttpStatusCode.BadRequest, type);
    }

    [Test]
    public async Task Opens_to_researchers_with_a_key_for_exports_and_to_nobody_else()
    {
        using var educator = await JoinAsync("Dr Rivera", Roles.Educator, Scopes.Exports);
        using var reader = await JoinAsync("Dr Chen", Roles.Researcher, Scopes.Write);
        using var nobody = await SendAsync(Client, HttpMethod.Post, "/v1/exports", new { });
        using var wrongRole = await SendAsync(educator, HttpMethod.Post, "/v1/exports", new { });
        using var wrongScope = await SendAsync(reader, HttpMethod.Post, "/v1/exports", new { });

        await AssertProblemAsync(nobody, HttpStatusCode.Unauthorized, "key-needed");
        await AssertProblemAsync(wrongRole, HttpStatusCode.Forbidden, "not-allowed");
        await AssertProblemAsync(wrongScope, HttpStatusCode.Forbidden, "not-allowed");
    }

    [Test]
    public async Task Shows_an_export_to_whose_it_is_and_to_owners()
    {
        using var one = await ResearcherAsync();
        using var other = await ResearcherAsync("Dr Chen");
        using var owner = await JoinAsync("Dr Vogel", Roles.Owner, Scopes.Exports);
        var id = (string)(await ExportAsync(one, new { }))["id"]!;

        using var theirs = await other.GetAsync(new Uri($"/v1/exports/{id}/file", UriKind.Relative));
        using var all = await owner.GetAsync(new Uri($"/v1/exports/{id}", UriKind.Relative));
        using var gone = await one.DeleteAsync(new Uri($"/v1/exports/{id}", UriKind.Relative));
        using var missing = await one.GetAsync(new Uri($"/v1/exports/{id}", UriKind.Relative));

        await AssertProblemAsync(theirs, HttpStatusCode.NotFound, "export-missing");
        Assert.That(all.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await AssertProblemAsync(missing, HttpStatusCode.NotFound, "export-missing");
    }

    [Test]
    public async Task Leaves_nothing_half_written_when_the_disk_is_full()
    {
        await FillAsync();
        using var researcher = await ResearcherAsync();
        var shelf = Api.Services.GetRequiredService<ExportShelf>();
        var export = await shelf.AddAsync(new("somebody", "Dr Okafor", Roles.Researcher), new(Format: "csv"), default);

        // /dev/full answers every write as a disk without room does.
        File.CreateSymbolicLink(Path.Combine(shelf.FolderOf(export.Id), "pages.csv.part"), "/dev/full");
        var worker = Api.Services.GetRequiredService<ExportWorker>();
        worker.Begin(export);

        while ((await shelf.FindAsync(export.Id, default))!.IsUnfinished)
        {
            await Task.Delay(5);
        }

        var failed = (await shelf.FindAsync(export.Id, default))!;
        Assert.That(failed.State, Is.EqualTo(ExportState.Failed));
        Assert.That(failed.Error, Does.Contain("full"));
        Assert.That(Directory.GetFiles(shelf.FolderOf(export.Id)).Select(Path.GetFileName), Is.EqualTo(new[] { "export.json" }));
    }

    [Test]
    public async Task Takes_up_after_a_restart_what_was_unfinished()
    {
        await FillAsync();
        var shelf = Api.Services.GetRequiredService<ExportShelf>();
        using var researcher = await ResearcherAsync();
        var done = await ExportAsync(researcher, new { format = "csv" });
        var folder = shelf.FolderOf((Guid)done["id"]!);
        var state = Path.Combine(folder, "export.json");
        await File.WriteAllTextAsync(state, (await File.ReadAllTextAsync(state)).Replace("\"Ready\"", "\"Running\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(folder, "pages.csv"));

        using var worker = ActivatorUtilities.CreateInstance<ExportWorker>(Api.Services);
        await worker.StartAsync(default);
        var again = await EndOfAsync(researcher, new($"/v1/exports/{(string)done["id"]!}", UriKind.Relative));

        Assert.That((string)again["sha256"]!, Is.EqualTo((string)done["sha256"]!));
        await worker.StopAsync(default);
    }

    [Test]
    public async Task Deletes_what_has_outlived_its_time()
    {
        using var researcher = await ResearcherAsync();
        var old = await ExportAsync(researcher, new { });
        Api.Clock.Advance(TimeSpan.FromDays(31));
        using var later = await JoinAsync("Dr Chen", Roles.Researcher, Scopes.Exports);
        _ = await ExportAsync(later, new { });

        Assert.That(Directory.Exists(Api.Services.GetRequiredService<ExportShelf>().FolderOf((Guid)old["id"]!)), Is.False);
    }

    private static async Task<List<JsonNode>> RowsAsync(HttpClient researcher, object request)
    {
        var export = await ExportAsync(researcher, request);
        Assert.That((string?)export["state"], Is.EqualTo("ready"), (string?)export["error"]);
        var lines = Encoding.UTF8.GetString(await DownloadAsync(researcher, export)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That((long)export["rows"]!, Is.EqualTo(lines.Length));
        return [.. lines.Select(line => JsonNode.Parse(line)!)];
    }
}
