using System.Diagnostics;
using CredScore.Cli.Bulk.Input;

namespace CredScore.Benchmarks;

/// <summary>
/// A multistream dump through <c>credscore bulk</c>, against unpacking it alone and scoring the same pages alone: what reading a dump costs beside the two that nobody can do without.
/// CREDSCORE_BENCHMARK_STORE names a folder in which the dump is kept from one run to the next.
/// </summary>
internal static class DumpMeasurement
{
    private const double Share = 0.8;
    private const double Megabytes = 500;
    private const double FreeEnough = 0.3;
    private const int Rounds = 3;
    private const int Workers = 2;

    public static async Task RunAsync(BarSheet sheet)
    {
        using var folder = new TemporaryFolder();
        var dump = SampleDump.FindOrMake(Environment.GetEnvironmentVariable("CREDSCORE_BENCHMARK_STORE") is { Length: > 0 } kept ? Directory.CreateDirectory(kept).FullName : folder.Path);
        var (unpacking, scoring, both, one) = (new List<Taken>(), new List<BuiltProgram.Run>(), new List<BuiltProgram.Run>(), new List<BuiltProgram.Run>());
        Unpack(dump);

        for (var round = 0; round < Rounds; round++)
        {
            unpacking.Add(Unpack(dump));
            scoring.Add(await BulkAsync(folder, dump.Lines, Workers));
            both.Add(await BulkAsync(folder, dump.Dump, Workers));
        }

        one.Add(await BulkAsync(folder, dump.Dump, 1));
        Describe(sheet, dump, unpacking, scoring, both);
        sheet.Note("the same with one worker", dump.Articles / one[0].Elapsed.TotalSeconds, "articles a second", FormattableString.Invariant($"{one[0].Elapsed.TotalSeconds:0.0} s, {one[0].Processor.TotalSeconds:0.0} s of processor time"));
        sheet.AtMost("memory", both.Max(run => run.PeakBytes) / 1e6, Megabytes, "MB");
    }

    private static void Describe(BarSheet sheet, SampleDump dump, List<Taken> unpacking, List<BuiltProgram.Run> scoring, List<BuiltProgram.Run> both)
    {
        var (unpack, score) = (Meter.Median(unpacking.Select(run => run.Processor)), Meter.Median(scoring.Select(run => run.Processor.TotalSeconds)));
        var (read, wall) = (Meter.Median(both.Select(run => run.Processor.TotalSeconds)), Meter.Median(both.Select(run => run.Elapsed.TotalSeconds)));
        var alone = Meter.Median(unpacking.Select(run => run.Elapsed)) + Meter.Median(scoring.Select(run => run.Elapsed.TotalSeconds));
        var taken = both.Max(run => run.TakenByOthers ?? 0);
        var unpacked = unpacking[0].Bytes / 1e6;
        sheet.Note("unpacking alone", unpacked / Meter.Median(unpacking.Select(run => run.Elapsed)), "MB a second", FormattableString.Invariant($"{dump.Bytes / 1e6:0} MB to {unpacked:0} MB, {Workers} at a time, {unpack:0.0} s of processor time"));
        sheet.Note("scoring the same pages from JSON lines", dump.Articles / Meter.Median(scoring.Select(run => run.Elapsed.TotalSeconds)), "articles a second", FormattableString.Invariant($"{Workers} workers, {score:0.0} s of processor time"));
        sheet.Note("the dump", dump.Articles / wall, "articles a second", FormattableString.Invariant($"{Workers} workers, {wall:0.0} s, {read:0.0} s of processor time, {dump.Bytes / 1e6 / wall:0.0} MB of dump a second"));
        sheet.Note("the scorer's share", score / (unpack + score), "of both");
        sheet.AtLeast("processor time of both alone against the dump's", (unpack + score) / read, Share, "times");
        sheet.AtLeast("time of both alone, one after the other, against the dump's", alone / wall, Share, "times", FormattableString.Invariant($"other programs took {taken:0.0} of {Environment.ProcessorCount} processors"), isFair: taken < FreeEnough);
    }

    // As the program does it, and nothing else.
    private static Taken Unpack(SampleDump dump)
    {
        var (started, before, bytes) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, 0L);
        var buffer = new byte[64 * 1024];
        using var stream = new ParallelBzip2(File.OpenHandle(dump.Dump, options: FileOptions.RandomAccess), MultistreamIndex.Read(dump.Index, dump.Bytes), [], Workers);

        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes += read;
        }

        return new(Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds, bytes);
    }

    private static Task<BuiltProgram.Run> BulkAsync(TemporaryFolder folder, string input, int workers)
        => BuiltProgram.RunAsync(BuiltProgram.CommandLine, "bulk", input, "--out", folder.File("scores.jsonl"), "--workers", FormattableString.Invariant($"{workers}"));

    private sealed record Taken(double Elapsed, double Processor, long Bytes);
}
