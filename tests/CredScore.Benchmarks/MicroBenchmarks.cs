using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Benchmarks;

/// <summary>One sample article through each step, with BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class ArticleBenchmarks
{
    private readonly string _text = RealData.Samples().MaxBy(article => article.Text.Length).Text;
    private readonly PageAddress _address = PageAddress.OfArticle("en", "Benchmark");
    private WikipediaArticle _article = null!;

    [GlobalSetup]
    public void Read() => _article = WikitextReader.Read(_text, ArticleContext.Unknown);

    [Benchmark(Baseline = true)]
    public WikipediaArticle ReadWikitext() => WikitextReader.Read(_text, ArticleContext.Unknown);

    [Benchmark]
    public Assessment Assess() => PageScorer.Default.Assess(_address, _article);
}

/// <summary>A rendered page against its bare parse, with BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class PageBenchmarks
{
    private readonly HtmlParser _parser = new();
    private readonly PageAddress _address = PageAddress.OfArticle("en", "Benchmark");
    private readonly string _html = RealData.Pages().MaxBy(page => page.Html.Length).Html;

    [Benchmark(Baseline = true)]
    public int Parse()
    {
        using var document = _parser.ParseDocument(_html);
        return document.ChildElementCount;
    }

    [Benchmark]
    public Assessment ReadAndAssess() => PageScorer.Default.Assess(_address, HtmlReader.Read(_html, ArticleContext.Unknown));
}
