using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>Every recording is assessed; the table is made to be looked at by eye.</summary>
[Category("RealData")]
public sealed class RecordedVideosTests
{
    private List<(string Name, YouTubeVideo? Video, NotScorable? Refusal, Assessment? Assessment)> _recordings = null!;

    [OneTimeSetUp]
    public void AssessEveryRecording()
        => _recordings = [.. RecordedVideos.All().Select(recording => (recording.Name, recording.Video, Refusal(recording.Video), Assess(recording.Video)))];

    [Test]
    public void Assesses_or_refuses_every_recording()
    {
        foreach (var (name, video, refusal, assessment) in _recordings)
        {
            TestContext.Out.WriteLine($"{name}: {Row(video, refusal, assessment)}");
        }

        Assert.That(_recordings, Has.Count.GreaterThan(60));
        Assert.That(_recordings.Where(recording => recording.Video is not null && recording.Refusal is null).Select(recording => recording.Assessment!.Score is null == (recording.Assessment.Band == Band.Insufficient)), Has.All.True);
    }

    [Test]
    public void Adds_the_points_of_every_recording_up_to_its_score()
        => Assert.That(
            Assessed.Where(assessment => assessment.Score is { } score && (decimal)score != assessment.Criteria.Sum(criterion => (decimal)(criterion.Points ?? 0)) + assessment.Caps.Sum(cap => (decimal)cap.Effect)).Select(assessment => assessment.Page.Key),
            Is.Empty);

    [Test]
    public void Brings_every_assessment_back_from_JSON_as_it_was()
    {
        foreach (var assessment in Assessed)
        {
            var json = JsonSerializer.Serialize(assessment, AssessmentJson.Instance.Assessment);
            Assert.That(JsonSerializer.Serialize(JsonSerializer.Deserialize(json, AssessmentJson.Instance.Assessment)!, AssessmentJson.Instance.Assessment), Is.EqualTo(json));
        }
    }

    [Test]
    public void Gives_no_number_to_music()
        => Assert.That(Assessed.Where(assessment => assessment.Page.Video!.Category == "Music" && assessment.Score is not null).Select(assessment => $"{assessment.Page.Title}: {assessment.Score}"), Is.Empty);

    [TestCase("default_notavailable_privatecontent", "video-private")]
    [TestCase("pytube_m8uHb5jIGN8.html", "video-private")]
    public void Says_why_it_refuses(string name, string reason)
        => Assert.That(_recordings.Single(recording => recording.Name == name).Refusal?.Reason, Is.EqualTo(reason));

    private IEnumerable<Assessment> Assessed => _recordings.Where(recording => recording.Assessment is not null).Select(recording => recording.Assessment!);

    private static NotScorable? Refusal(YouTubeVideo? video) => video is null ? null : VideoRefusal.Find(video);

    private static Assessment? Assess(YouTubeVideo? video)
        => video is not null && VideoRefusal.Find(video) is null
            ? PageScorer.Default.Assess(PageAddress.TryParse($"youtube:{video.Id}", out var address, out _) ? address : PageAddress.OfVideo("-----------"), video)
            : null;

    private static string Row(YouTubeVideo? video, NotScorable? refusal, Assessment? assessment)
    {
        if (assessment is null)
        {
            return $"{refusal?.Reason ?? "no video"} {video?.Availability}";
        }

        var reasons = assessment.Criteria.SelectMany(criterion => criterion.Reasons).OrderByDescending(reason => Math.Abs((2 * reason.Effect) - reason.OutOf)).Take(3);
        return $"{assessment.Page.Title} | {assessment.Page.Channel!.Name} | {assessment.Page.Channel.Kind} | {assessment.Page.Topic.Profile} | {assessment.Page.Video!.Category} | {assessment.Page.Video.Availability} | "
            + $"{assessment.Score} {assessment.Band} {assessment.Confidence} | {string.Join(' ', assessment.Criteria.Select(criterion => $"{criterion.Id}={criterion.Points}/{criterion.OutOf}"))} | {assessment.References.Count} references | {string.Join("; ", reasons.Select(reason => $"{reason.Id} {reason.Effect}/{reason.OutOf}"))}";
    }
}
