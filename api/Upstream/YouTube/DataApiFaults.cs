namespace CredScore.Api.Upstream.YouTube;

/// <summary>What the Data API answers in the place of a video. None of it says anything about the video.</summary>
internal static class DataApiFaults
{
    public const string QuotaUsed = "quota-used";

    public const string KeyRefused = "key-refused";

    private const string SendIt = "Send the page that you have open instead.";

    public static UpstreamException Unusable(Exception? cause = null)
        => new(YouTubeClient.Site, UpstreamFault.BadAnswer, "The answer of YouTube's Data API cannot be used. It is cut off or answers another question.", cause: cause);

    public static UpstreamException AnotherVideo => new(YouTubeClient.Site, UpstreamFault.BadAnswer, "The answer of YouTube's Data API cannot be used. It is about another video than the one asked for.");

    /// <param name="wait">Until there is a new quota.</param>
    public static UpstreamException Quota(TimeSpan wait)
        => new(YouTubeClient.Site, UpstreamFault.Unavailable, $"This service has used up what YouTube's Data API allows it for a day, which ends at midnight in California. {SendIt}", wait) { Reason = QuotaUsed };

    /// <param name="wait">For how long the API is left alone now.</param>
    public static UpstreamException Key(TimeSpan wait)
        => new(
            YouTubeClient.Site,
            UpstreamFault.Unavailable,
            $"YouTube's Data API does not accept this service's key, which whoever runs it has to set right. {SendIt}",
            wait)
        {
            Reason = KeyRefused,
        };
}
