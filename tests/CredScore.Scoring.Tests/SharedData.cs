namespace CredScore.Scoring.Tests;

/// <summary>Where the optional real data lies: <c>shared/data</c> beside the repository, or the folder that <c>CREDSCORE_SHARED_DATA</c> names.</summary>
internal static class SharedData
{
    private const string Variable = "CREDSCORE_SHARED_DATA";

    /// <summary>The folder that holds CredScore.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file of the real data; a test that asks for one where there is none is skipped.</summary>
    public static string Find(string path)
    {
        var file = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? Path.Combine(Root, "..", "shared", "data"), path);

        if (!File.Exists(file))
        {
            Assert.Ignore($"There is no {path}: set {Variable} to the folder of real data to run this test.");
        }

        return file;
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
