using CredScore.Scoring.Model;

namespace CredScore.Scoring.Tests.Model;

[TestFixture]
internal sealed class VideoTextModelTests
{
    private const string Alarming = "The shocking truth about toxic vaccines revealed: what they do not want parents to know";
    private const string Sober = "Pediatrician explains how the measles vaccine protects children during the outbreak";

    [Test]
    public void Words_a_resemblance_and_never_a_finding()
    {
        foreach (var (title, description) in Texts())
        {
            if (VideoTextModel.Default.Read(title, description, "Sample") is { } prediction)
            {
                Assert.That(prediction.Sentence, Does.StartWith("The wording resembles").And.EndsWith("nobody has checked this one."));
                Assert.That(prediction.Confidence, Is.InRange(VideoTextModel.LeastConfidence, 1));
                Assert.That(prediction.Contributions, Is.Not.Empty);
            }
        }
    }

    [Test]
    public void Tells_an_alarming_wording_from_a_sober_one()
    {
        var alarming = VideoTextModel.Default.Read(Alarming, null, "Sample", out var first);
        var sober = VideoTextModel.Default.Read(Sober, null, "Sample", out var second);

        Assert.Multiple(() =>
        {
            Assert.That(alarming?.Probability, Is.GreaterThan(0.5), first.ToString());
            Assert.That(sober?.Probability, Is.LessThan(0.5), second.ToString());
            Assert.That(alarming!.Contributions[0].Effect, Is.GreaterThan(0));
        });
    }

    [TestCase("Vaccines!", null, TextAbstention.TooLittleText)]
    [TestCase(null, null, TextAbstention.TooLittleText)]
    [TestCase("La verdad sobre las vacunas y lo que no se dice en los medios", null, TextAbstention.OtherLanguage)]
    [TestCase("What you should know about how the heart pumps blood", null, TextAbstention.OtherTopic)]
    public void Abstains_and_says_why(string? title, string? description, TextAbstention expected)
    {
        Assert.That(VideoTextModel.Default.Read(title, description, "Sample", out var abstention), Is.Null);
        Assert.That(abstention, Is.EqualTo(expected));
        Assert.That(VideoTextModel.Explain(abstention), Does.EndWith("."));
    }

    [Test]
    public void Contributions_are_words_of_the_text_itself()
    {
        var prediction = VideoTextModel.Default.Read(Alarming, null, "Sample")!;
        var words = Alarming.ToLowerInvariant().Replace(":", "", StringComparison.Ordinal);
        Assert.That(prediction.Contributions.Select(contribution => contribution.Text), Is.All.Matches<string?>(text => words.Contains(text!, StringComparison.Ordinal)));
    }

    [Test]
    public void Gives_every_thread_the_same_answer()
    {
        var expected = VideoTextModel.Default.Read(Alarming, Sober, "Sample")?.Probability;
        var answers = new double?[64];
        Parallel.For(0, answers.Length, i => answers[i] = VideoTextModel.Default.Read(Alarming, Sober, "Sample")?.Probability);
        Assert.That(answers, Is.All.EqualTo(expected));
    }

    [Test]
    public void A_channels_name_alone_is_not_read_as_an_institution()
        => Assert.That(ChannelTextModel.Default.Read("University Hospital of Samplestead", null), Is.Null);

    [Test]
    public void Tells_an_institutions_words_from_a_persons()
    {
        var institution = ChannelTextModel.Default.Read("Université de Samplestead", "Chaîne officielle de l'université et de son institut de recherche, avec le CNRS et le ministère.");
        var person = ChannelTextModel.Default.Read("Toto bricole", "Salut, je suis Toto, et sur ma chaîne je partage mes essais et mon amour des étoiles avec mes amis.");

        Assert.Multiple(() =>
        {
            Assert.That(institution?.Probability, Is.GreaterThan(0.5));
            Assert.That(person?.Probability, Is.LessThan(0.5));
        });
    }

    private static IEnumerable<(string Title, string? Description)> Texts()
    {
        yield return (Alarming, null);
        yield return (Sober, null);
        yield return (Sober, Alarming);
        yield return ("Vaccine debate: both sides talk about what they think", "We asked two people who do not agree.");
    }
}
