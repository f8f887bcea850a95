using System.Diagnostics;
using System.Text.Json;

namespace CredScore.Benchmarks;

/// <summary>The built command over a file of articles, with one worker and with two, as processes of their own.</summary>
internal static class BulkSection
{
    public static async Task RunAsync(Bars bars)
    {
        var folder = Directory.CreateTempSubdirectory("credscore-benchmark-").FullName;
        var input = Path.Combine(folder, "articles.jsonl");
        var rows = Write(input, RealData.Articles(12_000));
        Bars.Say($"{rows} articles, {new FileInfo(input).Length / 1e6:0} MB; {Environment.ProcessorCount} processors");
        var ratios = new List<double>();

        for (var round = 0; round < 3; round++)
        {
            var one = await RunAsync(folder, input, 1);
            var two = await RunAsync(folder, input, 2);
            Bars.Note("one worker", one.Seconds, "s");
            Bars.Note("two workers", two.Seconds, "s");
            ratios.Add(one.Seconds / two.Seconds);
        }

        bars.AtLeast("speed-up by a second worker, best of three pairs", ratios.Max(), 1.8, "×");
        var giants = Path.Combine(folder, "giants.jsonl");
        var sample = RealData.Samples().First().Text;
        Write(giants, Enumerable.Range(0, 60).Select(index => ($"Giant {index}", string.Concat(Enumerable.Repeat(sample, (2_000_000 / sample.Length) + 1)))));
        bars.AtMost("peak memory, all articles, two workers", (await RunAsync(folder, input, 2)).Megabytes, 500, "MB");
        bars.AtMost("peak memory, 60 articles of 2 MB, two workers", (await RunAsync(folder, giants, 2)).Megabytes, 500, "MB");
        Directory.Delete(folder, recursive: true);
    }

    private static int Write(string file, IEnumerable<(string Title, string Text)> articles)
    {
        using var writer = new StreamWriter(file);
        var rows = 0;

        foreach (var (title, text) in articles)
        {
            writer.WriteLine(JsonSerializer.Serialize(new { id = $"{rows++}", title, wikitext = text }));
        }

        return rows;
    }

    private static async Task<(double Seconds, double Megabytes)> RunAsync(string folder, string input, int workers)
    {
        var output = Path.Combine(folder, "scores.jsonl");
        File.Delete(output);
        var command = Path.Combine(AppContext.BaseDirectory, "credscore.dll");
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [command, "bulk", input, "--out", output, "--workers", $"{workers}"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var peak = 0L;
        var reading = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());

        while (!process.WaitForExit(50))
        {
            process.Refresh();
            peak = process.HasExited ? peak : Math.Max(peak, process.WorkingSet64);
        }

        await reading;

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"credscore bulk ended with {process.ExitCode}: {(await reading)[0]}");
        }

        return (clock.Elapsed.TotalSeconds, peak / 1e6);
    }
}
