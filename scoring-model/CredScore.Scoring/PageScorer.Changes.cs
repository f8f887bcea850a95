using System.Globalization;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Model;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring;

/// <summary>What a changed list makes of a page that was scored before.</summary>
public sealed partial class PageScorer
{
    private const int MostChanges = 10;
    private const string UnmarkedRetractions = "references.retracted_unmarked";

    // The only features outside "sources." that ask what kind of source a reference is.
    private static readonly string[] ReadingTypes = ["currency.recent_secondary_share", "sources.news", "sources.scholarly"];

    private static readonly Prose NoProse = new()
    {
        Characters = 0,
        Words = 0,
        Sentences = 0,
        Syllables = 0,
        LongWords = 0,
        WordsToWatch = 0,
        Paragraphs = 0,
        BodyParagraphs = 0,
        UncitedBodyParagraphs = 0,
        BodyWords = 0,
        UncitedBodyWords = 0,
        LeadWords = 0,
        LeadParagraphs = 0,
    };

    /// <summary>
    /// Assesses a page again by today's lists, from its stored assessment and the references as they were read: what the page itself says has not changed. Equal to assessing
    /// the same revision anew. A video's description is not at hand: a paper that was retracted since counts as named without a word of it. Where the kind of a
    /// source changed, the answer says so among its changes. Throws <see cref="ArgumentException"/> for a ruleset that is made for another site.
    /// </summary>
    /// <param name="stored">What was answered before, with the features of this version of the library.</param>
    /// <param name="references">Its references as they were read.</param>
    /// <param name="ruleset">The ruleset that made the stored assessment.</param>
    /// <param name="at">When the change was noticed.</param>
    public Assessment Reclassify(Assessment stored, IReadOnlyList<Reference> references, Ruleset ruleset, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(ruleset);
        var sources = Classify(references);
        var inputs = InputsOf(stored, references, sources);
        var (features, prediction) = stored.Page.Kind == Sites.Wikipedia
            ? Predict(ReadAgain(stored, inputs), stored.Page.Language ?? "en")
            : (ReadAgain(stored, inputs), stored.Prediction);
        var kept = GatherEvidence(stored);
        var (evaluation, summaries) = Evaluate(
            ruleset,
            stored.Page,
            Summarise(sources, stored.Page.Title),
            features,
            feature => IsReadFromTypes(feature) && ArticleFeatures.Names.IndexOf(feature) >= 0 ? FindEvidence(inputs, feature) : EvidenceOf(feature, kept, sources));

        var again = stored with
        {
            Score = evaluation.Score,
            Band = evaluation.Band,
            Confidence = evaluation.Confidence,
            Criteria = evaluation.Criteria,
            Caps = evaluation.Caps,
            Improvements = evaluation.Improvements,
            NotJudged = evaluation.NotJudged,
            Prediction = prediction,
            References = summaries,
            Features = features,
            Versions = stored.Versions with { Ruleset = ruleset.Key, Catalogue = CatalogueVersion },
        };

        return again with { Changes = Describe(stored, again, at) is { } change ? [change, .. (stored.Changes ?? []).Take(MostChanges - 1)] : stored.Changes };
    }

    internal static bool IsReadFromTypes(string feature) => feature.StartsWith("sources.", StringComparison.Ordinal) || ReadingTypes.Contains(feature) || feature == UnmarkedRetractions;

    // Features of sources read the references and the year alone, so a page without anything else gives them.
    private static ArticleInputs InputsOf(Assessment stored, IReadOnlyList<Reference> references, ClassifiedSource[] sources)
    {
        var hasReferences = stored.Features["sources.strong"] is not null;
        return new(
            new()
            {
                Format = DocumentFormat.Wikitext,
                Record = new() { FetchedAt = stored.Page.FetchedAt },
                Sections = [],
                References = hasReferences ? references : null,
                Categories = null,
                Infoboxes = [],
                Identifiers = null,
                MaintenanceTags = null,
                InlineTags = [],
                Media = [],
                Prose = NoProse,
                Wikilinks = 0,
                ExternalLinks = 0,
                Badges = null,
                ListItems = 0,
                Tables = 0,
            },
            sources);
    }

    private static FeatureValues ReadAgain(Assessment stored, ArticleInputs inputs)
    {
        // What the model said of the old sources is no feature of the page.
        var features = stored.Page.Kind == Sites.Wikipedia ? stored.Features.With(ModelFeatures.Answer, null).With(ModelFeatures.AnswerBeyondLength, null) : stored.Features;

        foreach (var feature in ArticleFeatures.All.Where(feature => IsReadFromTypes(feature.Name) && features.Names.IndexOf(feature.Name) >= 0))
        {
            features = features.With(feature.Name, feature.Read(inputs));
        }

        if (features.Names.IndexOf(UnmarkedRetractions) >= 0 && stored.Features[UnmarkedRetractions] is { } unmarked)
        {
            // A description that speaks of the retractions it had may be silent of the new ones.
            var added = inputs.CountOf(SourceType.Retracted) - (stored.Features["sources.retracted"] ?? 0);
            features = features.With(UnmarkedRetractions, Math.Max(0, unmarked + added));
        }

        return features;
    }

    private static IReadOnlyList<Evidence> EvidenceOf(string feature, Dictionary<string, IReadOnlyList<Evidence>> kept, ClassifiedSource[] sources) => feature == UnmarkedRetractions
        ? [.. sources.Where(source => source.Type == SourceType.Retracted).Take(RulesetEngine.MostEvidence).Select(source => new Evidence("reference", source.Reference.Index, source.Reference.Label))]
        : kept.GetValueOrDefault(feature, []);

    private static ScoreChange? Describe(Assessment before, Assessment after, DateTimeOffset at)
    {
        var old = before.References.ToDictionary(reference => reference.Index);
        var changed = after.References
            .Where(reference => old.TryGetValue(reference.Index, out var was) && was.SourceType != reference.SourceType)
            .Select(reference => new SourceChange(reference.Index, old[reference.Index].SourceType, reference.SourceType, reference.Why, reference.List))
            .OrderByDescending(change => change.To is SourceType.Retracted or SourceType.ExpressionOfConcern)
            .ToList();

        return changed.Count == 0 ? null : new(at, before.Score, after.Score, Sentence(before.Score, after.Score, at, changed), [.. changed.Take(MostChanges)]);
    }

    private static string Sentence(double? before, double? after, DateTimeOffset at, List<SourceChange> changed)
    {
        var course = (before, after) switch
        {
            ({ } from, { } to) when Whole(from) > Whole(to) => $"The score fell from {Whole(from)} to {Whole(to)}",
            ({ } from, { } to) when Whole(from) < Whole(to) => $"The score rose from {Whole(from)} to {Whole(to)}",
            ({ } from, null) => $"The score of {Whole(from)} was withdrawn, since there is no longer enough evidence,",
            (null, { } to) => $"A score of {Whole(to)} became possible",
            _ => "The score stayed as it was",
        };
        var first = changed[0];
        var others = changed.Count - 1;
        var more = others switch { 0 => "", 1 => "; the kind of one other source changed too", _ => string.Create(CultureInfo.InvariantCulture, $"; the kinds of {others} other sources changed too") };
        return string.Create(CultureInfo.InvariantCulture, $"{course} on {at.UtcDateTime:d MMMM yyyy}: source {first.Index} {Happening(first)}{more}.");
    }

    private static string Happening(SourceChange change) => (change.From, change.To) switch
    {
        (_, SourceType.Retracted) => "was retracted",
        (_, SourceType.ExpressionOfConcern) => "came under an expression of concern",
        (SourceType.Retracted, _) => "is no longer listed as retracted",
        (SourceType.ExpressionOfConcern, _) => "is no longer under an expression of concern",
        (SourceType.Unknown, _) => "is now known to our lists",
        (_, SourceType.Unknown) => "is no longer known to our lists",
        _ => "is now another kind of source",
    };

    private static int Whole(double score) => (int)Math.Round(score, MidpointRounding.AwayFromZero);
}
