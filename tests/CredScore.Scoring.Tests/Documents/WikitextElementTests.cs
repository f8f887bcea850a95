using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class WikitextElementTests
{
    [TestCase("[[Category:Seals]]", "Seals")]
    [TestCase("[[category: Seals |*]]", "Seals")]
    [TestCase("[[Kategorie:Robben]]", "Robben")]
    [TestCase("[[ Category : Seals]]", "Seals")]
    public void Reads_a_category(string text, string category) => Assert.That(Wikitext.Read(text).Categories, Is.EqualTo(new[] { category }));

    [TestCase("[[:Category:Seals]]")]
    [TestCase("<!-- [[Category:Seals]] -->")]
    [TestCase("<nowiki>[[Category:Seals]]</nowiki>")]
    [TestCase("[[Category:]]")]
    public void Takes_no_other_link_for_a_category(string text) => Assert.That(Wikitext.Read(text).Categories, Is.Empty);

    [TestCase("{{Infobox disease|ICD10={{ICD10|K|50||k|50}}}}", "icd10", "K50")]
    [TestCase("{{Infobox_Disease |\n ICD10 = {{ICD10|F|20|1|f|20}} |\n}}", "icd10", "F20.1")]
    [TestCase("{{Infobox disease|ICD9={{ICD9|555}}}}", "icd9", "555")]
    [TestCase("{{Infobox disease|OMIM=266600}}", "omim", "266600")]
    [TestCase("{{Infobox medical condition|MeshID=D003424}}", "mesh", "D003424")]
    [TestCase("{{Medical resources|ICD11=DD70|MedlinePlus=000249}}", "icd11", "DD70")]
    [TestCase("{{Medical resources|\n  DiseasesDB = 3178 <!-- checked -->\n}}", "diseasesdb", "3178")]
    [TestCase("{{drugbox|DrugBank=DB00945}}", "drugbank", "DB00945")]
    public void Reads_the_identifiers_of_the_subject(string text, string scheme, string value)
        => Assert.That(Wikitext.Read(text).Identifiers![0], Is.EqualTo(new PageIdentifier(scheme, value)));

    [Test]
    public void Counts_the_filled_parameters_of_an_infobox()
        => Assert.That(Wikitext.Read("{{Infobox person <!-- x -->\n| name = A\n| born = \n| died=1900}}").Infoboxes, Is.EqualTo(new[] { new Infobox("Infobox person", 2) }));

    [Test]
    public void Takes_a_resources_box_for_no_infobox() => Assert.That(Wikitext.Read("{{Medical resources|OMIM=1}}").Infoboxes, Is.Empty);

    [TestCase("[[File:A b.jpg|thumb|right|200px|A caption]]", true, false)]
    [TestCase("[[Image:A b.jpg|thumb|A [[link|linked]] caption|alt=A seal]]", true, true)]
    [TestCase("[[File:A b.jpg|thumb|upright=1.2|alt=A seal]]", false, true)]
    [TestCase("[[Datei:A b.jpg|mini|A caption]]", true, false)]
    [TestCase("[[File:A b.jpg]]", false, false)]
    [TestCase("[[File:A b.jpg|thumb|alt=]]", false, false)]
    [TestCase("<gallery>\nFile:A b.jpg|A caption\n</gallery>", true, false)]
    [TestCase("{{Infobox person|image=A b.jpg|caption=A seal|alt=It sleeps}}", true, true)]
    [TestCase("{{Infobox person|image=A b.jpg|caption=}}", false, false)]
    public void Reads_media_with_what_describes_them(string text, bool hasCaption, bool hasAlt)
        => Assert.That(Wikitext.Read(text).Media, Is.EqualTo(new[] { new Media("A b.jpg", hasCaption, hasAlt) }));

    [TestCase("[[File:Flag.svg|22px]]")]
    [TestCase("[[:File:A.jpg]]")]
    [TestCase("[[Media:A.ogg|sound]]")]
    public void Takes_no_icon_and_no_link_to_a_file_for_media(string text) => Assert.That(Wikitext.Read(text).Media, Is.Empty);

    [TestCase("{{refimprove|date=May 2009}}", "more citations needed", "May 2009")]
    [TestCase("{{Unreferenced}}", "unreferenced", null)]
    [TestCase("{{unreferenced|section|date=May 2009}}", "unreferenced", "May 2009")]
    [TestCase("{{POV|date=May 2009}}", "neutrality disputed", "May 2009")]
    [TestCase("{{article issues|refimprove=May 2009}}", "more citations needed", "May 2009")]
    [TestCase("{{multiple issues|{{refimprove|date=May 2009}}}}", "more citations needed", "May 2009")]
    public void Reads_a_maintenance_box(string text, string kind, string? date)
        => Assert.That(Wikitext.Read(text).MaintenanceTags, Is.EqualTo(new[] { new MaintenanceTag(kind, date, 0) }));

    [TestCase("{{multiple issues|\n{{refimprove|date=May 2009}}\n{{POV|date=June 2009}}\n}}")]
    [TestCase("{{multiple issues|section=yes|\n{{refimprove|date=May 2009}} {{POV|date=June 2009}}\n}}")]
    [TestCase("{{multiple issues|refimprove=May 2009|POV=June 2009}}")]
    public void Reads_each_of_several_issues(string text)
        => Assert.That(Wikitext.Read(text).MaintenanceTags!.Select(tag => (tag.Kind, tag.Date)), Is.EqualTo(new[] { ("more citations needed", "May 2009"), ("neutrality disputed", "June 2009") }));

    [TestCase("{{citation needed|date=May 2009}}", "citation needed", "May 2009")]
    [TestCase("{{cn}}", "citation needed", null)]
    [TestCase("{{Fact|date=May 2009}}", "citation needed", "May 2009")]
    [TestCase("{{medical citation needed}}", "medical citation needed", null)]
    [TestCase("{{dubious|date=May 2009}}", "dubious", "May 2009")]
    [TestCase("{{who}}", "by whom", null)]
    public void Reads_a_mark_inside_a_sentence(string mark, string kind, string? date)
        => Assert.That(Wikitext.Read($"== A ==\nSeals sing.{mark}").InlineTags, Is.EqualTo(new[] { new InlineTag(kind, date, 1) }));

    [TestCase("{{featured article}}", "featured")]
    [TestCase("{{good article}}", "good")]
    public void Reads_a_badge(string text, string badge) => Assert.That(Wikitext.Read(text).Badges, Is.EqualTo(new[] { badge }));

    [Test]
    public void Reads_the_short_description() => Assert.That(Wikitext.Read("{{Short description|Order of ''sea'' mammals}}").ShortDescription, Is.EqualTo("Order of sea mammals"));
}
