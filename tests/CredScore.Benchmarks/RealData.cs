using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CredScore.Benchmarks;

/// <summary>The optional real data beside the repository, and what stands in for it.</summary>
internal static class RealData
{
    public static string Root { get; } = FindRoot();

    /// <summary>Wikitexts of the labelled set; without it, the service's own sample articles, grown and repeated.</summary>
    public static List<(string Title, string Text)> Articles(int most)
    {
        var packed = Find("wikipedia/labelled-wikitext.jsonl.xz");

        if (packed is null)
        {
            return [.. Enumerable.Range(0, Math.Min(most, 400)).SelectMany(_ => Samples())];
        }

        using var xz = Process.Start(new ProcessStartInfo("xz", ["-dc", packed]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var articles = new List<(string, string)>();

        while (articles.Count < most && xz.StandardOutput.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            articles.Add((row.RootElement.GetProperty("title").GetString()!, row.RootElement.GetProperty("wikitext").GetString()!));
        }

        if (!xz.HasExited)
        {
            xz.Kill();
        }

        return articles;
    }

    /// <summary>Rendered pages: the real ones, else the project's own.</summary>
    public static List<(string Name, string Html)> Pages()
    {
        var folder = Find("wikipedia/html");
        var files = folder is null ? Directory.GetFiles(Path.Combine(Root, "tests", "pages"), "page.html", SearchOption.AllDirectories) : Directory.GetFiles(folder, "*.html");
        return [.. files.Order().Select(file => (folder is null ? Path.GetFileName(Path.GetDirectoryName(file)!) : Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];
    }

    public static IEnumerable<(string Title, string Text)> Samples()
        => Directory.GetFiles(Path.Combine(Root, "api", "Samples"), "*.wikitext").Order().Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    private static string? Find(string path)
    {
        var found = Path.Combine(Environment.GetEnvironmentVariable("CREDSCORE_SHARED_DATA") ?? Path.Combine(Root, "..", "shared", "data"), path);
        return File.Exists(found) || Directory.Exists(found) ? found : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CredScore.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The benchmarks run inside the repository.");
    }
}
