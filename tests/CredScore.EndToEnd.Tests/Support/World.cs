using System.Text.Json;
using Microsoft.Playwright;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The browser with the extension, the service, and the web around them: started once, since they take seconds, and put in order before each test.</summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly string[] _flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--ignore-certificate-errors", "--headless=new", "--lang=en-US", $"--load-extension={BuiltExtension.Folder}", $"--disable-extensions-except={BuiltExtension.Folder}",
    ];

    private readonly string _profile = Directory.CreateTempSubdirectory("credscore-browser-").FullName;
    private ServiceProgram _service = null!;
    private IPlaywright _playwright = null!;
    private IPage _desk = null!;

    public Sites Sites { get; } = new();

    public Upstream Upstream { get; } = new();

    public ServiceDoor Door { get; private set; } = null!;

    public IBrowserContext Browser { get; private set; } = null!;

    public static async Task<World> StartAsync()
    {
        var world = new World();
        await Task.WhenAll(world.Sites.StartAsync(), world.Upstream.StartAsync());
        world._service = new(world.Upstream.Port);
        world.Door = new(world._service);
        await world.Door.StartAsync();
        await Task.WhenAll(world._service.WaitUntilReadyAsync(), world.OpenBrowserAsync());
        return world;
    }

    /// <summary>Nothing kept, nothing put up, one choice made: every page is scored.</summary>
    public async Task ResetAsync()
    {
        Sites.Clear();
        Upstream.Clear();
        await _desk.EvaluateAsync("async () => { await chrome.storage.sync.clear(); await chrome.storage.local.clear(); await chrome.storage.session.clear(); }");
        Door.Clear();
        await ChooseAsync(new { service = Door.Address, scoring = "auto" });
    }

    public Task ChooseAsync(object settings) => _desk.EvaluateAsync("settings => chrome.storage.sync.set(settings)", settings);

    public Task<JsonElement> ReadAsync(string area) => _desk.EvaluateAsync<JsonElement>("area => chrome.storage[area].get(null)", area);

    /// <summary>Asks the script in the tab that shows an address what it shows, as the toolbar's popup does; waits until it is there to answer.</summary>
    public Task<JsonElement> TellAsync(string address) => _desk.EvaluateAsync<JsonElement>(
        """
        async address => {
          for (;;) {
            const tab = (await chrome.tabs.query({})).find(({ url }) => url === address);
            const answer = tab === undefined ? undefined : await chrome.tabs.sendMessage(tab.id, { kind: "tell" }).catch(() => undefined);
            if (answer) return answer;
            await new Promise(resolve => setTimeout(resolve, 50));
          }
        }
        """,
        address);

    /// <summary>Does something as one of the extension's own pages, which may ask of the browser whatever the extension may.</summary>
    public Task<T> AsExtensionAsync<T>(string script, object? argument = null) => _desk.EvaluateAsync<T>(script, argument);

    /// <summary>Id of the tab that shows an address.</summary>
    public Task<int> TabIdAsync(string address) => AsExtensionAsync<int>("async address => (await chrome.tabs.query({})).find(({ url }) => url === address).id", address);

    /// <summary>Reloads the extension under its open tabs, as an update does.</summary>
    public async Task ReloadExtensionAsync()
    {
        await AtExtensionsPageAsync("() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })");
        // It takes the page that asks for it away.
        var closed = new TaskCompletionSource();
        _desk.Close += (_, _) => closed.TrySetResult();
        await _desk.EvaluateAsync("() => void setTimeout(() => chrome.runtime.reload())");
        await closed.Task.WaitAsync(TimeSpan.FromMilliseconds(BrowserTests.Patience));
        await ReopenDeskAsync();
    }

    /// <summary>Turns a switch of the browser's own page of extensions.</summary>
    public async Task AtExtensionsPageAsync(string script, object? argument = null)
    {
        var page = await Browser.NewPageAsync();
        await page.GotoAsync("chrome://extensions/");
        await page.EvaluateAsync(script, argument);
        await page.CloseAsync();
    }

    /// <summary>After the extension was reloaded: its pages are gone, and it takes a moment to be back.</summary>
    public async Task ReopenDeskAsync()
    {
        _desk = await Browser.NewPageAsync();
        await Eventually.HoldsAsync(async () => (await _desk.GotoAsync(BuiltExtension.AddressOf("options.html")))?.Ok is not false && await _desk.Locator("#forget").CountAsync() == 1);
    }

    /// <summary>Cuts the browser off, tabs and worker alike, until what it gives is disposed of.</summary>
    public async Task<IAsyncDisposable> GoOfflineAsync()
    {
        await Browser.SetOfflineAsync(true);
        return new Online(Browser);
    }

    /// <summary>Makes everything kept in the browser as old as this.</summary>
    public Task AgeKeptAsync(TimeSpan age) => _desk.EvaluateAsync(
        """
        async age => {
          const kept = await chrome.storage.local.get(null);
          Object.values(kept).forEach(value => { if (typeof value.at === "number") value.at -= age; });
          await chrome.storage.local.set(kept);
          await chrome.storage.session.clear();
        }
        """,
        age.TotalMilliseconds);

    /// <summary>What the service itself says of a page, not asked by the extension.</summary>
    public async Task<JsonElement> AskServiceAsync(string url)
        => JsonSerializer.Deserialize<JsonElement>(await _service.Client.GetStringAsync(new Uri(_service.Address, $"/v1/scores?url={Uri.EscapeDataString(url)}")));

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await Door.DisposeAsync();
        await _service.DisposeAsync();
        await Sites.DisposeAsync();
        await Upstream.DisposeAsync();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task OpenBrowserAsync()
    {
        // Without it, Playwright cannot take a worker offline.
        Environment.SetEnvironmentVariable("PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS", "1");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchPersistentContextAsync(_profile, new()
        {
            ExecutablePath = Chromium.Find(),
            Headless = false,
            Locale = "en-US",
            IgnoreHTTPSErrors = true,
            ViewportSize = new() { Width = 1280, Height = 800 },
            // Every name leads to this machine: nothing that a page or the extension asks for can leave it.
            Args = [.. _flags, $"--host-resolver-rules=MAP * 127.0.0.1:{Sites.Port}, EXCLUDE localhost, EXCLUDE 127.0.0.1"],
        });
        Browser.SetDefaultTimeout(BrowserTests.Patience);
        Assertions.SetDefaultExpectTimeout(BrowserTests.Patience);
        // Installing opens it; it stays open, as the place from which tests reach the extension's storage.
        _desk = Browser.Pages.FirstOrDefault(IsWelcome) ?? await Browser.WaitForPageAsync(new() { Predicate = IsWelcome });
        await _desk.WaitForURLAsync(BuiltExtension.AddressOf("welcome.html"));
    }

    private static bool IsWelcome(IPage page) => page.Url.EndsWith("/welcome.html", StringComparison.Ordinal);

    private sealed class Online(IBrowserContext browser) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await browser.SetOfflineAsync(false);
    }
}
