using CredScore.Api.Console;
using CredScore.Api.Storage;
using CredScore.Scoring.Pages;

namespace CredScore.Api;

/// <summary>Does once, right after the start, what the first reader would otherwise wait for: the database's model, the catalogues, the compiler.</summary>
internal sealed class WarmStart(ScoreStore store, SamplePages samples)
{
    public Task WarmUpAsync(CancellationToken stopping) => Task.Run(() => ScoreOnceAsync(stopping), CancellationToken.None);

    private async Task ScoreOnceAsync(CancellationToken stopping)
    {
        try
        {
            // The small ones: an article and a video.
            samples.Assess("moon-water");
            samples.Assess("moon-video");
            await store.FindAsync(PageAddress.OfArticle("en", "Moon water"), null, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it was warm.
        }
        catch (StorageException)
        {
            // The first reader's request will say so, in the log and on /health/ready.
        }
    }
}
