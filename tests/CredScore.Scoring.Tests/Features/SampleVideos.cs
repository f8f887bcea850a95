using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Features;

/// <summary>Videos of our own making, with what a complete page tells.</summary>
internal static class SampleVideos
{
    public static readonly ChannelOrigin Unknown = new(ChannelKind.Unknown, "Nothing on the page tells who stands behind the channel.", null, false, []);

    public static readonly ChannelOrigin University = new(ChannelKind.University, "The registry of channels lists it as a university.", "channels", false, [new("link", null, "@example")]);

    public static readonly VideoDescription Nothing = new() { References = [], Signs = [] };

    private static readonly SourceClassifier Classifier = new();

    /// <summary>A complete page on how vaccines work, by somebody of whom nothing is known.</summary>
    public static YouTubeVideo Lesson { get; } = new()
    {
        Id = "abcdefghijk",
        Title = "How vaccines train the immune system",
        Description = "What happens in the lymph nodes after a vaccination, step by step, with the evidence on how long the protection lasts and what is still not known about it.",
        DescriptionLinks = [],
        Channel = new() { Id = "UC0123456789012345678901", Handle = "@lessons", Name = "Lessons", Subscribers = 1200 },
        Published = new(2025, 6, 1),
        LengthSeconds = 900,
        Category = "Education",
        Keywords = ["vaccine", "immunity"],
        Views = 10_000,
        Likes = 300,
        Captions = [new("en", true), new("en-GB", false)],
        Chapters = [new(0, "Start"), new(300, "Memory cells")],
        ChapterOrigin = ChapterOrigin.Creator,
        PictureHeight = 1080,
        AreCommentsOn = true,
        IsAgeRestricted = false,
        IsLive = false,
        IsUnlisted = false,
        HasPaidPromotion = false,
        Availability = VideoAvailability.Available,
        FetchedAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>A song, of which a page tells everything as well.</summary>
    public static YouTubeVideo Song { get; } = new()
    {
        Id = "kjihgfedcba",
        Title = "Night Train (Official Video)",
        Description = "The new single. Listen everywhere.",
        DescriptionLinks = [],
        Channel = new() { Id = "UC9876543210987654321098", Name = "The Band", Badge = ChannelBadge.VerifiedArtist, Subscribers = 5_000_000 },
        Published = new(2025, 6, 1),
        LengthSeconds = 215,
        Category = "Music",
        Views = 900_000_000,
        Likes = 9_000_000,
        Captions = [new("en", true)],
        ChapterOrigin = ChapterOrigin.None,
        PictureHeight = 2160,
        AreCommentsOn = true,
        Availability = VideoAvailability.Available,
        FetchedAt = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
    };

    /// <summary>What a careful description refers to and says.</summary>
    public static VideoDescription Careful { get; } = new()
    {
        References =
        [
            Article(1, "Durability of protection: a systematic review and meta-analysis", "BMJ", 2023, "10.1136/bmj-2023-1", 60),
            Article(2, "Vaccination of adults: a clinical practice guideline", "Annals of Internal Medicine", 2024, "10.7326/m24-1", 120),
            Article(3, "Memory B cells in humans", "Nature Reviews Immunology", 2022, "10.1038/s41577-022-1", null),
            Link(4, "https://www.who.int/news-room/fact-sheets/detail/immunization-coverage"),
            Link(5, "https://www.cdc.gov/vaccines/basics/"),
            Article(6, "Immunology, a short textbook", "The Lancet", 2023, "10.1016/s0140-6736(23)1", null),
        ],
        Signs =
        [
            new(DescriptionSignKind.Credential, "Written by a professor of immunology"),
            new(DescriptionSignKind.Credential, "Reviewed by a consultant physician"),
            new(DescriptionSignKind.Disclosure, "No sponsors, no conflicts of interest"),
            new(DescriptionSignKind.Disclaimer, "For information only, no substitute for medical advice"),
            new(DescriptionSignKind.Objective, "You will learn how memory cells form"),
            new(DescriptionSignKind.Update, "Last reviewed in May 2026"),
        ],
    };

    public static YouTubeVideo TitleOnly(string title, string? description = null, string? category = null, params string[] keywords)
        => new() { Id = "abcdefghijk", Title = title, Description = description, Category = category, Keywords = keywords };

    public static VideoInputs Inputs(YouTubeVideo video, ChannelOrigin? origin = null, VideoDescription? description = null)
        => new(video, origin ?? Unknown, description ?? Nothing, [.. (description ?? Nothing).References.Select(Classifier.Classify)]);

    public static VideoDescription Saying(params DescriptionSignKind[] signs) => new() { References = [], Signs = [.. signs.Select(kind => new DescriptionSign(kind, $"{kind}"))] };

    public static VideoDescription Naming(params Reference[] references) => new() { References = references, Signs = [] };

    public static Reference Article(int index, string title, string journal, int year, string doi, int? at) => new()
    {
        Index = index,
        Kind = ReferenceKind.Journal,
        Place = ReferencePlace.Description,
        Title = title,
        Work = journal,
        Year = year,
        Doi = doi,
        Addresses = [$"https://doi.org/{doi}"],
        AtSeconds = at,
    };

    public static Reference Link(int index, string address) => new()
    {
        Index = index,
        Kind = ReferenceKind.BareLink,
        Place = ReferencePlace.Description,
        Addresses = [address],
    };
}
