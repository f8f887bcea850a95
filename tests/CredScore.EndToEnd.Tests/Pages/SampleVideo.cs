using System.Net;
using System.Text.RegularExpressions;
using CredScore.EndToEnd.Tests.Support;

namespace CredScore.EndToEnd.Tests.Pages;

/// <summary>A watch page: the documents of the sample lecture under another id and title, and the elements that YouTube's scripts draw from them.</summary>
internal sealed partial record SampleVideo(string Id, string Title)
{
    private const string SampleId = "Mea5les_L01";

    private const string SampleTitle = "Measles in 150 seconds";

    public string RootAttributes { get; init; } = string.Empty;

    public string Channel { get; init; } = "@measleslectures";

    /// <summary>Without it the page holds no documents, as after moving inside the site.</summary>
    public bool HasDocuments { get; init; } = true;

    public string Url => $"https://www.youtube.com/watch?v={Id}";

    public string Key => $"youtube:{Id}";

    public string Html => $"""
        <!DOCTYPE html><html lang="en" {RootAttributes}><head><meta charset="utf-8"><title>{Escaped} - YouTube</title><link rel="canonical" href="{Url}"><style>{Style}</style></head><body>{(HasDocuments ? Documents : string.Empty)}
        <ytd-app><ytd-watch-flexy video-id="{Id}"><div id="movie_player"><video></video></div><ytd-watch-metadata><div id="title"><h1><yt-formatted-string>{Escaped}</yt-formatted-string></h1></div>
        <div id="top-row"><div id="owner"><ytd-video-owner-renderer><a class="ytd-video-owner-renderer" href="/{Channel}">Lectures on Measles</a></ytd-video-owner-renderer></div><div id="actions">Like · Share</div></div>
        <div id="description">How measles spreads.</div></ytd-watch-metadata></ytd-watch-flexy></ytd-app><script>{MovingInside}</script></body></html>
        """;

    /// <summary>What the page's own scripts say about the video.</summary>
    public string Documents => string.Concat(InlineDocuments().Matches(Repository.Page("youtube-lecture")).Select(match => match.Value))
        .Replace(SampleId, Id, StringComparison.Ordinal).Replace(SampleTitle, JsonTitle, StringComparison.Ordinal);

    private string JsonTitle => System.Text.Json.JsonEncodedText.Encode(Title).Value;

    private string Escaped => WebUtility.HtmlEncode(Title);

    private const string Style = """
        body { margin: 0; font: 14px/1.5 sans-serif; background: #fff; color: #0f0f0f } html[dark] body { background: #0f0f0f; color: #f1f1f1 } ytd-app, ytd-watch-flexy, ytd-watch-metadata { display: block }
        ytd-watch-flexy { max-width: 900px; padding: 16px } #movie_player { height: 320px; background: #222 } h1 { font: 700 20px/1.4 sans-serif; margin: 12px 0 } #top-row { display: flex; justify-content: space-between }
        """;

    // What YouTube does on a press inside the site: its events, the address first and the elements later.
    private const string MovingInside = """
        window.leaveFor = (id, isPushed = true) => { document.dispatchEvent(new CustomEvent("yt-navigate-start")); if (isPushed) history.pushState({}, "", "/watch?v=" + id); };
        window.arriveAt = (id, title) => {
          document.querySelector("ytd-watch-flexy").setAttribute("video-id", id);
          document.querySelector("ytd-watch-metadata #title h1 yt-formatted-string").textContent = title;
          ["yt-navigate-finish", "yt-page-data-updated"].forEach(kind => document.dispatchEvent(new CustomEvent(kind)));
        };
        """;

    [GeneratedRegex("""<script nonce="n">var ytInitial.*?</script>""", RegexOptions.Singleline)]
    private static partial Regex InlineDocuments();
}
