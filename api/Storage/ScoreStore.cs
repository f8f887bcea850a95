using System.Text.Json;
using CredScore.Api.Catalogues;
using CredScore.Api.Scores;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>Scores that were given before, by page and revision. Throws <see cref="StorageException"/> when the database fails.</summary>
internal sealed partial class ScoreStore(ScoreDatabase database, CurrentScorer current)
{
    public const int PrefixLength = 5;

    private static readonly string[] EmbeddedKeys = [.. EmbeddedRulesets.Embedded.Select(ruleset => ruleset.Key)];

    /// <summary>
    /// What is stored about the revision that was asked for, else about the last one known as the latest: the wanted ruleset's answer, else another ruleset's
    /// that can be scored again, else one of older versions. Without a ruleset, the one is wanted that the page's topic asks for.
    /// </summary>
    public Task<StoredScore?> FindAsync(PageAddress asked, Ruleset? ruleset, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

        if (await FindPageAsync(context, asked, cancellationToken) is not { } page)
        {
            return null;
        }

        string[] wanted = ruleset is null ? EmbeddedKeys : [ruleset.Key];
        var (catalogue, scorer) = (current.Scorer.CatalogueVersion, PageScorer.ScorerVersion);
        var best = await context.Assessments.AsNoTracking()
            .Where(row => row.PageId == page.Id)
            .Select(row => new
            {
                Row = row,
                IsCurrent = row.Catalogue == catalogue && row.Scorer == scorer,
                IsWanted = ruleset == null ? row.IsDefault : row.Ruleset == ruleset.Key,
                IsKnown = wanted.Contains(row.Ruleset),
            })
            .Where(one => one.IsCurrent || one.IsWanted)
            .OrderByDescending(one => one.IsCurrent && one.IsWanted && one.IsKnown).ThenByDescending(one => one.IsCurrent).ThenByDescending(one => one.Row.Id)
            .FirstOrDefaultAsync(cancellationToken);

        return best is null ? null : new StoredScore(page, best.Row, best switch
        {
            { IsCurrent: true, IsWanted: true, IsKnown: true } => StoredFit.Exact,
            { IsCurrent: true } => StoredFit.OtherRuleset,
            _ => StoredFit.Outdated,
        });
    });

    /// <summary>Keeps an assessment with what it was made from, and the key it was asked by.</summary>
    public async Task<StoredIds?> SaveAsync(PageAddress asked, ScoredPage scored, CancellationToken cancellationToken)
    {
        var (page, row) = await database.WriteAsync(async context =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var page = await UpsertPageAsync(context, scored, cancellationToken);
            var row = await UpsertAssessmentAsync(context, page, scored.Assessment, scored.IsDefault, scored.Body, cancellationToken);
            await UpsertAliasAsync(context, asked, scored.Address, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await NoteSourcesAsync(context, page, scored.Assessment.Versions.Catalogue, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (page, row);
        }, cancellationToken);

        // The database has given them their numbers by now.
        return StoredIds.Of(page, row);
    }

    /// <summary>Keeps what another ruleset made of a page that is stored already.</summary>
    public async Task<StoredIds?> SaveRescoredAsync(StoredPage page, RescoredPage rescored, CancellationToken cancellationToken)
        => StoredIds.Of(page, await database.WriteAsync(
            context =>
            {
                context.Pages.Attach(page);
                return UpsertAssessmentAsync(context, page, rescored.Assessment, rescored.IsDefault, rescored.Body, cancellationToken);
            },
            cancellationToken));

    /// <summary>Latest revisions behind an id, in order of id, whose sources are not known to be as today's lists say: each with its newest default answer.</summary>
    public Task<List<StoredScore>> ListOutdatedAsync(int behind, int most, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        var catalogue = current.Scorer.CatalogueVersion;
        var pages = await context.Pages.AsNoTracking()
            .Where(page => page.Id > behind && page.LatestAt != null && page.Assessments.Any(row => row.IsDefault) && !page.Assessments.Any(row => row.IsDefault && row.Catalogue == catalogue)
                && !context.SourceChecks.Any(check => check.PageId == page.Id && check.Catalogue == catalogue))
            .OrderBy(page => page.Id)
            .Take(most)
            .Select(page => new { Page = page, Row = page.Assessments.Where(row => row.IsDefault).OrderByDescending(row => row.Id).First() })
            .ToListAsync(cancellationToken);

        return pages.Select(one => new StoredScore(one.Page, one.Row, StoredFit.Outdated)).ToList();
    });

    /// <summary>Keeps what today's lists made of a page that is stored already; the answers by older lists stay beside it.</summary>
    public Task SaveReclassifiedAsync(StoredPage page, Assessment assessment, bool isDefault, byte[] body, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        if (await context.Pages.FindAsync([page.Id], cancellationToken) is { } row)
        {
            row.Features = JsonOf(assessment.Features);
            row.References = JsonOf(assessment.References);
            await UpsertAssessmentAsync(context, row, assessment, isDefault, body, cancellationToken);
            await NoteSourcesAsync(context, row, assessment.Versions.Catalogue, cancellationToken);
        }

        return page;
    }, cancellationToken);

    /// <summary>The stored revision that an address asks for, else the last one known as the latest; null when none is stored.</summary>
    public static Task<StoredPage?> FindPageAsync(ScoreContext context, PageAddress asked, CancellationToken cancellationToken) => asked.Revision is { } revision
        ? context.Pages.FirstOrDefaultAsync(row => row.Language == asked.Language && row.Revision == revision, cancellationToken)
        : FindLatestAsync(context, asked.Key, cancellationToken);

    private static async Task<StoredPage?> FindLatestAsync(ScoreContext context, string asked, CancellationToken cancellationToken)
    {
        var key = await context.Aliases.AsNoTracking().Where(row => row.Asked == asked).Select(row => row.Key).FirstOrDefaultAsync(cancellationToken) ?? asked;

        return await context.Pages
            .Where(row => row.Key == key && row.LatestAt != null)
            .OrderByDescending(row => row.LatestAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static async Task<StoredPage> UpsertPageAsync(ScoreContext context, ScoredPage scored, CancellationToken cancellationToken)
    {
        var (address, summary) = (scored.Address, scored.Assessment.Page);
        var page = scored.Revision is { } revision
            ? await context.Pages.FirstOrDefaultAsync(row => row.Language == address.Language && row.Revision == revision, cancellationToken)
            : await FindSameReadingAsync(context, scored, cancellationToken);

        if (page is null)
        {
            page = NewPage(scored);
            context.Pages.Add(page);
            return page;
        }

        page.Key = address.Key;
        page.Hash = address.KeyHash;
        page.Prefix = address.KeyHash[..PrefixLength];
        page.Title = summary.Title ?? string.Empty;
        page.Address = summary.Address;
        page.FetchedAt = scored.FetchedAt.UtcDateTime;
        page.LatestAt = scored.IsLatest ? scored.FetchedAt.UtcDateTime : page.LatestAt;
        page.Features = JsonOf(scored.Assessment.Features);
        page.References = JsonOf(scored.Assessment.References);
        page.Sources = SourcesOf(scored.Assessment) ?? page.Sources;
        return page;
    }

    // A video's page has no number that tells versions apart: it changed when another title, other values or references are read from it than the last time.
    private static async Task<StoredPage?> FindSameReadingAsync(ScoreContext context, ScoredPage scored, CancellationToken cancellationToken)
    {
        var last = await context.Pages.Where(row => row.Key == scored.Address.Key).OrderByDescending(row => row.LatestAt).FirstOrDefaultAsync(cancellationToken);

        return last?.Title == (scored.Assessment.Page.Title ?? string.Empty) && last.Features == JsonOf(scored.Assessment.Features) && last.References == JsonOf(scored.Assessment.References)
            ? last
            : null;
    }

    private static byte[]? SourcesOf(Assessment assessment) => assessment.Read is { } references ? ReferenceRecords.Write(references) : null;

    private static StoredPage NewPage(ScoredPage scored) => new()
    {
        Key = scored.Address.Key,
        Hash = scored.Address.KeyHash,
        Prefix = scored.Address.KeyHash[..PrefixLength],
        Language = scored.Address.Language,
        Title = scored.Assessment.Page.Title ?? string.Empty,
        Address = scored.Assessment.Page.Address,
        Revision = scored.Revision,
        RevisionTime = scored.RevisionTime?.UtcDateTime,
        FetchedAt = scored.FetchedAt.UtcDateTime,
        LatestAt = scored.IsLatest ? scored.FetchedAt.UtcDateTime : null,
        Features = JsonOf(scored.Assessment.Features),
        References = JsonOf(scored.Assessment.References),
        Sources = SourcesOf(scored.Assessment),
        Provenance = Provenance.Fetched,
    };

    private static async Task<StoredAssessment> UpsertAssessmentAsync(ScoreContext context, StoredPage page, Assessment assessment, bool isDefault, byte[] body, CancellationToken cancellationToken)
    {
        var versions = assessment.Versions;
        var model = versions.Model ?? string.Empty;
        var row = page.Id == 0 ? null : await context.Assessments.FirstOrDefaultAsync(
            row => row.PageId == page.Id && row.Ruleset == versions.Ruleset && row.Model == model && row.Catalogue == versions.Catalogue && row.Scorer == versions.Scorer,
            cancellationToken);

        if (row is null)
        {
            row = new()
            {
                Page = page,
                Ruleset = versions.Ruleset,
                Model = model,
                Catalogue = versions.Catalogue,
                Scorer = versions.Scorer,
                IsDefault = isDefault,
                Score = assessment.Score,
                Band = WordOf(assessment.Band),
                Confidence = assessment.Confidence,
                Body = body,
                Digest = new() { Json = AssessmentDigest.Of(assessment).Write() },
            };
            context.Assessments.Add(row);
            return row;
        }

        row.IsDefault |= isDefault;
        row.Score = assessment.Score;
        row.Band = WordOf(assessment.Band);
        row.Confidence = assessment.Confidence;
        row.Body = body;
        row.Digest = await context.Digests.FindAsync([row.Id], cancellationToken) ?? new() { Json = [] };
        row.Digest.Json = AssessmentDigest.Of(assessment).Write();
        return row;
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

    public static string JsonOf<T>(T value) => JsonSerializer.Serialize(value, typeof(T), AssessmentJson.Instance);

    /// <summary>The references of a stored page.</summary>
    public static IReadOnlyList<ReferenceSummary> ReferencesOf(string json) => (IReadOnlyList<ReferenceSummary>)JsonSerializer.Deserialize(json, typeof(IReadOnlyList<ReferenceSummary>), AssessmentJson.Instance)!;
}
