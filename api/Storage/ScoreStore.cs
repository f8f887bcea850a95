using System.Data.Common;
using System.Text.Json;
using CredScore.Api.Scores;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>Scores that were given before, by page and revision. Throws <see cref="StorageException"/> when the database fails.</summary>
internal sealed class ScoreStore(IDbContextFactory<ScoreContext> contexts) : IDisposable
{
    public const int PrefixLength = 5;

    // SQLite has one writer; waiting here is fairer than in its busy loop, and two first scorings of one page do not collide.
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>The score of the revision that was asked for, else of the last one known as the latest; current versions before older ones.</summary>
    public Task<StoredScore?> FindAsync(PageAddress asked, Ruleset? ruleset, CancellationToken cancellationToken) => GuardAsync(async context =>
    {
        var page = asked.Revision is { } revision
            ? await context.Pages.AsNoTracking().FirstOrDefaultAsync(row => row.Language == asked.Language && row.Revision == revision, cancellationToken)
            : await FindLatestAsync(context, asked.Key, cancellationToken);

        if (page is null)
        {
            return null;
        }

        var rows = await context.Assessments.AsNoTracking()
            .Where(row => row.PageId == page.Id && (ruleset == null ? row.IsDefault : row.Ruleset == ruleset.Key))
            .OrderByDescending(row => row.Id)
            .ToListAsync(cancellationToken);

        var best = rows.Find(IsCurrent) ?? rows.FirstOrDefault();
        return best is null ? null : new StoredScore(page, best, IsCurrent(best));
    });

    /// <summary>Every stored page whose key's hash begins with five hexadecimal digits, each with the score of its latest revision.</summary>
    public Task<List<LookupEntry>> ListBucketAsync(string prefix, CancellationToken cancellationToken) => GuardAsync(async context =>
    {
        var rows = await context.Assessments.AsNoTracking()
            .Where(row => row.Page!.Prefix == prefix && row.Page.LatestAt != null && row.IsDefault)
            .OrderBy(row => row.Page!.Hash).ThenByDescending(row => row.Page!.LatestAt).ThenByDescending(row => row.Id)
            .Select(row => new LookupEntry(
                row.Page!.Hash, row.Score, row.Band, row.Confidence, row.Page.Revision, DateTime.SpecifyKind(row.Page.FetchedAt, DateTimeKind.Utc), row.Ruleset, row.Model == string.Empty ? null : row.Model, row.Catalogue))
            .ToListAsync(cancellationToken);

        return rows.DistinctBy(row => row.Hash).ToList();
    });

    /// <summary>Keeps an assessment with what it was made from, and the key it was asked by.</summary>
    public async Task SaveAsync(PageAddress asked, ScoredPage scored, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);

        try
        {
            await GuardAsync(async context =>
            {
                var page = await UpsertPageAsync(context, scored, cancellationToken);
                await UpsertAssessmentAsync(context, page, scored, cancellationToken);
                await UpsertAliasAsync(context, asked, scored.Address, cancellationToken);
                return await context.SaveChangesAsync(cancellationToken);
            });
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    private static async Task<StoredPage?> FindLatestAsync(ScoreContext context, string asked, CancellationToken cancellationToken)
    {
        var key = await context.Aliases.AsNoTracking().Where(row => row.Asked == asked).Select(row => row.Key).FirstOrDefaultAsync(cancellationToken) ?? asked;

        return await context.Pages.AsNoTracking()
            .Where(row => row.Key == key && row.LatestAt != null)
            .OrderByDescending(row => row.LatestAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static bool IsCurrent(StoredAssessment row)
        => row.Catalogue == PageScorer.Default.CatalogueVersion && row.Scorer == PageScorer.ScorerVersion && EmbeddedRulesets.Embedded.Any(ruleset => ruleset.Key == row.Ruleset);

    private static async Task<StoredPage> UpsertPageAsync(ScoreContext context, ScoredPage scored, CancellationToken cancellationToken)
    {
        var (address, summary) = (scored.Address, scored.Assessment.Page);
        var page = await context.Pages.FirstOrDefaultAsync(row => row.Language == address.Language && row.Revision == scored.Revision, cancellationToken);

        if (page is null)
        {
            page = NewPage(scored);
            context.Pages.Add(page);
            return page;
        }

        page.Key = address.Key;
        page.Hash = address.KeyHash;
        page.Prefix = address.KeyHash[..PrefixLength];
        page.Title = address.Title!;
        page.Address = summary.Address;
        page.FetchedAt = scored.FetchedAt.UtcDateTime;
        page.LatestAt = scored.IsLatest ? scored.FetchedAt.UtcDateTime : page.LatestAt;
        page.Features = JsonOf(scored.Assessment.Features);
        page.References = JsonOf(scored.Assessment.References);
        return page;
    }

    private static StoredPage NewPage(ScoredPage scored) => new()
    {
        Key = scored.Address.Key,
        Hash = scored.Address.KeyHash,
        Prefix = scored.Address.KeyHash[..PrefixLength],
        Language = scored.Address.Language!,
        Title = scored.Address.Title!,
        Address = scored.Assessment.Page.Address,
        Revision = scored.Revision,
        RevisionTime = scored.RevisionTime?.UtcDateTime,
        FetchedAt = scored.FetchedAt.UtcDateTime,
        LatestAt = scored.IsLatest ? scored.FetchedAt.UtcDateTime : null,
        Features = JsonOf(scored.Assessment.Features),
        References = JsonOf(scored.Assessment.References),
    };

    private static async Task UpsertAssessmentAsync(ScoreContext context, StoredPage page, ScoredPage scored, CancellationToken cancellationToken)
    {
        var assessment = scored.Assessment;
        var versions = assessment.Versions;
        var model = versions.Model ?? string.Empty;
        var row = page.Id == 0 ? null : await context.Assessments.FirstOrDefaultAsync(
            row => row.PageId == page.Id && row.Ruleset == versions.Ruleset && row.Model == model && row.Catalogue == versions.Catalogue && row.Scorer == versions.Scorer,
            cancellationToken);

        if (row is null)
        {
            context.Assessments.Add(new()
            {
                Page = page,
                Ruleset = versions.Ruleset,
                Model = model,
                Catalogue = versions.Catalogue,
                Scorer = versions.Scorer,
                IsDefault = scored.IsDefault,
                Score = assessment.Score,
                Band = WordOf(assessment.Band),
                Confidence = assessment.Confidence,
                Body = scored.Body,
            });
            return;
        }

        row.IsDefault |= scored.IsDefault;
        row.Score = assessment.Score;
        row.Band = WordOf(assessment.Band);
        row.Confidence = assessment.Confidence;
        row.Body = scored.Body;
    }

    private static async Task UpsertAliasAsync(ScoreContext context, PageAddress asked, PageAddress found, CancellationToken cancellationToken)
    {
        // A revision number is found by itself; only keys that name the latest revision need another key.
        if (asked.Revision is not null)
        {
            return;
        }

        var alias = await context.Aliases.FindAsync([asked.Key], cancellationToken);

        switch (alias, asked.Key == found.Key)
        {
            case (null, false):
                context.Aliases.Add(new() { Asked = asked.Key, Key = found.Key });
                break;
            case ({ } known, false):
                known.Key = found.Key;
                break;
            case ({ } outlived, true):
                // The redirect became a page of its own.
                context.Aliases.Remove(outlived);
                break;
        }
    }

    private static string WordOf(Band band) => JsonNamingPolicy.CamelCase.ConvertName(band.ToString());

    private static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, typeof(T), AssessmentJson.Instance);

    private async Task<T> GuardAsync<T>(Func<ScoreContext, Task<T>> work)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            return await work(context);
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            throw StorageException.Of(exception);
        }
    }
}
