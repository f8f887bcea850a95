using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace CredScore.Benchmarks;

/// <summary>
/// Exports by the service as a process of its own, over a store of many pages: how long one takes, and how much memory the whole service has at its peak. CREDSCORE_BENCHMARK_STORE names a
/// folder in which that store is kept from one run to the next, since making it takes a minute.
/// </summary>
internal static class ExportMeasurement
{
    private const double Seconds = 10;
    private const double RescoringSeconds = 5;
    private const double Megabytes = 300;
    private const double FreeEnough = 0.3;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task RunAsync(BarSheet sheet)
    {
        using var temporary = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("CREDSCORE_BENCHMARK_STORE") is { Length: > 0 } kept ? Directory.CreateDirectory(kept).FullName : temporary.Path;
        var store = await FilledStore.FindOrMakeAsync(folder);
        sheet.Note("store", new FileInfo(Path.Combine(folder, "credscore.db")).Length / 1e6, "MB", $"{FilledStore.Pages:N0} stored pages, {(RealData.HasArticles ? "real articles" : "samples")}, without the whole answers, which an export does not read");
        await MeasureAsync(sheet, folder, store, $"{FilledStore.Pages:N0} pages to Parquet", new { format = "parquet" }, Seconds);
        await MeasureAsync(sheet, folder, store, $"{FilledStore.Pages:N0} pages to CSV", new { format = "csv" }, Seconds);
        await MeasureAsync(sheet, folder, store, $"{FilledStore.Pages:N0} pages by another ruleset, one column", new { format = "csv", ruleset = "general", columns = new[] { "key", "score", "band" } }, RescoringSeconds);
    }

    // A service for each, so that the peak is this export's.
    private static async Task MeasureAsync(BarSheet sheet, string folder, FilledStore store, string what, object request, double bar)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var client = new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", store.Key) } };
        using var service = BuiltProgram.Start(BuiltProgram.Service, ["--urls", address.ToString(), "--Storage:Directory", folder, "--Upstream:Contact", "benchmarks@credscore.example", "--Catalogues:Refresh", "false"]);

        try
        {
            await ReadyAsync(client, service);
            var machine = new Machine();
            var (started, before) = (Stopwatch.GetTimestamp(), service.TotalProcessorTime);
            var export = await ExportAsync(client, request);
            var elapsed = Stopwatch.GetElapsedTime(started);
            service.Refresh();
            var processor = service.TotalProcessorTime - before;
            var taken = machine.TakenByOthers(processor) ?? 0;
            var remark = FormattableString.Invariant($"{(long)export["rows"]!:N0} rows, {(long)export["bytes"]! / 1e6:0} MB; {processor.TotalSeconds:0.0} s of processor time; other programs took {taken:0.0} of {Environment.ProcessorCount} processors");
            sheet.AtMost(what, elapsed.TotalSeconds, bar, "s", remark, isFair: taken < FreeEnough);
            sheet.AtMost("memory of the service meanwhile", service.PeakWorkingSet64 / 1e6, Megabytes, "MB");
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }
    }

    private static async Task<JsonNode> ExportAsync(HttpClient client, object request)
    {
        using var made = await client.PostAsJsonAsync(new Uri("/v1/exports", UriKind.Relative), request);
        made.EnsureSuccessStatusCode();
        var started = Stopwatch.GetTimestamp();

        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            var export = JsonNode.Parse(await client.GetStringAsync(made.Headers.Location))!;

            switch ((string)export["state"]!)
            {
                case "ready":
                    return export;
                case "failed":
                    throw new InvalidOperationException((string?)export["error"]);
                default:
                    await Task.Delay(Look * 10);
                    break;
            }
        }

        throw new InvalidOperationException("The export does not end.");
    }

    private static async Task ReadyAsync(HttpClient client, Process service)
    {
        var started = Stopwatch.GetTimestamp();

        while (!await IsReadyAsync(client))
        {
            if (service.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException("The service does not become ready.");
            }

            await Task.Delay(Look);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode is HttpStatusCode.OK;
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
