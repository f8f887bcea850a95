using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Pages in <c>tests/pages</c>, and the real ones that lie beside the repository where somebody put them.</summary>
internal static class SamplePages
{
    private const string SharedVariable = "CREDSCORE_SHARED_DATA";

    private static string Root { get; } = FindRoot();

    /// <summary>Text of a page in <c>tests/pages</c>.</summary>
    public static string Html(string name) => File.ReadAllText(Path.Combine(Root, "tests", "pages", name, "page.html"));

    public static WikipediaArticle Read(string name) => HtmlReader.Read(Html(name), ArticleContext.Unknown);

    /// <summary>Text of a real page; a test that asks for one where there is none is skipped.</summary>
    public static string RealHtml(string name)
    {
        var shared = Environment.GetEnvironmentVariable(SharedVariable) ?? Path.Combine(Root, "..", "shared", "data");
        var file = Path.Combine(shared, "wikipedia", "html", name + ".html");

        if (!File.Exists(file))
        {
            Assert.Ignore($"There is no {file}: set {SharedVariable} to the folder of real data to run this test.");
        }

        return File.ReadAllText(file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run below the folder that holds CredScore.sln.");
    }
}
