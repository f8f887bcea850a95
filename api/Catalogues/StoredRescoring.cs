using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Catalogues;
using CredScore.Scoring.Documents;

namespace CredScore.Api.Catalogues;

/// <summary>What a sweep over the stored pages did.</summary>
/// <param name="Pages">Pages scored again by today's lists.</param>
/// <param name="Changed">Pages of which a source is now another kind.</param>
/// <param name="Untouched">Pages of which no source is in what changed: nothing of them was read.</param>
/// <param name="Unkept">Pages whose references were not kept, or which another version of the library read: they are fetched when somebody asks.</param>
internal sealed record Sweep(int Pages, int Changed, int Untouched, int Unkept);

/// <summary>Scores stored pages again by today's lists, from their references as they were read and without the network.</summary>
internal sealed class StoredRescoring(ScoreStore store, CurrentScorer current, TimeProvider time)
{
    private const int PagesAtATime = 100;

    /// <summary>
    /// Goes through the latest revision of every page whose sources the lists say something new of, found by what they ask lists for, and of those of which that is not known.
    /// Throws <see cref="StorageException"/>.
    /// </summary>
    /// <param name="before">The lists until now; null when they are not known.</param>
    /// <param name="cancellationToken">Stops it between two pages; the next sweep goes on with what is left.</param>
    public async Task<Sweep> RunAsync(ListsInUse? before, CancellationToken cancellationToken)
    {
        var sweep = new Sweep(0, 0, before is null ? 0 : await CarryOverAsync(before, cancellationToken), 0);
        var last = 0;

        while (await store.ListOutdatedAsync(last, PagesAtATime, cancellationToken) is { Count: > 0 } pages)
        {
            foreach (var stored in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                last = stored.Page.Id;
                sweep = await BringUpToDateAsync(stored, cancellationToken) is { } again
                    ? sweep with { Pages = sweep.Pages + 1, Changed = sweep.Changed + (HasNews(again, stored) ? 1 : 0) }
                    : sweep with { Unkept = sweep.Unkept + 1 };
            }
        }

        return sweep;
    }

    /// <summary>The same answer by today's lists, stored; null when what was kept does not suffice. Throws <see cref="StorageException"/>.</summary>
    public async Task<StoredScore?> BringUpToDateAsync(StoredScore stored, CancellationToken cancellationToken)
    {
        if (stored.Page.Sources is not { } sources || stored.Assessment.Scorer != PageScorer.ScorerVersion || EmbeddedRulesets.Find(stored.Assessment.Ruleset) is not { } ruleset)
        {
            return null;
        }

        var before = Score.Read(stored.Assessment.Body);
        var after = current.Scorer.Reclassify(before, ReferenceRecords.Read(sources), ruleset, time.GetUtcNow());
        var body = Score.Write(after with { Origin = Origin.Stored });
        await store.SaveReclassifiedAsync(stored.Page, after, stored.Assessment.IsDefault, body, cancellationToken);
        stored.Page.Features = ScoreStore.JsonOf(after.Features);
        return stored with { Assessment = StoredAssessment.Of(stored.Assessment, after, body), Fit = StoredFit.Exact };
    }

    private async Task<int> CarryOverAsync(ListsInUse before, CancellationToken cancellationToken)
    {
        var version = current.Scorer.CatalogueVersion;
        var affected = await store.FindBySourcesAsync(SourceKeys.Changed(before.Lists, current.Lists), cancellationToken);
        return await store.CarryOverAsync(affected, before.Version, version, cancellationToken);
    }

    private static bool HasNews(StoredScore again, StoredScore stored)
        => (Score.Read(again.Assessment.Body).Changes?.Count ?? 0) > (Score.Read(stored.Assessment.Body).Changes?.Count ?? 0);
}
