using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Documents;

/// <summary>
/// Says of a video why it cannot be scored. One that the site will not play here (age, country, payment, sign-in) is scored all the same when its page
/// tells what it is: the score reads the page.
/// </summary>
public static class VideoRefusal
{
    /// <summary>Why the video cannot be scored; null when it can. The reasons' ids begin with <c>video-</c>.</summary>
    /// <param name="video">What was read.</param>
    /// <param name="address">The address that was asked for; null when the content came without one.</param>
    public static NotScorable? Find(YouTubeVideo video, PageAddress? address = null)
    {
        ArgumentNullException.ThrowIfNull(video);

        if (address?.VideoId is { } asked && video.Id is { } found && asked != found)
        {
            return new("video-mismatch", $"This is the page of another video ({found}). Reload the video's own page.");
        }

        return video.Availability switch
        {
            VideoAvailability.Private => new("video-private", "This video is private: only people whom its owner invited can see it."),
            VideoAvailability.Removed => new("video-removed", "This video is no longer there: it was removed, or its address has never led to one."),
            _ when IsReadable(video) => null,
            VideoAvailability.AgeRestricted => new("video-age-restricted", "YouTube shows this video and its description only to signed-in adults. Open it in your browser and score the open page."),
            VideoAvailability.Blocked => new("video-blocked", "YouTube does not show this video in the country from which it was asked."),
            VideoAvailability.Paid => new("video-paid", "This video is for members or against payment, and its page tells nothing about it."),
            VideoAvailability.BotCheck => new("video-bot-check", "YouTube asked for a sign-in to prove that a person watches. Open the video in your browser and score the open page."),
            VideoAvailability.Upcoming => new("video-upcoming", "This video has not begun, and its page tells nothing about it yet."),
            VideoAvailability.Unavailable => new("video-unavailable", "YouTube cannot play this video, and its page tells nothing about it."),
            _ => new("video-unreadable", "Nothing about the video could be read here: neither its title nor who made it."),
        };
    }

    private static bool IsReadable(YouTubeVideo video)
        => !string.IsNullOrWhiteSpace(video.Title) && (video.Channel is { Id: not null } or { Name: not null } or { Handle: not null } || video.Description is not null);
}
