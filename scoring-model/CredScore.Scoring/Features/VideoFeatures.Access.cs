using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using static CredScore.Scoring.Features.FeatureArithmetic;

namespace CredScore.Scoring.Features;

/// <summary>How current the video is, how well it can be followed, what its page tells of its contents, and what YouTube itself says beside it.</summary>
public static partial class VideoFeatures
{
    private const int RecentYears = 5;

    // The instrument of PEMAT does not ask short materials for chunks; YouTube's own chapters ask for a length worth dividing.
    private const int WorthDividing = 300;

    private static IEnumerable<Feature<VideoInputs>> Currency() =>
    [
        new("currency.dated", "Whether the page tells when the video was published; unknown, never no, when it could not be read.", FeatureUnit.Flag, page => page.Video.Published is null ? null : 1),
        new("currency.age_years", "Age of the video in years, from its publication to when the page was read.", FeatureUnit.Years, Age),
        new("currency.updates", "Statements in the description on when it was written, reviewed or updated, and corrections. Unknown where nobody would look for any.", FeatureUnit.Count, page => Expected(page, page.CountOf(DescriptionSignKind.Update)), page => SignEvidence(page, sign => sign.Kind == DescriptionSignKind.Update)),
        new("currency.source_age_at_publication", "Median age of the sources that tell their year when the video was published.", FeatureUnit.Years, page => AgesOfSources(page) is { Count: > 0 } ages ? Median(ages) : null),
        new("currency.recent_share_at_publication", "Share of the sources that tell their year which were at most five years old when the video was published.", FeatureUnit.Share, page => AgesOfSources(page) is { Count: > 0 } ages ? Share(ages.Count(age => age <= RecentYears), ages.Count) : null),
    ];

    private static IEnumerable<Feature<VideoInputs>> Access() =>
    [
        new("access.captions", "Captions in the language spoken: 2 written by a person, 1 automatic only, 0 none.", FeatureUnit.Index, CaptionQuality, page => (page.Video.Captions ?? []).Select(track => Link(track.IsAutomatic ? $"{track.Language}, automatic" : track.Language))),
        new("access.written_caption_languages", "Languages in which captions were uploaded, not made by a machine.", FeatureUnit.Count, page => page.Video.Captions?.Where(track => !track.IsAutomatic).Select(track => track.Language).Distinct().Count()),
        new("access.creator_chapters", "Whether the creator divided the video into chapters; unknown for videos under five minutes, which need none.", FeatureUnit.Flag, page => page.Video.LengthSeconds is >= WorthDividing && page.Video.ChapterOrigin is { } origin ? Flag(origin == ChapterOrigin.Creator) : null, page => (page.Video.Chapters ?? []).Select(chapter => new Evidence("section", null, chapter.Title))),
        new("access.automatic_chapters", "Whether a machine divided the video into chapters.", FeatureUnit.Flag, page => page.Video.ChapterOrigin is { } origin ? Flag(origin == ChapterOrigin.Automatic) : null),
        new("access.chapters", "Number of chapters.", FeatureUnit.Count, page => page.Video.ChapterOrigin == ChapterOrigin.None ? 0 : page.Video.Chapters?.Count),
        new("access.picture_height", "Lines of the best picture offered.", FeatureUnit.Index, page => page.Video.PictureHeight),
        new("access.comments", "Whether viewers can comment.", FeatureUnit.Flag, page => FlagOf(page.Video.AreCommentsOn)),
        new("access.age_restricted", "Whether the video asks for an account that states an age.", FeatureUnit.Flag, page => FlagOf(page.Video.IsAgeRestricted)),
        new("access.unlisted", "Whether only those who have the address find it.", FeatureUnit.Flag, page => FlagOf(page.Video.IsUnlisted)),
    ];

    private static IEnumerable<Feature<VideoInputs>> Completeness() =>
    [
        new("completeness.description_words", "Words of the description, without addresses.", FeatureUnit.Words, page => page.Video.Description is { } text ? CountWords(text) : null),
        new("completeness.objectives", "Statements in the description on what the viewer will learn. Unknown where nobody would look for any.", FeatureUnit.Count, page => Expected(page, page.CountOf(DescriptionSignKind.Objective)), page => SignEvidence(page, sign => sign.Kind == DescriptionSignKind.Objective)),
        new("completeness.outline", "Whether the page tells before watching what is covered: statements on what will be learnt, or the creator's chapters.", FeatureUnit.Flag, Outline, page => SignEvidence(page, sign => sign.Kind == DescriptionSignKind.Objective)),
        new("completeness.links", "Links in the description.", FeatureUnit.Count, page => page.Video.DescriptionLinks?.Count),
        new("completeness.keywords", "Keywords that the author gave.", FeatureUnit.Count, page => page.Video.Keywords?.Count),
        new("completeness.length_minutes", "Length in minutes; unknown for a stream that still runs.", FeatureUnit.Index, page => page.Video.LengthSeconds is > 0 and var length ? length / 60.0 : null),
    ];

    private static IEnumerable<Feature<VideoInputs>> Platform() =>
    [
        OfPanel("platform.health_source_panel", "Whether YouTube says beside the video that its source is a health source; unknown, never no, when it does not.", VideoPanelKind.HealthSource),
        OfPanel("platform.publisher_panel", "Whether YouTube says that the publisher is funded by a government or publicly; unknown, never no, when it does not.", VideoPanelKind.PublisherFunding),
        OfPanel("platform.topic_panel", "Whether YouTube shows background on the topic, which says nothing about the source; unknown, never no, when it does not.", VideoPanelKind.TopicContext),
        new("platform.how_it_was_made", "Whether YouTube tells how the video was made (altered or synthetic content, dubbing); unknown, never no, when it does not.", FeatureUnit.Flag, page => page.Video.HowItWasMade is null ? null : 1, page => page.Video.HowItWasMade is { } text ? [new Evidence("panel", null, text)] : []),
        new("platform.paid_promotion", "Whether YouTube shows that the creator declared a paid promotion.", FeatureUnit.Flag, page => FlagOf(page.Video.HasPaidPromotion)),
        new("platform.live", "Whether it runs live now.", FeatureUnit.Flag, page => FlagOf(page.Video.IsLive)),
    ];

    private static double? Age(VideoInputs page)
        => page.Video is { Published: { } published, FetchedAt: { } fetched }
            ? Math.Max(0, Math.Round((DateOnly.FromDateTime(fetched.UtcDateTime).DayNumber - published.DayNumber) / 365.25, 1))
            : null;

    /// <summary>Ages in whole years, youngest first.</summary>
    private static List<double> AgesOfSources(VideoInputs page)
    {
        var ages = new List<double>(page.Sources.Count);

        foreach (var source in page.Sources)
        {
            if (page.Video.Published is { Year: var now } && source.Reference.Year is { } year && year <= now + 1)
            {
                ages.Add(Math.Max(0, now - year));
            }
        }

        ages.Sort();
        return ages;
    }

    // An automatic track tells what language is spoken. Uploaded tracks in other languages alone are no captions for those who follow that one;
    // without an automatic track the language spoken is not known, and any uploaded track is taken for it.
    private static double? CaptionQuality(VideoInputs page)
    {
        if (page.Video.Captions is not { } tracks)
        {
            return null;
        }

        var spoken = tracks.FirstOrDefault(track => track.IsAutomatic)?.Language;
        var isWritten = tracks.Any(track => !track.IsAutomatic && (spoken is null || PrimaryOf(track.Language).Equals(PrimaryOf(spoken), StringComparison.OrdinalIgnoreCase)));
        return isWritten ? 2 : spoken is null ? 0 : 1;
    }

    private static ReadOnlySpan<char> PrimaryOf(string language) => language.AsSpan(0, language.IndexOf('-') is var end and >= 0 ? end : language.Length);

    private static double? Outline(VideoInputs page)
    {
        if (page.Video.ChapterOrigin == ChapterOrigin.Creator || page.CountOf(DescriptionSignKind.Objective) > 0)
        {
            return 1;
        }

        return Expected(page, page.CountOf(DescriptionSignKind.Objective)) is null ? null : 0;
    }
}
