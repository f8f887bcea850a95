using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Tests.Features;

namespace CredScore.Scoring.Tests;

public class VideoScorerTests
{
    private static readonly PageAddress Address = PageAddress.TryParse("youtube:abcdefghijk", out var address, out _) ? address : null!;

    [Test]
    public void Says_what_was_scored_and_who_made_it()
    {
        var page = Assess(SampleVideos.Lesson, SampleVideos.University).Page;

        Assert.Multiple(() =>
        {
            Assert.That((page.Kind, page.Key, page.Url, page.Revision), Is.EqualTo(("youtube", "youtube:abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk", (long?)null)));
            Assert.That((page.Title, page.Language, page.Topic.Profile), Is.EqualTo(("How vaccines train the immune system", "en", "medical")));
            Assert.That(page.Channel, Is.EqualTo(new ChannelSummary("UC0123456789012345678901", "@lessons", "Lessons", ChannelKind.University, SampleVideos.University.Why, null)));
            Assert.That((page.Video!.Published, page.Video.LengthSeconds, page.Video.Views, page.Video.Likes, page.Video.Subscribers, page.Video.Availability), Is.EqualTo((new DateOnly(2025, 6, 1), 900, 10_000L, 300L, 1200L, VideoAvailability.Available)));
        });
    }

    [TestCase("How vaccines train the immune system", "youtube-medical")]
    [TestCase("How to tile a roof", "youtube-general")]
    public void Chooses_the_ruleset_that_the_topic_asks_for(string title, string ruleset)
        => Assert.That(Assess(SampleVideos.TitleOnly(title)).Versions.Ruleset, Does.StartWith($"{ruleset}/"));

    [Test]
    public void Lets_the_caller_override_the_topic()
        => Assert.That(Assess(SampleVideos.Lesson, ruleset: Rulesets.Find("youtube-general")).Versions.Ruleset, Does.StartWith("youtube-general/"));

    [Test]
    public void Has_not_enough_evidence_in_a_title_and_a_channel()
    {
        var assessment = Assess(new() { Id = "abcdefghijk", Title = "How vaccines work", Channel = new() { Name = "Dr. Somebody" } });
        Assert.That((assessment.Score, assessment.Band, assessment.Confidence), Is.EqualTo(((double?)null, Band.Insufficient, 0.0)));
    }

    [Test]
    public void Has_not_enough_evidence_in_a_song()
        => Assert.That((Assess(SampleVideos.Song).Score, Assess(SampleVideos.Song).Band), Is.EqualTo(((double?)null, Band.Insufficient)));

    [TestCase("youtube-medical")]
    [TestCase("youtube-general")]
    public void Calls_a_careful_video_strong_whoever_made_it(string ruleset)
    {
        var assessment = Assess(SampleVideos.Lesson, SampleVideos.Unknown, SampleVideos.Careful, Rulesets.Find(ruleset));

        Assert.Multiple(() =>
        {
            Assert.That(assessment.Band, Is.EqualTo(Band.Strong), $"{assessment.Score}");
            Assert.That(assessment.Criteria.Single(criterion => criterion.Id == "institutional-origin").Points, Is.Null);
        });
    }

    [TestCase("youtube-medical")]
    [TestCase("youtube-general")]
    public void Trusts_a_score_less_whose_origin_is_unknown(string ruleset)
        => Assert.That(
            Assess(SampleVideos.Lesson, SampleVideos.Unknown, SampleVideos.Careful, Rulesets.Find(ruleset)).Confidence,
            Is.LessThan(Assess(SampleVideos.Lesson, SampleVideos.University, SampleVideos.Careful, Rulesets.Find(ruleset)).Confidence));

    [TestCase("youtube-medical")]
    [TestCase("youtube-general")]
    public void Gives_a_university_without_a_source_no_strong_score(string ruleset)
        => Assert.That(Assess(SampleVideos.Lesson, SampleVideos.University, ruleset: Rulesets.Find(ruleset)).Band, Is.EqualTo(Band.Fair));

    [Test]
    public void Scores_less_what_sells_beside_the_information()
    {
        var selling = SampleVideos.Saying(DescriptionSignKind.DiscountCode, DescriptionSignKind.Affiliate, DescriptionSignKind.Shop, DescriptionSignKind.Shop);
        Assert.That(Assess(SampleVideos.Lesson, description: selling).Score, Is.LessThan(Assess(SampleVideos.Lesson).Score!.Value));
    }

    [Test]
    public void Holds_down_what_relies_on_a_retracted_paper()
    {
        var relying = new VideoDescription
        {
            References = [.. SampleVideos.Careful.References, SampleVideos.Article(7, "Ileal-lymphoid-nodular hyperplasia", "The Lancet", 1998, "10.1016/s0140-6736(97)11096-0", null)],
            Signs = SampleVideos.Careful.Signs,
        };

        var assessment = Assess(SampleVideos.Lesson, SampleVideos.University, relying);
        Assert.That((assessment.Score, assessment.Caps.Single().Id), Is.EqualTo((40.0, "retracted-source")));
    }

    [Test]
    public void Adds_up_to_the_score()
    {
        var assessment = Assess(SampleVideos.Lesson, SampleVideos.University, SampleVideos.Careful);
        var points = assessment.Criteria.Sum(criterion => (decimal)(criterion.Points ?? 0)) + assessment.Caps.Sum(cap => (decimal)cap.Effect);
        Assert.That(points, Is.EqualTo((decimal)assessment.Score!.Value));
    }

    [Test]
    public void Says_at_which_second_a_source_is_given()
    {
        var references = Assess(SampleVideos.Lesson, description: SampleVideos.Careful).References;
        Assert.That(references.Select(reference => reference.At), Is.EqualTo(new int?[] { 60, 120, null, null, null, null }));
    }

    [Test]
    public void Comes_back_from_the_store_as_it_was()
    {
        var assessment = Assess(SampleVideos.Lesson, SampleVideos.University with { IsHealthSource = true }, SampleVideos.Careful);
        var stored = Stored(assessment);

        Assert.Multiple(() =>
        {
            Assert.That(Json(stored), Is.EqualTo(Json(assessment)));
            Assert.That(stored.Features.Names, Is.SameAs(VideoFeatures.Names));
            Assert.That(stored.Features.Pairs(), Is.EqualTo(assessment.Features.Pairs()));
        });
    }

    [Test]
    public void Gives_by_rescoring_the_number_that_scoring_would_give()
    {
        var medical = Rulesets.Find("youtube-medical")!;
        var scored = Assess(SampleVideos.Lesson, SampleVideos.University, SampleVideos.Careful, medical);
        var rescored = PageScorer.Rescore(Stored(Assess(SampleVideos.Lesson, SampleVideos.University, SampleVideos.Careful, Rulesets.Find("youtube-general"))), medical);
        Assert.That((rescored.Score, rescored.Band, rescored.Confidence, rescored.Versions.Ruleset), Is.EqualTo((scored.Score, scored.Band, scored.Confidence, scored.Versions.Ruleset)));
    }

    [Test]
    public void Names_by_rescoring_the_model_that_scoring_would_name()
    {
        var video = SampleVideos.TitleOnly("The shocking truth about toxic vaccines revealed: what they do not want parents to know", category: "Education");
        var (medical, general) = (Rulesets.Find("youtube-medical")!, Rulesets.Find("youtube-general")!);
        var (weighed, bare) = (Assess(video, ruleset: medical), Assess(video, ruleset: general));
        Assert.That(weighed.Versions.Model, Is.Not.Null.And.Not.EqualTo(bare.Versions.Model), "Where the wording says nothing, no model is named at all.");
        Assert.That(PageScorer.Rescore(Stored(bare), medical).Versions.Model, Is.EqualTo(weighed.Versions.Model));
        Assert.That(PageScorer.Rescore(Stored(weighed), general).Versions.Model, Is.EqualTo(bare.Versions.Model));
    }

    [Test]
    public void Refuses_a_ruleset_made_for_another_site()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => Assess(SampleVideos.Lesson, ruleset: Rulesets.Find("medical")), Throws.ArgumentException.With.Message.StartsWith("The ruleset medical/2 is made for pages of wikipedia, not of youtube."));
            Assert.That(() => PageScorer.Rescore(Assess(SampleVideos.Lesson), Rulesets.Find("general")!), Throws.ArgumentException);
        });
    }

    [Test]
    public void Keeps_answers_about_articles_free_of_what_only_videos_have()
    {
        var article = PageScorer.Default.Assess(PageAddress.OfArticle("en", "Fever"), WikitextReader.Read("Fever is common.<ref>{{cite journal|journal=BMJ|title=A|year=2020}}</ref>", ArticleContext.Unknown));
        using var json = JsonDocument.Parse(Json(article));
        var page = json.RootElement.GetProperty("page");
        Assert.That((page.TryGetProperty("channel", out _), page.TryGetProperty("video", out _), json.RootElement.GetProperty("references")[0].TryGetProperty("at", out _)), Is.EqualTo((false, false, false)));
    }

    [Test]
    public void Reads_stored_values_of_either_kind_by_their_names()
    {
        Assert.Multiple(() =>
        {
            Assert.That(AllFeatures.NamesFor(VideoFeatures.All.Select(feature => feature.Name)), Is.SameAs(VideoFeatures.Names));
            Assert.That(AllFeatures.NamesFor(ArticleFeatures.All.Select(feature => feature.Name)), Is.SameAs(ArticleFeatures.Names));
            Assert.That(AllFeatures.NamesFor(["sources.strong", "a.name_of_old", "origin.accountability"]), Is.SameAs(VideoFeatures.Names));
            Assert.That(AllFeatures.NamesFor([]), Is.SameAs(ArticleFeatures.Names));
        });
    }

    [Test]
    public void Says_of_every_measure_that_it_was_judged_or_could_not_be()
    {
        var assessment = Assess(SampleVideos.Lesson);
        var judged = assessment.Criteria.SelectMany(criterion => criterion.Reasons).Select(reason => reason.Id).ToHashSet();
        var unsaid = Rulesets.Find("youtube-medical")!.Criteria
            .Where(criterion => !criterion.Measures.All(measure => judged.Contains(measure.Id)))
            .SelectMany(criterion => criterion.Measures.Any(measure => judged.Contains(measure.Id)) ? criterion.Measures.Where(measure => !judged.Contains(measure.Id)).Select(measure => measure.Label) : [criterion.Name])
            .Where(name => !assessment.NotJudged.Contains($"{name} could not be judged on this page."));
        Assert.That(unsaid, Is.Empty);
    }

    private static Assessment Assess(YouTubeVideo video, ChannelOrigin? origin = null, VideoDescription? description = null, Ruleset? ruleset = null)
        => PageScorer.Default.Assess(Address, video, origin ?? SampleVideos.Unknown, description ?? SampleVideos.Nothing, ruleset);

    private static string Json(Assessment assessment) => JsonSerializer.Serialize(assessment, AssessmentJson.Instance.Assessment);

    private static Assessment Stored(Assessment assessment) => JsonSerializer.Deserialize(Json(assessment), AssessmentJson.Instance.Assessment)!;
}
