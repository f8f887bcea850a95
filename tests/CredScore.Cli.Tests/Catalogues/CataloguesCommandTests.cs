using System.Diagnostics;
using CredScore.Catalogues.Refreshing;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Catalogues;

namespace CredScore.Cli.Tests.Catalogues;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CataloguesCommandTests : IAsyncDisposable
{
    private static readonly string[] Few = [ListNames.MedlinePlusTopics, ListNames.PublicSuffixes, ListNames.Universities, ListNames.GovernmentDomains];

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackPublisher _publisher = new();

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Refreshes_lists_and_shows_them()
    {
        Publish();
        var refresh = await CommandRun.Of(["catalogues", "refresh", .. Few, "--folder", _folder.Location, "--mirror", _publisher.Address]);
        var status = await CommandRun.Of("catalogues", "status", "--folder", _folder.Location);

        Assert.Multiple(() =>
        {
            Assert.That((refresh.ExitCode, refresh.Error), Is.EqualTo((0, "")));
            Assert.That(refresh.Output, Does.Contain("universities: 9,802 entries, 9,802 new, 0 gone"));
            Assert.That(status.Output, Does.Contain("(4 of 15 lists refreshed").And.Contains("retractions                 –").And.Contains("9,802"));
        });
    }

    [Test]
    public async Task Answers_4_with_a_sentence_for_each_list_that_was_refused()
    {
        _publisher.Publishes(ListNames.Universities, "<html>").Publishes(ListNames.PublicSuffixes, InventedLists.Of(ListNames.PublicSuffixes));
        var run = await CommandRun.Of("catalogues", "refresh", ListNames.Universities, ListNames.PublicSuffixes, "--folder", _folder.Location, "--mirror", _publisher.Address);
        run.AssertExplains(4, "universities: refused. Universities of the world and their domains: It is no JSON list of universities, or it is cut off. The embedded core works without it.");
        Assert.That(run.Output, Does.StartWith("public-suffixes: "));
    }

    [TestCase("There is no list nonsense.", "catalogues", "refresh", "nonsense")]
    [TestCase("--mirror is a web address.", "catalogues", "refresh", "--mirror", "file:///etc")]
    public async Task Says_what_is_wrong_with_the_command(string words, params string[] args) => (await CommandRun.Of([.. args, "--folder", _folder.Location])).AssertExplains(2, words);

    [Test]
    public async Task Says_that_the_folder_is_held()
    {
        using var held = new CatalogueFolder(_folder.Location).Hold();
        (await CommandRun.Of("catalogues", "refresh", ListNames.Universities, "--folder", _folder.Location, "--mirror", _publisher.Address)).AssertExplains(5, "Another refresh works");
    }

    [Test]
    public async Task Scores_by_the_lists_that_were_refreshed()
    {
        Publish();
        await CommandRun.Of(["catalogues", "refresh", .. Few, "--folder", _folder.Location, "--mirror", _publisher.Address]);
        using var pages = new TemporaryFolder();
        var page = pages.Write("topic.wiki", "Text.\n[[Category:Rare diseases]]");
        var with = await CommandRun.Of("score", "wikipedia:en:Topic 7", "--from", page, "--json", "--catalogues", _folder.Location);
        var without = await CommandRun.Of("score", "wikipedia:en:Topic 7", "--from", page, "--json", "--catalogues", pages.Location);
        var rows = pages.Write("rows.jsonl", """{"id":"1","title":"Topic 7","wikitext":"Text."}""" + "\n");
        var bulk = await CommandRun.Of("bulk", rows, "--out", Path.Combine(pages.Location, "out.jsonl"), "--catalogues", _folder.Location);

        Assert.Multiple(() =>
        {
            Assert.That((with.ExitCode, without.ExitCode, bulk.ExitCode), Is.EqualTo((0, 0, 0)), with.Error + without.Error + bulk.Error);
            Assert.That(with.Output, Does.Contain("https://medlineplus.gov/topic7.html"));
            Assert.That(without.Output, Does.Not.Contain("https://medlineplus.gov/topic7.html"));
            Assert.That(VersionIn(with.Output), Is.EqualTo(VersionIn(File.ReadAllText(Path.Combine(pages.Location, "out.jsonl")))).And.Not.EqualTo(VersionIn(without.Output)));
        });
    }

    [Test]
    public async Task Says_that_lists_are_damaged_and_scores_without_them()
    {
        File.WriteAllText(Path.Combine(_folder.Location, "manifest.json"), "no manifest");
        using var pages = new TemporaryFolder();
        var run = await CommandRun.Of("score", "wikipedia:en:Measles", "--from", pages.Write("page.wiki", "Text."), "--catalogues", _folder.Location);
        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, run.Error)));
        Assert.That(run.Error, Does.Contain("is no manifest of lists"));
    }

    // Whoever reads the folder finds whole lists, old or new, wherever the refresh was stopped. Each round publishes other editions, so that there is always something to write.
    [Test]
    [Category("Integration")]
    public async Task Leaves_whole_lists_whenever_the_program_is_killed()
    {
        const int Kills = 10;
        var random = new Random(20261123);
        Publish();
        Assert.That((await CommandRun.Of(["catalogues", "refresh", .. Few, "--folder", _folder.Location, "--mirror", _publisher.Address])).ExitCode, Is.Zero);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        for (var kill = 1; kill <= Kills; kill++)
        {
            Publish(more: kill);
            _publisher.Forget();
            await KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(0, 500)));
            var faults = new List<string>();
            var lists = new CatalogueFolder(_folder.Location).Open(faults);
            Assert.That((string.Join(' ', faults), string.Join(' ', lists.All.Select(list => list.Name))), Is.EqualTo(("", string.Join(' ', Few))), $"After kill {kill}.");
            Assert.That(lists.Find(ListNames.Universities)!.Entries.Entries().Count(), Is.EqualTo(lists.Find(ListNames.Universities)!.Entries.Count));
            seen.Add(lists.Version);
        }

        var last = await CommandRun.Of(["catalogues", "refresh", .. Few, "--folder", _folder.Location, "--mirror", _publisher.Address]);
        TestContext.Out.WriteLine($"{Kills} kills left {seen.Count} different states, all whole.");
        Assert.That(last.ExitCode, Is.Zero, $"A refresh goes on after any kill. {last.Error}");
    }

    private async Task KillAfterAsync(TimeSpan delay)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "credscore.dll");
        using var refresh = Process.Start(new ProcessStartInfo("dotnet", [program, "catalogues", "refresh", .. Few, "--folder", _folder.Location, "--mirror", _publisher.Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        await Task.WhenAny(_publisher.WasAsked.Task, refresh.WaitForExitAsync());
        await Task.WhenAny(Task.Delay(delay), refresh.WaitForExitAsync());
        Assert.That(_publisher.WasAsked.Task.IsCompleted, Is.True, "The program ended before it asked for anything.");
        refresh.Kill();
        await refresh.WaitForExitAsync();
    }

    private static string VersionIn(string json) => json[(json.IndexOf("\"catalogue\":\"", StringComparison.Ordinal) + 13)..][..12];

    private void Publish(int more = 0)
    {
        foreach (var list in Few)
        {
            _publisher.Publishes(list, InventedLists.Of(list, more));
        }
    }
}
