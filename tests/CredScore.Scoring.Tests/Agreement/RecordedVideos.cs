using System.Text;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>The recorded watch pages and responses beside the repository; a test that asks for them where there are none is skipped.</summary>
internal static class RecordedVideos
{
    private static readonly DateTimeOffset Read = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Every recording by name; what the reader does not take for a video is null.</summary>
    public static IEnumerable<(string Name, YouTubeVideo? Video)> All()
    {
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(SharedData.Find("youtube/html/postlight.html")))!;

        foreach (var file in Files(folder, "html", "*.html"))
        {
            yield return (Path.GetFileName(file), YouTubeReader.ReadHtml(File.ReadAllText(file, Encoding.UTF8), Read));
        }

        // player, next and microformat responses of one video.
        foreach (var set in Files(folder, "watch", "*.json").GroupBy(file => Path.GetFileName(file).Split('.')[0]).OrderBy(set => set.Key, StringComparer.Ordinal))
        {
            yield return (set.Key, YouTubeReader.ReadJson([.. set.Select(file => (ReadOnlyMemory<byte>)File.ReadAllBytes(file))], Read));
        }

        foreach (var file in Files(folder, "history", "*.json"))
        {
            yield return (Path.GetFileName(file), YouTubeReader.ReadJson(File.ReadAllBytes(file), Read));
        }
    }

    private static IEnumerable<string> Files(string folder, string below, string pattern)
        => Directory.EnumerateFiles(Path.Combine(folder, below), pattern).Order(StringComparer.Ordinal);
}
