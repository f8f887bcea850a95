using System.Text;
using System.Text.Json;

namespace CredScore.Benchmarks;

/// <summary><c>credscore bulk</c> as a process: how much faster two workers are than one, and how much memory it takes.</summary>
internal static class BulkMeasurement
{
    private const double SpeedUp = 1.8;
    private const double Megabytes = 500;
    private const double FreeEnough = 0.15;
    private const int Pairs = 3;
    private const int Articles = 12_000;

    // A dump is larger than the labelled articles, which are read in ten seconds with the start and the compiler's work in them.
    private const int Copies = 4;
    private const int LargeArticles = 60;
    private const int LargeSize = 2_000_000;

    public static async Task RunAsync(BarSheet sheet)
    {
        using var folder = new TemporaryFolder();
        await MeasureWorkersAsync(sheet, folder);
        await MeasureLargeAsync(sheet, folder);
    }

    private static async Task MeasureWorkersAsync(BarSheet sheet, TemporaryFolder folder)
    {
        var lines = RealData.HasArticles ? [.. RealData.ArticleLines().Take(Articles)] : Enumerable.Range(0, Articles).Select(number => Line(number, SampleArticles.Ordinary(number))).ToArray();
        var (once, often) = (folder.File("articles.jsonl"), folder.File("many.jsonl"));
        await File.WriteAllLinesAsync(once, lines);
        await File.WriteAllLinesAsync(often, Enumerable.Repeat(lines, Copies).SelectMany(copy => copy));

        var small = await MeasurePairsAsync(sheet, folder, once, Articles, Pairs);
        sheet.Note($"two workers against one, {Articles} articles", Meter.Median(SpeedUpsOf(small)), "times", Meter.Spread(SpeedUpsOf(small)));
        var large = await MeasurePairsAsync(sheet, folder, often, Articles * Copies, Pairs);
        var taken = large.Max(pair => Math.Max(pair.One.TakenByOthers ?? 0, pair.Two.TakenByOthers ?? 0));
        sheet.AtLeast(
            $"two workers against one, {Articles * Copies} articles",
            Meter.Median(SpeedUpsOf(large)),
            SpeedUp,
            "times",
            FormattableString.Invariant($"{Meter.Spread(SpeedUpsOf(large))}; other programs took {taken:0.0} of {Environment.ProcessorCount} processors"),
            isFair: taken < FreeEnough && Environment.ProcessorCount > 1);
        await MeasureCeilingAsync(sheet, folder, often);
        sheet.AtMost("memory, two workers", small.Concat(large).Max(pair => pair.Two.PeakBytes) / 1e6, Megabytes, "MB");
    }

    private static async Task<List<(BuiltProgram.Run One, BuiltProgram.Run Two)>> MeasurePairsAsync(BarSheet sheet, TemporaryFolder folder, string input, int articles, int pairs)
    {
        var runs = new List<(BuiltProgram.Run One, BuiltProgram.Run Two)>();

        for (var i = 0; i < pairs; i++)
        {
            runs.Add((await BulkAsync(folder, input, workers: 1), await BulkAsync(folder, input, workers: 2)));
        }

        Describe(sheet, "one worker", articles, [.. runs.Select(pair => pair.One)]);
        Describe(sheet, "two workers", articles, [.. runs.Select(pair => pair.Two)]);
        return runs;
    }

    private static List<double> SpeedUpsOf(IEnumerable<(BuiltProgram.Run One, BuiltProgram.Run Two)> pairs) => [.. pairs.Select(pair => pair.One.Elapsed / pair.Two.Elapsed)];

    // Two programs share nothing but the machine: what they do not reach, no program with two workers does either.
    private static async Task MeasureCeilingAsync(BarSheet sheet, TemporaryFolder folder, string input)
    {
        var ceilings = new List<double>();

        for (var i = 0; i < Pairs; i++)
        {
            var one = await BulkAsync(folder, input, workers: 1);
            var both = await Task.WhenAll(BulkAsync(folder, input, workers: 1), BulkAsync(folder, input, workers: 1, name: "other"));
            ceilings.Add(2 * (one.Elapsed / both.Max(run => run.Elapsed)));
        }

        sheet.Note("two programs at once, a worker each", Meter.Median(ceilings), "times", $"what this machine gives to programs that share nothing; {Meter.Spread(ceilings)}");
    }

    private static async Task MeasureLargeAsync(BarSheet sheet, TemporaryFolder folder)
    {
        var input = folder.File("large.jsonl");
        await File.WriteAllLinesAsync(input, Enumerable.Range(0, LargeArticles).Select(number => Line(number, SampleArticles.Grow("", LargeSize, SampleArticles.Ordinary))));
        var run = await BulkAsync(folder, input, workers: 2);
        sheet.AtMost($"memory, {LargeArticles} articles of 2 MB, two workers", run.PeakBytes / 1e6, Megabytes, "MB");
    }

    private static void Describe(BarSheet sheet, string workers, int articles, IReadOnlyList<BuiltProgram.Run> runs)
        => sheet.Note(
            $"{workers}, {articles} articles",
            Meter.Median(runs.Select(run => run.Elapsed.TotalSeconds)),
            "s",
            FormattableString.Invariant($"{Meter.Median(runs.Select(run => run.Processor.TotalSeconds)):0.0} s of processor time, {articles / Meter.Median(runs.Select(run => run.Elapsed.TotalSeconds)):0} articles a second"));

    // What one run has written is not left for the next: the system would still be bringing it to the disk.
    private static async Task<BuiltProgram.Run> BulkAsync(TemporaryFolder folder, string input, int workers, string name = "scores")
    {
        var output = folder.File($"{name}-{workers}.jsonl");
        var run = await BuiltProgram.RunAsync(BuiltProgram.CommandLine, "bulk", input, "--out", output, "--workers", $"{workers}");
        File.Delete(output);
        return run;
    }

    private static string Line(int number, string wikitext)
        => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(new { id = number, title = $"Sample {number}", wikitext }));
}
