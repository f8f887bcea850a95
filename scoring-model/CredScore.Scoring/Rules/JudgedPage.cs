using System.Text.Json;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Rules;

/// <summary>
/// A page as a ruleset's overrides see it. It is made of what an assessment keeps, so that scoring a page and scoring it again from the store are the same sum.
/// Shares and counts of source types follow the overrides; what titles say about evidence, where sources come from and retractions stay as they were read.
/// </summary>
internal sealed class JudgedPage
{
    /// <summary>Stands where the name of a catalogue does.</summary>
    public const string List = "educator";

    private static readonly Dictionary<string, ReferenceKind> Kinds = Enum.GetValues<ReferenceKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.Ordinal);

    private readonly SummarisedInputs? _inputs;

    private JudgedPage(Ruleset ruleset, PageSummary page, IReadOnlyList<ReferenceSummary> references, FeatureValues features)
    {
        PageOverride = Order(ruleset).FirstOrDefault(one => Fits(one, page));
        References = [.. references.Select(reference => Mark(ruleset, reference))];
        Features = features;

        if (References.Any(reference => reference.CatalogueSays is not null))
        {
            _inputs = new(References);
            Features = features.With(SourceFeatures.OfTypes.Where(feature => features.Names.IndexOf(feature.Name) >= 0).Select(feature => KeyValuePair.Create(feature.Name, feature.Read(_inputs))));
        }
    }

    public FeatureValues Features { get; }

    public IReadOnlyList<ReferenceSummary> References { get; }

    /// <summary>The educator's word on the page or its channel; null when there is none.</summary>
    public Override? PageOverride { get; }

    /// <summary>The page under a ruleset with overrides; the references may be marked by another ruleset's.</summary>
    public static JudgedPage Of(Ruleset ruleset, PageSummary page, IReadOnlyList<ReferenceSummary> references, FeatureValues features) => new(ruleset, page, references, features);

    /// <summary>The reference as the catalogues say it is.</summary>
    public static ReferenceSummary Unmarked(ReferenceSummary reference) => reference.CatalogueSays is { } said
        ? reference with { SourceType = said.SourceType, Why = said.Why, List = said.List, CatalogueSays = null }
        : reference;

    /// <summary>Where a feature that follows the overrides can be checked; null for any other.</summary>
    public IReadOnlyList<Evidence>? FindEvidence(string feature)
        => _inputs is not null && SourceFeatures.OfTypes.FirstOrDefault(one => one.Name == feature) is { Evidence: { } find } ? [.. find(_inputs).Take(RulesetEngine.MostEvidence)] : null;

    private static ReferenceSummary Mark(Ruleset ruleset, ReferenceSummary marked)
    {
        var reference = Unmarked(marked);

        if (reference.SourceType == SourceType.Retracted || Order(ruleset).FirstOrDefault(one => Fits(one, reference)) is not { } word)
        {
            return reference;
        }

        return reference with
        {
            SourceType = Enum.Parse<SourceType>(word.CountsAs, ignoreCase: true),
            Why = $"so counted by {ruleset.Author ?? "the educator"}: {word.Because}",
            List = List,
            CatalogueSays = new(reference.SourceType, reference.Why, reference.List),
        };
    }

    private static IEnumerable<Override> Order(Ruleset ruleset) => ruleset.Overrides.OrderBy(one => Array.IndexOf(OverrideKinds.All, one.Kind));

    private static bool Fits(Override word, ReferenceSummary reference) => word.Kind switch
    {
        OverrideKinds.Doi => reference.Doi is { } doi && (doi.Equals(word.Value, StringComparison.OrdinalIgnoreCase) || (word.Value.EndsWith('/') && doi.StartsWith(word.Value, StringComparison.OrdinalIgnoreCase))),
        OverrideKinds.Journal => string.Equals(reference.Journal, word.Value, StringComparison.OrdinalIgnoreCase),
        OverrideKinds.Host => reference.Host is { } host && (host == word.Value || host.EndsWith($".{word.Value}", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool Fits(Override word, PageSummary page) => word.Kind switch
    {
        OverrideKinds.Page => page.Key == word.Value,
        OverrideKinds.Channel => page.Channel is { } channel && (channel.Id == word.Value || string.Equals(channel.Handle, word.Value, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>The sources again from what an assessment keeps of them.</summary>
    private sealed class SummarisedInputs(IReadOnlyList<ReferenceSummary> references) : PageInputs([.. references.Select(Restore)], hasReferences: true)
    {
        private static ClassifiedSource Restore(ReferenceSummary summary)
            => new(
                new() { Index = summary.Index, Kind = Kinds.GetValueOrDefault(summary.Kind, ReferenceKind.Other), Place = ReferencePlace.List, Title = summary.Title },
                summary.SourceType,
                summary.Why,
                summary.List,
                null,
                summary.Host,
                null,
                false);
    }
}
