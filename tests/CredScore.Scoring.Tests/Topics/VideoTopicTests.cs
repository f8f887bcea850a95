using System.Diagnostics;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Tests.Features;
using CsCheck;

namespace CredScore.Scoring.Tests.Topics;

public class VideoTopicTests
{
    [TestCase("Colonoscopy: what to expect", "medical")]
    [TestCase("Darmspiegelung: So läuft die Untersuchung ab", "medical")]
    [TestCase("Lungenkrebs erkennen", "medical")]
    [TestCase("Comment fonctionnent les vaccins ?", "medical")]
    [TestCase("La varicelle, maladie de l’enfance", "medical")]
    [TestCase("Síntomas de la diabetes tipo 2", "medical")]
    [TestCase("Ipertensione: che cosa sapere", "medical")]
    [TestCase("Vacinação contra o sarampo", "medical")]
    [TestCase("Hypertension arte\u0301rielle et maladies", "medical")]
    [TestCase("How to change a bicycle tyre", "general")]
    [TestCase("The heart of the city", "general")]
    [TestCase("Remove a computer virus", "general")]
    [TestCase("Doctor Who: the best moments", "general")]
    [TestCase("Heart attack: treatment in the first hour", "general")]
    [TestCase("", "general")]
    public void Tells_medical_titles_from_others(string title, string profile)
    {
        var topic = SampleVideos.Inputs(SampleVideos.TitleOnly(title)).Topic;
        Assert.That(topic.Profile, Is.EqualTo(profile), topic.Why);
        Assert.That(topic.Why, Does.EndWith("."));
    }

    [Test]
    public void Lets_keywords_and_description_decide_where_the_title_is_vague()
    {
        var topic = SampleVideos.Inputs(SampleVideos.TitleOnly("Heart attack", "What to do in the first hour after an infarction.", "Education", "cardiology", "emergency medicine")).Topic;
        Assert.That((topic.Profile, topic.Why), Is.EqualTo(("medical", "Its title, keywords and description speak of medicine or health, such as “Heart”, “cardiology”, “infarction”.")));
    }

    [Test]
    public void Asks_more_of_a_song_than_of_a_lesson()
    {
        Assert.That(SampleVideos.Inputs(SampleVideos.TitleOnly("Symptoms", category: "Music")).Topic.Profile, Is.EqualTo("general"));
        Assert.That(SampleVideos.Inputs(SampleVideos.TitleOnly("Symptoms", category: "Education")).Topic.Profile, Is.EqualTo("medical"));
    }

    [Test]
    public void Takes_the_word_of_a_health_panel_and_of_a_hospital()
    {
        var panel = new YouTubeVideo { Title = "Our story", Panels = [new(VideoPanelKind.HealthSource, "From an accredited hospital", null)] };
        Assert.That(SampleVideos.Inputs(panel).Topic.Why, Is.EqualTo("YouTube shows its panel for health sources beside the video."));
        Assert.That(SampleVideos.Inputs(SampleVideos.TitleOnly("Our story"), SampleVideos.Unknown with { Kind = ChannelKind.Hospital }).Topic.Profile, Is.EqualTo("medical"));
    }

    [Test]
    public void Takes_the_topic_that_a_background_panel_names()
        => Assert.That(SampleVideos.Inputs(new YouTubeVideo { Title = "The truth", Panels = [new(VideoPanelKind.TopicContext, "COVID-19 vaccine", null)] }).Topic.Profile, Is.EqualTo("medical"));

    [Test]
    public void Decides_on_any_text()
        => Gen.Select(Gen.String, Gen.String, Gen.String.Array[0, 4]).Sample((title, description, keywords) =>
        {
            var topic = SampleVideos.Inputs(SampleVideos.TitleOnly(title, description, null, keywords)).Topic;
            Assert.That(topic.Profile, Is.AnyOf("medical", "general"));
            Assert.That(topic.Why, Does.EndWith("."));
        }, iter: 2000);

    [TestCase("\ud800\udc00\ud800 krebs \udfff")]
    [TestCase("\u202egnitaert recnac\u202c")]
    [TestCase("\u0301\u0301\u0301\u0301")]
    [TestCase("\0\u0001ﬀﬁ½Ⅷ")]
    public void Survives_hostile_text(string title)
        => Assert.That(SampleVideos.Inputs(SampleVideos.TitleOnly(title, title)).Topic.Profile, Is.AnyOf("medical", "general"));

    [Test]
    public void Looks_at_no_more_than_the_beginning_of_endless_text()
    {
        var endless = string.Concat(Enumerable.Repeat("krebs vaccine ", 1_000_000));
        var started = Stopwatch.GetTimestamp();
        var topic = SampleVideos.Inputs(SampleVideos.TitleOnly(endless, endless, null, [.. Enumerable.Repeat(endless, 200)])).Topic;
        Assert.That(topic.Profile, Is.EqualTo("medical"));
        Assert.That(topic.Why, Has.Length.LessThan(300));
        Assert.That(Stopwatch.GetElapsedTime(started), Is.LessThan(TimeSpan.FromSeconds(5)));
    }
}
