using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;

namespace CredScore.Scoring.Tests;

public class PageScorerTests
{
    private static readonly PageAddress Address = PageAddress.OfArticle("en", "Crohn's disease");

    private static readonly Ruleset Boxes = new()
    {
        Id = "boxes",
        Version = 2,
        Name = "Boxes",
        Profile = "general",
        Criteria =
        [
            new("review", "Review", 1, [new("boxes", "review.maintenance_tags", 1, new([(0, 1), (4, 0)]), "It counts.", "Resolve them.", "Boxes")]),
            new("citations", "Citations", 1, [new("uncited", "citations.uncited_paragraph_share", 1, new([(0.1, 1), (0.6, 0)]), "It counts.", "Cite.", "Uncited paragraphs")]),
        ],
        Caps = [new("many-boxes", "review.maintenance_tags", 1, 30, "There are several boxes.")],
        Bands = new(45, 70, 0.3),
        NotJudged = [],
    };

    [Test]
    public void Scores_a_page_and_says_what_was_scored()
    {
        var assessment = PageScorer.Default.Assess(Address, Article(boxes: 1), Boxes);

        Assert.Multiple(() =>
        {
            // One box of at most four: 37.5 of 50; 35 % without reference: 25 of 50.
            Assert.That((assessment.Score, assessment.Band), Is.EqualTo((62.5, Band.Fair)));
            Assert.That(assessment.Versions, Is.EqualTo(new Versions("boxes/2", Scoring.Model.GradeModel.Embedded.Id, PageScorer.Default.CatalogueVersion, PageScorer.ScorerVersion)));
            Assert.That(assessment.Page.Key, Is.EqualTo("wikipedia:en:Crohn's disease"));
            Assert.That(assessment.Page.Address, Is.EqualTo("https://en.wikipedia.org/wiki/Crohn%27s_disease"));
            Assert.That(assessment.Page.Url, Is.EqualTo("https://en.wikipedia.org/w/index.php?title=Crohn%27s_disease&oldid=77"));
            Assert.That(assessment.Page.FetchedAt, Is.EqualTo(Article().Record.FetchedAt));
            Assert.That(assessment.Page.Revision, Is.EqualTo(77));
        });
    }

    [TestCase("AC/DC (band)", "https://en.wikipedia.org/wiki/AC/DC_(band)")]
    [TestCase("Who? What & Why: 50%", "https://en.wikipedia.org/wiki/Who%3F_What_%26_Why:_50%25")]
    [TestCase("Ärzte", "https://en.wikipedia.org/wiki/%C3%84rzte")]
    public void Writes_the_address_as_the_wiki_does(string title, string address)
        => Assert.That(PageScorer.Default.Assess(PageAddress.OfArticle("en", title), Article(), Boxes).Page.Address, Is.EqualTo(address));

    [Test]
    public void Lists_the_references_with_what_they_are()
    {
        var reference = PageScorer.Default.Assess(Address, Article(), Boxes).References[1];

        Assert.Multiple(() =>
        {
            Assert.That((reference.Index, reference.Kind, reference.Title, reference.Year), Is.EqualTo((2, "journal", "A review", 2024)));
            Assert.That((reference.Doi, reference.Pmid, reference.Uses), Is.EqualTo(("10.1000/2", "2", 3)));
            Assert.That(reference.Why, Is.Not.Empty);
        });
    }

    [Test]
    public void Judges_a_page_without_its_reference_list_by_the_rest()
    {
        var assessment = PageScorer.Default.Assess(Address, Article(references: false), Boxes);
        Assert.That((assessment.References.Count, assessment.Score), Is.EqualTo((0, 75.0)));
    }

    [Test]
    public void Chooses_the_ruleset_that_the_topic_asks_for()
    {
        Assert.Multiple(() =>
        {
            Assert.That(PageScorer.Default.Assess(Address, Article(medical: true)).Versions.Ruleset, Does.StartWith("medical/"));
            Assert.That(PageScorer.Default.Assess(PageAddress.OfArticle("en", "Nowhere"), Article()).Versions.Ruleset, Does.StartWith("general/"));
        });
    }

    [Test]
    public void Gives_the_same_answer_again_without_the_page()
    {
        var assessment = PageScorer.Default.Assess(Address, Article(boxes: 2), Boxes);
        var again = PageScorer.Rescore(Stored(assessment), Boxes);
        Assert.That(Json(again), Is.EqualTo(Json(assessment)));
    }

    [Test]
    public void Gives_by_rescoring_the_number_that_scoring_would_give()
    {
        var medical = Rulesets.Find("medical")!;
        var scored = PageScorer.Default.Assess(Address, Article(boxes: 2), medical);
        var rescored = PageScorer.Rescore(Stored(PageScorer.Default.Assess(Address, Article(boxes: 2), Boxes)), medical);

        Assert.Multiple(() =>
        {
            Assert.That((rescored.Score, rescored.Band, rescored.Confidence), Is.EqualTo((scored.Score, scored.Band, scored.Confidence)));
            Assert.That(rescored.Versions.Ruleset, Is.EqualTo(medical.Key));
            Assert.That(TextsOf(rescored), Is.EqualTo(TextsOf(scored)));
        });
    }

    [TestCase(0)]
    [TestCase(2)]
    public void Gives_the_same_numbers_without_words(int boxes)
    {
        var stored = Stored(PageScorer.Default.Assess(Address, Article(boxes: boxes), Boxes));

        foreach (var ruleset in Rulesets.Embedded.Where(one => one.Site == Sites.Wikipedia).Append(Boxes))
        {
            var (words, numbers) = (PageScorer.Rescore(stored, ruleset), PageScorer.RescoreInNumbers(stored, ruleset));

            Assert.Multiple(() =>
            {
                Assert.That((numbers.Score, numbers.Band, numbers.Confidence, numbers.Versions), Is.EqualTo((words.Score, words.Band, words.Confidence, words.Versions)));
                Assert.That(numbers.Criteria.Select(one => (one.Id, one.Points, one.OutOf)), Is.EqualTo(words.Criteria.Select(one => (one.Id, one.Points, one.OutOf))));
                Assert.That(numbers.Caps.Select(cap => (cap.Id, cap.Limit, cap.Effect)), Is.EqualTo(words.Caps.Select(cap => (cap.Id, cap.Limit, cap.Effect))));
                Assert.That(numbers.Criteria.SelectMany(one => one.Reasons), Is.Empty);
                Assert.That(words.Criteria.SelectMany(one => one.Reasons), Is.Not.Empty);
            });
        }
    }

    [Test]
    public void Keeps_the_evidence_of_features_that_both_rulesets_look_at()
    {
        var stored = PageScorer.Default.Assess(Address, Article(boxes: 2), Boxes);
        var rescored = PageScorer.Rescore(stored, Rulesets.Find("general")!);
        var found = stored.Caps.Single().Evidence;
        var kept = rescored.Criteria.SelectMany(criterion => criterion.Reasons).Single(reason => reason.Feature == "review.maintenance_tags").Evidence;

        Assert.Multiple(() =>
        {
            Assert.That(found, Is.Not.Empty);
            Assert.That(kept, Is.EqualTo(found));
        });
    }

    private static IEnumerable<string> TextsOf(Assessment assessment)
        => assessment.Criteria.SelectMany(criterion => criterion.Reasons).Select(reason => reason.Text);

    private static string Json(Assessment assessment) => JsonSerializer.Serialize(assessment, AssessmentJson.Instance.Assessment);

    // As the service keeps it: through JSON and back.
    private static Assessment Stored(Assessment assessment) => JsonSerializer.Deserialize(Json(assessment), AssessmentJson.Instance.Assessment)!;

    private static WikipediaArticle Article(int boxes = 0, bool medical = false, bool references = true) => new()
    {
        Title = null,
        Format = DocumentFormat.Wikitext,
        Record = new() { Revision = 77, FetchedAt = new(2026, 5, 4, 3, 2, 1, TimeSpan.Zero) },
        Sections = [new() { Index = 0, Level = 1, Heading = "" }, new() { Index = 1, Level = 2, Heading = "Treatment" }],
        References = references ? [Reference(1, 1), Reference(2, 3)] : null,
        Categories = [],
        Infoboxes = medical ? [new("infobox medical condition", 5)] : [],
        Identifiers = medical ? [new("mesh", "D003424"), new("icd10", "K50")] : [],
        MaintenanceTags = [.. Enumerable.Range(0, boxes).Select(_ => new MaintenanceTag("more citations needed", "May 2020", 0))],
        InlineTags = [],
        Media = [],
        Prose = Prose,
        Wikilinks = 40,
        ExternalLinks = 2,
        Tables = 0,
        ListItems = 0,
        Badges = [],
    };

    private static Reference Reference(int index, int uses) => new()
    {
        Index = index,
        Uses = uses,
        Kind = ReferenceKind.Journal,
        Place = ReferencePlace.List,
        Title = "A review",
        Work = "The Journal",
        Year = 2024,
        Doi = $"10.1000/{index}",
        Pmid = $"{index}",
    };

    private static Prose Prose => new()
    {
        Characters = 6000,
        Words = 1000,
        Sentences = 50,
        Syllables = 1600,
        LongWords = 200,
        WordsToWatch = 2,
        Paragraphs = 24,
        BodyParagraphs = 20,
        UncitedBodyParagraphs = 7,
        BodyWords = 800,
        UncitedBodyWords = 250,
        LeadWords = 200,
        LeadParagraphs = 4,
    };
}
