using CredScore.Cli.Training;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Tests.Agreement;

/// <summary>How well the rules' score agrees with people, and how far the catalogues reach, on real articles.</summary>
[Category("RealData")]
[Category("Slow")]
public sealed class LabelledArticlesTests
{
    private sealed record Scored(LabelledArticle Article, Assessment Assessment, int Words);

    private List<Scored> _articles = null!;

    [OneTimeSetUp]
    public void ScoreEveryArticle() => _articles = LabelledArticles.Read().AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(Score).ToList();

    [Test]
    public void Scores_every_article()
    {
        Report();
        Assert.That(_articles, Has.Count.GreaterThan(1000));
        Assert.That(_articles.Count(row => row.Assessment.Score is < 0 or > 100), Is.Zero);
        Assert.That(_articles.Count(row => row.Assessment.Score is null != (row.Assessment.Band == Band.Insufficient)), Is.Zero);
    }

    [Test]
    public void Ranks_articles_of_groups_never_tuned_on_as_people_do()
        => Assert.That(Agreement(row => row.Article.IsHeldOut), Is.AtLeast(0.75));

    [Test]
    public void Ranks_medical_articles_as_people_do()
        => Assert.That(Agreement(row => row.Article.IsMedical), Is.AtLeast(0.75));

    [Test]
    public void Ranks_articles_with_the_medical_ruleset_as_people_do()
        => Assert.That(Agreement(row => row.Assessment.Page.Topic.Profile == "medical" && row.Article.IsHeldOut), Is.AtLeast(0.75));

    [Test]
    public void Finds_a_source_type_for_most_references_of_medical_articles()
    {
        var sources = _articles
            .Where(row => row.Article.IsMedical)
            .SelectMany(row => row.Assessment.References)
            .Where(reference => reference.Kind is not ("note" or "shortFootnote"))
            .ToList();

        Assert.That(sources.Count(source => source.SourceType != SourceType.Unknown) / (double)sources.Count, Is.AtLeast(0.85));
    }

    // The shipped model has seen these articles: its answer is replaced by that of trees which have not.
    private static Scored Score(LabelledArticle article, int index)
    {
        var document = WikitextReader.Read(article.Wikitext, new() { Title = article.Title });
        var assessment = PageScorer.Default.Assess(PageAddress.OfArticle("en", article.Title), document);
        var ruleset = Rulesets.Find(assessment.Versions.Ruleset)!;
        var honest = assessment with { Features = assessment.Features.With(ModelFeatures.AnswerBeyondLength, CrossFit.BeyondLength[index]) };
        return new(article, PageScorer.Rescore(honest, ruleset), document.Prose.Words);
    }

    /// <summary>Spearman's rank correlation of score and grade over the articles that have a score.</summary>
    private double Agreement(Func<Scored, bool> isMeant)
    {
        var rows = _articles.Where(row => isMeant(row) && row.Assessment.Score is not null).ToList();
        return RankCorrelation.Of([.. rows.Select(row => row.Assessment.Score!.Value)], [.. rows.Select(row => (double)row.Article.Grade)]);
    }

    private double AgreementOfLength(Func<Scored, bool> isMeant)
    {
        var rows = _articles.Where(row => isMeant(row) && row.Assessment.Score is not null).ToList();
        return RankCorrelation.Of([.. rows.Select(row => (double)row.Words)], [.. rows.Select(row => (double)row.Article.Grade)]);
    }

    private void Report()
    {
        (string Name, Func<Scored, bool> IsMeant)[] sets =
        [
            ("all", _ => true),
            ("held out", row => row.Article.IsHeldOut),
            ("labelled medical", row => row.Article.IsMedical),
            ("labelled medical, held out", row => row.Article.IsMedical && row.Article.IsHeldOut),
            ("medical ruleset", row => row.Assessment.Page.Topic.Profile == "medical"),
            ("medical ruleset, held out", row => row.Assessment.Page.Topic.Profile == "medical" && row.Article.IsHeldOut),
        ];

        foreach (var (name, isMeant) in sets)
        {
            var rows = _articles.Where(isMeant).ToList();
            TestContext.Out.WriteLine(
                $"{name}: {rows.Count} articles, {rows.Count(row => row.Assessment.Score is null)} without a score; Spearman {Agreement(isMeant):0.000}, length alone {AgreementOfLength(isMeant):0.000}; "
                + $"medians stub to featured {string.Join(' ', Enumerable.Range(0, 6).Select(grade => $"{Median(rows, grade):0}"))}");
        }
    }

    private static double? Median(List<Scored> rows, int grade)
    {
        var scores = rows.Where(row => row.Article.Grade == grade && row.Assessment.Score is not null).Select(row => row.Assessment.Score!.Value).Order().ToList();
        return scores.Count == 0 ? null : scores[scores.Count / 2];
    }
}
