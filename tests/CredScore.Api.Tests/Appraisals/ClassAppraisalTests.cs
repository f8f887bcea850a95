using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using CredScore.Api.Tests.Support;
using CredScore.Exports.Appraisals;
using CredScore.Exports.Columns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Appraisals;

internal sealed class ClassAppraisalTests : AppraisalTests
{
    [Test]
    public async Task Keeps_an_appraisal_until_it_is_changed_or_taken_back()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        var own = $"/v1/classes/{code}/appraisals/{Token(1)}";
        using var given = await AppraiseAsync(code, 1, new { overall = 4, date = 2 });
        using var changed = await AppraiseAsync(code, 1, new { overall = 5 });
        using var second = await AppraiseAsync(code, 1, new { overall = 1 }, Mumps);
        var listed = JsonNode.Parse(await Client.GetStringAsync(new Uri(own, UriKind.Relative)))!.AsArray();
        using var back = await SendAsync(Client, HttpMethod.Delete, $"{own}?url={Uri.EscapeDataString(Measles)}");
        var left = JsonNode.Parse(await Client.GetStringAsync(new Uri(own, UriKind.Relative)))!.AsArray();
        using var all = await SendAsync(Client, HttpMethod.Delete, own);
        using var again = await SendAsync(Client, HttpMethod.Delete, own);

        Assert.Multiple(async () =>
        {
            Assert.That(new[] { given.StatusCode, changed.StatusCode, second.StatusCode, back.StatusCode, all.StatusCode }, Has.All.EqualTo(HttpStatusCode.NoContent));
            Assert.That(listed.Select(one => (string?)one!["page"]), Is.EqualTo(new[] { "wikipedia:en:Measles", "wikipedia:en:Mumps" }));
            Assert.That(listed[0]!["answers"]!.ToJsonString(), Is.EqualTo("""{"overall":5}"""));
            Assert.That((long?)listed[0]!["revision"], Is.Not.Null);
            Assert.That(left.Select(one => (string?)one!["page"]), Is.EqualTo(new[] { "wikipedia:en:Mumps" }));
            await AssertProblemAsync(again, HttpStatusCode.NotFound, "appraisal-missing");
        });
    }

    [TestCase(true, """{ "overall": 6 }""", "bad-appraisal")]
    [TestCase(true, """{ "overall": 0 }""", "bad-appraisal")]
    [TestCase(true, """{ "sources": 3 }""", "bad-appraisal")]
    [TestCase(true, """{ "overall": 3, "name": 1 }""", "bad-appraisal")]
    [TestCase(true, "null", "bad-appraisal")]
    [TestCase(true, """{ "overall": 2.5 }""", "bad-request")]
    [TestCase(false, """{ "overall": 3 }""", "consent-needed")]
    public async Task Takes_nothing_that_is_no_answer_and_nothing_without_consent(bool consent, string answers, string type)
    {
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        using var refused = await AppraiseAsync(code, 1, JsonNode.Parse(answers)!, consent: consent);
        await AssertProblemAsync(refused, HttpStatusCode.BadRequest, type);
        Assert.That(Upstream.Calls, Is.Empty, "No page is asked for on behalf of what is not taken.");
    }

    [Test]
    public async Task Takes_nothing_for_a_class_that_has_not_agreed()
    {
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator, collects: false);
        using var refused = await AppraiseAsync(code, 1, new { overall = 3 });
        await AssertProblemAsync(refused, HttpStatusCode.Conflict, "appraisals-not-collected");
    }

    [TestCase("short")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA!")]
    public async Task Takes_no_token_that_could_be_guessed(string token)
    {
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        using var refused = await SendAsync(Client, HttpMethod.Put, $"/v1/classes/{code}/appraisals/{token}", new { url = Measles, consent = true, answers = new { overall = 3 } });
        await AssertProblemAsync(refused, HttpStatusCode.BadRequest, "bad-token");
    }

    [TestCase("nonsense", HttpStatusCode.BadRequest, "bad-address")]
    [TestCase("https://en.wikipedia.org/wiki/Talk:Measles", HttpStatusCode.UnprocessableEntity, "not-scorable")]
    [TestCase("https://en.wikipedia.org/wiki/Nothing_here_at_all", HttpStatusCode.NotFound, "page-missing")]
    public async Task Takes_no_appraisal_of_what_is_no_page(string url, HttpStatusCode status, string type)
    {
        Upstream.Answers("titles=Nothing", "missing.json");
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        using var refused = await AppraiseAsync(code, 1, new { overall = 3 }, url);
        await AssertProblemAsync(refused, status, type);
    }

    [Test]
    public async Task Takes_an_appraisal_while_the_pages_site_cannot_be_asked()
    {
        Upstream.Fails("titles=Measles", HttpStatusCode.ServiceUnavailable);
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        using var taken = await AppraiseAsync(code, 1, new { overall = 3 });
        Assert.That(taken.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), await taken.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Lets_no_class_be_filled_without_end()
    {
        Api.With("Appraisals:MostRaters", "5").With("Appraisals:MostPages", "1");
        await FillAsync();
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        await AppraiseAllAsync(code, Measles, 1, 2, 3, 4, 5);
        using var sixth = await AppraiseAsync(code, 6, new { overall = 3 });
        using var secondPage = await AppraiseAsync(code, 1, new { overall = 3 }, Mumps);
        using var changed = await AppraiseAsync(code, 1, new { overall = 3 });
        await AssertProblemAsync(sixth, HttpStatusCode.Conflict, "appraisals-full");
        await AssertProblemAsync(secondPage, HttpStatusCode.Conflict, "appraisals-full");
        Assert.That(changed.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Keeps_neither_who_nor_when_nor_anything_that_ties_two_classes_together()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var (one, other) = (await ClassAsync(educator), await ClassAsync(educator));
        using var first = await AppraiseAsync(one, 1, new { overall = 4 });
        using var second = await AppraiseAsync(other, 1, new { overall = 4 });
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<AccountContext>>().CreateDbContextAsync();
        var rows = await context.Appraisals.ToListAsync();

        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(2));
            Assert.That(rows.Select(row => row.Rater), Is.Unique.And.All.Match("^[0-9a-f]{64}$"));
            Assert.That(context.Model.GetEntityTypes().Single(type => type.GetTableName() == "appraisals").GetProperties().Select(column => column.Name),
                Is.EquivalentTo(new[] { "Id", "ClassId", "Rater", "IsEducator", "PageKey", "Title", "Revision", "Answers" }), "A further column is a further thing kept of people: say so in docs/privacy.md.");
        });
    }

    [Test]
    public async Task Shows_nothing_of_fewer_than_five_and_then_how_far_they_agree()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        await AppraiseAllAsync(code, Measles, 4, 4, 5, 4);
        var four = await AgreementAsync(educator, code);
        await AppraiseAllAsync(code, Measles, 4, 4, 5, 4, 5);
        await AppraiseAllAsync(code, Mumps, 2, 1, 2, 1, 2);
        var five = await AgreementAsync(educator, code);
        var overall = five["items"]!.AsArray().Single(item => (string?)item!["id"] == AppraisalForm.Overall)!;

        Assert.Multiple(() =>
        {
            Assert.That(four["pages"]!.AsArray(), Is.Empty);
            Assert.That((int)four["raters"]!, Is.Zero);
            Assert.That(four["items"]!.AsArray().Select(item => (double?)item!["fleissKappa"]), Has.All.Null);
            Assert.That(five["pages"]!.AsArray().Select(page => ((string)page!["key"]!, (int)page["raters"]!, (double)page["mean"]!)), Is.EqualTo(new[] { ("wikipedia:en:Measles", 5, 4.4), ("wikipedia:en:Mumps", 5, 1.6) }));
            Assert.That((double?)five["pages"]![0]!["score"], Is.GreaterThan(0));
            Assert.That((int?)overall["raters"], Is.EqualTo(5));

            // Two pages by five raters: 4 4 5 4 5 and 2 1 2 1 2. Mean squares: between pages 19.6, within 0.3, between raters 0.5, rest 0.1; by hand.
            Assert.That((double?)overall["iccOneWay"], Is.EqualTo((19.6 - 0.3) / (19.6 + (4 * 0.3))).Within(1e-9));
            Assert.That((double?)overall["iccConsistency"], Is.EqualTo((19.6 - 0.1) / (19.6 + (4 * 0.1))).Within(1e-9));
            Assert.That((double?)overall["fleissKappa"], Is.EqualTo((0.4 - 0.26) / (1 - 0.26)).Within(1e-9));
            Assert.That((double?)five["items"]!.AsArray().Single(item => (string?)item!["id"] == "date")!["fleissKappa"], Is.Null, "Nobody answered that.");
        });
    }

    [Test]
    public async Task Shows_a_class_to_its_own_educator_alone()
    {
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        using var other = await EducatorAsync("Dr Chen");
        using var theirs = await other.GetAsync(new Uri($"/v1/classes/{code}/agreement", UriKind.Relative));
        using var nobodys = await Client.GetAsync(new Uri($"/v1/classes/{code}/agreement", UriKind.Relative));
        await AssertProblemAsync(theirs, HttpStatusCode.NotFound, "class-missing");
        await AssertProblemAsync(nobodys, HttpStatusCode.Unauthorized, "key-needed");
    }

    [Test]
    public async Task Exports_appraisals_beside_the_score_without_names_and_none_of_fewer_than_five()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        await AppraiseAllAsync(code, Measles, 4, 4, 5, 4, 5);
        await AppraiseAllAsync(code, Mumps, 2, 1, 2, 1);
        using var researcher = await ResearcherAsync();
        using var scored = await ScoreAsync(Measles);
        var score = await JsonOf(scored);
        var rows = await RowsAsync(researcher, new { format = "jsonl", rows = "appraisal" });
        var ofClass = await RowsAsync(researcher, new { format = "jsonl", rows = "appraisal", @class = code });
        using var ended = await SendAsync(educator, HttpMethod.Put, $"/v1/classes/{code}", new { name = "Physiology" }, await StampAsync(educator));
        var afterwards = await RowsAsync(researcher, new { format = "jsonl", rows = "appraisal" });
        using var refused = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", new { rows = "appraisal", @class = code });

        Assert.Multiple(async () =>
        {
            Assert.That(rows.Select(row => ((string)row["page"]!, (string)row["group"]!, (string)row["rater"]!)), Is.EqualTo(Enumerable.Range(1, 5).Select(number => ("wikipedia:en:Measles", "class 1", $"rater {number}"))));
            Assert.That(rows.Select(row => (int)row["answers.overall"]!), Is.EquivalentTo(new[] { 4, 4, 5, 4, 5 }));
            Assert.That(rows.Select(row => (int?)row["answers.date"]), Has.All.Null);
            Assert.That(rows.Select(row => (string?)row["rater.kind"]), Has.All.EqualTo("student"));
            Assert.That(rows.Select(row => (double?)row["score"]), Has.All.EqualTo((double?)score["score"]));
            Assert.That(rows[0].AsObject().Select(member => member.Key), Is.EqualTo(AppraisalColumns.All.Select(column => column.Name)));
            Assert.That(ofClass, Has.Count.EqualTo(5));
            Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(afterwards, Is.Empty);
            await AssertProblemAsync(refused, HttpStatusCode.Conflict, "appraisals-not-collected");
        });
    }

    [Test]
    public async Task Packs_appraisals_with_their_dictionary()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        await AppraiseAllAsync(await ClassAsync(educator), Measles, 4, 4, 5, 4, 5);
        using var researcher = await ResearcherAsync();
        var export = await ExportAsync(researcher, new { format = "csv", rows = "appraisal" });
        using var package = new System.IO.Compression.ZipArchive(new MemoryStream(await DownloadAsync(researcher, export, "package")));
        using var dictionary = new StreamReader(package.GetEntry("dictionary.csv")!.Open());
        using var table = new StreamReader(package.GetEntry("appraisals.csv")!.Open());

        Assert.Multiple(async () =>
        {
            Assert.That((long)export["rows"]!, Is.EqualTo(5));
            Assert.That(await dictionary.ReadToEndAsync(), Does.Contain("answers.overall").And.Contain("1 to 5"));
            Assert.That((await table.ReadToEndAsync()).Split('\n'), Has.Length.EqualTo(7));
        });
    }

    [TestCase("""{ "rows": "appraisal", "since": "2026-11-01T00:00:00Z" }""")]
    [TestCase("""{ "rows": "appraisal", "columns": ["features.structure.words"] }""")]
    public async Task Exports_no_more_of_appraisals_than_there_is(string request)
    {
        using var researcher = await ResearcherAsync();
        using var refused = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", JsonNode.Parse(request));
        await AssertProblemAsync(refused, HttpStatusCode.BadRequest, "bad-export");
    }

    [Test]
    public async Task Deletes_the_appraisals_of_a_class_that_is_closed()
    {
        await FillAsync();
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator);
        await AppraiseAllAsync(code, Measles, 4);
        using var closed = await SendAsync(educator, HttpMethod.Delete, $"/v1/classes/{code}");
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<AccountContext>>().CreateDbContextAsync();
        Assert.That(await context.Appraisals.CountAsync(), Is.Zero);
    }

    [Test]
    public async Task Notes_in_the_log_that_a_class_begins_and_ends_to_collect()
    {
        using var educator = await EducatorAsync();
        var code = await ClassAsync(educator, collects: false);
        using var begun = await SendAsync(educator, HttpMethod.Put, $"/v1/classes/{code}", new { name = "Physiology", collectsAppraisals = true }, await StampAsync(educator));
        using var ended = await SendAsync(educator, HttpMethod.Put, $"/v1/classes/{code}", new { name = "Physiology" }, await StampAsync(educator));
        var log = await Api.Services.GetRequiredService<ChangeLog>().ListAsync(default);
        Assert.That(log.Select(change => change.Did), Has.One.EqualTo("began to collect appraisals of a class").And.One.EqualTo("ended the appraisals of a class"));
    }

    [Test]
    public async Task Shows_the_form_to_anybody()
    {
        var form = JsonNode.Parse(await Client.GetStringAsync(new Uri("/v1/appraisals/form", UriKind.Relative)))!;
        Assert.That(form["items"]!.AsArray().Select(item => (string)item!["id"]!), Is.EqualTo(AppraisalForm.Items.Select(item => item.Id)));
        Assert.That(form["items"]!.AsArray().Single(item => (bool)item!["isNeeded"]!)!["id"]!.GetValue<string>(), Is.EqualTo("overall"));
    }

    [Test]
    public async Task Stops_whoever_guesses_codes_by_appraisals()
    {
        Api.With("Limits:CodesPerMinute", "5");
        HttpStatusCode last = default;

        for (var i = 0; i < 6; i++)
        {
            using var refused = await AppraiseAsync(CredScore.Api.Classes.ClassCode.New(), 1, new { overall = 3 });
            last = refused.StatusCode;
        }

        Assert.That(last, Is.EqualTo(HttpStatusCode.TooManyRequests));
    }

    private static async Task<string> StampAsync(HttpClient educator)
        => (string)JsonNode.Parse(await educator.GetStringAsync(new Uri("/v1/classes", UriKind.Relative)))![0]!["stamp"]!;

    private static async Task<List<JsonNode>> RowsAsync(HttpClient researcher, object request)
        => [.. Encoding.UTF8.GetString(await DownloadAsync(researcher, await ExportAsync(researcher, request))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
