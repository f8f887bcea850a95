using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CredScore.Api.Tests.Support;

/// <summary>The real service in memory, with a clock, an outside world and a data folder of its own.</summary>
internal sealed class CredScoreApi : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);

    public CredScoreApi()
    {
        DataFolder = Directory.CreateTempSubdirectory("credscore-").FullName;
        With("Storage:Directory", DataFolder);
        With("Storage:BusySeconds", "1");
        With("Upstream:Contact", "tests@credscore.example");
        With("Catalogues:Refresh", "false");
        With("Upstream:Wikipedia:RetryMilliseconds", "0");
        With("Upstream:YouTube:RetryMilliseconds", "0");
        With("Alternatives:AskProviders", "false");
    }

    public RecordedUpstream Upstream { get; } = new();

    public CapturedLogs Logs { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public string DataFolder { get; }

    public string DatabaseFile => Path.Combine(DataFolder, "credscore.db");

    public CredScoreApi With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    /// <summary>Lets the clock run from the first question to the outside world to the last one that is expected, so that waits between them pass at once.</summary>
    public async Task<T> WhileTimePassesAsync<T>(Task<T> work, int questions)
    {
        while (!work.IsCompleted && Upstream.Calls.Count < questions)
        {
            if (Upstream.Calls.Count > 0)
            {
                Clock.Advance(TimeSpan.FromMilliseconds(100));
            }

            // Other threads are to find their timers due: give them a real moment for each of ours.
            await Task.Delay(1);
        }

        return await work;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings)
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IHttpMessageHandlerBuilderFilter>(Upstream);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        if (disposing && Directory.Exists(DataFolder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(DataFolder, recursive: true);
        }
    }
}
