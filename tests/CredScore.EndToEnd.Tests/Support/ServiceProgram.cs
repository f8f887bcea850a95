using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The service as it was built, in a process of its own, with a new database and upstreams on this machine.</summary>
internal sealed class ServiceProgram : IAsyncDisposable
{
    private static readonly TimeSpan _longestStart = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("credscore-e2e-").FullName;
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly TaskCompletionSource<string> _firstLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ServiceProgram(int upstreamPort)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        var upstream = $"http://127.0.0.1:{upstreamPort}";
        string[] arguments =
        [
            "exec", Path.Combine(AppContext.BaseDirectory, "CredScore.Api.dll"), $"--urls={Address}", $"--Storage:Directory={_folder}",
            $"--Upstream:Wikipedia:Address={upstream}", $"--Upstream:YouTube:Address={upstream}", "--Upstream:YouTube:PagesPerMinute=600",
            "--Alternatives:AskProviders=false", "--Catalogues:Refresh=false", "--Upstream:Wikipedia:Retries=0", "--Upstream:YouTube:Retries=0", "--Upstream:Contact=tests@example.org", "--Limits:ReadsPerMinute=100000", "--Limits:SubmissionsPerMinute=100000",
        ];
        _process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory })!;
        var error = _process.StandardError.ReadToEndAsync();
        _output = Task.Run(async () => await ReadOutputAsync() + await error);
    }

    public Uri Address { get; }

    public HttpClient Client { get; } = new();

    /// <summary>Its address as a browser with the extension knows it: the extension may ask this host.</summary>
    public string LocalAddress => $"http://localhost:{Address.Port}";

    /// <summary>The path of the link that it printed for its first owner.</summary>
    public Task<string> FirstLinkAsync() => _firstLink.Task.WaitAsync(_longestStart);

    public async Task WaitUntilReadyAsync()
    {
        using var patience = new CancellationTokenSource(_longestStart);

        while (!await IsReadyAsync(patience.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The service ended: {await _output}");
            }

            await Task.Delay(50, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> ReadOutputAsync()
    {
        var lines = new List<string>();

        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Add(line);

            if (line.IndexOf("/invitation/", StringComparison.Ordinal) is var path and >= 0)
            {
                _firstLink.TrySetResult(line[path..].Trim());
            }
        }

        return string.Join('\n', lines);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await Client.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
