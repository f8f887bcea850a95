using System.Diagnostics;
using System.Globalization;
using CredScore.Api.Catalogues;
using CredScore.Api.Storage;
using CredScore.Api.Tests.Support;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Catalogues;

/// <summary>The way from a changed entry of a list to the pages that ask for it, among as many pages as a busy service has.</summary>
[Category("Slow")]
internal sealed class SourceIndexTests : ApiTests
{
    private const int Pages = 10_000;
    private const int References = 25;
    private const int Hosts = 3_000;

    [Test]
    public async Task Finds_the_pages_of_retracted_papers_among_ten_thousand_without_reading_any_other()
    {
        _ = Client;
        var version = Api.Services.GetRequiredService<CurrentScorer>().Scorer.CatalogueVersion;
        var keys = await FillAsync(version);
        var store = Api.Services.GetRequiredService<ScoreStore>();
        var retracted = Enumerable.Range(0, 20).Select(number => number * 441).ToList();
        var list = CompiledList.Open(CompiledList.Write(retracted.ToDictionary(page => Paper(page, 3).Doi!, _ => "retracted\t\t2026-11-20")));
        var changed = SourceKeys.Changed(RefreshedLists.None, RefreshedLists.Of([new(ListNames.Retractions, new(2026, 11, 20), "new", list)]));

        var started = Stopwatch.GetTimestamp();
        var found = await store.FindBySourcesAsync(changed, CancellationToken.None);
        var looking = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        var untouched = await store.CarryOverAsync(found, version, "next", CancellationToken.None);
        var noting = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        var scanned = await store.FindBySourcesAsync(changed.Concat(Enumerable.Range(0, 60_000).Select(number => (long)number)).ToHashSet(), CancellationToken.None);
        var reading = Stopwatch.GetElapsedTime(started);
        SqliteConnection.ClearAllPools();
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Pages:N0} pages, {keys:N0} keys, {new FileInfo(Api.DatabaseFile).Length / 1e6:0} MB; {found.Count} pages found in {looking.TotalMilliseconds:0.0} ms, the others noted in {noting.TotalMilliseconds:0} ms; the whole index read in {reading.TotalMilliseconds:0} ms"));

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.EqualTo(retracted.Select(page => page + 1)));
            Assert.That(scanned, Is.EqualTo(found));
            Assert.That(untouched, Is.EqualTo(Pages - found.Count));
            Assert.That(looking, Is.LessThan(TimeSpan.FromSeconds(2)));
        });
    }

    // Each page cites papers of its own and addresses on hosts that many cite.
    private async Task<int> FillAsync(string version)
    {
        await using var connection = new SqliteConnection($"Data Source={Api.DatabaseFile}");
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var key = connection.CreateCommand();
        key.CommandText = "INSERT INTO source_keys (Key, PageId) VALUES ($key, $page)";
        var (keyOf, pageOf) = (key.Parameters.Add("$key", SqliteType.Integer), key.Parameters.Add("$page", SqliteType.Integer));
        await using var check = connection.CreateCommand();
        check.CommandText = "INSERT INTO source_checks (PageId, Catalogue) VALUES ($page, $catalogue)";
        check.Parameters.AddWithValue("$catalogue", version);
        var checkOf = check.Parameters.Add("$page", SqliteType.Integer);
        var keys = 0;

        for (var page = 0; page < Pages; page++)
        {
            pageOf.Value = checkOf.Value = page + 1;

            foreach (var one in SourceKeys.Of([.. Enumerable.Range(0, References).Select(number => number % 2 == 1 ? Paper(page, number) : Site(page, number))]))
            {
                keyOf.Value = one;
                keys += await key.ExecuteNonQueryAsync();
            }

            await check.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return keys;
    }

    private static Reference Paper(int page, int number)
        => new() { Kind = ReferenceKind.Journal, Place = ReferencePlace.List, Title = "A trial", Work = $"Annals of Nowhere {number}", Doi = $"10.5555/page.{page}.{number}" };

    private static Reference Site(int page, int number)
        => new() { Kind = ReferenceKind.Web, Place = ReferencePlace.List, Title = "A page", Addresses = [$"https://www.host-{((page * 31) + number) % Hosts}.example/a/{page}"] };
}
