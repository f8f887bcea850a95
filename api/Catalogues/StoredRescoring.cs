using CredScore.Api.Scores;
using CredScore.Api.Storage;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;

namespace CredScore.Api.Catalogues;

/// <summary>What a sweep over the stored pages did.</summary>
/// <param name="Pages">Pages scored again by today's lists.</param>
/// <param name="Changed">Pages of which a source is now another kind.</param>
/// <param name="Unkept">Pages whose references were not kept, or which another version of the library read: they are fetched when somebody asks.</param>
internal sealed record Sweep(int Pages, int Changed, int Unkept);

/// <summary>Scores stored pages again by today's lists, from their references as they were read and without the network.</summary>
internal sealed class StoredRescoring(ScoreStore store, CurrentScorer current, TimeProvider time)
{
    private const int PagesAtATime = 100;

    /// <summary>Goes through every page's latest revision. Throws <see cref="StorageException"/>.</summary>
    public async Task<Sweep> RunAsync(CancellationToken cancellationToken)
    {
        var sweep = new Sweep(0, 0, 0);
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

    private static bool HasNews(StoredScore again, StoredScore stored)
        => (Score.Read(again.Assessment.Body).Changes?.Count ?? 0) > (Score.Read(stored.Assessment.Body).Changes?.Count ?? 0);
}
