using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>A <c>next</c> response: what stands below and beside the player. Its words and numbers are in the language of the page.</summary>
internal sealed class YouTubeNext
{
    private const string Primary = "videoPrimaryInfoRenderer";
    private const string Secondary = "videoSecondaryInfoRenderer";
    private const string Comments = "itemSectionRenderer";
    private const string CommentSection = "comment-item-section";

    private readonly JsonElement _root;
    private readonly JsonElement _primary;
    private readonly JsonElement _secondary;
    private readonly YouTubeOwner _owner;
    private readonly List<(string Key, JsonElement Value)> _sections;

    public YouTubeNext(JsonElement root)
    {
        _root = root;
        var parts = PartsOf(root.At("contents"));
        _primary = parts.FirstOrDefault(part => part.Key is Primary && part.Value.IsObject()).Value;
        _secondary = parts.FirstOrDefault(part => part.Key is Secondary && part.Value.IsObject()).Value;
        _sections = [.. parts.Where(part => part.Key is not (Primary or Secondary))];
        _owner = new YouTubeOwner(_secondary.Find("videoOwnerRenderer"));
    }

    public string? Id => IdOf(_root);

    public string? Title => _primary.At("title").Words();

    public YouTubeOwner Owner => _owner;

    /// <summary>With shortened addresses: the displayed form.</summary>
    public string? Description => _secondary.At("attributedDescription").Words() ?? _secondary.At("description").Words();

    public IReadOnlyList<DescriptionLink>? DescriptionLinks => YouTubeDescriptionLinks.Read(_secondary, Id);

    public DateOnly? Published => YouTubeDates.ReadShown(_primary.At("dateText").Words());

    public bool? IsLive => ViewCount.At("isLive").Flag() ?? (ViewCount.IsObject() ? false : null);

    // Of a stream that runs it counts who watches now.
    public long? Views => IsLive is true ? null : YouTubeNumbers.Read(ViewCount.At("viewCount").Words());

    public long? Likes => YouTubeLikes.Read(_primary.At("videoActions"));

    public string? Licence => _secondary.At("metadataRowContainer").FindAll(["metadataRowRenderer"]).Select(row => LicenceOf(row.Value)).FirstOrDefault(text => text is not null);

    public bool? AreCommentsOn
    {
        get
        {
            var section = _sections.FirstOrDefault(part => part.Key is Comments && part.Value.At("sectionIdentifier").Text() is CommentSection).Value;

            return section switch
            {
                _ when !section.IsObject() => null,
                _ when section.Find("continuationItemRenderer").IsObject() || section.Has("continuations") => true,
                _ when section.Find("messageRenderer").IsObject() => false,
                _ => null,
            };
        }
    }

    public bool IsAgeNoticed => _secondary.At("metadataRowContainer").FindAll(["url"]).Any(found => found.Value.Text()?.EndsWith("/t/community_guidelines", StringComparison.Ordinal) is true);

    public IReadOnlyList<VideoPanel> Panels
        => [.. _sections.SelectMany(section => section.Key is Comments ? section.Value.FindAll(YouTubePanels.Keys) : [section]).Select(panel => YouTubePanels.Read(panel.Key, panel.Value)).OfType<VideoPanel>()];

    public YouTubeChapters Chapters => YouTubeChapters.Read(_root);

    public string? HowItWasMade
    {
        get
        {
            var section = DescriptionParts("howThisWasMadeSectionViewModel").FirstOrDefault();
            string?[] words = [section.At("bodyHeader").Words(), section.At("bodyText").Words()];
            return words.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(": ", said) : null;
        }
    }

    public IReadOnlyList<DescriptionLink> CreatorLinks
        => [.. DescriptionParts("videoDescriptionInfocardsSectionRenderer").SelectMany(cards => cards.At("creatorCustomUrlButtons").Items()).Select(CreatorLink).OfType<DescriptionLink>()];

    private JsonElement ViewCount => _primary.At("viewCount", "videoViewCountRenderer");

    /// <summary>Whether something looks like a next response.</summary>
    public static bool IsOne(JsonElement element)
        => element.At("currentVideoEndpoint").IsObject() || element.At("contents").IsObject() || element.At("playerOverlays").IsObject() || element.At("engagementPanels").ValueKind is JsonValueKind.Array;

    public static string? IdOf(JsonElement root) => YouTubeAddresses.VideoId(root.At("currentVideoEndpoint", "watchEndpoint", "videoId").Text());

    /// <summary>Whether it is about a video: a next response of a search or a channel has contents of another kind.</summary>
    public bool IsOfVideo => Id is not null || _primary.IsObject() || _secondary.IsObject();

    // The main column where it is known, else everything but the column of other videos.
    private static List<(string Key, JsonElement Value)> PartsOf(JsonElement contents)
    {
        string[] keys = [Primary, Secondary, Comments, .. YouTubePanels.Keys];
        var column = contents.At("twoColumnWatchNextResults", "results", "results", "contents");
        return (column.ValueKind is JsonValueKind.Array ? column : contents).FindAll(keys, passed: "secondaryResults");
    }

    // Parts of the panel that the description opens into. It holds much else, so it is not searched.
    private IEnumerable<JsonElement> DescriptionParts(string key)
        => _root.At("engagementPanels").Items().Select(panel => panel.At("engagementPanelSectionListRenderer"))
            .Where(panel => YouTubeChapters.IsPanel(panel, "engagement-panel-structured-description"))
            .SelectMany(panel => panel.At("content", "structuredDescriptionContentRenderer", "items").Items())
            .Select(item => item.At(key)).Where(part => part.IsObject());

    private static string? LicenceOf(JsonElement row)
        => row.FindAll(["url"]).Any(found => found.Value.Text()?.EndsWith("/t/creative_commons", StringComparison.Ordinal) is true)
            ? string.Concat(row.At("contents").Items().Select(item => item.Words())) is { Length: > 0 } text ? text : null
            : null;

    private static DescriptionLink? CreatorLink(JsonElement button)
    {
        var view = button.At("buttonViewModel");
        return view.At("onTap", "innertubeCommand").Address() is { } address ? new DescriptionLink(address, view.At("title").Words()) : null;
    }
}
