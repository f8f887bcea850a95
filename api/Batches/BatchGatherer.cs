using CredScore.Api.Upstream;
using CredScore.Api.Upstream.Wikipedia;
using CredScore.Api.Upstream.YouTube;
using CredScore.Scoring.Pages;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Batches;

/// <summary>Lists the pages of categories, WikiProjects and playlists, a piece at a time; each piece is stored together with how far the listing has come.</summary>
internal sealed class BatchGatherer(BatchStore store, WikipediaLists lists, PlaylistClient playlists, SiteRests rests, BatchProgress progress, IOptions<BatchOptions> options, TimeProvider time)
{
    private const int MostAttempts = 20;

    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    /// <summary>Lists what running batches still have to list. Answers with when to come back; null when nothing is left.</summary>
    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? later = null;

        // A piece of each in turn, so that a small category is whole while a large one is listed.
        for (var left = await ListAsync(cancellationToken); left.Count > 0; left = await ListAsync(cancellationToken))
        {
            var moments = new List<DateTimeOffset?>();

            foreach (var batch in left)
            {
                moments.Add(await TryStepAsync(batch, cancellationToken));
            }

            if (moments.TrueForAll(moment => moment is not null))
            {
                later = moments.Min();
                break;
            }
        }

        return later;
    }

    private async Task<List<StoredBatch>> ListAsync(CancellationToken cancellationToken)
        => [.. (await store.ListRunningAsync(cancellationToken)).Where(batch => batch.Gathering is not null && !progress.IsHalted(batch.Id))];

    private async Task<DateTimeOffset?> TryStepAsync(StoredBatch batch, CancellationToken cancellationToken)
    {
        var gathering = Gathering.OfJson(batch.Gathering!);

        try
        {
            await StepAsync(batch, gathering, cancellationToken);
            progress.Tell();
            return null;
        }
        catch (UpstreamException exception) when (exception.Fault == UpstreamFault.Unavailable && gathering.Attempts < MostAttempts)
        {
            if (exception.RetryAfter is null)
            {
                await store.GatherAsync(batch.Id, [], gathering with { Attempts = gathering.Attempts + 1 }, null, options.Value.MostRows, cancellationToken);
            }
            else
            {
                rests.Rest(gathering.Kind == GatheringKind.Playlist ? "youtube" : "wikipedia", exception.RetryAfter.Value);
            }

            return time.GetUtcNow() + (exception.RetryAfter ?? Wait);
        }
        catch (UpstreamException exception)
        {
            await store.FailAsync(batch.Id, $"Its pages cannot be listed. {exception.Message}");
            progress.Tell();
            return null;
        }
    }

    private async Task StepAsync(StoredBatch batch, Gathering gathering, CancellationToken cancellationToken)
    {
        switch (gathering.Kind)
        {
            case GatheringKind.Category:
                await StepCategoryAsync(batch, gathering, cancellationToken);
                break;
            case GatheringKind.WikiProject:
                var project = await lists.ListProjectAsync(gathering.Language!, gathering.Name, gathering.Continue, cancellationToken);
                var next = project.Continue is null ? null : gathering with { Continue = project.Continue, Attempts = 0 };
                await KeepAsync(batch, project.Titles.Select(title => PageAddress.OfArticle(gathering.Language!, title)), next, NoteOf(gathering, project.Titles.Count, next), cancellationToken);
                break;
            default:
                var playlist = await playlists.ListAsync(gathering.Name, cancellationToken);
                await KeepAsync(batch, playlist.Videos, null, playlist.Note, cancellationToken);
                break;
        }
    }

    private async Task StepCategoryAsync(StoredBatch batch, Gathering gathering, CancellationToken cancellationToken)
    {
        var at = gathering.Pending[0];
        var members = await lists.ListCategoryAsync(gathering.Language!, at.Name, at.Level < gathering.Depth, gathering.Continue, cancellationToken);
        var fresh = members.Subcategories.Where(name => !gathering.Seen.Contains(name, StringComparer.Ordinal)).ToList();
        var left = gathering with
        {
            Pending = [.. members.Continue is null ? gathering.Pending.Skip(1) : gathering.Pending, .. fresh.Select(name => new PendingCategory(name, at.Level + 1))],
            Seen = [.. gathering.Seen, .. fresh],
            Continue = members.Continue,
            Attempts = 0,
        };
        var next = left.Pending.Count == 0 ? null : left;
        await KeepAsync(batch, members.Titles.Select(title => PageAddress.OfArticle(gathering.Language!, title)), next, NoteOf(gathering, members.Titles.Count, next), cancellationToken);
    }

    private Task<int> KeepAsync(StoredBatch batch, IEnumerable<PageAddress> pages, Gathering? left, string? note, CancellationToken cancellationToken)
        => store.GatherAsync(batch.Id, [.. pages.Select(page => RowOf(batch.Id, page))], left, note, options.Value.MostRows, cancellationToken);

    private static StoredBatchRow RowOf(int batch, PageAddress page)
        => new() { BatchId = batch, Asked = page.WebAddress, Key = page.Key, Site = RowAddress.SiteOf(page.Kind), State = BatchRowState.Waiting };

    private static string? NoteOf(Gathering gathering, int found, Gathering? next)
        => found == 0 && next is null && gathering.Continue is null && gathering.Seen.Count <= 1 ? $"Nothing was found in {gathering.Words}; check its name." : null;
}
