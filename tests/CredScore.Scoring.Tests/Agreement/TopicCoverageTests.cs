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
        var lists = new TopicLinker(TopicCatalogue.Embedded.With(new RefreshedLists()));
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
    public void Offers_eight_at_most() => Assert.That(_articles.Max(article => article.ByCore.Count), Is.AtMost(AlternativeRanking.Most));

    private double ShareWithExact(Func<(string, Assessment, IReadOnlyList<Alternative> ByCore, IReadOnlyList<Alternative> ByLists), IReadOnlyList<Alternative>> of)
        => _articles.Count(article => of(article).Any(alternative => alternative.IsExact)) / (double)_articles.Count;

    private void Report()
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_articles.Count} articles; exact by core {ShareWithExact(a => a.ByCore):P1}, with lists {ShareWithExact(a => a.ByLists):P1}"));

        foreach (var (title, assessment, core, lists) in _articles)
        {
            var topics = string.Join(", ", assessment.Topics.Select(topic => $"{topic.Name} [{topic.Fit}]"));
            TestContext.Out.WriteLine($"{(core.Any(a => a.IsExact) ? "exact" : core.Count > 0 ? "wider" : "none")}\t{(lists.Any(a => a.IsExact) ? "exact" : "-")}\t{title}\t{topics}\t{string.Join(' ', core.Where(a => a.IsExact).Select(a => a.Url))}");
        }
    }

    /// <summary>Topics as a refresh would read them from the publishers' lists.</summary>
    private sealed class RefreshedLists : ITopicSource
    {
        public IEnumerable<Topic> Topics =>
        [
            .. Read("medlineplus-topics-2024.csv", "medlineplus", "https://medlineplus.gov/", ".html"),
            .. Read("nhs-pages-sample-2025.csv", "nhs", "https://www.nhs.uk/", "/").Where(topic => topic.Links[0].Path.Count(c => c == '/') == 1),
            .. Read("who-fact-sheets-2025.csv", "who", "https://www.who.int/news-room/fact-sheets/detail/", ""),
        ];

        private static IEnumerable<Topic> Read(string file, string publisher, string start, string end)
            => Csv.ReadNamed(File.ReadAllText(SharedData.Find($"catalogues/{file}")))
                .Where(row => row["url"].StartsWith(start, StringComparison.Ordinal) && row["url"].EndsWith(end, StringComparison.Ordinal) && row["title"].Length > 0)
                .Select(row => new Topic(row["title"], [], "medicine", new Dictionary<string, string>(), [new(publisher, row["url"][start.Length..^end.Length])]));
    }
}
