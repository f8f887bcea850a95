namespace CredScore.Benchmarks;

/// <summary>Watch pages and JSON documents of videos: the recordings that lie beside the repository where somebody put them, else the samples of the tests.</summary>
internal static class YouTubeRecordings
{
    private const int SmallestPage = 300_000;

    private static string Real { get; } = Path.Combine(RealData.Shared, "youtube");

    private static string Samples { get; } = Path.Combine(RealData.Root, "tests", "pages");

    /// <summary>Pages by name; of the recordings those as long as watch pages are.</summary>
    public static IReadOnlyList<(string Name, string Html)> Pages()
        => Directory.Exists(Real)
            ? [.. Files(Path.Combine(Real, "html"), "*.html").Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))).Where(page => page.Item2.Length >= SmallestPage)]
            : [.. Directory.GetDirectories(Samples, "youtube-*").SelectMany(folder => Files(folder, "page.html")).Select(file => (Path.GetFileName(Path.GetDirectoryName(file)!), File.ReadAllText(file)))];

    /// <summary>The player and next response of each video that has both.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<ReadOnlyMemory<byte>> Documents)> Documents()
    {
        var nexts = Directory.Exists(Real) ? Files(Path.Combine(Real, "watch"), "*.next.json") : Directory.GetDirectories(Samples, "youtube-*").SelectMany(folder => Files(folder, "next.json"));

        return [.. nexts.Select(next => (Next: next, Player: next.Replace("next.json", "player.json", StringComparison.Ordinal))).Where(pair => File.Exists(pair.Player)).Select(pair => (NameOf(pair.Next), Read(pair.Player, pair.Next)))];
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> Read(params string[] files) => [.. files.Select(file => new ReadOnlyMemory<byte>(File.ReadAllBytes(file)))];

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.GetFiles(folder, pattern).Order(StringComparer.Ordinal);

    private static string NameOf(string next) => Path.GetFileName(next) is "next.json" ? Path.GetFileName(Path.GetDirectoryName(next)!) : Path.GetFileName(next).Replace(".next.json", "", StringComparison.Ordinal);
}
