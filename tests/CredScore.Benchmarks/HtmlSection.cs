using System.Diagnostics;
using AngleSharp.Html.Parser;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Benchmarks;

/// <summary>A rendered page to its assessment, against AngleSharp's bare parse of the same page with its default options, turn by turn.</summary>
internal static class HtmlSection
{
    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Benchmark");

    public static Task RunAsync(Bars bars)
    {
        var pages = RealData.Pages();
        var (assessed, parsed) = (0.0, 0.0);
        WarmUp(pages);

        foreach (var (name, html) in pages)
        {
            var (assess, parse) = Measure(html);
            Bars.Note(name, assess / parse, $"× of {parse:0.0} ms");
            assessed += assess;
            parsed += parse;
        }

        bars.AtMost("HTML to assessment against a bare parse, all pages", assessed / parsed, 1.3, "×");
        return Task.CompletedTask;
    }

    // The first rounds would measure the compiler, and the first page most of all.
    private static void WarmUp(List<(string Name, string Html)> pages)
    {
        var parser = new HtmlParser();

        for (var round = 0; round < 8; round++)
        {
            foreach (var (_, html) in pages)
            {
                parser.ParseDocument(html).Dispose();
                PageScorer.Default.Assess(Address, HtmlReader.Read(html, ArticleContext.Unknown));
            }
        }
    }

    /// <summary>Medians in milliseconds.</summary>
    private static (double Assess, double Parse) Measure(string html)
    {
        var parser = new HtmlParser();
        var rounds = Math.Clamp(20_000_000 / html.Length, 11, 101);
        var (assess, parse) = (new List<double>(), new List<double>());

        for (var round = 0; round < rounds; round++)
        {
            parse.Add(Time(() => parser.ParseDocument(html).Dispose()));
            assess.Add(Time(() => PageScorer.Default.Assess(Address, HtmlReader.Read(html, ArticleContext.Unknown))));
        }

        return (assess.Order().ElementAt(rounds / 2), parse.Order().ElementAt(rounds / 2));
    }

    private static double Time(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds;
    }
}
