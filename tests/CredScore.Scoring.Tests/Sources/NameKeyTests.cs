using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Sources;

public sealed class NameKeyTests
{
    [TestCase("The Lancet", "lancet")]
    [TestCase("N. Engl. J. Med.", "n engl j med")]
    [TestCase("Proc Natl Acad Sci U.S.A.", "proc natl acad sci usa")]
    [TestCase("Proc. Natl. Acad. Sci. USA", "proc natl acad sci usa")]
    [TestCase("J.A.M.A.", "jama")]
    [TestCase("Plastic & Reconstructive Surgery", "plastic reconstructive surgery")]
    [TestCase("Plastic and Reconstructive Surgery", "plastic reconstructive surgery")]
    [TestCase("Brain (London, England)", "brain")]
    [TestCase("Zeitschrift für Ärzte", "zeitschrift fur arzte")]
    [TestCase("Encyclopædia Øst Straße", "encyclopaedia ost strasse")]
    [TestCase("Women's Health", "womens health")]
    [TestCase("Women’s  Health ", "womens health")]
    [TestCase("Cafe\u0301", "cafe")]
    [TestCase("日本 Review", "日本 review")]
    [TestCase("Unclosed (bracket", "unclosed bracket")]
    [TestCase("The", "")]
    [TestCase("...", "")]
    [TestCase("", "")]
    public void Writes_names_as_they_are_compared(string name, string key) => Assert.That(NameKey.Of(name), Is.EqualTo(key));

    [Test]
    public void Takes_a_sentence_for_no_name()
    {
        Assert.That(NameKey.Of(new string('a', NameKey.MaxLength - 1)), Has.Length.EqualTo(NameKey.MaxLength - 1));
        Assert.That(NameKey.Of(new string('a', NameKey.MaxLength + 1)), Is.Empty);
        Assert.That(NameKey.Of(new string('a', 100_000)), Is.Empty);
    }

    [TestCaseSource(nameof(Latin))]
    public void Has_a_base_letter_for_every_Latin_letter(char letter)
        => Assert.That(NameKey.Of($"x{letter}y").All(c => c is >= 'a' and <= 'z'), Is.True, $"U+{(int)letter:X4}");

    private static IEnumerable<char> Latin() => Enumerable.Range(0xC0, 0x180 - 0xC0).Select(code => (char)code).Where(char.IsLetter);
}
