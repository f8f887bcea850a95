using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class WikitextBibliographyTests
{
    private const string Smith = "{{cite book|last=Smith|first=A|title=Seals|year=2004}}";

    [TestCase("{{sfn|Smith|2004|p=5}}")]
    [TestCase("{{Sfn|Smith|2004|pp=5–6|ps=.}}")]
    [TestCase("{{sfn|1=Smith|2=2004}}")]
    [TestCase("<ref>{{harvnb|Smith|2004|p=5}}</ref>")]
    [TestCase("<ref>{{Harv|Smith|2004}}</ref>")]
    [TestCase("<ref>{{harvtxt|Smith|2004}}</ref>")]
    [TestCase("<ref>Smith 2004, p. 5</ref>")]
    [TestCase("<ref>Smith (2004), pp. 5–6.</ref>")]
    [TestCase("<ref>See Smith, p. 12</ref>")]
    [TestCase("<ref>Smith, 2004: p. 12.</ref>")]
    public void Points_a_short_footnote_at_its_entry(string footnote)
    {
        var references = Wikitext.Read($"A.{footnote}\n\n== References ==\n* {Smith}").References!;
        Assert.That(references.Select(reference => (reference.Kind, reference.Place)), Is.EqualTo(new[] { (ReferenceKind.ShortFootnote, ReferencePlace.List), (ReferenceKind.Book, ReferencePlace.Bibliography) }));
        Assert.That((references[0].Target, references[1].Uses), Is.EqualTo((references[1], 1)));
    }

    [Test]
    public void Merges_equal_short_footnotes()
    {
        var references = Wikitext.Read($"A.{{{{sfn|Smith|2004|p=5}}}} B.{{{{sfn|Smith|2004|p=5}}}} C.{{{{sfn|Smith|2004|p=9}}}}\n\n== References ==\n* {Smith}").References!;
        Assert.That(references.Select(reference => reference.Uses), Is.EqualTo(new[] { 2, 1, 3 }));
    }

    [Test]
    public void Takes_the_anchor_that_a_citation_states()
        => Assert.That(
            Wikitext.Read("A.{{sfn|Report|1999}}\n\n== Sources ==\n* {{cite book|title=Whales|publisher=Knopf|year=2001|ref={{harvid|Report|1999}}}}").References![0].Target?.Title,
            Is.EqualTo("Whales"));

    [Test]
    public void Finds_the_target_among_the_footnotes_too()
        => Assert.That(Wikitext.Read($"A.<ref>{Smith}</ref> B.<ref>Smith, p. 9</ref>").References![1].Target?.Title, Is.EqualTo("Seals"));

    [Test]
    public void Points_ibid_at_what_stands_before()
    {
        var references = Wikitext.Read($"A.<ref>Smith 2004, p. 5</ref> B.<ref>Ibid., p. 7</ref>\n\n== References ==\n* {Smith}").References!;
        Assert.That(references[1].Target, Is.SameAs(references[2]));
    }

    [Test]
    public void Leaves_the_target_open_when_there_is_none()
        => Assert.That((Wikitext.Only("A.{{sfn|Smith|2004}}").Target, Wikitext.Only("A.{{sfn|Smith|2004}}").Kind), Is.EqualTo(((Reference?)null, ReferenceKind.ShortFootnote)));

    [Test]
    public void Counts_a_parenthetical_citation_as_a_call()
    {
        var article = Wikitext.Read($"== A ==\n{Wikitext.Sentence} {{{{harv|Smith|2004}}}}\n\n== References ==\n* {Smith}");
        Assert.That((article.References![0].Uses, article.Prose.UncitedBodyParagraphs), Is.EqualTo((1, 0)));
    }

    [Test]
    public void Forgets_the_calls_of_the_text_before()
    {
        const string Entry = "== References ==\n* {{cite book|last=Smith|title=Seals|year=2004}}";
        Wikitext.Read($"A {{{{harv|Smith|2004}}}}\n\n{Entry}");
        Assert.That(Wikitext.Only(Entry).Uses, Is.EqualTo(0));
    }

    [Test]
    public void Counts_a_call_once_when_the_text_has_to_be_read_again()
        => Assert.That(Wikitext.Only("{{open A {{harv|Smith|2004}}\n\n== References ==\n* {{cite book|last=Smith|title=Seals|year=2004}}").Uses, Is.EqualTo(1));

    [TestCase("* {{cite book|title=Seals}}")]
    [TestCase("# {{cite book|title=Seals}}")]
    [TestCase("* Smith, A. (2004). ''Seals of the north''. Knopf.")]
    [TestCase("{{refbegin}}\n* {{cite book|title=Seals}}\n{{refend}}")]
    [TestCase("{{cite book|title=Seals}}")]
    [TestCase("*[http://a.example/1 Seals]")]
    [TestCase("<div class=\"references-small\">\n{{fnb|1}} Kraepelin, E. (1907) ''Text book of psychiatry''. London: Macmillan.<br>\n</div>")]
    [TestCase("{{note|a}} Kraepelin, E. (1907) ''Text book of psychiatry''. London: Macmillan.")]
    [TestCase("Kraepelin, E. (1907) ''Text book of psychiatry''. London: Macmillan.")]
    public void Reads_the_entries_of_a_bibliography(string list)
    {
        var reference = Wikitext.Only($"Text.\n\n== References ==\n{list}");
        Assert.That(reference.Place, Is.EqualTo(ReferencePlace.Bibliography));
    }

    [Test]
    public void Does_not_take_the_remarks_around_a_list_for_sources()
        => Assert.That(Wikitext.Read("Text.\n\n== References ==\nThe following works were used throughout the whole of this article.\n{{reflist}}\n<references/>\n* short").References, Is.Empty);

    [Test]
    public void Reads_neither_links_nor_works_of_the_subject_as_sources()
        => Assert.That(Wikitext.Read("A.\n\n== External links ==\n* [http://a.example/1 Home page]\n\n== Works ==\n* ''The long way to the sea'', 1999\n\n== Further reading ==\n* {{cite book|title=Seals}}").References, Is.Empty);

    [TestCase("{{ref|a}}")]
    [TestCase("{{fn|1}}")]
    [TestCase("{{an|1}}")]
    public void Counts_the_calls_of_hand_made_lists(string call)
        => Assert.That(Wikitext.Read($"== A ==\n{Wikitext.Sentence}{call}").Prose.UncitedBodyParagraphs, Is.EqualTo(0));

    [Test]
    public void Takes_a_citation_in_running_text_as_a_source_that_is_used()
    {
        var reference = Wikitext.Only($"A {Smith} B");
        Assert.That((reference.Kind, reference.Uses), Is.EqualTo((ReferenceKind.Book, 1)));
    }

    [Test]
    public void Numbers_the_list_first_and_bibliographies_after_it()
        => Assert.That(Wikitext.Read($"A.<ref>First source.</ref>\n\n== Sources ==\n* {Smith}\n\n== Notes ==\n{{{{reflist}}}}").References!.Select(reference => (reference.Index, reference.Place)), Is.EqualTo(new[] { (1, ReferencePlace.List), (2, ReferencePlace.Bibliography) }));
}
