using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Tests.Alternatives;

public sealed class AlternativeFinderTests
{
    [Test]
    public void Offers_the_topic_s_own_pages_first_and_a_search_last()
    {
        var found = Find("Measles", "Text.");
        Assert.Multiple(() =>
        {
            Assert.That(found, Has.Count.InRange(3, 8));
            Assert.That(found.Select(alternative => alternative.Url), Does.Contain("https://www.who.int/news-room/fact-sheets/detail/measles").And.Contain("https://medlineplus.gov/measles.html"));
            Assert.That(found[0].IsExact);
            Assert.That(found.TakeWhile(alternative => alternative.Kind != AlternativeKind.Search).Count(), Is.EqualTo(found.Count(alternative => alternative.Kind != AlternativeKind.Search)));
            Assert.That(found.Where(alternative => alternative.Kind == AlternativeKind.Search), Has.All.Matches<Alternative>(search => !search!.IsExact && search.Title.StartsWith("Search ", StringComparison.Ordinal)));
            Assert.That(found, Has.All.Matches<Alternative>(alternative => alternative!.Why.EndsWith('.') && alternative.Topic == "Measles" && alternative.Url.StartsWith("https://", StringComparison.Ordinal)));
        });
    }

    [Test]
    public void Follows_the_numbers_of_a_subject_that_no_list_knows()
        => Assert.That(
            Find("Example syndrome", "{{Infobox disease|name=A|OMIM=123456|MedlinePlus=001234|Orphanet=77}}").Where(alternative => alternative.IsExact).Select(alternative => alternative.Url),
            Is.EquivalentTo(new[] { "https://medlineplus.gov/ency/article/001234.htm", "https://www.orpha.net/en/disease/detail/77", "https://omim.org/entry/123456" }));

    [Test]
    public void Offers_nothing_where_the_topic_is_not_known() => Assert.That(Find("Tide mill", "Text."), Is.Empty);

    [Test]
    public void Calls_pages_on_a_wider_topic_not_exact()
    {
        var found = Find("2005 dengue fever outbreak in Singapore", "Text.\n[[Category:Infectious diseases]]\n[[Category:Viral diseases]]");
        Assert.That(found, Is.Not.Empty.And.All.Matches<Alternative>(alternative => !alternative!.IsExact));
    }

    [Test]
    public void Offers_the_page_s_own_strong_references_that_are_free_and_on_its_topic()
    {
        const string Text = "Text.<ref>{{cite journal|title=Vaccines for measles: a systematic review|journal=Cochrane Database of Systematic Reviews|year=2021|pmc=8607336|doi=10.1002/14651858.CD004407}}</ref>"
            + "<ref>{{cite journal|title=Something else: a systematic review|journal=Cochrane Database of Systematic Reviews|year=2021|pmc=8607337}}</ref>\n==References==\n{{reflist}}";
        var own = Find("Measles", Text).Where(alternative => alternative.Provider == "PubMed Central").ToList();
        Assert.That(own.Select(alternative => alternative.Url), Is.EqualTo(new[] { "https://pmc.ncbi.nlm.nih.gov/articles/PMC8607336/" }));
        Assert.That(own[0].Why, Does.Contain("number 1").And.Contain("2021"));
    }

    [Test]
    public void Offers_the_page_s_own_references_on_good_sites_that_name_its_subject()
    {
        const string Text = "Text.<ref>{{cite web|title=Ada Miller, a life in medicine|url=https://www.ox.ac.uk/people/ada-miller}}</ref>"
            + "<ref>{{cite web|title=Ada Miller for sale|url=https://adamiller.blogspot.com/}}</ref><ref>{{cite web|title=Others|url=https://www.ox.ac.uk/people/others}}</ref>"
            + "<ref>{{cite web|title=Ada Miller in print|url=javascript:alert(1)}}</ref>\n==References==\n{{reflist}}\n[[Category:British physicians]]";
        var found = Find("Ada Miller", Text);
        Assert.That(found.Where(alternative => alternative.IsExact).Select(alternative => alternative.Url), Is.EqualTo(new[] { "https://www.ox.ac.uk/people/ada-miller" }));
        Assert.That(found[0].Why, Does.StartWith("Page of a university, cited by this page as number 1"));
    }

    [TestCase("Measles: what ten villages tell", true)]
    [TestCase("Measles in ten villages", false)]
    [TestCase("Ten villages with measles", false)]
    public void Calls_a_single_study_exact_only_where_its_title_begins_with_the_topic(string title, bool isExact)
    {
        var text = "Text.<ref>{{cite journal|title=" + title + "|journal=The Lancet|year=2021|pmc=8607336}}</ref>\n==References==\n{{reflist}}";
        var found = Assess("Measles", text);
        Assert.That(AlternativeFinder.Embedded.Find(found).Where(alternative => alternative.Provider == "PubMed Central").Select(alternative => alternative.IsExact), Is.EqualTo(new[] { isExact }));
    }

    [Test]
    public void Offers_the_encyclopedia_s_article_beside_a_video_and_never_beside_itself()
    {
        var video = AssessVideo("Measles explained: symptoms of the disease");
        var beside = AlternativeFinder.Embedded.Find(video);
        Assert.That(beside.Select(alternative => alternative.Provider), Does.Contain("Wikipedia"));
        Assert.That(Find("Measles", "Text.").Select(alternative => alternative.Provider), Does.Not.Contain("Wikipedia"));
    }

    [Test]
    public void Puts_what_providers_answer_among_the_others_and_each_address_once()
    {
        var review = new Alternative("Measles", "https://www.ncbi.nlm.nih.gov/books/NBK448068/", "StatPearls", AlternativeKind.Review, AlternativeLevel.Student, true, "A chapter.", "Measles", "en", true);
        var found = AlternativeFinder.Embedded.Find(Assess("Measles", "Text."), _ => [review, review]);
        Assert.That(found.Count(alternative => alternative.Url == review.Url), Is.EqualTo(1));
    }

    [Test]
    public void Prefers_variety_to_many_of_one_kind()
    {
        var same = Enumerable.Range(0, 20).Select(i => new Alternative($"Article {i}", $"https://example.org/{i}", "One publisher", AlternativeKind.Article, AlternativeLevel.Patient, true, "One.", "Measles", "en", true));
        var found = AlternativeFinder.Embedded.Find(Assess("Measles", "Text."), _ => same);
        Assert.That(found, Has.Count.EqualTo(8));
        Assert.That(found.Count(alternative => alternative.Provider == "One publisher"), Is.LessThanOrEqualTo(4));
        Assert.That(found.Select(alternative => alternative.Provider).Take(4), Is.Unique);
    }

    [Test]
    public void Gives_each_of_two_topics_its_group()
    {
        var video = AssessVideo("Asthma vs COPD: differences for patients");
        var found = AlternativeFinder.Embedded.Find(video);
        Assert.That(found.Select(alternative => alternative.Topic).Distinct(), Is.EqualTo(new[] { "Asthma", "Chronic obstructive pulmonary disease" }));
        Assert.That(found, Has.Count.LessThanOrEqualTo(8));
    }

    [Test]
    public void Gives_the_same_answer_twice()
    {
        var once = Find("Asthma", "Text.");
        Assert.That(Find("Asthma", "Text."), Is.EqualTo(once));
    }

    [Test]
    public void Is_no_part_of_an_assessment() => Assert.That(Assess("Measles", "Text.").Alternatives, Is.Empty);

    private static IReadOnlyList<Alternative> Find(string title, string text) => AlternativeFinder.Embedded.Find(Assess(title, text));

    private static Assessment AssessVideo(string title)
    {
        Assert.That(PageAddress.TryParse("https://www.youtube.com/watch?v=abcdefghijk", out var address, out _));
        return PageScorer.Default.Assess(address!, new YouTubeVideo { Id = "abcdefghijk", Title = title, Category = "Education" });
    }

    private static Assessment Assess(string title, string text)
        => PageScorer.Default.Assess(PageAddress.OfArticle("en", title), WikitextReader.Read(text, new() { Title = title }));
}
