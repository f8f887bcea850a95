using System.Diagnostics;
using System.Text.Json;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>The real articles that lie beside the repository where somebody put them.</summary>
internal static class LabelledArticles
{
    private const string SharedVariable = "CREDSCORE_SHARED_DATA";

    /// <summary>Title and wikitext of the first articles; a test that asks for them where there are none is skipped.</summary>
    public static IEnumerable<(string Title, string Wikitext)> Take(int count)
    {
        var shared = Environment.GetEnvironmentVariable(SharedVariable) ?? Path.Combine(FindRoot(), "..", "shared", "data");
        var file = Path.Combine(shared, "wikipedia", "labelled-wikitext.jsonl.xz");

        if (!File.Exists(file))
        {
            Assert.Ignore($"There is no {file}: set {SharedVariable} to the folder of real data to run this test.");
        }

        using var xz = StartXz(file);

        for (var i = 0; i < count && xz.StandardOutput.ReadLine() is { } line; i++)
        {
            using var json = JsonDocument.Parse(line);
            yield return (json.RootElement.GetProperty("title").GetString()!, json.RootElement.GetProperty("wikitext").GetString()!);
        }

        xz.Kill();
    }

    private static Process StartXz(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("xz", ["-dc", file]) { RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("There is no xz here to unpack the real articles with.");
            throw;
        }
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
