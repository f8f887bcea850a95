using CredScore.Scoring.Model;

namespace CredScore.Scoring.Tests.Model;

[TestFixture]
internal sealed class TextTokensTests
{
    [TestCase("Don't WAIT, ask!", "dont wait ask !")]
    [TestCase("5 facts in 2019", "# facts in #")]
    [TestCase("see https://www.cdc.gov/flu?x=1 now", "see link:official now")]
    [TestCase("https://medicine.example.edu/a http://www.ox.ac.uk", "link:academic link:academic")]
    [TestCase("https://doi.org/10.1/x www.youtube.com/c/me https://shop.example.com", "link:science link:social link:other")]
    [TestCase("https://cdc.gov.example.com", "link:other")]
    [TestCase("by @somebody_else or me@example.org today", "by or today")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public void Cuts_text_into_words_links_and_marks(string? text, string tokens)
        => Assert.That(string.Join(' ', TextTokens.Read(text, TextMask.None, 1000).Select(token => token.Text)), Is.EqualTo(tokens));

    [Test]
    public void Hides_the_channels_name_also_where_it_is_run_together()
    {
        var mask = TextMask.Of("The Sample Clinic");
        var tokens = TextTokens.Read("Sample Clinic: vaccines explained. Follow SampleClinic and thesampleclinictv", mask, 1000);

        Assert.That(tokens.Select(token => token.Text), Does.Not.Contain("sample").And.Not.Contain("clinic").And.Contain("vaccines"));
    }

    [Test]
    public void A_name_in_the_text_changes_nothing_once_it_is_masked()
    {
        var shape = new TextShape(12, TextParts.Words, 1000);
        var one = TextFeaturizer.Read(shape, new("Zanderfilm: are vaccines safe?", null, "Zanderfilm"));
        var other = TextFeaturizer.Read(shape, new("Quorbit: are vaccines safe?", null, "Quorbit"));

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.Select(term => term.Text), Has.None.Contain("zanderfilm"));
    }

    [Test]
    public void Pairs_words_of_one_phrase_only()
    {
        var terms = TextFeaturizer.Read(new(12, TextParts.Words, 1000), new("Flu shots. Ask us", null, null)).Select(term => term.Text).ToList();

        Assert.That(terms, Does.Contain("flu shots").And.Contain("ask us"));
        Assert.That(terms, Does.Not.Contain("shots ask"));
    }

    [Test]
    public void A_long_text_counts_no_more_than_a_short_one()
    {
        var terms = TextFeaturizer.Read(new(16, TextParts.Words, 3000), new(null, string.Join(' ', Enumerable.Range(0, 400).Select(i => "word" + (char)('a' + (i % 26)) + (char)('a' + (i / 26)))), null));
        Assert.That(terms.Sum(term => (double)term.Value * term.Value), Is.EqualTo(1).Within(1e-4));
    }

    [TestCase("What do you know about the flu and how it is spread", true)]
    [TestCase("Qué es la gripe y cómo se contagia en los niños", false)]
    [TestCase("Was man über die Grippe und die Impfung wissen muss, das ist nicht alles", false)]
    [TestCase("टीका क्या है और यह कैसे काम करता है", false)]
    public void Tells_English_from_other_languages(string text, bool isEnglish)
        => Assert.That(TextLanguage.EnglishShare(TextTokens.Read(text, TextMask.None, 1000)) >= 0.6, Is.EqualTo(isEnglish));
}
