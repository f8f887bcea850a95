using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CredScore.Benchmarks;

/// <summary>From the start of the built service to the first time that <c>/health/ready</c> says so.</summary>
internal static class StartMeasurement
{
    private const double Seconds = 2;
    private const double FreeEnough = 0.3;
    private const int Starts = 7;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(BarSheet sheet)
    {
        using var folder = new TemporaryFolder();
        await MeasureAsync(sheet, "ready, with a new database", number => folder.File($"new-{number}"));
        await MeasureAsync(sheet, "ready, with the database of an earlier start", _ => folder.File("new-0"));
    }

    private static async Task MeasureAsync(BarSheet sheet, string what, Func<int, string> storage)
    {
        var starts = new List<Started>();

        for (var i = 0; i < Starts; i++)
        {
            starts.Add(await StartAsync(storage(i)));
        }

        var taken = Meter.Median(starts.Select(start => start.TakenByOthers ?? 0));
        sheet.AtMost(
            what,
            Meter.Median(starts.Select(start => start.Elapsed.TotalSeconds)),
            Seconds,
            "s",
            FormattableString.Invariant($"{Meter.Median(starts.Select(start => start.Processor.TotalSeconds)):0.00} s of processor time; other programs took {taken:0.0} of {Environment.ProcessorCount} processors"),
            isFair: taken < FreeEnough);
    }

    private static async Task<Started> StartAsync(string storage)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        var machine = new Machine();
        var started = Stopwatch.GetTimestamp();
        using var service = BuiltProgram.Start(BuiltProgram.Service, ["--urls", address, "--Storage:Directory", storage, "--Upstream:Contact", "benchmarks@credscore.example", "--Catalogues:Refresh=false"]);

        try
        {
            while (!await IsReadyAsync(client))
            {
                if (service.HasExited || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new InvalidOperationException($"The service does not become ready. {(service.HasExited ? await service.StandardError.ReadToEndAsync() : "")}");
                }

                await Task.Delay(Look);
            }

            var (elapsed, processor) = (Stopwatch.GetElapsedTime(started), service.TotalProcessorTime);
            return new(elapsed, processor, machine.TakenByOthers(processor));
        }
        finally
        {
            service.Kill();
            await service.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
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

    private readonly record struct Started(TimeSpan Elapsed, TimeSpan Processor, double? TakenByOthers);
}
