namespace CredScore.Scoring.Tests.Documents;

public class WikitextProseTests
{
    [TestCase("One two three.", 3)]
    [TestCase("'''One''' ''two'' '''''three'''''.", 3)]
    [TestCase("[[One]] [[target|two]] three", 3)]
    [TestCase("[[One two|three]]s", 1)]
    [TestCase("[http://a.example/x One two] three", 3)]
    [TestCase("One <!-- not this --> two", 2)]
    [TestCase("One <b>two</b> <span style=\"color:red\">three</span>", 3)]
    [TestCase("One<br />two", 2)]
    [TestCase("One&nbsp;two", 2)]
    [TestCase("One {{convert|5|km|mi}} two", 2)]
    [TestCase("One {{lang|fr|deux}} {{nowrap|three}}", 3)]
    [TestCase("<nowiki>One [[two]]</nowiki> three", 3)]
    [TestCase("One <math>x + y</math> two", 2)]
    [TestCase("<pre>None at all</pre>", 0)]
    [TestCase("<syntaxhighlight lang=\"c\">int none;</syntaxhighlight>", 0)]
    [TestCase("* None\n# None\n: None\n; None", 0)]
    [TestCase(" none at all", 0)]
    [TestCase("{|\n! none\n| none\n|}", 0)]
    [TestCase("{|\n| none\n{|\n| none\n|}\n| none\n|}\nOne", 1)]
    [TestCase(":{|\n| none\n|}\nOne", 1)]
    [TestCase("  {| class=\"wikitable\"\n| none\n|}\nOne", 1)]
    [TestCase("{|\n| none\n  |}\nOne", 1)]
    [TestCase("<table><tr><td>none</td></tr></table>\nOne", 1)]
    [TestCase("{{start box}}\n| none\n|-\n{{end box}}\nOne", 1)]
    [TestCase("[[File:A.jpg|thumb|None of [[this|these]] words.]] One", 1)]
    [TestCase("[[Image:A.jpg|200px|None <ref>none</ref> words]]\nOne", 1)]
    [TestCase("<gallery>\nFile:A.jpg|None of these\n</gallery>\nOne", 1)]
    [TestCase("[[Category:None]] [[fr:Aucun]] [[:Category:One]] two", 3)]
    [TestCase("One.<ref>None of these words.</ref> Two.", 2)]
    [TestCase("{{infobox|name=None of these\n|born=None}}\nOne", 1)]
    [TestCase("#REDIRECT [[One two]]", 0)]
    [TestCase("", 0)]
    [TestCase("One 2 3.5 %", 1)]
    [TestCase("Ångström naïve 漢字", 3)]
    public void Counts_the_words_of_paragraphs_alone(string text, int words) => Assert.That(Wikitext.Words(text), Is.EqualTo(words));

    [TestCase("{{open One two", 3)]
    [TestCase("One }} two", 2)]
    [TestCase("[[One two", 2)]
    [TestCase("One]] two", 2)]
    [TestCase("{{cite web|title=[[none}} One", 1)]
    [TestCase("<ref>One two", 2)]
    [TestCase("<math>One two", 2)]
    [TestCase("One </ref> two", 2)]
    [TestCase("One <!-- none", 1)]
    [TestCase("{|\n| none", 0)]
    [TestCase("One < two > three", 3)]
    [TestCase("{One} two {{{three|none}}}", 2)]
    [TestCase("[One] two", 2)]
    public void Reads_broken_markup_as_far_as_it_goes(string text, int words) => Assert.That(Wikitext.Words(text), Is.EqualTo(words));

    [TestCase("One two. Three four! Five?", 3)]
    [TestCase("One two", 1)]
    [TestCase("About 3.5 metres long.", 1)]
    [TestCase("The sp. seal swims.", 1)]
    [TestCase("One.\n\nTwo.", 2)]
    [TestCase("One two.<ref>A. B. C.</ref> Three four.", 2)]
    [TestCase("* One. Two.", 0)]
    public void Counts_sentences(string text, int sentences) => Assert.That(Wikitext.Read(text).Prose.Sentences, Is.EqualTo(sentences));

    [Test]
    public void Takes_lines_without_an_empty_one_between_for_one_paragraph()
    {
        var prose = Wikitext.Read($"== A ==\n{Wikitext.Sentence}\n{Wikitext.Sentence}<ref>A source.</ref>\n\n{Wikitext.Sentence}").Prose;
        Assert.That((prose.BodyParagraphs, prose.UncitedBodyParagraphs, prose.UncitedBodyWords), Is.EqualTo((2, 1, 21)));
    }

    [Test]
    public void Reads_on_behind_a_template_that_never_closes()
    {
        var article = Wikitext.Read($"{{{{infobox|name=A\n\n{Wikitext.Sentence}<ref>A source.</ref>\n\n== B ==\n{Wikitext.Sentence}");
        Assert.That((article.Sections.Count, article.References!.Count, article.Prose.BodyWords), Is.EqualTo((2, 1, 21)));
    }

    [TestCase("{{")]
    [TestCase("{")]
    [TestCase("[[")]
    [TestCase("[[a|")]
    [TestCase("{{x|")]
    [TestCase("{{x|[[")]
    [TestCase("<ref>")]
    [TestCase("{{efn|")]
    public void Reads_the_words_behind_a_hundred_thousand_openings(string opening)
    {
        var article = Wikitext.Read(string.Concat(Enumerable.Repeat(opening, 100_000)) + $"\n\n== End ==\n{Wikitext.Sentence}\n");
        Assert.That((article.Sections[^1].Heading, article.Sections[^1].Words), Is.EqualTo(("End", 21)));
    }

    [Test]
    public void Counts_lists_tables_and_links()
    {
        var article = Wikitext.Read("[[One]] [[Two|2]] [http://a.example/1 x] [[fr:Un]] [[Category:C]] [[File:F.jpg|[[Three]]]]\n* [[Four]]\n* b\n{|\n| [[Five]]\n|}\n== See also ==\n* [[Six]]");
        Assert.That((article.Wikilinks, article.ExternalLinks, article.ListItems, article.Tables), Is.EqualTo((3, 1, 2, 1)));
    }
}
