using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>Reads the panels that YouTube shows beside a video. Their kind is told by an id, an icon or a help address, never by their words, which are translated.</summary>
internal static class YouTubePanels
{
    private const string Clarification = "clarificationRenderer";
    private const string HealthHelp = "/youtube/answer/9795167";
    private const string PublisherHelp = "/youtube/answer/7630512";
    private const string TopicHelp = "/youtube/answer/9004474";

    public static string[] Keys { get; } = ["infoPanelContentRenderer", Clarification];

    public static VideoPanel? Read(string key, JsonElement panel)
    {
        var text = key is Clarification ? TopicText(panel) : string.Join('\n', panel.At("paragraphs").Items().Select(paragraph => paragraph.Words()).OfType<string>());
        var link = (key is Clarification ? panel.At("endpoint") : panel.At("sourceEndpoint")).Address();

        return text.Length > 0 ? new VideoPanel(KindOf(key, panel), text, link) : null;
    }

    private static string TopicText(JsonElement panel)
        => string.Join(": ", new[] { panel.At("contentTitle").Words(), panel.At("text").Words() }.OfType<string>()) + (panel.At("source").Words() is { } source ? $" ({source})" : "");

    private static VideoPanelKind KindOf(string key, JsonElement panel)
    {
        var id = panel.At("menu").FindAll(["userFeedbackEndpointProductSpecificValueData"]).Select(found => found.Value).FirstOrDefault(data => data.At("key").Text() is "clarify_id").At("value").Words() ?? "";
        var addresses = panel.FindAll(["url"]).Select(found => found.Value.Text()).OfType<string>().ToList();

        return id switch
        {
            _ when id.StartsWith("health_auth", StringComparison.Ordinal) => VideoPanelKind.HealthSource,
            _ when id.StartsWith("pubt", StringComparison.Ordinal) => VideoPanelKind.PublisherFunding,
            { Length: > 0 } when id.All(char.IsAsciiDigit) => VideoPanelKind.TopicContext,
            _ when panel.At("icon", "iconType").Text() is "HEALTH_AND_SAFETY" || IsAny(addresses, HealthHelp) => VideoPanelKind.HealthSource,
            _ when IsAny(addresses, PublisherHelp) || IsAny(addresses, "wprov=yicw1") => VideoPanelKind.PublisherFunding,
            _ when key is Clarification || IsAny(addresses, TopicHelp) => VideoPanelKind.TopicContext,
            _ => VideoPanelKind.Other,
        };
    }

    private static bool IsAny(List<string> addresses, string part) => addresses.Exists(address => address.Contains(part, StringComparison.Ordinal));
}
