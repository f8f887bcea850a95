using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CredScore.Api.Catalogues;
using CredScore.Api.Jobs;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using CredScore.Scoring.Catalogues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Catalogues;

internal sealed class ListChangeTests : ApiTests
{
    private const string Doi = "10.1016/sample.measles";

    [Test]
    public async Task Lists_the_catalogues_with_their_terms_before_any_refresh()
    {
        var answer = await GetAsync("/v1/catalogues");
        var lists = answer["lists"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That((string?)answer["version"], Is.EqualTo((string?)answer["core"]));
            Assert.That(lists.Select(list => (bool)list!["isUsed"]!), Has.All.False.And.Exactly(15).Items);
            Assert.That((string?)lists.Single(list => (string?)list!["name"] == "us-gov-domains")!["licence"], Is.EqualTo("CC0"));
        });
    }

    [Test]
    public async Task Scores_stored_pages_again_without_the_network_when_a_source_was_retracted()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var before = await ScoreOfAsync(Measles);
        var (calls, tag) = (Upstream.Calls.Count, before.Tag);

        Api.Clock.Advance(TimeSpan.FromMinutes(1));
        Put(ListNames.Retractions, (Doi, "retracted\t10.1016/notice.measles\t2026-11-20"));
        await Refresher.UseAsync(CancellationToken.None);
        var after = await ScoreOfAsync(Measles);
        var change = after.Body["changes"]!.AsArray().Single()!;
        var source = after.Body["references"]!.AsArray().Single(reference => (string?)reference!["doi"] == Doi)!;

        Assert.Multiple(() =>
        {
            Assert.That(Upstream.Calls, Has.Count.EqualTo(calls), "Scoring again needs no network.");
            Assert.That((string?)change["text"], Does.Match($@"^The score fell from \d+ to \d+ on 22 November 2026: source {source["index"]} was retracted\.$"));
            Assert.That(((string?)source["sourceType"], (string?)source["list"], (string?)source["why"]), Is.EqualTo(("retracted", "retractions 2026-11-20", "retracted on 2026-11-20, notice 10.1016/notice.measles")));
            Assert.That((string?)after.Body["versions"]!["catalogue"], Is.Not.EqualTo((string?)before.Body["versions"]!["catalogue"]));
            Assert.That(after.Tag, Is.Not.EqualTo(tag));
            Assert.That((double)after.Body["score"]!, Is.LessThan((double)before.Body["score"]!));
            Assert.That(Api.Logs.Lines, Has.Some.Contains("1 stored pages scored again, 1 of them changed; 0 cite nothing that changed; 0 have to be read anew."));
        });
    }

    [Test]
    public async Task Remembers_the_change_when_the_same_revision_is_read_again()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        await ScoreOfAsync(Measles);
        Put(ListNames.Retractions, (Doi, "retracted\t\t2026-11-20"));
        await Refresher.UseAsync(CancellationToken.None);
        Api.Clock.Advance(TimeSpan.FromDays(2));
        var calls = Upstream.Calls.Count;
        var after = await ScoreOfAsync(Measles);
        Assert.That((Upstream.Calls.Count > calls, after.Body["changes"]?.AsArray().Count), Is.EqualTo((true, (int?)1)));
    }

    [Test]
    public async Task Says_nothing_of_changes_where_there_were_none()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        await ScoreOfAsync(Measles);
        Put(ListNames.Retractions, ("10.5555/other", "retracted\t\t"));
        await Refresher.UseAsync(CancellationToken.None);
        var after = await ScoreOfAsync(Measles);
        Assert.That(after.Body["changes"], Is.Null);
        Assert.That(Api.Logs.Lines, Has.Some.Contains("0 stored pages scored again, 0 of them changed; 1 cite nothing that changed; 0 have to be read anew."));
        Assert.That((string?)after.Body["versions"]!["catalogue"], Is.EqualTo((string?)(await GetAsync("/v1/catalogues"))["version"]), "Who asks for the page has it by today's lists.");
    }

    [Test]
    public async Task Finds_a_page_by_its_source_again_after_lists_that_did_not_touch_it()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        await ScoreOfAsync(Measles);

        foreach (var other in new[] { "10.5555/one", "10.5555/two" })
        {
            Put(ListNames.Retractions, (other, "retracted\t\t"));
            await Refresher.UseAsync(CancellationToken.None);
        }

        Put(ListNames.Retractions, (Doi, "retracted\t\t2026-11-20"));
        await Refresher.UseAsync(CancellationToken.None);
        Assert.That(Api.Logs.Lines, Has.Some.Contains("1 stored pages scored again, 1 of them changed; 0 cite nothing that changed; 0 have to be read anew."));
        Assert.That(Api.Logs.Lines.Count(line => line.Contains("0 stored pages scored again, 0 of them changed; 1 cite nothing that changed", StringComparison.Ordinal)), Is.EqualTo(2));
        Assert.That(await Client.GetStringAsync(new Uri($"/?url={Measles}", UriKind.Relative)), Does.Match(@"<li>The score fell from \d+ to \d+ on 22 November 2026: source \d+ was retracted\.</li>"));
        Assert.That((await ScoreOfAsync(Measles)).Body["changes"]!.AsArray(), Has.Count.EqualTo(1));
    }

    // As rows of versions before the index are, and what a stopped sweep left.
    [Test]
    public async Task Goes_through_pages_of_which_it_does_not_know_what_they_cite()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        await ScoreOfAsync(Measles);
        await ForgetSourcesAsync();
        Put(ListNames.Retractions, (Doi, "retracted\t\t2026-11-20"));
        await Refresher.UseAsync(CancellationToken.None);
        Put(ListNames.Retractions);
        await Refresher.UseAsync(CancellationToken.None);
        Assert.That(Api.Logs.Lines.Count(line => line.Contains("1 stored pages scored again, 1 of them changed", StringComparison.Ordinal)), Is.EqualTo(2), "Known by its keys from the first time on.");
    }

    private async Task ForgetSourcesAsync()
    {
        await using var context = await Api.Services.GetRequiredService<IDbContextFactory<ScoreContext>>().CreateDbContextAsync();
        Assert.That(await context.SourceKeys.ExecuteDeleteAsync(), Is.Positive);
        await context.SourceChecks.ExecuteDeleteAsync();
    }

    [Test]
    public async Task Finds_the_lists_of_an_earlier_start()
    {
        Put(ListNames.Retractions, (Doi, "retracted\t\t2026-11-20"));
        Upstream.Answers("titles=Measles", "measles.json");
        var score = await ScoreOfAsync(Measles);
        var list = (await GetAsync("/v1/catalogues"))["lists"]!.AsArray().Single(list => (string?)list!["name"] == ListNames.Retractions)!;

        Assert.Multiple(() =>
        {
            Assert.That(score.Body["references"]!.AsArray().Count(reference => (string?)reference!["sourceType"] == "retracted"), Is.EqualTo(1));
            Assert.That(((bool)list["isUsed"]!, (string?)list["date"], (int?)list["entries"]), Is.EqualTo((true, "2026-11-20", (int?)1)));
        });
    }

    [Test]
    public async Task Goes_on_with_the_core_when_the_manifest_is_damaged()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "manifest.json"), "{");
        Upstream.Answers("titles=Measles", "measles.json");
        await ScoreOfAsync(Measles);
        using var ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));

        Assert.Multiple(() =>
        {
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(Api.Logs.Warnings, Has.Some.Contains("is no manifest of lists. Delete it"));
        });
    }

    [Test]
    public async Task Keeps_scoring_and_stays_healthy_when_no_publisher_answers()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        Api.With("Catalogues:Mirror", "https://mirror.example/");
        var core = (string?)(await GetAsync("/v1/catalogues"))["version"];

        foreach (var attempt in new[] { 1, 2 })
        {
            // The mirror has no query; every list asks it once.
            Upstream.Answers("", _ => Task.FromResult(RecordedUpstream.Response(HttpStatusCode.Forbidden, [])));
            await Refresher.RefreshAsync(CancellationToken.None);
        }

        using var ready = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        var answer = await GetAsync("/v1/catalogues");

        Assert.Multiple(() =>
        {
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string?)answer["version"], Is.EqualTo(core));
            Assert.That(answer["lists"]!.AsArray().Select(list => (string?)list!["fault"]), Has.All.Contains("mirror.example refused to answer (status 403)."));
            Assert.That(Api.Logs.Warnings.Count(line => line.Contains("A list was not refreshed.", StringComparison.Ordinal)), Is.EqualTo(2 * 15));
        });
    }

    [Test]
    public async Task Plans_one_refresh_that_a_restart_neither_forgets_nor_repeats()
    {
        _ = Client;
        var schedule = ActivatorUtilities.CreateInstance<CatalogueSchedule>(Api.Services);
        var planned = await PlanAsync(schedule);
        var again = await PlanAsync(schedule);

        Assert.Multiple(() =>
        {
            Assert.That(planned!.StartTimeUtc, Is.InRange(Api.Clock.GetUtcNow(), Api.Clock.GetUtcNow().AddMinutes(61)));
            Assert.That(again!.StartTimeUtc, Is.EqualTo(planned.StartTimeUtc).Within(TimeSpan.FromSeconds(1)));
            Assert.That(((Quartz.ISimpleTrigger)again).RepeatInterval, Is.EqualTo(TimeSpan.FromDays(7)));
        });
    }

    // Each time by another scheduler on the same database, as after a restart.
    private async Task<Quartz.ITrigger?> PlanAsync(CatalogueSchedule schedule)
    {
        await using var jobs = ActivatorUtilities.CreateInstance<JobScheduler>(Api.Services);
        var scheduler = await jobs.BuildAsync(CancellationToken.None);
        await schedule.PlanAsync(scheduler, CancellationToken.None);
        return await scheduler.GetTrigger(new("refresh", "catalogues"));
    }

    private CatalogueRefresher Refresher => Api.Services.GetRequiredService<CatalogueRefresher>();

    private string Folder => Path.Combine(Api.DataFolder, "catalogues");

    // As a refresh leaves it: the list, then the manifest that names it.
    private void Put(string name, params (string Key, string Value)[] entries)
    {
        Directory.CreateDirectory(Folder);
        var bytes = CompiledList.Write(entries.ToDictionary(entry => entry.Key, entry => entry.Value));
        File.WriteAllBytes(Path.Combine(Folder, $"{name}.list"), bytes);
        var entry = new { name, file = $"{name}.list", digest = Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes = bytes.Length, entries = entries.Length, date = "2026-11-20", fetchedAt = Api.Clock.GetUtcNow(), source = "https://publisher.example/", sourceBytes = 1, sourceDigest = "" };
        File.WriteAllText(Path.Combine(Folder, "manifest.json"), JsonSerializer.Serialize(new { lists = new[] { entry }, attempts = Array.Empty<object>() }));
    }

    private async Task<(JsonNode Body, string? Tag)> ScoreOfAsync(string address)
    {
        using var response = await ScoreAsync(address);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return (await JsonOf(response), response.Headers.ETag?.ToString());
    }

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await JsonOf(response);
    }
}
