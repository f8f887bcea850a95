using System.Text.RegularExpressions;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;
using CsCheck;

namespace CredScore.Scoring.Tests.Features;

public partial class VideoFeaturesTests
{
    [Test]
    public void Declares_at_least_forty_features_once_each()
    {
        var names = VideoFeatures.All.Select(feature => feature.Name).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(names, Has.Count.GreaterThanOrEqualTo(40));
            Assert.That(names, Is.Unique);
            Assert.That(names.Where(name => !NameForm().IsMatch(name)), Is.Empty);
            Assert.That(VideoFeatures.All.Where(feature => !feature.Description.EndsWith('.')).Select(feature => feature.Name), Is.Empty, "Describe each feature in a sentence.");
        });
    }

    [Test]
    public void Says_the_same_of_sources_as_for_articles()
    {
        var articles = ArticleFeatures.All.Where(feature => feature.Name.StartsWith("sources.", StringComparison.Ordinal)).Select(feature => (feature.Name, feature.Description, feature.Unit));
        var videos = VideoFeatures.All.Where(feature => feature.Name.StartsWith("sources.", StringComparison.Ordinal)).Select(feature => (feature.Name, feature.Description, feature.Unit));
        Assert.That(videos, Is.EqualTo(articles));
    }

    [Test]
    public void Has_no_feature_for_views_likes_subscribers_or_badges()
        => Assert.That(VideoFeatures.All.Select(feature => feature.Name).Where(name => Popularity().IsMatch(name)), Is.Empty);

    [Test]
    public void Gives_the_same_numbers_whatever_the_popularity()
    {
        var quiet = Read(SampleVideos.Lesson);
        var loud = Read(With(SampleVideos.Lesson, views: 900_000_000, likes: 50_000_000, new() { Id = "UC0123456789012345678901", Name = "Dr. Lessons MD", Badge = ChannelBadge.Verified, Subscribers = 80_000_000 }));
        Assert.That(loud.Pairs(), Is.EqualTo(quiet.Pairs()));
    }

    [Test]
    public void Knows_nothing_of_a_video_of_which_nothing_was_read()
    {
        var known = Read(new YouTubeVideo()).Pairs().Where(pair => pair.Value is not null).Select(pair => pair.Key);
        Assert.That(known, Is.EqualTo(new[] { "origin.collaborators" }));
    }

    [Test]
    public void Takes_an_empty_description_for_one_that_names_nothing()
    {
        var features = Read(SampleVideos.TitleOnly("How vaccines work", ""));
        Assert.That((features["references.count"], features["sources.strong"], features["disclosure.commercial_signs"], features["completeness.description_words"]), Is.EqualTo((0.0, 0.0, 0.0, 0.0)));
        Assert.That((features["sources.strong_share"], features["references.lookup_share"]), Is.EqualTo(((double?)null, (double?)null)));
    }

    [Test]
    public void Looks_for_no_sources_in_a_song()
    {
        var features = Read(SampleVideos.Song);
        string[] unasked = ["references.count", "transparency.credentials", "transparency.disclaimers", "disclosure.statements", "completeness.objectives", "currency.updates"];
        Assert.That(unasked.Where(name => features[name] is not null), Is.Empty);
        Assert.That(features["disclosure.commercial_signs"], Is.Zero);
    }

    [Test]
    public void Counts_the_sources_that_an_entertainer_names_all_the_same()
        => Assert.That(VideoFeatures.Read(SampleVideos.Inputs(SampleVideos.Song, description: SampleVideos.Naming(SampleVideos.Link(1, "https://www.who.int/"))))["references.count"], Is.EqualTo(1));

    [TestCase(ChannelKind.PublicBody, 3.0)]
    [TestCase(ChannelKind.Journal, 3.0)]
    [TestCase(ChannelKind.Newsroom, 2.0)]
    [TestCase(ChannelKind.Educator, 2.0)]
    [TestCase(ChannelKind.Clinician, 2.0)]
    [TestCase(ChannelKind.Advocacy, 1.0)]
    [TestCase(ChannelKind.Company, 0.0)]
    [TestCase(ChannelKind.Unknown, null)]
    public void Tells_who_answers_for_the_channel(ChannelKind kind, double? expected)
    {
        var features = VideoFeatures.Read(SampleVideos.Inputs(SampleVideos.Lesson, SampleVideos.Unknown with { Kind = kind }));
        Assert.That(features["origin.accountability"], Is.EqualTo(expected));
        Assert.That(features["origin.company"], Is.EqualTo(kind == ChannelKind.Unknown ? null : kind == ChannelKind.Company ? 1.0 : 0.0));
    }

    [Test]
    public void Never_says_that_a_channel_is_no_health_source()
    {
        Assert.That(VideoFeatures.Read(SampleVideos.Inputs(SampleVideos.Lesson, SampleVideos.University))["origin.health_source"], Is.Null);
        Assert.That(VideoFeatures.Read(SampleVideos.Inputs(SampleVideos.Lesson, SampleVideos.University with { IsHealthSource = true }))["origin.health_source"], Is.EqualTo(1));
    }

    [Test]
    public void Never_says_that_a_panel_is_missing()
        => Assert.That(VideoFeatures.All.Where(feature => feature.Name.EndsWith("_panel", StringComparison.Ordinal)).Select(feature => Read(SampleVideos.Lesson)[feature.Name]), Has.All.Null);

    [Test]
    public void Shows_the_words_of_a_panel_as_evidence()
    {
        var video = new YouTubeVideo { Title = "A", Panels = [new(VideoPanelKind.HealthSource, "From an accredited hospital", null)] };
        var feature = VideoFeatures.All.Single(feature => feature.Name == "platform.health_source_panel");
        var inputs = SampleVideos.Inputs(video);
        Assert.That((feature.Read(inputs), feature.Evidence!(inputs).Single()), Is.EqualTo((1.0, new Assessments.Evidence("panel", null, "From an accredited hospital"))));
    }

    [Test]
    public void Reads_the_numbers_of_a_careful_video()
    {
        var features = VideoFeatures.Read(SampleVideos.Inputs(SampleVideos.Lesson, SampleVideos.University, SampleVideos.Careful));

        Assert.Multiple(() =>
        {
            Assert.That((features["references.count"], features["sources.strong"], features["sources.classified_share"]), Is.EqualTo((6.0, 6.0, 1.0)));
            Assert.That((features["references.identifier_share"], features["references.timed_share"]), Is.EqualTo((4 / 6.0, 2 / 6.0)));
            Assert.That((features["references.per_10_minutes"], features["completeness.length_minutes"]), Is.EqualTo((4.0, 15.0)));
            Assert.That((features["currency.age_years"], features["currency.source_age_at_publication"]), Is.EqualTo((1.0, 2.0)));
            Assert.That((features["access.captions"], features["access.creator_chapters"], features["access.chapters"]), Is.EqualTo((2.0, 1.0, 2.0)));
            Assert.That((features["transparency.credentials"], features["disclosure.statements"], features["completeness.outline"]), Is.EqualTo((2.0, 1.0, 1.0)));
            Assert.That(features["completeness.description_words"], Is.EqualTo(28));
        });
    }

    [TestCase("en", true, null, null, 1.0)]
    [TestCase("en", true, "en-GB", false, 2.0)]
    [TestCase("en", true, "fr", false, 1.0)]
    [TestCase("fr", false, null, null, 2.0)]
    public void Asks_for_captions_in_the_language_that_is_spoken(string language, bool isAutomatic, string? other, bool? isOtherAutomatic, double expected)
    {
        List<CaptionTrack> tracks = [new(language, isAutomatic)];

        if (other is not null)
        {
            tracks.Add(new(other, isOtherAutomatic!.Value));
        }

        Assert.That(Read(new YouTubeVideo { Title = "A", Captions = tracks })["access.captions"], Is.EqualTo(expected));
    }

    [Test]
    public void Tells_no_captions_from_captions_of_which_nothing_is_known()
    {
        Assert.That(Read(new YouTubeVideo { Title = "A", Captions = [] })["access.captions"], Is.Zero);
        Assert.That(Read(new YouTubeVideo { Title = "A" })["access.captions"], Is.Null);
    }

    [TestCase(299, null)]
    [TestCase(300, 0.0)]
    public void Asks_short_videos_for_no_chapters(int seconds, double? expected)
        => Assert.That(Read(new YouTubeVideo { Title = "A", LengthSeconds = seconds, ChapterOrigin = ChapterOrigin.None })["access.creator_chapters"], Is.EqualTo(expected));

    [TestCase("This paper was retracted in 2010.", 0.0)]
    [TestCase("Diese Arbeit wurde zurückgezogen.", 0.0)]
    [TestCase("This paper proves it.", 1.0)]
    public void Takes_a_retracted_paper_for_one_relied_on_unless_the_description_speaks_of_it(string description, double expected)
    {
        var inputs = SampleVideos.Inputs(SampleVideos.TitleOnly("MMR", description), description: SampleVideos.Naming(SampleVideos.Article(1, "Ileal-lymphoid-nodular hyperplasia", "The Lancet", 1998, "10.1016/s0140-6736(97)11096-0", null)));
        Assert.That(inputs.CountOf(SourceType.Retracted), Is.EqualTo(1), "The registry of retractions no longer lists this paper; take another for the test.");
        Assert.That(VideoFeatures.Read(inputs)["references.retracted_unmarked"], Is.EqualTo(expected));
    }

    [Test]
    public void Stays_within_bounds_on_any_video()
        => AnyVideo.Sample(video => AssertBounds(SampleVideos.Inputs(video, SampleVideos.University, SampleVideos.Careful)), iter: 2000);

    private static Gen<YouTubeVideo> AnyVideo { get; } = Gen.Select(Gen.String.Null(), Gen.String.Null(), Gen.Int.Nullable(), Gen.Int[0, 3_650_000].Nullable(), Gen.Enum<ChapterOrigin>().Nullable(), Gen.String.Array[0, 3].Null(), Gen.Enum<VideoPanelKind>().Array[0, 3], Gen.Select(Gen.String, Gen.Bool).Array[0, 4].Null())
        .Select((title, description, length, day, chapters, keywords, panels, captions) => new YouTubeVideo
        {
            Title = title,
            Description = description,
            LengthSeconds = length,
            PictureHeight = length is null ? null : Math.Abs(length.Value % 10_000),
            Published = day is { } number ? DateOnly.FromDayNumber(number) : null,
            ChapterOrigin = chapters,
            Keywords = keywords,
            Panels = [.. panels.Select(kind => new VideoPanel(kind, title ?? "", null))],
            Captions = captions?.Select(track => new CaptionTrack(track.Item1, track.Item2)).ToList(),
            FetchedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });

    private static void AssertBounds(VideoInputs inputs)
    {
        var values = VideoFeatures.Read(inputs);

        foreach (var feature in VideoFeatures.All)
        {
            var value = values[feature.Name];
            Assert.That(value is null || double.IsFinite(value.Value), feature.Name);
            Assert.That(feature.Unit is not (FeatureUnit.Share or FeatureUnit.Flag) || value is null or (>= 0 and <= 1), $"{feature.Name} is {value}");
            Assert.That(value is null or >= 0, $"{feature.Name} is {value}");
            Assert.That(feature.Evidence?.Invoke(inputs).Where(evidence => evidence is null), Is.Null.Or.Empty, feature.Name);
        }
    }

    private static YouTubeVideo With(YouTubeVideo video, long views, long likes, VideoChannel channel) => new()
    {
        Id = video.Id,
        Title = video.Title,
        Description = video.Description,
        DescriptionLinks = video.DescriptionLinks,
        Channel = channel,
        Published = video.Published,
        LengthSeconds = video.LengthSeconds,
        Category = video.Category,
        Keywords = video.Keywords,
        Views = views,
        Likes = likes,
        Captions = video.Captions,
        Chapters = video.Chapters,
        ChapterOrigin = video.ChapterOrigin,
        PictureHeight = video.PictureHeight,
        AreCommentsOn = video.AreCommentsOn,
        IsAgeRestricted = video.IsAgeRestricted,
        IsLive = video.IsLive,
        IsUnlisted = video.IsUnlisted,
        HasPaidPromotion = video.HasPaidPromotion,
        Availability = video.Availability,
        FetchedAt = video.FetchedAt,
    };

    private static FeatureValues Read(YouTubeVideo video) => VideoFeatures.Read(SampleVideos.Inputs(video));

    [GeneratedRegex("^[a-z]+\\.[a-z0-9_]+$")]
    private static partial Regex NameForm();

    [GeneratedRegex("views|like|subscriber|badge|verified|popular")]
    private static partial Regex Popularity();
}
