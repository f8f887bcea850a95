using System.Text;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Benchmarks;

/// <summary>From wikitext to assessment: time and memory for an article, and whether time grows no faster than size.</summary>
internal static class WikitextMeasurement
{
    private const double MillisecondsAnArticle = 1.0;
    private const double BytesForAByte = 6;
    private const double GrowthOfTime = 1.5;

    // What grows with the square of its size takes 2 times as long a byte when its size doubles; a step at the end of the processor's cache is behind both sizes.
    private const double GrowthOfDoubling = 1.3;
    private const int SmallSize = 1 << 18;
    private const int LargeSize = 1 << 21;
    private const int ChunkOfArticles = 500;
    private const int WarmRounds = 6;
    private const int Rounds = 5;

    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Sample");

    public static async Task RunAsync(BarSheet sheet)
    {
        MeasureArticles(sheet);
        MeasureGrowth(sheet);
        await Task.CompletedTask;
    }

    public static void Score(string wikitext) => PageScorer.Default.Assess(Address, WikitextReader.Read(wikitext, new() { Title = "Sample" }));

    private static void MeasureArticles(BarSheet sheet)
    {
        var articles = RealData.HasArticles ? RealData.Articles() : Enumerable.Range(0, 2000).Select(SampleArticles.Ordinary);
        var (count, bytes, allocated, milliseconds) = (0, 0L, 0L, 0.0);
        var isWarm = false;

        foreach (var chunk in articles.Chunk(ChunkOfArticles))
        {
            for (var round = 0; !isWarm && round < WarmRounds; round++)
            {
                Array.ForEach(chunk, Score);
            }

            isWarm = true;
            var before = GC.GetAllocatedBytesForCurrentThread();
            milliseconds += Meter.Time(() => Array.ForEach(chunk, Score));
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            bytes += chunk.Sum(text => (long)Encoding.UTF8.GetByteCount(text));
            count += chunk.Length;
        }

        var remark = FormattableString.Invariant($"{count:N0} {(RealData.HasArticles ? "labelled articles" : "generated articles: there are no labelled ones")}, mean {bytes / 1000.0 / count:0.0} kB");
        sheet.AtMost("processor time an article", milliseconds / count, MillisecondsAnArticle, "ms", remark);
        sheet.AtMost("allocated for a byte of UTF-8", (double)allocated / bytes, BytesForAByte, "bytes");
    }

    private static void MeasureGrowth(BarSheet sheet)
    {
        foreach (var (name, ofSize) in SampleArticles.Shapes())
        {
            var (small, middle, large) = (ofSize(SmallSize), ofSize(LargeSize / 2), ofSize(LargeSize));
            var (doubling, speed) = Compare(middle, large);
            sheet.AtMost($"2 MB against 1 MB, a byte: {name}", doubling, GrowthOfDoubling, "times", FormattableString.Invariant($"{speed:0} MB a second"));
            sheet.AtMost($"2 MB against 0.25 MB, a byte: {name}", Compare(small, large).Growth, GrowthOfTime, "times");
        }
    }

    // Time that a byte takes in the larger text, in times of the smaller, and megabytes of the larger in a second.
    private static (double Growth, double Speed) Compare(string small, string large)
    {
        var pieces = (int)Math.Round((double)large.Length / small.Length);
        Score(small);
        Score(large);
        var times = Enumerable.Range(0, Rounds).Select(_ => (Small: Meter.TimeCollected(() => ScoreTimes(small, pieces)), Large: Meter.TimeCollected(() => Score(large)))).ToList();
        return (Meter.Median(times.Select(time => time.Large / time.Small)), large.Length / 1000.0 / Meter.Median(times.Select(time => time.Large)));
    }

    private static void ScoreTimes(string wikitext, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Score(wikitext);
        }
    }
}
