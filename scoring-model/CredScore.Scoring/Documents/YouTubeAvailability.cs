using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Tells from a player response whether the video can be watched. The status and the parts beside it decide; where they leave it open, the English words of the refusal do,
/// and in another language it stays <see cref="VideoAvailability.Unavailable"/>: the words themselves are kept for people to read.
/// </summary>
internal static class YouTubeAvailability
{
    private const string BotHelp = "answer/3037019";
    private const string GuidelinesHelp = "community_guidelines";

    public static VideoAvailability? Of(JsonElement root, JsonElement details, JsonElement format)
    {
        var status = root.At("playabilityStatus");
        var isUpcoming = details.At("isUpcoming").Flag() is true;

        return status.At("status").Text() switch
        {
            null => null,
            _ when isUpcoming => VideoAvailability.Upcoming,
            "OK" => VideoAvailability.Available,
            "LIVE_STREAM_OFFLINE" => format.At("liveBroadcastDetails").Has("endTimestamp") ? VideoAvailability.Unavailable : VideoAvailability.Upcoming,
            "AGE_VERIFICATION_REQUIRED" or "AGE_CHECK_REQUIRED" => VideoAvailability.AgeRestricted,
            "ERROR" => VideoAvailability.Removed,
            "LOGIN_REQUIRED" => OfSignIn(status, details, format),
            "UNPLAYABLE" => OfRefusal(root, status),
            _ => VideoAvailability.Unavailable,
        };
    }

    /// <summary>The site's words where it does not play.</summary>
    public static string? TextOf(JsonElement status)
    {
        if (status.At("status").Text() is null or "OK")
        {
            return null;
        }

        var screen = status.At("errorScreen", "playerErrorMessageRenderer");
        return status.At("reason").Words() ?? screen.At("reason").Words() ?? (status.At("messages").Items().FirstOrDefault() is var first ? first.Words() : null) ?? screen.At("subreason").Words();
    }

    // Asked from a robot's address, YouTube gives no details and no message; of a private video it gives a message.
    private static VideoAvailability OfSignIn(JsonElement status, JsonElement details, JsonElement format)
    {
        var texts = TextsBelow(status);

        if (texts.Any(text => text.Contains(BotHelp, StringComparison.Ordinal) || Says(text, "not a bot")))
        {
            return VideoAvailability.BotCheck;
        }

        if (format.At("isFamilySafe").Flag() is false || status.Has("desktopLegacyAgeGateReason") || texts.Any(text => Says(text, "your age") || text.Contains(GuidelinesHelp, StringComparison.Ordinal)))
        {
            return VideoAvailability.AgeRestricted;
        }

        if (details.At("isPrivate").Flag() is true || (!details.Has("title") && (status.Has("messages") || texts.Any(text => Says(text, "private")))))
        {
            return VideoAvailability.Private;
        }

        return details.Has("title") ? VideoAvailability.Unavailable : VideoAvailability.BotCheck;
    }

    private static VideoAvailability OfRefusal(JsonElement root, JsonElement status)
    {
        var screen = status.At("errorScreen");
        var texts = TextsBelow(status);

        return screen switch
        {
            _ when screen.Has("playerLegacyDesktopYpcOfferRenderer") || screen.Has("ypcTrailerRenderer") || screen.Has("playerLegacyDesktopYpcTrailerRenderer") || root.Has("ypcOffer") => VideoAvailability.Paid,
            _ when texts.Any(text => Says(text, "members") || Says(text, "payment") || Says(text, "Premium") || Says(text, "purchase")) => VideoAvailability.Paid,
            _ when texts.Any(text => Says(text, "your country")) => VideoAvailability.Blocked,
            _ => VideoAvailability.Unavailable,
        };
    }

    private static bool Says(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);

    // The words and help addresses of a refusal, as many as one has.
    private static List<string> TextsBelow(JsonElement status)
    {
        var texts = new List<string>();

        foreach (var (_, value) in status.FindAll(["reason", "subreason", "messages", "url"]))
        {
            texts.AddRange(value.Items().Select(item => item.Words()).Append(value.Words()).Concat(value.FindAll(["url"]).Select(found => found.Value.Text())).OfType<string>());
        }

        return texts;
    }
}
