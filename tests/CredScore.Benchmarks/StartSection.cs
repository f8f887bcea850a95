using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CredScore.Benchmarks;

/// <summary>From the start of the built service to its first answer that it is ready, with a data folder that does not exist yet and with one that does.</summary>
internal static class StartSection
{
    public static async Task RunAsync(Bars bars)
    {
        var data = Path.Combine(Directory.CreateTempSubdirectory("credscore-benchmark-").FullName, "data");
        Bars.Note("first start", await StartAsync(data), "s");
        var times = new List<double>();

        for (var round = 0; round < 5; round++)
        {
            times.Add(await StartAsync(data));
        }

        bars.AtMost("ready after start, median of five", times.Order().ElementAt(2), 2, "s");
        Directory.Delete(Path.GetDirectoryName(data)!, recursive: true);
    }

    private static async Task<double> StartAsync(string data)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var service = Path.Combine(AppContext.BaseDirectory, "CredScore.Api.dll");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [service, $"--Urls={address}", $"--Storage:Directory={data}"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();

        while (!await IsReadyAsync(http, $"{address}/health/ready") && clock.Elapsed.TotalSeconds < 30)
        {
            await Task.Delay(10);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        process.Kill();
        await process.WaitForExitAsync();
        return seconds;
    }

    private static async Task<bool> IsReadyAsync(HttpClient http, string address)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(address));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
