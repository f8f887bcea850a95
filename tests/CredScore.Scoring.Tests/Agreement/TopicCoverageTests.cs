using System.Globalization;
using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>For how many real pages an exact alternative is found, with the embedded topics alone and with the lists that a refresh would bring.</summary>
[Category("RealData")]
[Category("Slow")]
public sealed class TopicCoverageTests
{
    private List<(string Title, Assessment Core, IReadOnlyList<Alternative> ByCore, IReadOnlyList<Alternative> ByLists)> _articles = null!;

    [OneTimeSetUp]
    public void LinkEveryMedicalArticle()
    {
        var core = new PageScorer(new()) { Topics = TopicLinker.Embedded };
        var lists = new TopicLinker(TopicCatalogue.Embedded, ListTopics.Of(TopicLists.Read()));
        var scorer = new PageScorer(new()) { Topics = lists };

        _articles = LabelledArticles.Read().Where(article => article.IsMedical).AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .Select(article =>
            {
                var address = PageAddress.OfArticle("en", article.Title);
                var document = WikitextReader.Read(article.Wikitext, new() { Title = article.Title });
                var assessment = core.Assess(address, document);
                return (article.Title, assessment, AlternativeFinder.Embedded.Find(assessment), new AlternativeFinder(lists).Find(scorer.Assess(address, document)));
            }).ToList();
    }

    [Test]
    public void Finds_an_exact_alternative_for_most_medical_articles()
    {
        Report();
        Assert.That(ShareWithExact(article => article.ByCore), Is.AtLeast(0.55));
        Assert.That(ShareWithExact(article => article.ByLists), Is.AtLeast(ShareWithExact(article => article.ByCore)));
    }

    [Test]
    public void Finds_an_exact_alternative_for_recorded_medical_videos()
    {
        Assert.That(PageAddress.TryParse("https://www.youtube.com/watch?v=abcdefghijk", out var address, out _));
        var videos = RecordedVideos.All().Select(recording => recording.Video).OfType<YouTubeVideo>().Where(video => video.Title is not null).DistinctBy(video => video.Title)
            .Select(video => PageScorer.Default.Assess(address!, video))
            .Where(assessment => assessment.Page.Topic.Profile == "medical")
            .Select(assessment => (assessment, Exact: AlternativeFinder.Embedded.Find(assessment).Where(alternative => alternative.IsExact).ToList()))
            .ToList();

        foreach (var (assessment, exact) in videos)
        {
            TestContext.Out.WriteLine($"video\t{(exact.Count > 0 ? "exact" : "none")}\t{assessment.Page.Title}\t{string.Join(", ", assessment.Topics.Select(topic => topic.Name))}\t{string.Join(' ', exact.Select(alternative => alternative.Url))}");
        }

        TestContext.Out.WriteLine($"{videos.Count(video => video.Exact.Count > 0)} of {videos.Count} recorded medical videos have an exact alternative");
        Assert.That(videos, Has.Some.Matches<(Assessment, List<Alternative> Exact)>(video => video.Exact.Count > 0));
    }

    [Test]
    public void Offers_eight_at_most() => Assert.That(_articles.Max(article => article.ByCore.Count), Is.AtMost(AlternativeRanking.Most));

    private double ShareWithExact(Func<(string, Assessment, IReadOnlyList<Alternative> ByCore, IReadOnlyList<Alternative> ByLists), IReadOnlyList<Alternative>> of, Func<Alternative, bool>? counts = null)
        => _articles.Count(article => of(article).Any(alternative => alternative.IsExact && counts?.Invoke(alternative) != false)) / (double)_articles.Count;

    private static bool IsFound(Alternative alternative) => !alternative.Why.Contains("cited by this page", StringComparison.Ordinal);

    private static bool IsToRead(Alternative alternative) => IsFound(alternative) && alternative.Provider is not ("MeSH" or "Disease Ontology");

    private void Report()
    {
        foreach (var (what, counts) in new (string, Func<Alternative, bool>)[] { ("all that is offered", _ => true), ("without the page's own references", IsFound), ("and without definitions in MeSH and the Disease Ontology", IsToRead) })
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_articles.Count} articles, {what}: exact by core {ShareWithExact(a => a.ByCore, counts):P1}, with lists {ShareWithExact(a => a.ByLists, counts):P1}"));
        }

        foreach (var (title, assessment, core, lists) in _articles)
        {
            var topics = string.Join(", ", assessment.Topics.Select(topic => $"{topic.Name} [{topic.Fit}]"));
            TestContext.Out.WriteLine($"{(core.Any(a => a.IsExact) ? "exact" : core.Count > 0 ? "wider" : "none")}\t{(lists.Any(a => a.IsExact) ? "exact" : "-")}\t{title}\t{topics}\t{string.Join(' ', lists.Where(a => a.IsExact).Select(a => $"{a.Title} <{a.Url}>"))}");
        }
    }
}
