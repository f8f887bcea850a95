using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Pages in <c>tests/pages</c>, and the real ones that lie beside the repository where somebody put them.</summary>
internal static class SamplePages
{
    /// <summary>Text of a page in <c>tests/pages</c>.</summary>
    public static string Html(string name) => File.ReadAllText(Path.Combine(SharedData.Root, "tests", "pages", name, "page.html"));

    public static WikipediaArticle Read(string name) => HtmlReader.Read(Html(name), ArticleContext.Unknown);

    /// <summary>Text of a real page; a test that asks for one where there is none is skipped.</summary>
    public static string RealHtml(string name) => File.ReadAllText(SharedData.Find($"wikipedia/html/{name}.html"));
}
