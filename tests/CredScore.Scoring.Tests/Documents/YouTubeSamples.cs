using System.Text;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Videos in <c>tests/pages/youtube-*</c>, and the recordings that lie beside the repository where somebody put them.</summary>
internal static class YouTubeSamples
{
    public static string Html(string name) => File.ReadAllText(FileOf(name, "page.html"));

    public static byte[] Json(string name, string document) => File.ReadAllBytes(FileOf(name, document));

    /// <summary>A sample: its page, else its two documents.</summary>
    public static YouTubeVideo? Read(string name)
        => File.Exists(FileOf(name, "page.html")) ? YouTubeReader.ReadHtml(Html(name)) : YouTubeReader.ReadJson([Json(name, "next.json"), Json(name, "player.json")]);

    public static YouTubeVideo? ReadText(string json) => YouTubeReader.ReadJson(Encoding.UTF8.GetBytes(json));

    /// <summary>The recordings by name: pages, single documents, and the three documents of a video together. Without them the test is skipped.</summary>
    public static IReadOnlyList<(string Name, YouTubeVideo? Video)> Recordings()
    {
        var folder = Path.GetDirectoryName(SharedData.Find("youtube/health-source-channels.json"))!;
        var pages = Files(folder, "html").Select(file => (NameOf(file), YouTubeReader.ReadHtml(File.ReadAllText(file))));
        var single = Files(folder, "history").Select(file => (NameOf(file), YouTubeReader.ReadJson(File.ReadAllBytes(file))));
        var videos = Files(folder, "watch").GroupBy(file => NameOf(file).Split('.')[0])
            .Select(files => (files.Key, YouTubeReader.ReadJson([.. files.Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file))])));

        return [.. pages.Concat(single).Concat(videos)];
    }

    public static string FileOf(string name, string file) => Path.Combine(SharedData.Root, "tests", "pages", name, file);

    private static IEnumerable<string> Files(string folder, string part) => Directory.GetFiles(Path.Combine(folder, part)).Order(StringComparer.Ordinal);

    private static string NameOf(string file) => $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}";
}
