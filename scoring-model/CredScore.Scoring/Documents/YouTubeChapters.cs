using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>The chapters of a video, from the player's bar, or from their panel where the bar has none.</summary>
internal sealed record YouTubeChapters(ChapterOrigin? Origin, IReadOnlyList<VideoChapter>? List)
{
    private const string CreatorPanel = "engagement-panel-macro-markers-description-chapters";
    private const string AutomaticPanel = "engagement-panel-macro-markers-auto-chapters";

    private static readonly YouTubeChapters Unknown = new(null, null);

    public static YouTubeChapters Read(JsonElement next)
    {
        var overlay = next.At("playerOverlays", "playerOverlayRenderer");
        var bar = overlay.At("decoratedPlayerBarRenderer", "decoratedPlayerBarRenderer", "playerBar");

        return OfBar(bar, "DESCRIPTION_CHAPTERS", ChapterOrigin.Creator)
            ?? OfPanel(next, CreatorPanel, ChapterOrigin.Creator)
            ?? OfBar(bar, "AUTO_CHAPTERS", ChapterOrigin.Automatic)
            ?? OfPanel(next, AutomaticPanel, ChapterOrigin.Automatic)
            ?? OfOldBar(bar)
            ?? (overlay.IsObject() ? new YouTubeChapters(ChapterOrigin.None, []) : Unknown);
    }

    public static bool IsPanel(JsonElement panel, string id) => panel.At("targetId").Text() == id || panel.At("panelIdentifier").Text() == id;

    private static YouTubeChapters? OfBar(JsonElement bar, string key, ChapterOrigin origin)
    {
        foreach (var marker in bar.At("multiMarkersPlayerBarRenderer", "markersMap").Items())
        {
            if (marker.At("key").Text() == key && Chapters(marker.At("value", "chapters")) is { Count: > 0 } chapters)
            {
                return new YouTubeChapters(origin, chapters);
            }
        }

        return null;
    }

    // Until 2021 only creators made chapters, and the bar had no key.
    private static YouTubeChapters? OfOldBar(JsonElement bar)
        => Chapters(bar.At("chapteredPlayerBarRenderer", "chapters")) is { Count: > 0 } chapters ? new YouTubeChapters(ChapterOrigin.Creator, chapters) : null;

    private static YouTubeChapters? OfPanel(JsonElement next, string id, ChapterOrigin origin)
    {
        foreach (var panel in next.At("engagementPanels").Items().Select(panel => panel.At("engagementPanelSectionListRenderer")).Where(panel => IsPanel(panel, id)))
        {
            var chapters = panel.FindAll(["macroMarkersListItemRenderer"]).Select(item => OfItem(item.Value)).OfType<VideoChapter>().ToList();
            return new YouTubeChapters(origin, chapters.Count > 0 ? chapters : null);
        }

        return null;
    }

    private static List<VideoChapter> Chapters(JsonElement list) => [.. list.Items().Select(item => OfRenderer(item.At("chapterRenderer"))).OfType<VideoChapter>()];

    private static VideoChapter? OfRenderer(JsonElement chapter) => Chapter(chapter.At("timeRangeStartMillis").Count() / 1000, chapter.At("title"));

    private static VideoChapter? OfItem(JsonElement item) => Chapter(item.At("onTap", "watchEndpoint", "startTimeSeconds").Count(), item.At("title"));

    private static VideoChapter? Chapter(long? seconds, JsonElement title)
        => seconds is <= int.MaxValue && title.Words() is { } words ? new VideoChapter((int)seconds, words) : null;
}
