using AngleSharp.Html.Parser;
using CredScore.Scoring;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Benchmarks;

/// <summary>From HTML to assessment, against the parser alone: as it comes, which is the bar, and with the reader's own leaner options.</summary>
internal static class HtmlMeasurement
{
    private const double TimesTheParser = 1.3;
    private const int WarmRounds = 3;
    private const int Rounds = 9;

    // A page is read so often in one timing that its share of the collector's work is in it.
    private const int CharactersATiming = 6_000_000;

    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Sample");

    public static async Task RunAsync(BarSheet sheet)
    {
        var pages = RealData.Pages().Select(page => new Timed(page.Name, page.Html)).ToList();

        for (var round = 0; round < WarmRounds + Rounds; round++)
        {
            foreach (var page in pages)
            {
                page.Time(isForward: round % 2 == 0, isKept: round >= WarmRounds);
            }
        }

        foreach (var page in pages)
        {
            sheet.Note(page.Name, page.Scored / page.Bare, "times", FormattableString.Invariant($"{page.Scored:0.0} ms against {page.Bare:0.0}, {page.Length / 1000:N0} kB, defaults {page.Scored / page.Default:0.00}"));
        }

        var scored = pages.Sum(page => page.Scored);
        sheet.AtMost("all pages, against the parser as it comes", scored / pages.Sum(page => page.Default), TimesTheParser, "times");
        sheet.Note("all pages, against the parser with the reader's leaner options", scored / pages.Sum(page => page.Bare), "times");
        await Task.CompletedTask;
    }

    public static void Score(string html) => PageScorer.Default.Assess(Address, HtmlReader.Read(html, ArticleContext.Unknown));

    public static void Parse(string html, HtmlParserOptions options) => new HtmlParser(options).ParseDocument(html);

    /// <summary>A page with its timings in milliseconds.</summary>
    private sealed class Timed(string name, string html)
    {
        private readonly List<double> _bare = [];
        private readonly List<double> _scored = [];
        private readonly List<double> _default = [];

        public string Name => name;

        public int Length => html.Length;

        public double Bare => Meter.Median(_bare);

        public double Scored => Meter.Median(_scored);

        public double Default => Meter.Median(_default);

        // In turns forward and backward, so that none has always the same before it.
        public void Time(bool isForward, bool isKept)
        {
            Action[] timings =
            [
                () => Add(_bare, isKept, () => Parse(html, HtmlReader.Options)),
                () => Add(_scored, isKept, () => Score(html)),
                () => Add(_default, isKept, () => Parse(html, default)),
            ];

            foreach (var timing in isForward ? timings : timings.Reverse())
            {
                timing();
            }
        }

        private void Add(List<double> times, bool isKept, Action work)
        {
            var repeats = Math.Max(1, CharactersATiming / html.Length);
            var time = Meter.Time(() =>
            {
                for (var i = 0; i < repeats; i++)
                {
                    work();
                }
            });

            if (isKept)
            {
                times.Add(time / repeats);
            }
        }
    }
}
