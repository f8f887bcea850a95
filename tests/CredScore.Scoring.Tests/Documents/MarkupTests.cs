using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class MarkupTests
{
    [TestCase("", "")]
    [TestCase("  plain  ", "plain")]
    [TestCase("[[Seal]]", "Seal")]
    [TestCase("[[Seal|seals]] swim", "seals swim")]
    [TestCase("[http://a.example/1 A seal]", "A seal")]
    [TestCase("[http://a.example/1]", "")]
    [TestCase("''It''s '''bold'''", "Its bold")]
    [TestCase("one {{x|{{y}}}} two", "one two")]
    [TestCase("{{x", "")]
    [TestCase("one<br/>two", "onetwo")]
    [TestCase("one<!-- x -->two", "onetwo")]
    [TestCase("one <!-- x", "one")]
    [TestCase("one<ref>two</ref> three", "one three")]
    [TestCase("one<ref name=a/> three", "one three")]
    [TestCase("1 < 2", "1 2")]
    [TestCase("one &amp; two&nbsp;three", "one & two three")]
    [TestCase("one\n\ttwo", "one two")]
    [TestCase("one | two", "one | two")]
    [TestCase("it's", "it's")]
    public void Shows_what_a_reader_would_see(string wikitext, string plain) => Assert.That(Markup.ToPlain(wikitext), Is.EqualTo(plain));

    [Test]
    public void Says_null_when_nothing_is_left() => Assert.That(Markup.ToPlainOrNull(" {{x}} "), Is.Null);

    [TestCase("2004", 2004)]
    [TestCase("May 5, 2004", 2004)]
    [TestCase("2004a", 2004)]
    [TestCase("1499", null)]
    [TestCase("2100", null)]
    [TestCase("12004", null)]
    [TestCase("20040505", null)]
    [TestCase("pages 1234 and 1999", 1999)]
    [TestCase("", null)]
    public void Finds_the_first_year(string text, int? year) => Assert.That(Markup.FindYear(text), Is.EqualTo(year));
}
