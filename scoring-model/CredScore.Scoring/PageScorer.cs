using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring;

/// <summary>From a document to an assessment: classify the sources, read the features, apply the ruleset. Pure and safe for many threads.</summary>
public sealed class PageScorer
{
    private readonly SourceClassifier _classifier;

    public PageScorer(SourceClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
    }

    /// <summary>The scorer with the embedded catalogues.</summary>
    public static PageScorer Default { get; } = new(new SourceClassifier());

    /// <summary>Digest of the catalogues that classify the sources.</summary>
    public string CatalogueVersion => _classifier.Version;

    /// <summary>Version of this library.</summary>
    public static string ScorerVersion { get; } = typeof(PageScorer).Assembly.GetName().Version!.ToString(3);

    /// <summary>Assesses an article; without a ruleset, by the embedded one that its topic asks for.</summary>
    public Assessment Assess(PageAddress address, WikipediaArticle article, Ruleset? ruleset = null)
        => throw new NotSupportedException($"{address} {article} {ruleset} {_classifier}");
}
