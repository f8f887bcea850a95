namespace CredScore.Scoring.Documents;

/// <summary>One video as its page shows it: everything the features look at, and nothing that judges. What the page does not tell is null.</summary>
public sealed class YouTubeVideo
{
    /// <summary>The eleven characters of the video's address.</summary>
    public string? Id { get; init; }

    /// <summary>Ids of other videos that parts of the input named, and that were left out for it: a page that was not reloaded between two videos. Empty as a rule.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    public string? Title { get; init; }

    /// <summary>The description as its author wrote it; with shortened addresses where only the displayed form is to be had. Empty when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Whether addresses in the description are shortened, or its end is cut off, because the page holds no other form.</summary>
    public bool IsDescriptionShortened { get; init; }

    /// <summary>Targets of the description's links, unwrapped from YouTube's redirects, in order; null when the page does not give them apart from the text.</summary>
    public IReadOnlyList<DescriptionLink>? DescriptionLinks { get; init; }

    public VideoChannel? Channel { get; init; }

    /// <summary>Channels that publish it together, the owner first; empty when there is one owner.</summary>
    public IReadOnlyList<VideoChannel> Collaborators { get; init; } = [];

    /// <summary>Day of publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Day of the upload, which a premiere or a change of visibility sets apart from publication.</summary>
    public DateOnly? Uploaded { get; init; }

    /// <summary>Null when unknown, or for a stream that still runs.</summary>
    public int? LengthSeconds { get; init; }

    /// <summary>YouTube's own category in English, such as <c>Education</c>.</summary>
    public string? Category { get; init; }

    /// <summary>Keywords the author gave; null when the page does not hold them.</summary>
    public IReadOnlyList<string>? Keywords { get; init; }

    /// <summary>Shown to readers; no measure of quality and never scored.</summary>
    public long? Views { get; init; }

    /// <summary>Shown to readers; no measure of quality and never scored.</summary>
    public long? Likes { get; init; }

    /// <summary>Caption tracks; empty when none is offered, null when the page does not tell.</summary>
    public IReadOnlyList<CaptionTrack>? Captions { get; init; }

    /// <summary>Chapters; null when the page does not tell.</summary>
    public IReadOnlyList<VideoChapter>? Chapters { get; init; }

    /// <summary>Who made the chapters; null when the page does not tell, <see cref="ChapterOrigin.None"/> when there are none.</summary>
    public ChapterOrigin? ChapterOrigin { get; init; }

    /// <summary>Lines of the best picture offered, such as 1080.</summary>
    public int? PictureHeight { get; init; }

    /// <summary>The licence as stated; null when none is stated (YouTube's standard licence) or the page does not tell.</summary>
    public string? Licence { get; init; }

    public bool? AreCommentsOn { get; init; }

    public bool? IsAgeRestricted { get; init; }

    /// <summary>Whether it runs live now; a finished stream is not live.</summary>
    public bool? IsLive { get; init; }

    public bool? IsUnlisted { get; init; }

    /// <summary>Whether YouTube shows the creator's declaration of paid promotion.</summary>
    public bool? HasPaidPromotion { get; init; }

    /// <summary>The words of YouTube's section on how the video was made (altered or synthetic content, dubbing); null when there is none.</summary>
    public string? HowItWasMade { get; init; }

    /// <summary>Panels that YouTube itself shows beside the video.</summary>
    public IReadOnlyList<VideoPanel> Panels { get; init; } = [];

    public VideoAvailability? Availability { get; init; }

    /// <summary>The site's own words where it refuses to play; null otherwise.</summary>
    public string? AvailabilityText { get; init; }

    /// <summary>Language of the page's own words (not of the video), such as <c>de</c>.</summary>
    public string? PageLanguage { get; init; }

    /// <summary>When the page was fetched or submitted; null when unknown.</summary>
    public DateTimeOffset? FetchedAt { get; init; }
}

/// <summary>A link of a description.</summary>
/// <param name="Address">Where it leads, without YouTube's redirect.</param>
/// <param name="Text">What is shown for it.</param>
public sealed record DescriptionLink(string Address, string? Text);

/// <summary>A channel as a video's page shows it.</summary>
public sealed record VideoChannel
{
    /// <summary><c>UC</c> and 22 characters.</summary>
    public string? Id { get; init; }

    /// <summary>With its sign: <c>@BKCHarvard</c>.</summary>
    public string? Handle { get; init; }

    public string? Name { get; init; }

    /// <summary>Null when the page shows none, which does not say that there is none.</summary>
    public ChannelBadge? Badge { get; init; }

    /// <summary>Shown to readers; no measure of quality and never scored.</summary>
    public long? Subscribers { get; init; }

    /// <summary>Links that the creator set beside the description (site, shop, other networks), unwrapped.</summary>
    public IReadOnlyList<DescriptionLink> Links { get; init; } = [];
}

/// <summary>A badge says who someone is, not how credible they are.</summary>
public enum ChannelBadge
{
    Verified,
    VerifiedArtist,
}

/// <summary>A track of captions.</summary>
/// <param name="Language">Code such as <c>en</c> or <c>pt-BR</c>.</param>
/// <param name="IsAutomatic">Whether a machine wrote it.</param>
public sealed record CaptionTrack(string Language, bool IsAutomatic);

/// <summary>A chapter.</summary>
public sealed record VideoChapter(int StartSeconds, string Title);

/// <summary>Who made the chapters.</summary>
public enum ChapterOrigin
{
    None,
    Creator,
    Automatic,
}

/// <summary>What a panel of YouTube's is about.</summary>
public enum VideoPanelKind
{
    /// <summary>The source is one that YouTube lists as a health source. It vets the source, not the video.</summary>
    HealthSource,

    /// <summary>The publisher is funded by a government or publicly. A fact about funding, not a grade.</summary>
    PublisherFunding,

    /// <summary>Background on a topic that misinformation is common on (an encyclopedia or an authority is linked).</summary>
    TopicContext,

    Other,
}

/// <summary>A panel that YouTube shows, in its own words.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">Its words in the language of the page.</param>
/// <param name="Link">Where it leads for more, unwrapped; null when nowhere.</param>
public sealed record VideoPanel(VideoPanelKind Kind, string Text, string? Link);

/// <summary>Whether the video can be watched, and if not why.</summary>
public enum VideoAvailability
{
    Available,

    /// <summary>A stream or premiere that has not begun.</summary>
    Upcoming,

    /// <summary>Needs an account that states an age.</summary>
    AgeRestricted,

    Private,
    Removed,

    /// <summary>For members, subscribers or against payment.</summary>
    Paid,

    /// <summary>Not shown in the country it was asked from.</summary>
    Blocked,

    /// <summary>YouTube asks for a sign-in to prove that a person watches.</summary>
    BotCheck,

    /// <summary>Cannot be played for another reason.</summary>
    Unavailable,
}
