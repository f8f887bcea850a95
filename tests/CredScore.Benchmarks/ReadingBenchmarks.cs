using BenchmarkDotNet.Attributes;
using CredScore.Scoring.Documents;

namespace CredScore.Benchmarks;

/// <summary>One article of 25 kB in wikitext, for BenchmarkDotNet: <c>--filter *Wikitext*</c>.</summary>
[MemoryDiagnoser]
public class WikitextBenchmarks
{
    private string _article = "";

    [GlobalSetup]
    public void Write() => _article = SampleArticles.Ordinary(1);

    [Benchmark]
    public void ReadAndAssess() => WikitextMeasurement.Score(_article);

    [Benchmark]
    public void Read() => WikitextReader.Read(_article, ArticleContext.Unknown);
}

/// <summary>The largest page at hand, against the parser alone, for BenchmarkDotNet: <c>--filter *Html*</c>.</summary>
[MemoryDiagnoser]
public class HtmlBenchmarks
{
    private string _page = "";

    [GlobalSetup]
    public void Find() => _page = RealData.Pages().MaxBy(page => page.Html.Length).Html;

    [Benchmark(Baseline = true)]
    public void Parse() => HtmlMeasurement.Parse(_page, HtmlReader.Options);

    [Benchmark]
    public void ParseWithDefaults() => HtmlMeasurement.Parse(_page, default);

    [Benchmark]
    public void ReadAndAssess() => HtmlMeasurement.Score(_page);
}
