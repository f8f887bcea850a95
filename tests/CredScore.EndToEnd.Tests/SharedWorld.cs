using CredScore.EndToEnd.Tests.Support;

namespace CredScore.EndToEnd.Tests;

/// <summary>Starts the world before the first test, where there is what it needs.</summary>
[SetUpFixture]
internal sealed class SharedWorld
{
    private static World? _world;

    public static World World => _world ?? throw new InvalidOperationException("There is no browser.");

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        if (Chromium.Find() is not null && BuiltExtension.IsBuilt)
        {
            _world = await World.StartAsync();
        }
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (_world is not null)
        {
            await _world.DisposeAsync();
        }
    }

    /// <summary>Skips a test with the reason why there is no world.</summary>
    public static void SkipIfAbsent()
    {
        if (_world is null)
        {
            Assert.Ignore(Chromium.Find() is null ? Chromium.Missing : BuiltExtension.Missing);
        }
    }
}
