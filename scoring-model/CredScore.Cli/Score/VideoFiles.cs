using System.Text;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Cli.Score;

/// <summary>The files that somebody saved a video's page to: the page as HTML, or YouTube's own JSON in one file or several.</summary>
internal static class VideoFiles
{
    public static async Task<YouTubeVideo> ReadAsync(PageAddress address, IReadOnlyList<string> paths, Terminal terminal, CancellationToken cancellationToken)
    {
        var texts = new List<string>(paths.Count);

        foreach (var path in paths)
        {
            texts.Add(await PageFile.ReadTextAsync(path, terminal, cancellationToken));
        }

        var names = string.Join(", ", paths.Select(PageFile.NameOf));
        var video = Read(texts, names, terminal.Time.GetUtcNow());

        return VideoRefusal.Find(video, address) switch
        {
            null => video,
            { Reason: "video-mismatch" } mismatch => throw CommandFailure.BadInput($"{names}: {mismatch.Text}"),
            { } refusal => throw CommandFailure.NotScorable(refusal.Text),
        };
    }

    private static YouTubeVideo Read(List<string> texts, string names, DateTimeOffset now)
    {
        if (texts is [var html] && html.AsSpan().TrimStart() is ['<', ..])
        {
            return ReadHtml(html, names, now);
        }

        return texts.TrueForAll(text => text.AsSpan().TrimStart() is ['{' or '[', ..])
            ? YouTubeReader.ReadJson([.. texts.Select(text => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(text))], now, out var refusal) ?? throw Refuse(refusal, names)
            : throw CommandFailure.BadInput($"{names}: give the video's page as one HTML file, or as YouTube's JSON (player, next, microformat) in one file or several.");
    }

    private static YouTubeVideo ReadHtml(string html, string name, DateTimeOffset now)
    {
        if (PageFile.IsCutHtml(html))
        {
            throw CommandFailure.BadInput($"{name} is cut: its <html> is never closed.");
        }

        return YouTubeReader.ReadHtml(html, now, out var refusal) ?? throw (YouTubeReader.PageKindOf(html) switch
        {
            YouTubePageKind.Consent => CommandFailure.BadInput($"{name} is YouTube's question about cookies, not the video's page."),
            YouTubePageKind.BotCheck => CommandFailure.BadInput($"{name} is YouTube's question whether a person reads, not the video's page."),
            _ => Refuse(refusal, name),
        });
    }

    private static CommandFailure Refuse(YouTubeRefusal? refusal, string name) => CommandFailure.BadInput($"{name} {VideoWords.Of(refusal)}");
}
