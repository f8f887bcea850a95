using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>Waits for what comes in its own time, where the browser has nothing to wait for it with.</summary>
internal static class Eventually
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Fails the test when it does not hold within the tests' patience; a browser that is not there yet counts as no.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> claim, string otherwise = "It never came to be so.")
    {
        using var patience = new CancellationTokenSource(BrowserTests.Patience);

        while (!await HoldsNowAsync(claim))
        {
            if (patience.IsCancellationRequested)
            {
                Assert.Fail(otherwise);
            }

            await Task.Delay(_pause);
        }
    }

    public static Task HoldsAsync(Func<bool> claim, string otherwise = "It never came to be so.") => HoldsAsync(() => Task.FromResult(claim()), otherwise);

    private static async Task<bool> HoldsNowAsync(Func<Task<bool>> claim)
    {
        try
        {
            return await claim();
        }
        catch (PlaywrightException)
        {
            return false;
        }
    }
}
