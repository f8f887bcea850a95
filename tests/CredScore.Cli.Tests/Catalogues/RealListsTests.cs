using System.Diagnostics;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;

namespace CredScore.Cli.Tests.Catalogues;

/// <summary>All lists as their publishers have them, fetched from this machine.</summary>
[Category("RealData")]
internal sealed class RealListsTests
{
    [Test]
    public async Task Refreshes_every_list_and_looks_up_fast()
    {
        using var folder = new TemporaryFolder();
        var place = new CatalogueFolder(Environment.GetEnvironmentVariable("CREDSCORE_LISTS") ?? folder.Location);
        var outcomes = await RefreshAsync(place);

        foreach (var outcome in outcomes)
        {
            await TestContext.Out.WriteLineAsync(Cli.Catalogues.RefreshRun.Describe(outcome));
        }

        var (load, lists) = Load(place);
        var lookup = LookUpTime(lists);
        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"{place.ReadManifest().Lists.Sum(list => list.Bytes) / 1e6:0.0} MB compiled, loaded and checked in {load.TotalMilliseconds:0} ms; a look-up takes {lookup.TotalNanoseconds:0} ns."));

        Assert.Multiple(() =>
        {
            Assert.That(outcomes.Where(outcome => outcome.Result is not RefreshResult.Refreshed).Select(outcome => outcome.Fault), Is.Empty);

            // The bars are 100 ms and 1 µs on a quiet machine; a busy one is no reason to fail.
            Assert.That(load, Is.LessThan(TimeSpan.FromMilliseconds(500)));
            Assert.That(lookup, Is.LessThan(TimeSpan.FromMicroseconds(3)));
        });
    }

    [Test]
    public async Task Takes_no_newer_version_of_a_Cochrane_review_for_a_retraction()
    {
        using var folder = new TemporaryFolder();
        var place = new CatalogueFolder(folder.Location);
        await RefreshAsync(place, ListNames.Retractions);
        var lists = place.Open(new List<string>());
        var classifier = new SourceClassifier(CatalogueSet.Embedded.With(lists));
        var (retracted, superseded) = (0, 0);

        foreach (var (doi, value) in lists.Find(ListNames.Retractions)!.Entries.Entries().Where(entry => entry.Key.StartsWith("10.1002/14651858.", StringComparison.Ordinal) && entry.Value.StartsWith("retracted", StringComparison.Ordinal)))
        {
            var source = classifier.Classify(new Reference { Index = 1, Kind = ReferenceKind.Journal, Place = ReferencePlace.List, Doi = doi });
            var isSame = value.Split('\t')[1] is { Length: > 25 } notice && notice.StartsWith(doi[..25], StringComparison.Ordinal);
            Assert.That(source.Type == SourceType.Retracted, Is.EqualTo(!isSame), $"{doi} {value}");
            (retracted, superseded) = isSame ? (retracted, superseded + 1) : (retracted + 1, superseded);
        }

        await TestContext.Out.WriteLineAsync($"{superseded} superseded Cochrane reviews, {retracted} retracted ones.");
        Assert.That(superseded, Is.GreaterThan(400));
    }

    [Test]
    public async Task Takes_little_memory_for_a_refresh_of_every_list()
    {
        using var folder = new TemporaryFolder();
        await using var publisher = new LoopbackPublisher();

        foreach (var (name, content) in ListCopies.Read())
        {
            publisher.Publishes(name, content);
        }

        var started = Stopwatch.GetTimestamp();
        using var refresh = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "credscore.dll"), "catalogues", "refresh", "--folder", folder.Location, "--mirror", publisher.Address]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var peak = await PeakOfAsync(refresh);
        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"A refresh of every list took {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s and at most {peak / 1e6:0} MB."));
        Assert.That((refresh.ExitCode, peak), Is.EqualTo((0, peak)), await refresh.StandardError.ReadToEndAsync());
        Assert.That(peak, Is.LessThan(1_000_000_000));
    }

    // The system keeps the peak itself, as long as the process lives.
    private static async Task<long> PeakOfAsync(Process process)
    {
        var ended = process.WaitForExitAsync();
        var peak = 0L;

        while (!ended.IsCompleted)
        {
            process.Refresh();
            peak = process.HasExited ? peak : Math.Max(peak, process.PeakWorkingSet64);
            await Task.WhenAny(ended, Task.Delay(50));
        }

        return peak;
    }

    private static async Task<IReadOnlyList<ListOutcome>> RefreshAsync(CatalogueFolder folder, params string[] names)
    {
        await using var publisher = new LoopbackPublisher();

        foreach (var (name, content) in ListCopies.Read())
        {
            publisher.Publishes(name, content);
        }

        using var http = new HttpClient(CatalogueRefresh.CreateHandler());
        var options = new RefreshOptions { UserAgent = "CredScore tests", Mirror = new(publisher.Address), Retries = 0 };
        return await new CatalogueRefresh(folder, http, options, TimeProvider.System)
            .RefreshAsync(names.Length == 0 ? Lists.All : [.. names.Select(name => Lists.Find(name)!)], [], null, null, default);
    }

    private static (TimeSpan Time, RefreshedLists Lists) Load(CatalogueFolder folder)
    {
        var times = new List<TimeSpan>();
        var lists = RefreshedLists.None;

        for (var i = 0; i < 5; i++)
        {
            var started = Stopwatch.GetTimestamp();
            lists = folder.Open(new List<string>());
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        return (times.Order().ElementAt(2), lists);
    }

    private static TimeSpan LookUpTime(RefreshedLists lists)
    {
        const int Rounds = 20;
        var retractions = lists.Find(ListNames.Retractions)!.Entries;
        var keys = retractions.Entries().Select(entry => entry.Key).Where((_, index) => index % 30 == 0).ToArray();
        var best = TimeSpan.MaxValue;

        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var found = keys.Count(key => retractions.Contains(key));
            var each = Stopwatch.GetElapsedTime(started) / keys.Length;
            Assert.That(found, Is.EqualTo(keys.Length));
            best = each < best ? each : best;
        }

        return best;
    }
}
