using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Tests.Features;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>How well the topic profile finds what is about medicine and health, on labelled sets.</summary>
[Category("RealData")]
public sealed class TopicAgreementTests
{
    [Test]
    public void Finds_the_videos_on_vaccines_and_leaves_other_conspiracies_alone()
    {
        var videos = AuditedVideos.OfFiveTopics();
        var found = videos.ToLookup(video => video.Topic, video => IsMedical(video.Video));

        foreach (var topic in found)
        {
            TestContext.Out.WriteLine($"{topic.Key}: {topic.Count(isMedical => isMedical)} of {topic.Count()} are medical");
        }

        foreach (var video in videos.Where(video => video.Topic == "vaccines" != IsMedical(video.Video)).Take(60))
        {
            TestContext.Out.WriteLine($"  {video.Topic}: {video.Video.Title} — {SampleVideos.Inputs(video.Video).Topic.Why}");
        }

        Assert.That(Share(found["vaccines"]), Is.AtLeast(0.95));
        Assert.That(Share(found["911"].Concat(found["flatearth"]).Concat(found["moonlanding"])), Is.AtMost(0.02));
        // Chemtrails are said to make people ill ("chemtrail flu"): those videos are about health.
        Assert.That(Share(found["chemtrails"]), Is.AtMost(0.2));
    }

    [Test]
    public void Finds_the_videos_on_covid_by_their_titles_alone()
    {
        var videos = AuditedVideos.OfCovid();
        var missed = videos.Where(video => !IsMedical(video.Video)).ToList();
        TestContext.Out.WriteLine($"covid: {videos.Count - missed.Count} of {videos.Count} are medical");

        foreach (var video in missed.Take(40))
        {
            TestContext.Out.WriteLine($"  {video.Video.Title}");
        }

        Assert.That(1 - ((double)missed.Count / videos.Count), Is.AtLeast(0.6));
    }

    [Test]
    public void Calls_few_channels_of_general_science_medical()
    {
        var channels = Csv.ReadNamed(File.ReadAllText(SharedData.Find("youtube/labelled/french-science-channels.csv"))).ToList();
        var medical = channels.Where(row => IsMedical(SampleVideos.TitleOnly(row["channel_name"], row["channel_description"]))).ToList();
        TestContext.Out.WriteLine($"french science: {medical.Count} of {channels.Count} are medical");

        foreach (var row in medical)
        {
            TestContext.Out.WriteLine($"  {row["channel_name"]}: {SampleVideos.Inputs(SampleVideos.TitleOnly(row["channel_name"], row["channel_description"])).Topic.Why}");
        }

        Assert.That((double)medical.Count / channels.Count, Is.AtMost(0.25));
    }

    [Test]
    [Category("Slow")]
    public void Finds_the_articles_of_the_project_on_medicine()
    {
        var rows = LabelledArticles.Read().AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .Select(article => (article.Title, article.IsMedical, Topic: new ArticleInputs(WikitextReader.Read(article.Wikitext, new() { Title = article.Title }), []).Topic))
            .ToList();

        var found = rows.Where(row => row.Topic.Profile == "medical").ToList();
        var right = found.Count(row => row.IsMedical);
        TestContext.Out.WriteLine($"articles: {rows.Count(row => row.IsMedical)} flagged, {found.Count} found, {right} of them flagged");

        foreach (var row in rows.Where(row => row.IsMedical && row.Topic.Profile != "medical"))
        {
            TestContext.Out.WriteLine($"  missed: {row.Title} — {row.Topic.Why}");
        }

        var extra = found.Where(row => !row.IsMedical).ToList();

        foreach (var row in extra.Where((_, index) => index % Math.Max(1, extra.Count / 30) == 0))
        {
            TestContext.Out.WriteLine($"  extra: {row.Title} — {row.Topic.Why}");
        }

        Assert.That((double)right / rows.Count(row => row.IsMedical), Is.AtLeast(0.8));
    }

    private static bool IsMedical(YouTubeVideo video) => SampleVideos.Inputs(video).Topic.Profile == "medical";

    private static double Share(IEnumerable<bool> flags) => flags.Average(flag => flag ? 1.0 : 0.0);
}
