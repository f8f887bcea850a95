using System.Runtime.CompilerServices;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;
using CredScore.Scoring.Topics;

namespace CredScore.Scoring;

/// <summary>From a document to an assessment: classify the sources, read the features, apply the ruleset. Pure and safe for many threads.</summary>
public sealed partial class PageScorer
{
    // What a ruleset is made ready into lives as long as the ruleset itself.
    private static readonly ConditionalWeakTable<Ruleset, RulesetEngine> Engines = [];

    private static readonly Lazy<PageScorer> Shipped = new(() => new(new SourceClassifier()) { Model = GradeModel.Embedded });

    private readonly SourceClassifier _classifier;
    private readonly ChannelClassifier? _channels;

    /// <summary>The scorer with these classifiers; without one for channels, with the embedded one, which is made when the first video comes.</summary>
    public PageScorer(SourceClassifier classifier, ChannelClassifier? channels = null)
    {
        ArgumentNullException.ThrowIfNull(classifier);
        _classifier = classifier;
        _channels = channels;
    }

    /// <summary>The scorer with the embedded catalogues and model; throws <see cref="ModelException"/> when the model does not fit this library.</summary>
    public static PageScorer Default => Shipped.Value;

    /// <summary>Says what pages are about; null, as it is without a word, for the embedded topics, which are read when the first page comes.</summary>
    public TopicLinker? Topics { get; init; }

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
        return Answer(Summarise(address, article, inputs.Topic), sources, features, feature => FindEvidence(inputs, feature), ruleset) with
        {
            Topics = (Topics ?? TopicLinker.Embedded).Link(inputs),
            Prediction = prediction,
            Versions = VersionsOf(ruleset, Model?.Id),
        };
    }

    /// <summary>The declared features of an article, as <see cref="Assess(PageAddress, WikipediaArticle, Ruleset?)"/> reads them.</summary>
    public FeatureValues ReadFeatures(WikipediaArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return ArticleFeatures.Read(new(article, Classify(article.References ?? [])));
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
        return Rescore(stored, ruleset, Evaluate(ruleset, stored.Page, stored.References, stored.Features, feature => evidence.GetValueOrDefault(feature, [])));
    }

    /// <summary>The same without a word: score, band, confidence, points of the criteria, caps and versions, and no reasons, improvements or notes. For tables of many pages.</summary>
    public static Assessment RescoreInNumbers(Assessment stored, Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return Rescore(stored, ruleset, Evaluate(ruleset, stored.Page, stored.References, stored.Features, null));
    }

    private static Assessment Rescore(Assessment stored, Ruleset ruleset, (Evaluation Evaluation, IReadOnlyList<ReferenceSummary> References) answer) => stored with
    {
        Score = answer.Evaluation.Score,
        Band = answer.Evaluation.Band,
        Confidence = answer.Evaluation.Confidence,
        Criteria = answer.Evaluation.Criteria,
        Caps = answer.Evaluation.Caps,
        Improvements = answer.Evaluation.Improvements,
        NotJudged = answer.Evaluation.NotJudged,
        References = answer.References,
        Versions = stored.Versions with { Ruleset = ruleset.Key, Author = ruleset.Author, Model = ModelOf(stored, ruleset) },
    };

    /// <summary>
    /// What a ruleset makes of the feature values and references that an assessment keeps, without evidence: the sum that a preview over many pages needs.
    /// Throws <see cref="ArgumentException"/> for a ruleset that is made for another site.
    /// </summary>
    public static Evaluation Evaluate(Ruleset ruleset, PageSummary page, IReadOnlyList<ReferenceSummary> references, FeatureValues features)
        => Evaluate(ruleset, page, references, features, static _ => []).Evaluation;

    // The model of articles is named whatever the rules weigh; the one of videos' wording where a rule weighs it.
    private static string? ModelOf(Assessment stored, Ruleset ruleset)
        => stored.Page.Kind != Sites.YouTube ? stored.Versions.Model : UsesWording(ruleset) ? stored.Prediction?.Model : null;

    // Without a way to evidence, in numbers alone.
    private static (Evaluation Evaluation, IReadOnlyList<ReferenceSummary> References) Evaluate(
        Ruleset ruleset, PageSummary page, IReadOnlyList<ReferenceSummary> references, FeatureValues features, Func<string, IReadOnlyList<Evidence>>? evidenceOf)
    {
        ArgumentNullException.ThrowIfNull(ruleset);
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(references);
        var engine = EngineOf(ruleset, page.Kind);

        if (ruleset.Overrides.Count == 0)
        {
            IReadOnlyList<ReferenceSummary> unmarked = references.Any(reference => reference.CatalogueSays is not null) ? [.. references.Select(JudgedPage.Unmarked)] : references;
            return (engine.Evaluate(features, evidenceOf, null), unmarked);
        }

        var judged = JudgedPage.Of(ruleset, page, references, features);
        return (engine.Evaluate(judged.Features, evidenceOf is null ? null : feature => judged.FindEvidence(feature) ?? evidenceOf(feature), judged.PageOverride), judged.References);
    }

    private Assessment Answer(PageSummary page, ClassifiedSource[] sources, FeatureValues features, Func<string, IReadOnlyList<Evidence>> evidenceOf, Ruleset ruleset)
    {
        var (evaluation, references) = Evaluate(ruleset, page, Summarise(sources, page.Title), features, evidenceOf);

        return new()
        {
            Page = page,
            Score = evaluation.Score,
            Band = evaluation.Band,
            Confidence = evaluation.Confidence,
            Criteria = evaluation.Criteria,
            Caps = evaluation.Caps,
            Improvements = evaluation.Improvements,
            NotJudged = evaluation.NotJudged,
            References = references,
            Read = [.. sources.Select(source => source.Reference)],
            Features = features,
            Versions = VersionsOf(ruleset, model: null),
        };
    }

    private Versions VersionsOf(Ruleset ruleset, string? model) => new(ruleset.Key, model, CatalogueVersion, ScorerVersion, ruleset.Author);

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
