using System.Runtime.CompilerServices;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring;

/// <summary>From a document to an assessment: classify the sources, read the features, apply the ruleset. Pure and safe for many threads.</summary>
public sealed partial class PageScorer
{
    // What a ruleset is made ready into lives as long as the ruleset itself.
    private static readonly ConditionalWeakTable<Ruleset, RulesetEngine> Engines = [];

    private readonly SourceClassifier _classifier;
    private readonly ChannelClassifier? _channels;

    /// <summary>The scorer with these classifiers; without one for channels, with the embedded one, which is made when the first video comes.</summary>
    public PageScorer(SourceClassifier classifier, ChannelClassifier? channels = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        _channels = channels;
    }

    /// <summary>The scorer with the embedded catalogues.</summary>
    public static PageScorer Default { get; } = new(new SourceClassifier());

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
        var features = ArticleFeatures.Read(inputs);
        ruleset ??= Rulesets.ForProfile(inputs.Topic.Profile);
        var evaluation = EngineOf(ruleset, Sites.Wikipedia).Evaluate(features, feature => FindEvidence(inputs, feature));
        return Answer(Summarise(address, article, inputs.Topic), evaluation, sources, features, ruleset);
    }

    /// <summary>
    /// Assesses again from stored feature values, without the page. The number is the one that assessing the page would give; evidence is kept where
    /// the stored answer had some for the same feature. Catalogue and scorer stay those that read the features. Throws <see cref="ArgumentException"/> for
    /// a ruleset that is made for another site.
    /// </summary>
    public static Assessment Rescore(Assessment stored, Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(ruleset);
        var evidence = GatherEvidence(stored);
        var evaluation = EngineOf(ruleset, stored.Page.Kind).Evaluate(stored.Features, feature => evidence.GetValueOrDefault(feature, []));

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

    private Assessment Answer(PageSummary page, Evaluation evaluation, ClassifiedSource[] sources, FeatureValues features, Ruleset ruleset) => new()
    {
        Page = page,
        Score = evaluation.Score,
        Band = evaluation.Band,
        Confidence = evaluation.Confidence,
        Criteria = evaluation.Criteria,
        Caps = evaluation.Caps,
        Improvements = evaluation.Improvements,
        NotJudged = evaluation.NotJudged,
        References = Summarise(sources),
        Features = features,
        Versions = new(ruleset.Key, Model: null, CatalogueVersion, ScorerVersion),
    };

    private static RulesetEngine EngineOf(Ruleset ruleset, string site) => ruleset.Site == site
        ? Engines.GetValue(ruleset, static ruleset => new(ruleset, AllFeatures.NamesOf(ruleset.Site), feature => UnitOf(ruleset.Site, feature)))
        : throw new ArgumentException($"The ruleset {ruleset.Key} is made for pages of {ruleset.Site}, not of {site}.", nameof(ruleset));

    private static FeatureUnit UnitOf(string site, string feature) => AllFeatures.Of(site)[AllFeatures.NamesOf(site).IndexOf(feature)].Unit;

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
        => ArticleFeatures.All[ArticleFeatures.Names.IndexOf(feature)].Evidence is { } find ? find(inputs).Take(RulesetEngine.MostEvidence).ToArray() : [];

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
