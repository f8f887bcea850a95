using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Rules;
using CredScore.Scoring.Sources;

namespace CredScore.Exports.Columns;

/// <summary>
/// The columns of tables with a row for each page: articles and videos stand in one table, and what the other kind has stays empty. Criteria come from the
/// rulesets in use and features from their declarations; nothing is named twice.
/// </summary>
public static class PageColumns
{
    internal const string OfSite = "the page's site";
    internal const string OfService = "CredScore";
    internal const string OfRuleset = "the ruleset in versions.ruleset";
    internal const string OfModel = "the model in versions.model";
    internal const string OfCatalogues = "the catalogues in versions.catalogue";
    internal const string OfFeatures = "read from the page as declared in docs/scoring.md";

    /// <summary>What begins the name of a feature's column.</summary>
    public const string FeaturePrefix = "features.";

    /// <summary>The columns of a bulk run by one ruleset, or by the embedded ones when it is null.</summary>
    public static IReadOnlyList<Column<ExportRow>> OfBulk(Ruleset? ruleset) =>
    [
        Column.OfText<ExportRow>("id", row => row.Id, "Id of the row in the input.", "the input"),
        .. Page(), .. Channel(), .. Verdict(ruleset is null ? [] : [ruleset]), .. Features(), .. Versions(),
        Column.OfText<ExportRow>("error", row => row.Error, "Why the page could not be scored; empty when it could.", OfService),
    ];

    /// <summary>The columns of an export of stored pages, by the rulesets that a request names beside the embedded ones.</summary>
    public static IReadOnlyList<Column<ExportRow>> OfExport(IReadOnlyList<Ruleset> rulesets) =>
    [
        Column.OfText<ExportRow>("key", row => row.Key, "Canonical key of the page: site, language and title of an article, site and id of a video.", OfService),
        .. Page(),
        Column.OfText<ExportRow>("fetched", row => row.FetchedText, "When the page was read, in UTC (ISO 8601). Features that depend on a date are as of then.", OfService),
        Column.OfText<ExportRow>("provenance", row => row.Provenance, "How the page came into the dataset: submitted by a researcher or educator, or contributed by a reader who had it scored.", OfService, ["submitted", "contributed"]),
        .. Channel(), .. Verdict(rulesets),
        Column.OfText<ExportRow>("topics", row => Join(row.Topics), "Names of the topics that the page is about, best first, separated by semicolons.", OfService),
        Column.OfText<ExportRow>("caps", row => Join(row.Caps), "Ids of the caps in force, separated by semicolons; only the lowest limit takes points away.", OfRuleset),
        .. Features(), .. Versions(),
    ];

    private static IEnumerable<Column<ExportRow>> Page() =>
    [
        Column.OfText<ExportRow>("kind", row => row.Kind, "Site of the page.", OfService, Sites.All),
        Column.OfText<ExportRow>("address", row => row.Address, "Canonical web address of the page.", OfSite),
        Column.OfText<ExportRow>("title", row => row.Title, "Title of the page.", OfSite),
        Column.OfText<ExportRow>("language", row => row.Language, "Language edition of an article; empty for a video.", OfSite),
        Column.OfWhole<ExportRow>("revision", row => row.Revision, "Number of the article's revision that was read; empty for a video, which has none.", OfSite),
    ];

    private static IEnumerable<Column<ExportRow>> Channel() =>
    [
        Column.OfText<ExportRow>("channel.id", row => row.ChannelId, "Id of the channel that published a video.", OfSite),
        Column.OfText<ExportRow>("channel.name", row => row.ChannelName, "Name of the channel as the page shows it; a title in it is no evidence.", OfSite),
        Column.OfText<ExportRow>("channel.kind", row => row.ChannelKind, "What kind of owner stands behind the channel.", OfCatalogues, WordsOf<ChannelKind>()),
    ];

    private static IEnumerable<Column<ExportRow>> Verdict(IReadOnlyList<Ruleset> rulesets) =>
    [
        Column.OfNumber<ExportRow>("score", row => row.Score, "Sum of the criteria's points and the caps' effects, in hundredths exactly; empty when there is not enough evidence.", OfRuleset, "points", 0, 100),
        Column.OfText<ExportRow>("band", row => row.Band, "The score in a word; insufficient when there is not enough evidence for a number.", OfRuleset, WordsOf<Band>()),
        Column.OfNumber<ExportRow>("confidence", row => row.Confidence, "How far the score can be trusted: how much of the weight is known and how many references could be classified.", OfRuleset, "share", 0, 1),
        Column.OfText<ExportRow>("profile", row => row.Profile, "Which ruleset profile the page's topic asks for.", OfService, ["general", "medical"]),
        .. CriteriaOf(rulesets).Select(one => Column.OfNumber<ExportRow>($"criteria.{one.Id}", row => row.PointsOf(one.Id), $"Points of the criterion “{one.Name}”; empty when nothing of it is known on this page.", OfRuleset, "points", 0, 100)),
        Column.OfText<ExportRow>("prediction.class", row => row.PredictedClass, "The class that the model finds most probable: of an article its grade of quality, of a video what its wording resembles.", OfModel),
        Column.OfNumber<ExportRow>("prediction.expected", row => row.PredictedMean, "Of an article the mean grade, 0 stub to 5 featured; of a video the probability that its wording resembles misleading videos.", OfModel, null, 0, 5),
    ];

    // Where two rulesets have a criterion of one id, the first one names it.
    private static IEnumerable<Criterion> CriteriaOf(IReadOnlyList<Ruleset> rulesets)
        => (rulesets.Count == 0 ? Rulesets.Embedded : rulesets).SelectMany(rules => rules.Criteria).DistinctBy(criterion => criterion.Id);

    private static IEnumerable<Column<ExportRow>> Features() => Sites.All.SelectMany(AllFeatures.Of).DistinctBy(feature => feature.Name).Select(FeatureColumn);

    private static Column<ExportRow> FeatureColumn(Feature feature)
    {
        var (article, video) = (AllFeatures.NamesOf(Sites.Wikipedia).IndexOf(feature.Name), AllFeatures.NamesOf(Sites.YouTube).IndexOf(feature.Name));
        var (unit, least, most) = RangeOf(feature.Unit);
        return Column.OfNumber<ExportRow>($"{FeaturePrefix}{feature.Name}", row => At(row, article, video), feature.Description, OfFeatures, unit, least, most);
    }

    private static double? At(ExportRow row, int article, int video)
        => row.Features is { } features && (row.Kind == Sites.YouTube ? video : article) is >= 0 and var index ? features.At(index) : null;

    private static (string? Unit, double? Least, double? Most) RangeOf(FeatureUnit unit) => unit switch
    {
        FeatureUnit.Count => ("count", 0, null),
        FeatureUnit.Share => ("share", 0, 1),
        FeatureUnit.PerThousandWords => ("per 1,000 words", 0, null),
        FeatureUnit.Words => ("words", 0, null),
        FeatureUnit.Characters => ("characters", 0, null),
        FeatureUnit.Years => ("years", null, null),
        FeatureUnit.Days => ("days", null, null),
        FeatureUnit.Flag => ("1 yes, 0 no", 0, 1),
        _ => ("index", null, null),
    };

    private static IEnumerable<Column<ExportRow>> Versions() =>
    [
        Column.OfText<ExportRow>("versions.ruleset", row => row.Versions?.Ruleset, "Id and version of the ruleset that scored the page.", OfService),
        Column.OfText<ExportRow>("versions.model", row => row.Versions?.Model, "Id of the model that took part; empty when none did.", OfService),
        Column.OfText<ExportRow>("versions.catalogue", row => row.Versions?.Catalogue, "Digest of the catalogues by which sources were classified.", OfService),
        Column.OfText<ExportRow>("versions.scorer", row => row.Versions?.Scorer, "Version of the library that read the page.", OfService),
    ];

    internal static string? Join(IReadOnlyList<string> words) => words.Count == 0 ? null : string.Join("; ", words);

    internal static IReadOnlyList<string> WordsOf<T>()
        where T : struct, Enum
        => [.. Enum.GetValues<T>().Select(ExportRow.Word)];
}
