namespace CredScore.Scoring.Tests.Documents;

public class WikitextSectionTests
{
    [TestCase("== Uses ==", 2, "Uses")]
    [TestCase("==Uses==", 2, "Uses")]
    [TestCase("=== Uses ===", 3, "Uses")]
    [TestCase("====== Uses ======", 6, "Uses")]
    [TestCase("======= Uses =======", 6, "Uses")]
    [TestCase("== Uses == ", 2, "Uses")]
    [TestCase("== Uses ==<!-- here -->", 2, "Uses")]
    [TestCase("== Uses <!-- here --> ==", 2, "Uses")]
    [TestCase("== <!-- here --> Uses ==", 2, "Uses")]
    [TestCase("=== Uses ==", 2, "Uses")]
    [TestCase("== Uses ===", 2, "Uses")]
    [TestCase("== ''Uses'' of [[seal|seals]] ==", 2, "Uses of seals")]
    [TestCase("== Uses &amp; costs ==", 2, "Uses & costs")]
    [TestCase("== A = B ==", 2, "A = B")]
    public void Reads_a_heading(string line, int level, string heading)
    {
        var sections = Wikitext.Read($"Lead.\n{line}\nText.").Sections;
        Assert.That(sections, Has.Count.EqualTo(2));
        Assert.That((sections[1].Level, sections[1].Heading, sections[0].Words, sections[1].Words), Is.EqualTo((level, heading, 1, 1)));
    }

    [TestCase("== Uses")]
    [TestCase("= =")]
    [TestCase("====")]
    [TestCase("Words == Uses ==")]
    [TestCase("== Uses == words")]
    [TestCase(" == Uses ==")]
    public void Takes_no_other_line_for_a_heading(string line) => Assert.That(Wikitext.Read($"Lead.\n{line}\nText.").Sections, Has.Count.EqualTo(1));

    [TestCase("{{x|\n== Uses ==\n}}")]
    [TestCase("<!--\n== Uses ==\n-->")]
    [TestCase("<nowiki>\n== Uses ==\n</nowiki>")]
    public void Takes_no_heading_out_of_a_template_or_a_comment(string text) => Assert.That(Wikitext.Read(text).Sections, Has.Count.EqualTo(1));

    [Test]
    public void Ends_a_table_and_a_link_left_open_at_the_next_heading()
    {
        var article = Wikitext.Read("{|\n| cell\n== One ==\nWords here.\n[[File:A.jpg|thumb|Caption\n\n== Two ==\nMore words here.");
        Assert.That((article.Sections.Count, article.Prose.Words), Is.EqualTo((3, 5)));
    }

    [TestCase("References")]
    [TestCase("Notes and references")]
    [TestCase("External links")]
    [TestCase("See also")]
    [TestCase("Further reading")]
    [TestCase("Filmography")]
    [TestCase("Einzelnachweise")]
    public void Sets_lists_of_sources_and_links_apart(string heading)
    {
        var article = Wikitext.Read($"Lead.\n== {heading} ==\n* [http://a.example/1 A link], 2004\n=== More ===\nText.\n== After ==\nText.");
        Assert.That(article.Sections.Select(section => section.IsAppendix), Is.EqualTo(new[] { false, true, true, false }));
        Assert.That((article.Prose.Words, article.ListItems), Is.EqualTo((2, 0)));
    }

    [TestCase("Literature")]
    [TestCase("Publications")]
    [TestCase("General")]
    [TestCase("Sources")]
    [TestCase("Works")]
    [TestCase("Books")]
    public void Goes_by_what_stands_under_a_heading_that_may_be_either(string heading)
    {
        var text = string.Join(' ', Enumerable.Repeat(Wikitext.Sentence, 4));
        var article = Wikitext.Read($"== Culture ==\n=== {heading} ===\n{text}<ref>A source.</ref>\n\n=== Music ===\n{text}\n== {heading} ==\n{text}\n");
        Assert.That(article.Sections.Select(section => section.IsAppendix), Has.All.False);
        Assert.That(article.Prose.BodyParagraphs, Is.EqualTo(3));
    }

    [Test]
    public void Ends_an_appendix_at_the_next_heading_of_its_level()
    {
        var article = Wikitext.Read($"== House ==\n=== External links ===\n* [http://a.example/1 A link]\n=== Garden ===\n{Wikitext.Sentence}\n==== References ====\n* Smith, A. (2004). ''The garden''.\n=== Roof ===\n{Wikitext.Sentence}");
        Assert.That(article.Sections.Select(section => section.IsAppendix), Is.EqualTo(new[] { false, false, true, false, true, false }));
        Assert.That((article.Prose.BodyParagraphs, article.References!.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public void Judges_a_heading_of_two_meanings_by_its_subsections_too()
    {
        var text = string.Join(' ', Enumerable.Repeat(Wikitext.Sentence, 4));
        Assert.That(Wikitext.Read($"== Books ==\n=== The first ===\n{text}\n=== The second ===\n{text}").Prose.BodyParagraphs, Is.EqualTo(2));
    }

    [Test]
    public void Keeps_kinds_of_further_reading_out_of_the_sources()
        => Assert.That(Wikitext.Read("== Further reading ==\n=== Books ===\n* Smith, A. (2004). ''The garden''. Knopf.").References, Is.Empty);

    [Test]
    public void Keeps_the_works_of_an_author_out_of_the_sources()
        => Assert.That(Wikitext.Read("== Career ==\nText.\n=== Books ===\n* Smith, A. (2004). ''The garden''. Knopf.").References, Is.Empty);

    [Test]
    public void Books_words_and_calls_in_their_section()
    {
        var sections = Wikitext.Read($"Lead words.<ref>One source.</ref>\n== A ==\n{Wikitext.Sentence}\n\n{Wikitext.Sentence}<ref>Two sources.</ref>\n=== B ===\nThree short words.").Sections;
        Assert.That(
            sections.Select(section => (section.Words, section.Paragraphs, section.UncitedParagraphs, section.ReferenceUses)),
            Is.EqualTo(new[] { (2, 0, 0, 1), (42, 2, 1, 1), (3, 0, 0, 0) }));
    }
}
