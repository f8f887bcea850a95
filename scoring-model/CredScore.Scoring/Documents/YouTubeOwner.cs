using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>The box with the channel, or with several that publish together.</summary>
internal sealed class YouTubeOwner(JsonElement owner)
{
    // Marks that keep a handle in its direction among words of another.
    private static readonly char[] DirectionMarks = ['\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069'];

    private readonly JsonElement _browse = owner.At("navigationEndpoint", "browseEndpoint");

    public string? Id => YouTubeAddresses.ChannelId(_browse.At("browseId").Text());

    public string? Name => owner.At("title").Words();

    public string? Handle => YouTubeAddresses.HandleOf(_browse.At("canonicalBaseUrl").Text());

    public long? Subscribers
    {
        get
        {
            var text = owner.At("subscriberCountText");
            return YouTubeNumbers.Read(text.Words()) ?? YouTubeNumbers.Read(text.At("accessibility", "accessibilityData", "label").Text());
        }
    }

    public ChannelBadge? Badge
    {
        get
        {
            var styles = owner.At("badges").Items().Select(badge => badge.At("metadataBadgeRenderer", "style").Text()).ToList();
            return styles.Contains("BADGE_STYLE_TYPE_VERIFIED_ARTIST") ? ChannelBadge.VerifiedArtist : styles.Contains("BADGE_STYLE_TYPE_VERIFIED") ? ChannelBadge.Verified : null;
        }
    }

    /// <summary>The channels behind "A and B", in the order shown; empty where there is one.</summary>
    public IReadOnlyList<VideoChannel> Collaborators
    {
        get
        {
            // The first list is of channels; the lists inside its buttons are menus.
            var dialog = owner.At("navigationEndpoint").Find("listViewModel") is var list && list.IsObject() ? list : owner.At("attributedTitle").Find("listViewModel");
            return [.. dialog.At("listItems").Items().Select(item => Channel(item.At("listItemViewModel"))).OfType<VideoChannel>()];
        }
    }

    private static VideoChannel? Channel(JsonElement item)
    {
        // An item without channel is a menu's.
        var browse = item.At("title", "commandRuns").Find("browseEndpoint");
        var id = YouTubeAddresses.ChannelId(browse.At("browseId").Text());
        var subtitle = string.Concat((item.At("subtitle").Words() ?? "").Split(DirectionMarks));

        if (id is null && subtitle.Length == 0)
        {
            return null;
        }

        var parts = subtitle.Split('•', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return new VideoChannel
        {
            Id = id,
            Name = item.At("title").Words()?.Trim(),
            Handle = parts.FirstOrDefault(part => part is ['@', _, ..]) ?? YouTubeAddresses.HandleOf(browse.At("canonicalBaseUrl").Text()),
            Subscribers = parts.Where(part => part[0] is not '@').Select(YouTubeNumbers.Read).FirstOrDefault(count => count is not null),
            Badge = BadgeOf(item.At("title", "attachmentRuns")),
        };
    }

    private static ChannelBadge? BadgeOf(JsonElement attachments)
    {
        var images = attachments.FindAll(["imageName"]).Select(found => found.Value.Text()).ToList();
        return images.Contains("AUDIO_BADGE") ? ChannelBadge.VerifiedArtist : images.Contains("CHECK_CIRCLE_FILLED") ? ChannelBadge.Verified : null;
    }
}
