using System.Diagnostics;
using System.Text;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Benchmarks;

/// <summary>Wikitext to assessment: time and memory an article, and time against size.</summary>
internal static class WikitextSection
{
    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Benchmark");

    public static Task RunAsync(Bars bars)
    {
        var articles = RealData.Articles(12_000);
        var bytes = articles.Sum(article => (long)Encoding.UTF8.GetByteCount(article.Text));
        Bars.Say($"{articles.Count} articles, {bytes / articles.Count / 1000.0:0.0} kB each");
        Assess(articles.Take(2000));
        var times = new List<double>();
        var allocated = 0.0;

        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            Assess(articles);
            times.Add(clock.Elapsed.TotalMilliseconds / articles.Count);
            allocated = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / bytes;
        }

        bars.AtMost("wikitext to assessment, mean", times.Order().ElementAt(1), 1.0, "ms an article");
        bars.AtMost("allocated for each byte read", allocated, 6, "bytes");
        MeasureGrowth(bars);
        return Task.CompletedTask;
    }

    private static void MeasureGrowth(Bars bars)
    {
        var sample = string.Concat(RealData.Samples().Select(article => article.Text));
        (string Name, string Piece)[] shapes =
        [
            ("an article", sample), ("open braces", "{{ a | b = [[c "), ("open footnotes", "text <ref name=a> text "), ("open comments", "x <!- y & z "), ("tables", "{|\n| a || b\n"), ("headings", "== Notes ==\ntext\n"),
        ];

        foreach (var (name, piece) in shapes)
        {
            var ratio = TimeOf(Grow(piece, 2_000_000)) / (8 * TimeOf(Grow(piece, 250_000)));
            bars.AtMost($"2 MB against 8 × 0.25 MB of {name}", ratio, 1.5, "×");
        }
    }

    private static string Grow(string piece, int length) => new StringBuilder().Insert(0, piece, (length / piece.Length) + 1).ToString(0, length);

    private static double TimeOf(string text)
        => Enumerable.Range(0, 7).Select(_ =>
        {
            var clock = Stopwatch.StartNew();
            Assess([("", text)]);
            return clock.Elapsed.TotalMilliseconds;
        }).Order().ElementAt(2);

    private static void Assess(IEnumerable<(string Title, string Text)> articles)
    {
        foreach (var (title, text) in articles)
        {
            PageScorer.Default.Assess(Address, WikitextReader.Read(text, new() { Title = title }));
        }
    }
}
