using System.Text.Json.Nodes;

namespace CredScore.Cli.Tests.Support;

/// <summary>A video of nobody's, in the shapes that YouTube gives.</summary>
internal static class Videos
{
    public const string Id = "c4r3dSc0rE1";
    public const string Address = "https://www.youtube.com/watch?v=" + Id;

    public const string Description = "How marsh fever spreads.\\n\\nReferences\\n1:05 https://www.who.int/news-room/fact-sheets/detail/malaria\\nhttps://doi.org/10.1016/S0140-6736(21)02004-3\\n\\nUse code FEVER10 for 10% off";

    public static string Player(string id = Id) => """
        {"playabilityStatus":{"status":"OK"},
         "videoDetails":{"videoId":"%ID%","title":"Marsh fever explained","lengthSeconds":"605","keywords":["fever","infection"],"channelId":"UCtestchannelAtestAAAA01",
          "shortDescription":"%DESCRIPTION%","viewCount":"1234567","author":"Example Medicine"},
         "captions":{"playerCaptionsTracklistRenderer":{"captionTracks":[{"languageCode":"en","vssId":".en"}]}}}
        """.Replace("%ID%", id, StringComparison.Ordinal).Replace("%DESCRIPTION%", Description, StringComparison.Ordinal);

    public static string Microformat(string id = Id) => """
        {"videoDetails":{"videoId":"%ID%"},
         "microformat":{"playerMicroformatRenderer":{"title":{"simpleText":"Marsh fever explained"},"publishDate":"2024-02-03T08:00:00-08:00","uploadDate":"2024-02-03T08:00:00-08:00",
          "category":"Education","ownerChannelName":"Example Medicine","externalChannelId":"UCtestchannelAtestAAAA01","isFamilySafe":true,"likeCount":"99"}}}
        """.Replace("%ID%", id, StringComparison.Ordinal);

    public static string Next(string id = Id) => """
        {"currentVideoEndpoint":{"watchEndpoint":{"videoId":"%ID%"}},
         "contents":{"twoColumnWatchNextResults":{"results":{"results":{"contents":[
          {"itemSectionRenderer":{"contents":[{"infoPanelContentRenderer":{"paragraphs":[{"runs":[{"text":"From an accredited hospital"}]}],"icon":{"iconType":"HEALTH_AND_SAFETY"},
           "sourceEndpoint":{"urlEndpoint":{"url":"https://support.google.com/youtube/answer/9795167"}}}}]}},
          {"videoPrimaryInfoRenderer":{"title":{"runs":[{"text":"Marsh fever explained"}]}}},
          {"videoSecondaryInfoRenderer":{"owner":{"videoOwnerRenderer":{"title":{"runs":[{"text":"Example Medicine"}]},"subscriberCountText":{"simpleText":"1.5K subscribers"},
           "navigationEndpoint":{"browseEndpoint":{"browseId":"UCtestchannelAtestAAAA01","canonicalBaseUrl":"/@ExampleMedicine"}}}}}}]}}}}}
        """.Replace("%ID%", id, StringComparison.Ordinal);

    /// <summary>The three responses in one object, on one line.</summary>
    public static string Whole(string id = Id) => JsonNode.Parse($$"""{"player":{{Player(id)}},"next":{{Next(id)}},"microformat":{{Microformat(id)}}}""")!.ToJsonString();

    public static string Html(string id = Id) => $"""
        <!DOCTYPE html><html lang="en"><head><title>Marsh fever explained</title></head><body>
        <script>var ytInitialPlayerResponse = {Player(id)};</script>
        <script>var ytInitialData = {Next(id)};</script>
        </body></html>
        """;

    /// <summary>A watch page of a video that cannot be played.</summary>
    public static string Refused(string status) => """
        <!DOCTYPE html><html lang="en"><body><script>var ytInitialPlayerResponse = {"playabilityStatus":%STATUS%};</script>
        <script>var ytInitialData = {"currentVideoEndpoint":{"watchEndpoint":{"videoId":"%ID%"}},"contents":{"twoColumnWatchNextResults":{}}};</script></body></html>
        """.Replace("%STATUS%", status, StringComparison.Ordinal).Replace("%ID%", Id, StringComparison.Ordinal);

    public const string Private = """{"status":"LOGIN_REQUIRED","messages":["This is a private video. Please sign in to verify that you may see it."]}""";
    public const string Removed = """{"status":"ERROR","reason":"Video unavailable"}""";
    public const string BotCheck = """{"status":"LOGIN_REQUIRED","reason":"Sign in to confirm you’re not a bot"}""";
    public const string Consent = """<!DOCTYPE html><html><body><form action="https://consent.youtube.com/save" method="POST"><button>Reject all</button></form></body></html>""";
}
