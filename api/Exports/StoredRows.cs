using System.Buffers;
using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
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
    private const int PagesInBlock = 500;
    private const int BlocksAhead = 3;

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

            foreach (var block in ids.Chunk(PagesInBlock))
            {
                var pages = await LoadAsync(context, plan, block, cancellationToken);
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

        return context.Database.GetDbConnection() is SqliteConnection sqlite
            ? (await context.Database.UseTransactionAsync(sqlite.BeginTransaction(deferred: true), cancellationToken))!
            : await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
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

    private async Task<LoadedPage[]> LoadAsync(ScoreContext context, ExportPlan plan, int[] ids, CancellationToken cancellationToken)
    {
        var needsReferences = plan.NeedsReferences;
        var pages = await context.Pages.Where(page => ids.Contains(page.Id))
            .Select(page => new LoadedPage(page.Id, page.Key, page.Address, page.Title, page.Language, page.Revision, page.FetchedAt, page.Provenance, page.Features, needsReferences ? page.References : null))
            .ToDictionaryAsync(page => page.Id, cancellationToken);
        var answers = await context.Assessments.Where(row => ids.Contains(row.PageId))
            .Select(row => new LoadedAnswer(row.PageId, row.Id, row.IsDefault, row.Ruleset, row.Model, row.Catalogue, row.Scorer, row.Score, row.Band, row.Confidence, row.Digest == null ? null : row.Digest.Json))
            .ToListAsync(cancellationToken);

        foreach (var ofPage in answers.GroupBy(answer => answer.Page))
        {
            var best = ofPage.OrderByDescending(IsCurrent).ThenByDescending(answer => answer.IsDefault).ThenByDescending(answer => answer.Id).First();
            pages[ofPage.Key].Answer = best;
            pages[ofPage.Key].Body = best.Digest is null ? await context.Assessments.Where(row => row.Id == best.Id).Select(row => row.Body).FirstAsync(cancellationToken) : null;
        }

        return [.. ids.Select(id => pages[id])];
    }

    // The feature values of a page are those of its newest reading by lists: the answer by today's, when there is one.
    private bool IsCurrent(LoadedAnswer answer) => answer.Catalogue == current.Scorer.CatalogueVersion && answer.Scorer == PageScorer.ScorerVersion;

    private static List<StoredRow> RowsOf(ExportPlan plan, LoadedPage[] pages)
    {
        var rows = new List<StoredRow>(pages.Length);

        foreach (var page in pages)
        {
            if (page.Answer is { } answer && RowOf(plan, page, answer) is { } row && plan.Takes(row.Row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static StoredRow RowOf(ExportPlan plan, LoadedPage page, LoadedAnswer answer)
    {
        var digest = answer.Digest is { } json ? AssessmentDigest.Read(json) : AssessmentDigest.Of(Score.Read(page.Body!));
        var references = page.References is { } read ? ReferencesOf(read) : [];
        var row = new ExportRow
        {
            Id = page.Key,
            Kind = page.Site,
            Key = page.Key,
            Address = page.Address,
            Title = page.Title,
            Language = page.Language,
            Revision = page.Revision,
            FetchedAt = new(DateTime.SpecifyKind(page.FetchedAt, DateTimeKind.Utc)),
            Provenance = ExportRow.Word(page.Provenance),
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

    private static FeatureValues FeaturesOf(LoadedPage page)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(page.Features.Length));

        try
        {
            return FeatureValues.Parse(bytes.AsSpan(0, Encoding.UTF8.GetBytes(page.Features, bytes)), AllFeatures.NamesOf(page.Site));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static IReadOnlyList<ReferenceSummary> ReferencesOf(string json)
        => (IReadOnlyList<ReferenceSummary>)System.Text.Json.JsonSerializer.Deserialize(json, typeof(IReadOnlyList<ReferenceSummary>), AssessmentJson.Instance)!;

    private sealed record LoadedPage(
        int Id, string Key, string Address, string Title, string? Language, long? Revision, DateTime FetchedAt, Provenance Provenance, string Features, string? References)
    {
        public string Site => Revision is null ? Sites.YouTube : Sites.Wikipedia;

        public LoadedAnswer? Answer { get; set; }

        public byte[]? Body { get; set; }
    }

    private sealed record LoadedAnswer(
        int Page, int Id, bool IsDefault, string Ruleset, string Model, string Catalogue, string Scorer, double? Score, string Band, double Confidence, byte[]? Digest);
}
