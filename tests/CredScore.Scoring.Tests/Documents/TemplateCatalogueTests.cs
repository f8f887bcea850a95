using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

public class TemplateCatalogueTests
{
    [TestCase("cite web", nameof(TemplateRole.Citation))]
    [TestCase("CITE WEB", nameof(TemplateRole.Citation))]
    [TestCase(" Cite_web \n", nameof(TemplateRole.Citation))]
    [TestCase("template:cite web", nameof(TemplateRole.Citation))]
    [TestCase("Template: Cite web", nameof(TemplateRole.Citation))]
    [TestCase("cite web<!-- x -->", nameof(TemplateRole.Citation))]
    [TestCase("<!-- x -->cite web", nameof(TemplateRole.Citation))]
    [TestCase("cite a kind nobody made yet", nameof(TemplateRole.Citation))]
    [TestCase("citation needed", nameof(TemplateRole.Inline))]
    [TestCase("sfn", nameof(TemplateRole.Short))]
    [TestCase("harvnb", nameof(TemplateRole.Harv))]
    [TestCase("efn", nameof(TemplateRole.Note))]
    [TestCase("#tag:ref", nameof(TemplateRole.Note))]
    [TestCase("r", nameof(TemplateRole.Call))]
    [TestCase("fn", nameof(TemplateRole.OldCall))]
    [TestCase("reflist", nameof(TemplateRole.Reflist))]
    [TestCase("refimprove", nameof(TemplateRole.Maintenance))]
    [TestCase("multiple issues", nameof(TemplateRole.Issues))]
    [TestCase("Infobox anything", nameof(TemplateRole.Infobox))]
    [TestCase("NFL player infobox", nameof(TemplateRole.Infobox))]
    [TestCase("Medical resources", nameof(TemplateRole.Resources))]
    [TestCase("disease-stub", nameof(TemplateRole.Stub))]
    [TestCase("lang-fr", nameof(TemplateRole.Text))]
    [TestCase("nobody made this", nameof(TemplateRole.None))]
    [TestCase("", nameof(TemplateRole.None))]
    public void Knows_what_a_template_does(string name, string role) => Assert.That(TemplateCatalogue.Find(name).Role.ToString(), Is.EqualTo(role));

    [Test]
    public void Passes_over_a_name_without_end() => Assert.That(TemplateCatalogue.Find(new string('_', 100_000)).Role, Is.EqualTo(TemplateRole.None));

    [TestCase("refimprove", "more citations needed")]
    [TestCase("cite web", null)]
    public void Knows_the_boxes_inside_a_box(string name, string? kind) => Assert.That(TemplateCatalogue.FindMaintenance(name), Is.EqualTo(kind));
}
