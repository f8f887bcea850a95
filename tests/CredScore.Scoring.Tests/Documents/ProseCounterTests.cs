using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class ProseCounterTests
{
    [TestCase("", 0, 0)]
    [TestCase("Seals sleep.", 2, 1)]
    [TestCase("Seals sleep", 2, 1)]
    [TestCase("Seals sleep! Do they? Yes.", 5, 3)]
    [TestCase("Phoca vitulina (L. 1758) sleeps.", 4, 1)]
    [TestCase("It's a well-known seal's song.", 5, 1)]
    [TestCase("... — 12 – !", 0, 0)]
    public void Counts_words_and_sentences(string text, int words, int sentences)
    {
        var prose = Count(text);
        Assert.That((prose.Words, prose.Sentences), Is.EqualTo((words, sentences)));
    }

    [TestCase("cat", 1)]
    [TestCase("disease", 2)]
    [TestCase("table", 2)]
    [TestCase("the", 1)]
    [TestCase("epidemiology", 6)]
    [TestCase("rhythm", 1)]
    public void Estimates_syllables_from_groups_of_vowels(string word, int syllables) => Assert.That(Count(word).Syllables, Is.EqualTo(syllables));

    [TestCase("An extraordinary, iconic seal.", 2)]
    [TestCase("Some say it sings.", 1)]
    [TestCase("It is believed to sing.", 1)]
    [TestCase("The colour was measured.", 0)]
    public void Counts_words_to_watch(string text, int count) => Assert.That(Count(text).WordsToWatch, Is.EqualTo(count));

    [TestCase("<ref>A</ref>", 1, 0)]
    [TestCase("<ref>A</ref> And four words more.", 0, 4)]
    [TestCase("<ref>A</ref> Two words.{{sfn|Seal|2001}}", 1, 0)]
    [TestCase("", 0, 0)]
    public void Knows_what_of_a_paragraph_stands_before_its_last_reference(string end, int closed, int trailing)
    {
        var prose = Wikitext.Read($"Lead.\n\n== Part ==\n{Wikitext.Sentence}{end}\n").Prose;
        Assert.That((prose.ClosedBodyParagraphs, prose.TrailingBodyWords), Is.EqualTo((closed, trailing)));
    }

    [Test]
    public void Tells_short_paragraphs_from_others()
    {
        var prose = Wikitext.Read($"Short one.\n\n{Wikitext.Sentence}\n\n{Wikitext.Sentence} {Wikitext.Sentence}\n").Prose;
        var words = Count(Wikitext.Sentence).Words;
        Assert.That((prose.ShortParagraphs, prose.ParagraphsWords, prose.SquaredParagraphWords), Is.EqualTo((1, 3 * words, 5.0 * words * words)));
    }

    [Test]
    public void Counts_alike_however_the_markup_cuts_the_text()
    {
        var whole = Count(Wikitext.Sentence);

        for (var cut = 0; cut <= Wikitext.Sentence.Length; cut++)
        {
            Assert.That(Count(Wikitext.Sentence[..cut], Wikitext.Sentence[cut..]), Is.EqualTo(whole));
        }
    }

    [TestCase(19, 0)]
    [TestCase(20, 1)]
    public void Asks_no_reference_of_a_short_paragraph(int words, int paragraphs) => Assert.That(Count(string.Join(' ', Enumerable.Repeat("seal", words))).Paragraphs, Is.EqualTo(paragraphs));

    private static Prose Count(params string[] pieces)
    {
        var counter = new ProseCounter();

        foreach (var piece in pieces)
        {
            counter.Add(piece);
        }

        counter.EndParagraph(new() { Index = 0, Level = 1, Heading = "" }, isCited: false);
        return counter.ToProse();
    }
}
