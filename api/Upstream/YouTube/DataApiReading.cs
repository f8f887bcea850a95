using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using CredScore.Scoring.Documents;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>
/// Reads a video from what the Data API tells of it. The API does not tell panels, badge, chapters, comments or paid promotion. It tells whether captions were
/// uploaded but not in which language, and that the picture has 720 lines or more but not how many: both stay unknown. So does whether the video can be watched:
/// the API lists videos for members and for other countries like all others.
/// </summary>
internal static partial class DataApiReading
{
    private const int FirstYear = 2005;

    // https://developers.google.com/youtube/v3/docs/videoCategories/list, as the pages write them in English.
    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["1"] = "Film & Animation",
        ["2"] = "Autos & Vehicles",
        ["10"] = "Music",
        ["15"] = "Pets & Animals",
        ["17"] = "Sports",
        ["19"] = "Travel & Events",
        ["20"] = "Gaming",
        ["22"] = "People & Blogs",
        ["23"] = "Comedy",
        ["24"] = "Entertainment",
        ["25"] = "News & Politics",
        ["26"] = "Howto & Style",
        ["27"] = "Education",
        ["28"] = "Science & Technology",
        ["29"] = "Nonprofits & Activism",
    };

    public static VideoChannel ChannelOf(DataApiVideo item)
        => new() { Id = item.Snippet?.ChannelId is { } id && ChannelId().IsMatch(id) ? id : null, Name = item.Snippet?.ChannelTitle };

    /// <summary>The handle with its sign; older channels can have a name of another kind there.</summary>
    public static string? HandleOf(DataApiChannel? item) => item?.Snippet?.CustomUrl is ['@', _, ..] handle ? handle : null;

    public static YouTubeVideo Read(DataApiVideo item, VideoChannel channel, DateTimeOffset now)
    {
        var snippet = item.Snippet;
        var isLive = IsLive(snippet?.LiveBroadcastContent);

        return new()
        {
            Id = item.Id,
            Title = snippet?.Title,
            Description = snippet?.Description,
            Channel = channel,
            Published = DayOf(snippet?.PublishedAt),
            LengthSeconds = isLive is true ? null : SecondsOf(item.ContentDetails?.Duration),
            Category = snippet?.CategoryId is { } category ? Categories.GetValueOrDefault(category) : null,
            Keywords = snippet?.Tags?.OfType<string>().ToList(),
            Views = item.Statistics?.ViewCount,
            Likes = item.Statistics?.LikeCount,
            Licence = item.Status?.License == "creativeCommon" ? "Creative Commons Attribution license (reuse allowed)" : null,
            IsAgeRestricted = item.ContentDetails?.ContentRating is { } rating ? rating.YtRating == "ytAgeRestricted" : null,
            IsLive = isLive,
            IsUnlisted = item.Status?.PrivacyStatus is { } privacy ? privacy == "unlisted" : null,
            Availability = AvailabilityOf(item),
            FetchedAt = now,
        };
    }

    private static VideoAvailability? AvailabilityOf(DataApiVideo item) => item switch
    {
        { Status.UploadStatus: "deleted" or "failed" or "rejected" } => VideoAvailability.Removed,
        { Status.PrivacyStatus: "private" } => VideoAvailability.Private,
        { ContentDetails.ContentRating.YtRating: "ytAgeRestricted" } => VideoAvailability.AgeRestricted,
        { Snippet.LiveBroadcastContent: "upcoming" } => VideoAvailability.Upcoming,
        _ => null,
    };

    private static bool? IsLive(string? broadcast) => broadcast switch
    {
        "live" => true,
        "none" or "upcoming" => false,
        _ => null,
    };

    // "2024-02-03T16:00:00Z", where pages name the day in California: at most a day apart.
    private static DateOnly? DayOf(string? time)
        => DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at.Year >= FirstYear ? DateOnly.FromDateTime(at.UtcDateTime) : null;

    // "PT10M40S", "P1DT2H"; "P0D" for a stream that runs or has not begun.
    private static int? SecondsOf(string? duration)
    {
        try
        {
            return duration is not null && XmlConvert.ToTimeSpan(duration).TotalSeconds is >= 1 and <= int.MaxValue and var seconds ? (int)seconds : null;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^UC[A-Za-z0-9_-]{22}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChannelId();
}
