using System.Diagnostics;
using CredScore.Scoring.Model;

namespace CredScore.Benchmarks;

/// <summary>Time to read the wording of a video, its contributions included.</summary>
internal static class TextModelMeasurement
{
    private const double MicrosecondsAVideo = 200;
    private const int Rounds = 7;
    private const int VideosInRound = 500;

    private static readonly string Description = string.Join('\n', Enumerable.Repeat(
        "In this video the doctor explains how a vaccine works, which side effects are common and where to read more: https://www.cdc.gov/vaccines. Subscribe for more! ", 18));

    public static async Task RunAsync(BarSheet sheet)
    {
        Read();
        var times = Enumerable.Range(0, Rounds).Select(_ => MicrosecondsOf(Read)).ToList();
        sheet.AtMost("wording of a video with 3,000 letters of description", Meter.Median(times), MicrosecondsAVideo, "µs", FormattableString.Invariant($"{Meter.Spread(times)}; on the clock, so other programs count"));
        await Task.CompletedTask;
    }

    private static void Read()
    {
        for (var i = 0; i < VideosInRound; i++)
        {
            VideoTextModel.Default.Read("Are vaccines safe? A doctor explains the measles shot", Description, "Sample Clinic");
        }
    }

    private static double MicrosecondsOf(Action round)
    {
        var watch = Stopwatch.StartNew();
        round();
        return watch.Elapsed.TotalMicroseconds / VideosInRound;
    }
}
