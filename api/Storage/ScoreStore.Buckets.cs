using CredScore.Api.Scores;
using CredScore.Scoring;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>Buckets of pages whose keys' hashes begin alike, by which readers look pages up without naming them.</summary>
internal sealed partial class ScoreStore
{
    /// <summary>Every stored page whose key's hash begins with five hexadecimal digits, each with the score of its latest revision.</summary>
    public Task<List<LookupEntry>> ListBucketAsync(string prefix, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        var rows = await context.Assessments.AsNoTracking()
            .Where(row => row.Page!.Prefix == prefix && row.Page.LatestAt != null && row.IsDefault)
            .OrderBy(row => row.Page!.Hash).ThenByDescending(row => row.Page!.LatestAt).ThenByDescending(row => row.Id)
            .Select(row => new LookupEntry(
                row.Page!.Hash, row.Score, row.Band, row.Confidence, row.Page.Revision, DateTime.SpecifyKind(row.Page.FetchedAt, DateTimeKind.Utc), row.Ruleset, row.Model == string.Empty ? null : row.Model, row.Catalogue))
            .ToListAsync(cancellationToken);

        return rows.DistinctBy(row => row.Hash).ToList();
    });

    /// <summary>The same by another ruleset, over the pages of its site: what is stored by it, else what the stored feature values give. Neither fetches nor stores.</summary>
    public Task<List<LookupEntry>> ListBucketAsync(string prefix, Ruleset ruleset, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        var isArticles = ruleset.Site == Sites.Wikipedia;
        var rows = await context.Assessments.AsNoTracking()
            .Where(row => row.Page!.Prefix == prefix && row.Page.LatestAt != null && (row.Page.Revision != null) == isArticles && (row.IsDefault || row.Ruleset == ruleset.Key))
            .OrderBy(row => row.Page!.Hash).ThenByDescending(row => row.Page!.LatestAt).ThenByDescending(row => row.Id)
            .Select(row => new BucketRow(row.Id, row.Page!.Hash, row.Page.FetchedAt, row.PageId, row.IsDefault, row.Ruleset == ruleset.Key, row.Score, row.Band, row.Confidence, row.Page.Revision, row.Model, row.Catalogue))
            .ToListAsync(cancellationToken);
        var entries = new List<LookupEntry>();

        foreach (var page in rows.GroupBy(row => row.Hash).Select(group => group.Where(row => row.PageId == group.First().PageId).ToList()))
        {
            entries.Add(await EntryAsync(context, page, ruleset, cancellationToken));
        }

        return entries;
    });

    // What is stored by the ruleset counts while it is by the same lists as the page's newest answer.
    private static async Task<LookupEntry> EntryAsync(ScoreContext context, List<BucketRow> page, Ruleset ruleset, CancellationToken cancellationToken)
    {
        var newest = page.Find(row => row.IsDefault) ?? page[0];
        var fetched = DateTime.SpecifyKind(newest.FetchedAt, DateTimeKind.Utc);

        if (page.Find(row => row.IsByRuleset && row.Catalogue == newest.Catalogue) is { } stored)
        {
            return new(stored.Hash, stored.Score, stored.Band, stored.Confidence, stored.Revision, fetched, ruleset.Key, stored.Model.Length == 0 ? null : stored.Model, stored.Catalogue);
        }

        var body = await context.Assessments.AsNoTracking().Where(row => row.Id == newest.Id).Select(row => row.Body).FirstAsync(cancellationToken);
        var again = PageScorer.Rescore(Score.Read(body), ruleset);
        return new(newest.Hash, again.Score, WordOf(again.Band), again.Confidence, newest.Revision, fetched, ruleset.Key, again.Versions.Model, newest.Catalogue);
    }

    private sealed record BucketRow(
        int Id, string Hash, DateTime FetchedAt, int PageId, bool IsDefault, bool IsByRuleset, double? Score, string Band, double Confidence, long? Revision, string Model, string Catalogue);
}
