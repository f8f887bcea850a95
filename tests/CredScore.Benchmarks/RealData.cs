using System.Diagnostics;
using System.Text.Json;

namespace CredScore.Benchmarks;

/// <summary>The real articles and pages that lie beside the repository where somebody put them, and the sample pages that are always there.</summary>
internal static class RealData
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of real data, whether it is there or not.</summary>
    public static string Shared { get; } = Environment.GetEnvironmentVariable("CREDSCORE_SHARED_DATA") ?? Path.Combine(Root, "..", "shared", "data");

    private static string Labelled { get; } = Path.Combine(Shared, "wikipedia", "labelled-wikitext.jsonl.xz");

    /// <summary>Whether there are labelled articles, and <c>xz</c> to unpack them.</summary>
    public static bool HasArticles { get; } = File.Exists(Labelled) && CanUnpack();

    /// <summary>The pages by name: the real ones, else the samples of the tests.</summary>
    public static IReadOnlyList<(string Name, string Html)> Pages()
    {
        var real = Path.Combine(Shared, "wikipedia", "html");
        IEnumerable<string> files = Directory.Exists(real) ? Directory.GetFiles(real, "*.html") : Directory.GetFiles(Path.Combine(Root, "tests", "pages"), "page.html", SearchOption.AllDirectories).Where(IsArticle);
        return [.. files.Order(StringComparer.Ordinal).Select(file => (NameOf(file), File.ReadAllText(file)))];
    }

    /// <summary>The labelled articles as lines of JSON, in their order.</summary>
    public static IEnumerable<string> ArticleLines()
    {
        using var unpacking = Process.Start(new ProcessStartInfo("xz", ["-dc", Labelled]) { RedirectStandardOutput = true })!;

        try
        {
            while (unpacking.StandardOutput.ReadLine() is { } line)
            {
                yield return line;
            }
        }
        finally
        {
            unpacking.Kill();
        }
    }

    /// <summary>The wikitext of the labelled articles.</summary>
    public static IEnumerable<string> Articles()
    {
        foreach (var line in ArticleLines())
        {
            using var json = JsonDocument.Parse(line);
            yield return json.RootElement.GetProperty("wikitext").GetString()!;
        }
    }

    private static bool IsArticle(string file) => !Path.GetFileName(Path.GetDirectoryName(file)!).StartsWith("youtube-", StringComparison.Ordinal);

    private static string NameOf(string file)
        => Path.GetFileNameWithoutExtension(file) is var name and not "page" ? name : Path.GetFileName(Path.GetDirectoryName(file)!);

    private static bool CanUnpack()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("xz", ["--version"]) { RedirectStandardOutput = true })!;
            version.WaitForExit();
            return version.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks do not run below the folder that holds CredScore.sln.");
    }
}
