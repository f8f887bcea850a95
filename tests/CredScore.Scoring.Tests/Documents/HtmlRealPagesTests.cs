using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Tests.Documents;

/// <summary>Thirteen real pages of 2014 to 2025: the counts that each shows.</summary>
[Category("RealData")]
internal sealed class HtmlRealPagesTests
{
    [TestCase("kreuzberg_crohns_disease", 263, 400, 259)]
    [TestCase("kreuzberg_consciousness", 230, 296, 210)]
    [TestCase("kreuzberg_international_emergency_medicine", 27, 63, 27)]
    [TestCase("kreuzberg_hip_13044_b", 9, 32, 9)]
    [TestCase("h2m_lists_timeline", 0, 0, 0)]
    [TestCase("readability_wikipedia-3", 5, 6, null)]
    [TestCase("trafilatura_tsne", 12, 13, 11)]
    [TestCase("readability_wikipedia", 72, 76, 71)]
    [TestCase("hypothesis_regression_testing_2016", 10, 15, null)]
    [TestCase("gumbo_ebola_2014", 294, 357, 224)]
    [TestCase("parsoid_dog_845493773", 237, 345, 208)]
    [TestCase("actionparse_cat", 252, 295, 251)]
    public void Finds_the_references_that_the_page_shows(string page, int items, int uses, int? structured)
    {
        var article = HtmlReader.Read(SamplePages.RealHtml(page), ArticleContext.Unknown);
        var list = article.References!.Where(reference => reference.Place is ReferencePlace.List).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(list, Has.Count.EqualTo(items));
            Assert.That(list.Sum(reference => reference.Uses), Is.EqualTo(uses));
            Assert.That(list.Count(reference => reference.IsStructured), Is.EqualTo(structured ?? list.Count(reference => reference.IsStructured)));
        });
    }

    [Test]
    public void Knows_no_references_of_a_page_whose_list_was_taken_out()
    {
        var article = HtmlReader.Read(SamplePages.RealHtml("parsoid_mosfet_919444632"), ArticleContext.Unknown);

        Assert.Multiple(() =>
        {
            Assert.That(article.References, Is.Null);
            Assert.That(article.Categories, Is.Null);
            Assert.That(article.Sections.Sum(section => section.ReferenceUses), Is.EqualTo(333));
            Assert.That(article.MaintenanceTags!.Select(tag => tag.Kind), Is.EqualTo(new[] { "unreferenced", "unreferenced", "essay-like", "external links" }));
        });
    }

    [Test]
    public void Finds_the_codes_of_a_disease_outside_its_infobox()
    {
        var article = HtmlReader.Read(SamplePages.RealHtml("kreuzberg_crohns_disease"), ArticleContext.Unknown);

        Assert.Multiple(() =>
        {
            Assert.That(article.Identifiers, Does.Contain(new PageIdentifier("mesh", "D003424")));
            Assert.That(article.Identifiers, Does.Contain(new PageIdentifier("icd10", "K50")));
            Assert.That(article.Identifiers, Does.Contain(new PageIdentifier("omim", "266600")));
            Assert.That(article.Badges, Is.EqualTo(new[] { "good" }));
            Assert.That(article.ShortDescription, Is.EqualTo("Type of inflammatory bowel disease"));
        });
    }
}
