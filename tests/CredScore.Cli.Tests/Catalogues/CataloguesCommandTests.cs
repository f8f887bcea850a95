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
            Assert.That(status.Output, Does.Contain("(4 of 12 lists refreshed").And.Contains("retractions                 –").And.Contains("9,802"));
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

    private void Publish(int more = 0)
    {
        foreach (var list in Few)
        {
            _publisher.Publishes(list, InventedLists.Of(list, more));
        }
    }
}
