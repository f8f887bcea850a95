using CredScore.Scoring.Assessments;
using CredScore.Scoring.Sources;
using static CredScore.Scoring.Features.FeatureArithmetic;

namespace CredScore.Scoring.Features;

/// <summary>
/// What kinds of sources a page rests on: the same features for articles and videos. Shares are of the sources whose type is known: unknown ones lower
/// the confidence, not the share.
/// </summary>
internal static class SourceFeatures
{
    private static readonly SourceType[] Strong =
        [SourceType.Guideline, SourceType.SystematicReview, SourceType.JournalArticle, SourceType.AcademicBook, SourceType.University, SourceType.Society, SourceType.Government];

    internal static readonly SourceType[] Scholarly = [SourceType.SystematicReview, SourceType.JournalArticle, SourceType.AcademicBook];

    private static readonly SourceType[] Institutional = [SourceType.Guideline, SourceType.University, SourceType.Society, SourceType.Government];

    private static readonly SourceType[] Harmful = [SourceType.Tabloid, SourceType.Pseudoscience, SourceType.Predatory, SourceType.Retracted];

    private static readonly SourceType[] Weak =
        [SourceType.Commercial, SourceType.SelfPublished, SourceType.UserGenerated, SourceType.PressRelease, .. Harmful];

    /// <summary>The declarations for one kind of page. What they read is common to all, so that they cost no more than declarations of its own.</summary>
    public static IEnumerable<Feature<TPage>> Of<TPage>()
        where TPage : PageInputs
        => Common.Select(feature => new Feature<TPage>(feature.Name, feature.Description, feature.Unit, feature.Read, feature.Evidence));

    private static IEnumerable<Feature<PageInputs>> Common =>
    [
        new("sources.classified_share", "Share of the sources whose type is known.", FeatureUnit.Share, page => Share(page.Classified, page.Sources.Count), page => SourceEvidence(page, source => source.Type == SourceType.Unknown)),
        .. Enum.GetValues<SourceType>().Where(type => type is not (SourceType.Unknown or SourceType.Retracted or SourceType.ExpressionOfConcern)).Select(OfType),
        new("sources.retracted", "Retracted papers that the page relies on, not those it cites as retracted.", FeatureUnit.Count, page => page.HasReferences ? page.CountOf(SourceType.Retracted) : null, page => SourceEvidence(page, source => source.Type == SourceType.Retracted)),
        new("sources.strong", "Sources that are guidelines, reviews, journal articles, academic books, or from a university, society, hospital or government.", FeatureUnit.Count, page => page.HasReferences ? page.CountOf(Strong) : null, page => SourceEvidence(page, source => Strong.Contains(source.Type))),
        Group("sources.strong_share", "Share of the classified sources that are guidelines, reviews, journal articles, academic books, or from a university, society, hospital or government.", Strong),
        Group("sources.scholarly_share", "Share of the classified sources that are reviews, journal articles or academic books.", Scholarly),
        Group("sources.institutional_share", "Share of the classified sources published by a health agency, university, society, hospital or government.", Institutional),
        Group("sources.weak_share", "Share of the classified sources that are commercial, self-published, user-generated, press releases, tabloids, pseudoscience, predatory or retracted.", Weak),
        Group("sources.harmful_share", "Share of the classified sources that are tabloids, pseudoscience, predatory journals or retracted papers.", Harmful),
        new("sources.secondary_share", "Share of the guidelines and scholarly sources that weigh the work of others: guidelines, reviews, academic books.", FeatureUnit.Share, page => ShareOfScholarship(page, level => level >= EvidenceLevel.Review), page => SourceEvidence(page, source => LevelOf(source) >= EvidenceLevel.Review)),
        new("sources.primary_study_share", "Share of the guidelines and scholarly sources that their titles show to be single studies or opinions.", FeatureUnit.Share, page => ShareOfScholarship(page, level => level < EvidenceLevel.Review), page => SourceEvidence(page, source => LevelOf(source) < EvidenceLevel.Review)),
        new("sources.top_origin_share", "Share of the sources with a known origin that come from the one cited most.", FeatureUnit.Share, TopOriginShare, TopOriginEvidence),
        new("sources.origins", "Different journals, bodies and sites behind the sources.", FeatureUnit.Count, page => page.HasReferences ? page.Origins.Count : null),
        new("sources.kinds", "Different types among the classified sources, without the weak ones.", FeatureUnit.Count, page => page.HasReferences ? page.Sources.Where(source => source.Type != SourceType.Unknown && !Weak.Contains(source.Type)).Select(source => source.Type).Distinct().Count() : null),
        new("sources.needs_care_share", "Share of the classified sources whose outlet is contested.", FeatureUnit.Share, page => Share(page.Sources.Count(source => source.NeedsCare), page.Classified), page => SourceEvidence(page, source => source.NeedsCare)),
    ];

    // What follows from more than the sources' types.
    private static readonly string[] Beyond = ["sources.retracted", "sources.secondary_share", "sources.primary_study_share", "sources.top_origin_share", "sources.origins", "sources.needs_care_share"];

    private static readonly Lazy<Feature<PageInputs>[]> TypeFeatures = new(() => [.. Common.Where(feature => !Beyond.Contains(feature.Name))]);

    /// <summary>The features that change when a source is said to be of another type.</summary>
    public static IReadOnlyList<Feature<PageInputs>> OfTypes => TypeFeatures.Value;

    private static Feature<PageInputs> OfType(SourceType type)
        => new(
            $"sources.{SnakeCase(type.ToString())}_share",
            $"Share of the classified sources of the type {SnakeCase(type.ToString()).Replace('_', ' ')}.",
            FeatureUnit.Share,
            page => Share(page.CountOf(type), page.Classified),
            page => SourceEvidence(page, source => source.Type == type));

    private static Feature<PageInputs> Group(string name, string description, SourceType[] types)
        => new(name, description, FeatureUnit.Share, page => Share(page.CountOf(types), page.Classified), page => SourceEvidence(page, source => types.Contains(source.Type)));

    private static string SnakeCase(string name)
        => string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));

    /// <summary>The references that are meant, as evidence.</summary>
    public static IEnumerable<Evidence> SourceEvidence(PageInputs page, Func<ClassifiedSource, bool> isMeant)
        => page.Sources.Where(isMeant).Select(source => new Evidence("reference", source.Reference.Index, source.Reference.Label));

    /// <summary>The level that the entry tells, else the one its type stands for: an academic book weighs studies as a review does.</summary>
    public static EvidenceLevel? LevelOf(ClassifiedSource source) => source.Level ?? source.Type switch
    {
        SourceType.Guideline => EvidenceLevel.Guideline,
        SourceType.SystematicReview => EvidenceLevel.Systematic,
        SourceType.AcademicBook => EvidenceLevel.Review,
        _ => null,
    };

    private static double? ShareOfScholarship(PageInputs page, Func<EvidenceLevel, bool> isMeant)
    {
        var meant = 0;

        foreach (var source in page.Sources)
        {
            meant += LevelOf(source) is { } level && isMeant(level) ? 1 : 0;
        }

        var weighed = page.CountOf(SourceType.Guideline, SourceType.SystematicReview, SourceType.JournalArticle, SourceType.AcademicBook, SourceType.Preprint);
        return Share(Math.Min(meant, weighed), weighed);
    }

    private static double? TopOriginShare(PageInputs page)
        => page.Origins.Count == 0 ? null : Share(page.Origins.Max(origin => origin.Value), page.Origins.Sum(origin => origin.Value));

    private static IEnumerable<Evidence> TopOriginEvidence(PageInputs page)
    {
        var top = page.Origins.OrderByDescending(origin => origin.Value).Select(origin => origin.Key).FirstOrDefault();
        return top is null ? [] : SourceEvidence(page, source => source.Origin == top);
    }
}
