using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CredScore.Api.Batches;
using CredScore.Api.Catalogues;
using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Exports.Columns;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CredScore.Api.Exports;

/// <summary>A row of the dataset, and by what it is known.</summary>
/// <param name="Page">Number of the stored page.</param>
/// <param name="Assessment">Number of the stored assessment that it shows or was made from.</param>
/// <param name="Row">What tables show of it.</param>
/// <param name="References">The page's references; empty where the plan needs none.</param>
internal sealed record StoredRow(int Page, int Assessment, ExportRow Row, IReadOnlyList<ReferenceSummary> References);

/// <summary>
/// The pages that were submitted or contributed, in order of their keys, as one moment of the database shows them. A block of pages is read while the one before is taken apart and the one
/// before that is written, so that memory does not grow with the dataset. Throws <see cref="StorageException"/>.
/// </summary>
internal sealed class StoredRows(IDbContextFactory<ScoreContext> contexts, IDbContextFactory<BatchContext> batches, CurrentScorer current)
{
    // What waits grows old in the collector's eyes, and memory with it: few pages at a time keep it small.
    private const int PagesInBlock = 25;
    private const int BlocksAhead = 1;

    /// <summary>Reads what a plan asks for; <paramref name="counted"/> is told first how many pages there are to go through.</summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredRow>> ReadAsync(ExportPlan plan, Action<int> counted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var blocks = Channel.CreateBounded<Task<List<StoredRow>>>(BlocksAhead);
        var reading = Task.Run(() => ReadBlocksAsync(plan, counted, blocks.Writer, stop.Token), CancellationToken.None);

        try
        {
            await foreach (var block in blocks.Reader.ReadAllAsync(cancellationToken))
            {
                yield return await block;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading;
    }

    private async Task ReadBlocksAsync(ExportPlan plan, Action<int> counted, ChannelWriter<Task<List<StoredRow>>> blocks, CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
            await using var moment = await BeginAsync(context, cancellationToken);
            var ids = await OfBatchAsync(plan, await Find(context, plan).ToArrayAsync(cancellationToken), cancellationToken);
            counted(ids.Length);

            using var reader = new StoredPages((SqliteConnection)context.Database.GetDbConnection(), plan.NeedsReferences, IsCurrent);

            foreach (var block in ids.Chunk(PagesInBlock))
            {
                var pages = reader.Read(block);
                await blocks.WriteAsync(Task.Run(() => RowsOf(plan, pages), cancellationToken), cancellationToken);
            }

            blocks.Complete();
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            blocks.Complete(StorageException.Of(exception));
        }
        catch (Exception exception)
        {
            blocks.Complete(exception);
        }
    }

    // All blocks show one moment. Deferred, a reader of SQLite keeps nobody from writing.
    private static async Task<IDbContextTransaction> BeginAsync(ScoreContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);

        return (await context.Database.UseTransactionAsync(((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken))!;
    }

    private static IQueryable<int> Find(ScoreContext context, ExportPlan plan)
    {
        // A page that people have appraised stands in their table by their consent, however it came here.
        var appraised = plan.Appraisals?.Select(row => row.Appraisal.Page).Distinct().ToArray();
        var pages = appraised is null ? context.Pages.Where(page => page.Provenance != Provenance.Fetched) : context.Pages.Where(page => appraised.Contains(page.Key));
        pages = plan.Site switch
        {
            Sites.YouTube => pages.Where(page => page.Revision == null),
            Sites.Wikipedia => pages.Where(page => page.Revision != null),
            _ => pages,
        };
        pages = plan.Language is { } language ? pages.Where(page => page.Language == language) : pages;
        pages = plan.From?.UtcDateTime is { } from ? pages.Where(page => page.FetchedAt >= from) : pages;
        pages = plan.To?.UtcDateTime is { } to ? pages.Where(page => page.FetchedAt < to) : pages;
        return pages.OrderBy(page => page.Key).ThenBy(page => page.Id).Select(page => page.Id);
    }

    private async Task<int[]> OfBatchAsync(ExportPlan plan, int[] ids, CancellationToken cancellationToken)
    {
        if (plan.Batch is not { } batch)
        {
            return ids;
        }

        await using var context = await batches.CreateDbContextAsync(cancellationToken);
        var scored = await context.Rows.AsNoTracking().Where(row => row.BatchId == batch && row.PageId != null).Select(row => row.PageId!.Value).ToHashSetAsync(cancellationToken);
        return [.. ids.Where(scored.Contains)];
    }

    private bool IsCurrent(string catalogue, string scorer) => catalogue == current.Scorer.CatalogueVersion && scorer == PageScorer.ScorerVersion;

    private static List<StoredRow> RowsOf(ExportPlan plan, IReadOnlyList<LoadedPage> pages)
    {
        var rows = new List<StoredRow>(pages.Count);

        foreach (var page in pages)
        {
            if (page.Answer is { } answer && RowOf(plan, page, answer) is { } row && plan.Takes(row.Row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static FeatureValues FeaturesOf(LoadedPage page)
    {
        var values = FeatureValues.Parse(page.Features.Span, AllFeatures.NamesOf(page.Site));
        page.Features.GiveBack();
        return values;
    }

    private static StoredRow RowOf(ExportPlan plan, LoadedPage page, LoadedAnswer answer)
    {
        var isRescored = plan.RulesetFor(page.Site) is not null || !answer.IsDefault;
        var digest = answer.Digest is not { } json ? AssessmentDigest.Of(Score.Read(answer.Body!)) : isRescored ? AssessmentDigest.ReadFace(json) : AssessmentDigest.Read(json);
        var references = page.References is { } read ? ScoreStore.ReferencesOf(read) : [];
        var row = new ExportRow
        {
            Id = page.Key,
            Kind = page.Site,
            Key = page.Key,
            Address = page.Address,
            Title = page.Title,
            Language = page.Language,
            Revision = page.Revision,
            FetchedAt = page.FetchedAt,
            Provenance = page.Provenance,
            ChannelId = digest.Channel?.Id,
            ChannelName = digest.Channel?.Name,
            ChannelKind = digest.Channel?.Kind,
            Score = answer.Score,
            Band = answer.Band,
            Confidence = answer.Confidence,
            Profile = digest.Profile,
            Topics = digest.Topics,
            Criteria = [.. digest.Criteria],
            Caps = digest.Caps,
            PredictedClass = digest.Prediction?.Class,
            PredictedMean = digest.Prediction?.Expected,
            Features = FeaturesOf(page),
            Versions = new(answer.Ruleset, answer.Model is "" ? null : answer.Model, answer.Catalogue, answer.Scorer),
        };
        var ruleset = plan.RulesetFor(page.Site) ?? (answer.IsDefault ? null : EmbeddedRulesets.ForProfile(page.Site, digest.Profile));
        return new(page.Id, answer.Id, ruleset is null ? row : Rescoring.Rescore(row, digest.Channel?.Handle, digest.Prediction?.Model, references, ruleset), references);
    }
}
