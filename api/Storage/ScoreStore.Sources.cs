using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;
using Microsoft.EntityFrameworkCore;

namespace CredScore.Api.Storage;

/// <summary>Which stored pages ask lists for what, so that a changed list leads to the pages whose sources changed without a look at any other.</summary>
internal sealed partial class ScoreStore
{
    private const int KeysAtATime = 500;

    // Beyond that, to read the whole index once is quicker than to ask it so often.
    private const int MostLookedUp = 50_000;

    /// <summary>Pages of which a source may now be another kind, by the keys that lists say something else of than before.</summary>
    public Task<List<int>> FindBySourcesAsync(IReadOnlySet<long> changed, CancellationToken cancellationToken) => database.ReadAsync(async context =>
    {
        var pages = new HashSet<int>();

        if (changed.Count > MostLookedUp)
        {
            await foreach (var key in context.SourceKeys.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (changed.Contains(key.Key))
                {
                    pages.Add(key.PageId);
                }
            }
        }
        else
        {
            foreach (var chunk in changed.Chunk(KeysAtATime))
            {
                pages.UnionWith(await context.SourceKeys.AsNoTracking().Where(key => chunk.Contains(key.Key)).Select(key => key.PageId).Distinct().ToListAsync(cancellationToken));
            }
        }

        return pages.Order().ToList();
    });

    /// <summary>Notes of all pages that were as the lists before say, but for those named, that they are as the lists after them say. Answers how many they are.</summary>
    public Task<int> CarryOverAsync(IReadOnlyList<int> changed, string before, string after, CancellationToken cancellationToken) => database.WriteAsync(async context =>
    {
        foreach (var chunk in changed.Chunk(KeysAtATime))
        {
            await context.SourceChecks.Where(check => chunk.Contains(check.PageId)).ExecuteUpdateAsync(set => set.SetProperty(check => check.Catalogue, ""), cancellationToken);
        }

        return await context.SourceChecks.Where(check => check.Catalogue == before).ExecuteUpdateAsync(set => set.SetProperty(check => check.Catalogue, after), cancellationToken);
    }, cancellationToken);

    // Once the page has its number.
    private static async Task NoteSourcesAsync(ScoreContext context, StoredPage page, string catalogue, CancellationToken cancellationToken)
    {
        if (page.Sources is not { } sources)
        {
            return;
        }

        var wanted = SourceKeys.Of(ReferenceRecords.Read(sources)).ToHashSet();

        if (await context.SourceChecks.FindAsync([page.Id], cancellationToken) is { } check)
        {
            check.Catalogue = catalogue;
            var kept = await context.SourceKeys.Where(key => key.PageId == page.Id).ToListAsync(cancellationToken);
            context.SourceKeys.RemoveRange(kept.Where(key => !wanted.Contains(key.Key)));
            wanted.ExceptWith(kept.Select(key => key.Key));
        }
        else
        {
            context.SourceChecks.Add(new() { PageId = page.Id, Catalogue = catalogue });
        }

        context.SourceKeys.AddRange(wanted.Select(key => new StoredSourceKey { Key = key, PageId = page.Id }));
    }
}
