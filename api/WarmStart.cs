using CredScore.Api.Console;
using CredScore.Api.Storage;
using CredScore.Scoring.Pages;

namespace CredScore.Api;

/// <summary>Does once, right after the start, what the first reader would otherwise wait for: the database's model, the catalogues, the compiler.</summary>
internal sealed class WarmStart(IHostApplicationLifetime lifetime, ScoreStore store, SamplePages samples) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);

        try
        {
            samples.Assess(samples.All[^1].Id);
            await store.FindAsync(PageAddress.OfArticle("en", samples.All[^1].Title), null, stoppingToken);
        }
        catch (StorageException)
        {
            // The first reader's request will say so, in the log and on /health/ready.
        }
    }
}
