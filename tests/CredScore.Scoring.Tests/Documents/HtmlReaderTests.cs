using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>What is read from a page of each skin.</summary>
internal sealed class HtmlReaderTests
{
    [Test]
    public void Reads_the_record_of_a_page_in_Vector_2022()
    {
        var article = SamplePages.Read("vector-2022");

        Assert.Multiple(() =>
        {
            Assert.That(article.Title, Is.EqualTo("Marsh fever"));
            Assert.That(article.Language, Is.EqualTo("en"));
            Assert.That(article.Record.Revision, Is.EqualTo(9000000010));
            Assert.That(article.Record.RevisionTime, Is.EqualTo(new DateTimeOffset(2025, 3, 3, 16, 53, 55, TimeSpan.Zero)));
            Assert.That(article.Record.PageId, Is.EqualTo(4711));
            Assert.That(article.Record.WikibaseItem, Is.EqualTo("Q4711"));
            Assert.That(article.Record.EditProtection, Is.EqualTo("autoconfirmed"));
            Assert.That(article.Record.RedirectedFrom, Is.EqualTo("Swamp fever"));
            Assert.That(article.Record.IsDisambiguation, Is.False);
            Assert.That(article.Categories, Is.EqualTo(new[] { "Good articles", "Articles with unsourced statements from May 2025", "Fevers \"of\" wetlands", "L'eau" }));
            Assert.That(article.Badges, Is.EqualTo(new[] { "good" }));
            Assert.That(article.ShortDescription, Is.EqualTo("Illness of wetlands"));
        });
    }

    [Test]
    public void Reads_the_text_of_a_page_in_Vector_2022()
    {
        var article = SamplePages.Read("vector-2022");

        Assert.Multiple(() =>
        {
            Assert.That(article.Sections.Select(section => section.Heading), Is.EqualTo(new[] { "", "Causes", "Notes", "References", "Sources", "Further reading", "External links" }));
            Assert.That(article.Sections[0].ReferenceUses, Is.EqualTo(2), "infobox and lead; a page mark is no call");
            Assert.That(article.Sections[1].ReferenceUses, Is.EqualTo(3), "two in the text, one in a caption; a note is no reference");
            Assert.That(article.Prose.BodyParagraphs, Is.EqualTo(2));
            Assert.That(article.Prose.UncitedBodyParagraphs, Is.EqualTo(1), "a note is no source");
            Assert.That(article.Wikilinks, Is.EqualTo(5), "two in the lead, two in the text, one in the list; none in boxes, tables and navigation");
            Assert.That(article.ExternalLinks, Is.EqualTo(1));
            Assert.That(article.ListItems, Is.EqualTo(2));
            Assert.That(article.Tables, Is.EqualTo(1));
            Assert.That(article.Infoboxes, Is.EqualTo(new[] { new Infobox("infobox", 2) }));
            Assert.That(article.MaintenanceTags, Is.EqualTo(new[] { new MaintenanceTag("update", "May 2024", 1) }));
            Assert.That(article.InlineTags, Is.EqualTo(new[] { new InlineTag("citation needed", "May 2025", 1) }));
            Assert.That(article.Media, Is.EqualTo(new[] { new Media("Marsh at dusk.jpg", true, true), new Media("Marsh map.svg", true, false) }));
            Assert.That(article.Identifiers, Is.EqualTo(new[] { new PageIdentifier("icd10", "A90"), new PageIdentifier("mesh", "D000001") }));
        });
    }

    [Test]
    public void Reads_the_references_of_a_page_in_Vector_2022()
    {
        var references = SamplePages.Read("vector-2022").References!;

        Assert.That(references.Select(reference => reference.Kind),
            Is.EqualTo(new[] { ReferenceKind.Note, ReferenceKind.Journal, ReferenceKind.Web, ReferenceKind.ShortFootnote, ReferenceKind.Book }));

        var (journal, web, footnote, book) = (references[1], references[2], references[3], references[4]);

        Assert.Multiple(() =>
        {
            Assert.That((journal.Title, journal.Work, journal.Author, journal.Year), Is.EqualTo(("Fever in the marsh", "Journal of Wet Places", "Reed", 2019)));
            Assert.That((journal.Doi, journal.Pmid, journal.Uses, journal.Section), Is.EqualTo(("10.1000/marsh.19", "12345678", 3, 0)));
            Assert.That(journal.Addresses, Is.Empty, "the template made the links from identifiers");
            Assert.That(web.Addresses, Is.EqualTo(new[] { "https://health.example.gov/marsh", "https://web.archive.org/web/20200102030405/https://health.example.gov/marsh" }));
            Assert.That((web.IsArchived, web.AccessYear, web.Year, web.Section), Is.EqualTo((true, 2021, 2018, 1)));
            Assert.That(footnote.Target, Is.SameAs(book));
            Assert.That((book.Place, book.Isbn, book.Publisher, book.Uses), Is.EqualTo((ReferencePlace.Bibliography, "9780306406157", "Fen Press", 1)));
            Assert.That(references.Select(reference => reference.Index), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        });
    }

    [Test]
    public void Reads_a_page_in_legacy_Vector()
    {
        var article = SamplePages.Read("vector-legacy");
        var references = article.References!;

        Assert.Multiple(() =>
        {
            Assert.That((article.Title, article.Record.Revision, article.Record.EditProtection), Is.EqualTo(("Peat cure", 610000000L, "")));
            Assert.That(article.Record.RevisionTime, Is.EqualTo(new DateTimeOffset(2014, 9, 7, 15, 50, 0, TimeSpan.Zero)), "the footer speaks of the revision that is shown");
            Assert.That(article.Sections.Select(section => section.Heading), Is.EqualTo(new[] { "", "History", "References" }));
            Assert.That(article.MaintenanceTags, Is.EqualTo(new[] { new MaintenanceTag("more citations needed", "April 2014", 0) }));
            Assert.That(article.InlineTags, Is.EqualTo(new[] { new InlineTag("when", "May 2013", 1) }));
            Assert.That(article.Media, Is.EqualTo(new[] { new Media("Peat bath.jpg", true, false) }));
            Assert.That(article.Prose.UncitedBodyParagraphs, Is.EqualTo(1));
            Assert.That(references.Select(reference => reference.Kind), Is.EqualTo(new[] { ReferenceKind.News, ReferenceKind.BareLink, ReferenceKind.PlainText }));
            Assert.That((references[0].Title, references[0].Publisher, references[0].Year, references[0].IsDead), Is.EqualTo(("Peat for all", "The Bog Times", 2012, true)));
            Assert.That((references[2].Isbn, references[2].Year), Is.EqualTo(("0306406152", 1987)));
            Assert.That(article.Badges, Is.Empty);
        });
    }

    [Test]
    public void Says_what_a_mobile_page_hides()
    {
        var article = SamplePages.Read("mobile");

        Assert.Multiple(() =>
        {
            Assert.That(article.Title, Is.Null);
            Assert.That(article.Categories, Is.Null);
            Assert.That(article.Badges, Is.Null);
            Assert.That(article.Identifiers, Is.Null);
            Assert.That(article.Record.Revision, Is.Null);
            Assert.That(article.Sections.Select(section => section.Heading), Is.EqualTo(new[] { "", "Habitat", "References" }));
            Assert.That(article.References, Has.Count.EqualTo(1));
            Assert.That(article.References![0].Uses, Is.EqualTo(2));
            Assert.That(article.Media, Is.EqualTo(new[] { new Media("Fen cat.jpg", true, false) }), "given twice, shown once");
        });
    }

    [Test]
    public void Reads_templates_where_Parsoid_keeps_them()
    {
        var article = SamplePages.Read("parsoid");
        var journal = article.References![1];

        Assert.Multiple(() =>
        {
            Assert.That((article.Title, article.Record.Revision, article.Record.PageId), Is.EqualTo(("Reed dog", 845000001L, 42L)));
            Assert.That(article.Categories, Is.EqualTo(new[] { "Featured articles", "CS1 English-language sources (en)", "Dogs" }));
            Assert.That(article.Badges, Is.EqualTo(new[] { "featured" }));
            Assert.That(article.Infoboxes, Is.EqualTo(new[] { new Infobox("subspeciesbox", 2) }));
            Assert.That(article.References[0].Kind, Is.EqualTo(ReferenceKind.Note));
            Assert.That((journal.Kind, journal.Title, journal.Work), Is.EqualTo((ReferenceKind.Journal, "Is wildlife going to the dogs?", "Bio Science")));
            Assert.That((journal.Doi, journal.Year, journal.AccessYear, journal.Language), Is.EqualTo(("10.1525/bio.2011.61.2.7", 2011, 2012, "en")));
            Assert.That(journal.Addresses, Is.EqualTo(new[] { "https://academic.example.com/article/61" }));
            Assert.That(article.Sections[0].ReferenceUses, Is.EqualTo(1));
        });
    }

    [Test]
    public void Knows_no_references_where_the_list_was_taken_out()
    {
        const string Html = """<div class="mw-parser-output"><p>Text.<sup class="mw-ref" id="cite_ref-a_1-0"><a href="./X#cite_note-a-1">[1]</a></sup></p><div class="mw-references-placeholder"></div></div>""";

        Assert.That(HtmlReader.Read(Html, ArticleContext.Unknown).References, Is.Null);
        Assert.That(HtmlReader.Read("<div class=mw-parser-output><p>Text.</p></div>", ArticleContext.Unknown).References, Is.Empty);
    }

    [Test]
    public void Reads_each_box_that_multiple_issues_gathers()
    {
        const string Html = """
            <div class="mw-parser-output"><table class="box-Multiple_issues plainlinks metadata ambox ambox-content ambox-multiple_issues compact-ambox"><tr><td>
            <table class="box-POV plainlinks metadata ambox ambox-content"><tr><td>In March 2011 it was disputed. <span class="date-container">(<span class="date">June 2020</span>)</span></td></tr></table>
            <table class="box-Strange_new_box plainlinks metadata ambox"><tr><td>Odd.</td></tr></table></td></tr></table></div>
            """;

        Assert.That(HtmlReader.Read(Html, ArticleContext.Unknown).MaintenanceTags,
            Is.EqualTo(new[] { new MaintenanceTag("neutrality disputed", "June 2020", 0), new MaintenanceTag("strange new box", null, 0) }));
    }

    [Test]
    public void Lets_the_caller_know_better_than_the_page()
    {
        var context = new ArticleContext { Title = "Asked", Language = "de", Record = new PageRecord { Revision = 5, WikibaseItem = "Q1" } };
        var article = HtmlReader.Read(SamplePages.Html("vector-2022"), context);

        Assert.That((article.Title, article.Language, article.Record.Revision, article.Record.WikibaseItem, article.Record.PageId), Is.EqualTo(("Asked", "de", 5L, "Q1", 4711L)));
    }
}
