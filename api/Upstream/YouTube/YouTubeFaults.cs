namespace CredScore.Api.Upstream.YouTube;

/// <summary>What YouTube answers in the place of a page. None of it says anything about the video.</summary>
internal static class YouTubeFaults
{
    private const string SendIt = "Send the page that you have open instead.";

    public static UpstreamException Consent => new(YouTubeClient.Site, UpstreamFault.Unavailable, $"YouTube wants this service to agree to cookies before it shows the page. {SendIt}", TimeSpan.FromHours(1))
    {
        Reason = "consent-page",
    };

    public static UpstreamException NoVideo => new(YouTubeClient.Site, UpstreamFault.BadAnswer, "YouTube's answer cannot be used. It is no page of a video.");

    public static UpstreamException AnotherVideo => new(YouTubeClient.Site, UpstreamFault.BadAnswer, "YouTube's answer cannot be used. It is the page of another video than the one asked for.");

    /// <param name="wait">For how long YouTube is left alone now; null before that is decided.</param>
    public static UpstreamException BotCheck(TimeSpan? wait) => new(YouTubeClient.Site, UpstreamFault.Unavailable, $"YouTube wants this service to prove that it is a person. {SendIt}", wait)
    {
        Reason = "bot-check",
    };
}
