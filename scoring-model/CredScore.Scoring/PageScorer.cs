using System.Runtime.CompilerServices;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring;

/// <summary>From a document to an assessment: classify the sources, read the features, apply the ruleset. Pure and safe for many threads.</summary>
public sealed partial class PageScorer
{
    // What a ruleset is made ready into lives as long as the ruleset itself.
    private static readonly ConditionalWeakTable<Ruleset, RulesetEngine> Engines = [];

    private static readonly Lazy<PageScorer> Shipped = new(() => new(new SourceClassifier()) { Model = GradeModel.Embedded });

    private readonly SourceClassifier _classifier;

    public PageScorer(SourceClassifier classifier)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
    }

    /// <summary>The scorer with the embedded catalogues and model; throws <see cref="ModelException"/> when the model does not fit this library.</summary>
    public static PageScorer Default => Shipped.Value;

    /// <summary>Digest of the catalogues that classify the sources.</summary>
    public string CatalogueVersion => _classifier.Version;

    /// <summary>Version of this library.</summary>
    public static string ScorerVersion { get; } = typeof(PageScorer).Assembly.GetName().Version!.ToString(3);

    /// <summary>Assesses an article; without a ruleset, by the embedded one that its topic asks for.</summary>
    public Assessment Assess(PageAddress address, WikipediaArticle article, Ruleset? ruleset = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(article);
        var sources = Classify(article.References ?? []);
        var inputs = new ArticleInputs(article, sources);
        var (features, prediction) = Predict(ArticleFeatures.Read(inputs), address.Language ?? article.Language);
        ruleset ??= Rulesets.ForProfile(inputs.Topic.Profile);
        var evaluation = EngineOf(ruleset).Evaluate(features, feature => FindEvidence(inputs, feature));

        return new()
        {
            Page = Summarise(address, article, inputs.Topic),
            Score = evaluation.Score,
            Band = evaluation.Band,
            Confidence = evaluation.Confidence,
            Criteria = evaluation.Criteria,
            Caps = evaluation.Caps,
            Improvements = evaluation.Improvements,
            NotJudged = evaluation.NotJudged,
            References = Summarise(sources),
            Prediction = prediction,
            Features = features,
            Versions = new(ruleset.Key, Model?.Id, CatalogueVersion, ScorerVersion),
        };
    }

    /// <summary>The declared features of an article, as <see cref="Assess"/> reads them.</summary>
    public FeatureValues ReadFeatures(WikipediaArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return ArticleFeatures.Read(new(article, Classify(article.References ?? [])));
    }

    /// <summary>
    /// Assesses again from stored feature values, without the page. The number is the one that <see cref="Assess"/> would give; evidence is kept where
    /// the stored answer had some for the same feature. Catalogue and scorer stay those that read the features.
    /// </summary>
    public static Assessment Rescore(Assessment stored, Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(ruleset);
        var evidence = GatherEvidence(stored);
        var evaluation = EngineOf(ruleset).Evaluate(stored.Features, feature => evidence.GetValueOrDefault(feature, []));

        return stored with
        {
            Score = evaluation.Score,
            Band = evaluation.Band,
            Confidence = evaluation.Confidence,
            Criteria = evaluation.Criteria,
            Caps = evaluation.Caps,
            Improvements = evaluation.Improvements,
            NotJudged = evaluation.NotJudged,
            Versions = stored.Versions with { Ruleset = ruleset.Key },
        };
    }

    private static RulesetEngine EngineOf(Ruleset ruleset)
        => Engines.GetValue(ruleset, static ruleset => new(ruleset, ArticleFeatures.Names, static feature => Find(feature).Unit));

    private static Feature<ArticleInputs> Find(string feature) => ArticleFeatures.All[ArticleFeatures.Names.IndexOf(feature)];

    private ClassifiedSource[] Classify(IReadOnlyList<Reference> references)
    {
        var sources = new ClassifiedSource[references.Count];

        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = _classifier.Classify(references[i]);
        }

        return sources;
    }

    private static Evidence[] FindEvidence(ArticleInputs inputs, string feature)
        => Find(feature).Evidence is { } find ? find(inputs).Take(RulesetEngine.MostEvidence).ToArray() : [];

    private static Dictionary<string, IReadOnlyList<Evidence>> GatherEvidence(Assessment stored)
    {
        var evidence = new Dictionary<string, IReadOnlyList<Evidence>>(StringComparer.Ordinal);

        foreach (var reason in stored.Criteria.SelectMany(criterion => criterion.Reasons))
        {
            evidence.TryAdd(reason.Feature ?? "", reason.Evidence);
        }

        foreach (var cap in stored.Caps)
        {
            evidence.TryAdd(cap.Feature ?? "", cap.Evidence);
        }

        return evidence;
    }
}
