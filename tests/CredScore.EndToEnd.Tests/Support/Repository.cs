namespace CredScore.EndToEnd.Tests.Support;

/// <summary>Where things lie in the source tree.</summary>
internal static class Repository
{
    private const string Variable = "CREDSCORE_SHARED_DATA";

    /// <summary>The folder that holds CredScore.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static string Page(string name) => File.ReadAllText(Path.Combine(Root, "tests", "pages", name, "page.html"));

    /// <summary>A real page, from <c>../shared/data</c>; a test that asks for one where there is none is skipped.</summary>
    public static string RealPage(string path)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(Root, "..", "shared", "data"), path);

        if (!File.Exists(file))
        {
            Assert.Ignore($"There is no {path}: set {Variable} to the folder of real data to run this test.");
        }

        return File.ReadAllText(file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run below the folder that holds CredScore.sln.");
    }
}
