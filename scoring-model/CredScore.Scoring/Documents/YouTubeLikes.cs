using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>The number of likes in the label of the like button: "43,317 likes", "like this video along with 1,000 other people". Dislikes are never read.</summary>
internal static class YouTubeLikes
{
    public static long? Read(JsonElement actions)
    {
        var model = actions.Find("likeButtonViewModel");

        if (model.IsObject())
        {
            return YouTubeNumbers.Read(model.Find("accessibilityText").Text());
        }

        var button = actions.FindAll(["toggleButtonRenderer"]).FirstOrDefault(found => IsLike(found.Value)).Value;
        return YouTubeNumbers.Read(button.At("defaultText", "accessibility", "accessibilityData", "label").Text());
    }

    private static bool IsLike(JsonElement button) => button.At("defaultIcon", "iconType").Text() is "LIKE" || button.At("targetId").Text() is "watch-like";
}
