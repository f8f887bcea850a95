using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class WikitextFootnoteTests
{
    [TestCase("<ref>A source, 2004.</ref>")]
    [TestCase("<REF>A source, 2004.</REF>")]
    [TestCase("<ref >A source, 2004.</ref >")]
    [TestCase("<ref\nname=\"a\">A source, 2004.</ref>")]
    [TestCase("<ref name=\"a\">A source, 2004.</ref>")]
    [TestCase("<ref name='a b'>A source, 2004.</ref>")]
    [TestCase("<ref name=a>A source, 2004.</ref>")]
    [TestCase("<ref name=a/b>A source, 2004.</ref>")]
    [TestCase("<ref name=\"a>b\">A source, 2004.</ref>")]
    [TestCase("<ref name=\"a>A source, 2004.</ref>")]
    [TestCase("{{#tag:ref|A source, 2004.}}")]
    [TestCase("{{#tag:ref|A source, 2004.|name=\"a\"}}")]
    public void Reads_a_footnote_however_it_is_written(string footnote)
    {
        var reference = Wikitext.Only($"Fact.{footnote} More.");
        Assert.That((reference.Text, reference.Year, reference.Uses, reference.Kind), Is.EqualTo(("A source, 2004.", 2004, 1, ReferenceKind.PlainText)));
    }

    [TestCase("<ref name=\"x\"/>")]
    [TestCase("<ref name=\"x\" />")]
    [TestCase("<ref name=x />")]
    [TestCase("<ref name=x/>")]
    [TestCase("<ref name='x' />")]
    [TestCase("<REF NAME=x />")]
    [TestCase("<ref name=\"x\"></ref>")]
    [TestCase("{{r|x}}")]
    [TestCase("{{#tag:ref||name=x}}")]
    public void Counts_a_call_by_name_as_a_use_of_the_footnote(string call)
        => Assert.That(Wikitext.Only($"A.<ref name=\"x\">A source, 2004.</ref> B.{call}").Uses, Is.EqualTo(2));

    [TestCase("Smith/2004")]
    [TestCase("Smith 2004, p. 5")]
    [TestCase("a=b")]
    [TestCase("{{x}}")]
    public void Finds_a_footnote_by_a_name_with_odd_characters(string name)
        => Assert.That(Wikitext.Only($"A.<ref name=\"{name}\">A source.</ref> B.<ref name=\"{name}\" />").Uses, Is.EqualTo(2));

    [Test]
    public void Reads_on_behind_a_quote_left_open()
        => Assert.That(Wikitext.Read("A.<ref name=\"x>One source.</ref> B.<ref name=\"y\">Two sources.</ref>").References!.Select(reference => reference.Text), Is.EqualTo(new[] { "One source.", "Two sources." }));

    [Test]
    public void Tells_names_apart_by_case()
        => Assert.That(Wikitext.Read("A.<ref name=x>One source.</ref><ref name=X>Another source.</ref>").References, Has.Count.EqualTo(2));

    [Test]
    public void Keeps_the_first_of_two_definitions()
        => Assert.That(Wikitext.Only("A.<ref name=x>One source.</ref> B.<ref name=x>Another source.</ref>").Text, Is.EqualTo("One source."));

    [Test]
    public void Takes_a_definition_that_comes_after_the_call()
    {
        var references = Wikitext.Read("A.<ref name=x/> B.<ref>Second.</ref>\n\nC.<ref name=x>First.</ref>").References!;
        Assert.That(references.Select(reference => (reference.Text, reference.Uses)), Is.EqualTo(new[] { ("First.", 2), ("Second.", 1) }));
    }

    [TestCase("A.<ref name=x/>")]
    [TestCase("A.<ref></ref>")]
    [TestCase("A.<ref> </ref>")]
    [TestCase("A.<ref name=x></ref>")]
    [TestCase("A.<ref/>")]
    [TestCase("A.<ref>")]
    [TestCase("A.</ref>")]
    [TestCase("A.<ref")]
    public void Lists_nothing_that_says_nothing(string text) => Assert.That(Wikitext.Read(text).References, Is.Empty);

    [Test]
    public void Reads_the_same_name_in_two_groups_as_two_footnotes()
        => Assert.That(Wikitext.Read("A.<ref name=x>http://a.example/1</ref><ref name=x group=web>http://a.example/2</ref>").References, Has.Count.EqualTo(2));

    [TestCase("<ref group=note>They meant the old style.</ref>")]
    [TestCase("{{efn|They meant the old style.}}")]
    [TestCase("{{efn-ua|They meant the old style.}}")]
    [TestCase("{{refn|group=note|They meant the old style.}}")]
    [TestCase("{{#tag:ref|They meant the old style.|group=\"note\"}}")]
    public void Tells_a_remark_from_a_source(string note) => Assert.That(Wikitext.Only($"A.{note}").Kind, Is.EqualTo(ReferenceKind.Note));

    [Test]
    public void Does_not_take_a_remark_for_the_reference_of_a_paragraph()
        => Assert.That(Wikitext.Read($"== A ==\n{Wikitext.Sentence}{{{{efn|A remark.}}}}").Prose.UncitedBodyParagraphs, Is.EqualTo(1));

    [Test]
    public void Reads_a_source_inside_a_remark()
    {
        var references = Wikitext.Read("A.{{efn|See also there.<ref>{{cite book|title=Whales}}</ref>}}").References!;
        Assert.That(references.Select(reference => reference.Kind), Is.EquivalentTo(new[] { ReferenceKind.Note, ReferenceKind.Book }));
    }

    [Test]
    public void Ends_a_footnote_at_the_first_closing_tag_as_the_wiki_does()
        => Assert.That(Wikitext.Read("A.<ref>Outer <ref>inner</ref> rest.</ref> B.<ref>Next source.</ref>").References!.Select(reference => reference.Text), Is.EqualTo(new[] { "Outer inner", "Next source." }));

    [TestCase("{{reflist|refs=\n<ref name=x>A source, 2004.</ref>\n<ref name=y>Never called, 2005.</ref>\n}}")]
    [TestCase("{{Reflist|2|refs=<ref name=\"x\">A source, 2004.</ref>}}")]
    [TestCase("<references>\n<ref name=x>A source, 2004.</ref>\n</references>")]
    [TestCase("{{refs|refs=<ref name=x>A source, 2004.</ref>}}")]
    public void Reads_the_definitions_of_a_list_without_counting_them_as_calls(string list)
    {
        var article = Wikitext.Read($"A.<ref name=x/> B.<ref name=x/>\n\n== References ==\n{list}");
        Assert.That((article.References![0].Text, article.References[0].Uses), Is.EqualTo(("A source, 2004.", 2)));
        Assert.That(article.Sections.Sum(section => section.ReferenceUses), Is.EqualTo(2));
    }

    [Test]
    public void Goes_on_counting_calls_after_a_list_without_a_body()
        => Assert.That(Wikitext.Only("<references />\nA.<ref name=x>A source.</ref> B.<ref name=x/>").Uses, Is.EqualTo(2));

    [Test]
    public void Ignores_footnotes_in_comments_and_nowiki()
        => Assert.That(Wikitext.Read("A.<!-- <ref>Old.</ref> --> B.<nowiki><ref>Shown.</ref></nowiki> C.<pre><ref>Code.</ref></pre>").References, Is.Empty);

    [Test]
    public void Reads_the_footnotes_of_tables_captions_and_boxes()
        => Assert.That(
            Wikitext.Read("{{Infobox person|born=1900<ref>One source.</ref>}}\n[[File:A.jpg|thumb|A cat.<ref>Two sources.</ref>]]\n{|\n| a<ref>Three sources.</ref>\n|}").References,
            Has.Count.EqualTo(3));

    [Test]
    public void Reads_the_footnote_of_a_heading()
    {
        var article = Wikitext.Read("== Size<ref>{{cite web|title=Sizes|url=http://a.example/1}}</ref> ==\nText.");
        Assert.That((article.References!.Count, article.Sections[1].Heading, article.Prose.Words), Is.EqualTo((1, "Size", 1)));
    }

    [Test]
    public void Knows_a_template_made_for_one_source()
    {
        var adb = Wikitext.Footnote("{{Australian Dictionary of Biography|last=White|year=1996|title=Hetherington, Jack}}");
        var map = Wikitext.Footnote("{{Maryland road map|year=1939}}");
        Assert.That((adb.Kind, adb.Title, adb.Author, adb.Year), Is.EqualTo((ReferenceKind.Other, "Hetherington, Jack", "White", 1996)));
        Assert.That((map.Kind, map.Text), Is.EqualTo((ReferenceKind.PlainText, "Maryland road map")));
    }

    [Test]
    public void Does_not_let_a_tag_left_open_in_a_footnote_hide_later_ones()
        => Assert.That(Wikitext.Words("A.<ref>One <math> source.</ref> Words <math>x y z</math> end."), Is.EqualTo(3));

    [Test]
    public void Needs_a_whole_closing_tag()
        => Assert.That(Wikitext.Read("A.<ref>One source </ref\n> B and C.<ref>Two sources.</ref> D <b>e</b>").Prose.Words, Is.EqualTo(6));
}
