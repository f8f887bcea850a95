using System.Text.Json;
using System.Text.Unicode;
using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Rules;

/// <summary>
/// Reads a ruleset from JSON, the form that <c>ruleset.schema.json</c> describes. Whatever the text holds, it answers: with a ruleset that can be
/// evaluated, or with every fault at once.
/// </summary>
public sealed partial class RulesetReader
{
    /// <summary>Longest text that is read, in bytes.</summary>
    public const int LongestInput = 1_000_000;

    private const int Deepest = 16;

    // Stands in for what is at fault; a reading with faults has no ruleset, so nothing is ever scored with it.
    private static readonly Curve NoCurve = new([(0, 0), (1, 0)]);

    private readonly Func<string, FeatureNames> _featuresOf;
    private readonly List<RulesetFault> _faults = [];
    private readonly HashSet<string> _criteria = new(StringComparer.Ordinal);
    private readonly HashSet<string> _measures = new(StringComparer.Ordinal);
    private readonly HashSet<string> _caps = new(StringComparer.Ordinal);

    private FeatureNames _features = null!;

    private RulesetReader(Func<string, FeatureNames> featuresOf) => _featuresOf = featuresOf;

    /// <summary>Reads UTF-8 JSON; features that are not declared for the site that the ruleset names are faults.</summary>
    public static RulesetReading Read(ReadOnlyMemory<byte> json) => Read(json, AllFeatures.NamesOf);

    /// <summary>Reads UTF-8 JSON; features that are not among the given ones are faults, whatever site the ruleset names.</summary>
    public static RulesetReading Read(ReadOnlyMemory<byte> json, FeatureNames features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return Read(json, _ => features);
    }

    private static RulesetReading Read(ReadOnlyMemory<byte> json, Func<string, FeatureNames> featuresOf)
    {
        if (json.Length > LongestInput)
        {
            return Refuse(FormattableString.Invariant($"This text has {json.Length:N0} bytes; a ruleset has at most {LongestInput:N0}."));
        }

        if (!Utf8.IsValid(json.Span))
        {
            return Refuse("This is not UTF-8 text.");
        }

        try
        {
            using var document = JsonDocument.Parse(WithoutByteOrderMark(json), new JsonDocumentOptions { MaxDepth = Deepest });
            return new RulesetReader(featuresOf).Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return Refuse($"This is not JSON of at most {Deepest} levels: see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
    }

    private static RulesetReading Refuse(string text) => new(null, [new("$", text)]);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> json)
        => json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;

    private RulesetReading Read(JsonElement root)
    {
        var node = new RulesetNode(root, "$", RulesetShape.Ruleset, _faults);
        var site = ReadSite(node);
        _features = _featuresOf(site);

        var ruleset = new Ruleset
        {
            Id = node.Id("id"),
            Version = ReadVersion(node),
            Name = node.Text("name", RulesetShape.LongestName),
            Profile = ReadProfile(node),
            Site = site,
            Criteria = ReadCriteria(node),
            Caps = ReadCaps(node),
            Bands = ReadBands(node),
            Overrides = ReadOverrides(node, site),
            Author = node.OptionalText("author", RulesetShape.LongestName),
            NotJudged = [.. node.Items("notJudged", 0, RulesetShape.MostNotes).Select(item => node.Text(item.Element, item.Path))],
        };

        node.OptionalText("$schema");
        return _faults.Count == 0 ? new(ruleset, []) : new(null, _faults);
    }

    private static int ReadVersion(RulesetNode node)
    {
        var version = node.Number("version", 1, RulesetShape.MostVersions);

        if (double.IsNaN(version))
        {
            return 0;
        }

        if (!double.IsInteger(version))
        {
            node.Note(node.PathOf("version"), "A version is a whole number.");
        }

        return (int)version;
    }

    private static string ReadProfile(RulesetNode node)
    {
        var profile = node.Text("profile");

        if (profile.Length > 0 && !RulesetShape.Profiles.AsSpan().Contains(profile))
        {
            node.Note(node.PathOf("profile"), $"A profile is one of: {string.Join(", ", RulesetShape.Profiles)}.");
        }

        return profile;
    }

    private static string ReadSite(RulesetNode node)
    {
        var site = node.OptionalText("site");

        if (site is { Length: > 0 } && !Sites.All.Contains(site))
        {
            node.Note(node.PathOf("site"), $"A site is one of: {string.Join(", ", Sites.All)}.");
        }

        return site ?? Sites.Wikipedia;
    }

    private List<Criterion> ReadCriteria(RulesetNode node)
    {
        List<Criterion> criteria = [.. node.Items("criteria", 1, RulesetShape.MostCriteria).Select(item => ReadCriterion(item.Element, item.Path))];
        NoteWeightlessness(node, "criteria", criteria.Sum(criterion => criterion.Weight), criteria.Count);
        return criteria;
    }

    private Criterion ReadCriterion(JsonElement element, string path)
    {
        var node = new RulesetNode(element, path, RulesetShape.Criterion, _faults);
        var id = node.Id("id", _criteria);
        var name = node.Text("name", RulesetShape.LongestName);
        var weight = ReadWeight(node);
        List<Measure> measures = [.. node.Items("measures", 1, RulesetShape.MostMeasures).Select(item => ReadMeasure(item.Element, item.Path))];
        NoteWeightlessness(node, "measures", measures.Sum(measure => measure.Weight), measures.Count);
        return new(id, name, weight, measures);
    }

    private Measure ReadMeasure(JsonElement element, string path)
    {
        var node = new RulesetNode(element, path, RulesetShape.Measure, _faults);

        return new(
            node.Id("id", _measures),
            ReadFeature(node),
            ReadWeight(node),
            ReadCurve(node),
            node.Text("because"),
            node.Text("raise"),
            node.OptionalText("name", RulesetShape.LongestName),
            ReadFound(node));
    }

    private List<Cap> ReadCaps(RulesetNode node)
        => [.. node.Items("caps", 0, RulesetShape.MostCaps).Select(item => ReadCap(item.Element, item.Path))];

    private Cap ReadCap(JsonElement element, string path)
    {
        var node = new RulesetNode(element, path, RulesetShape.Cap, _faults);

        return new(
            node.Id("id", _caps),
            ReadFeature(node),
            node.Number("above", -Curve.FarthestX, Curve.FarthestX),
            node.Number("limit", 0, 100),
            node.Text("because"),
            node.OptionalText("raise"));
    }

    private static Bands ReadBands(RulesetNode parent)
    {
        if (parent.Child("bands", RulesetShape.Bands) is not { } node)
        {
            return new(0, 0, 0);
        }

        var bands = new Bands(node.Number("fair", 0, 100), node.Number("strong", 0, 100), node.Number("confidence", 0, 1));

        if (bands.Fair >= bands.Strong)
        {
            node.Note(node.Path, "The band strong must begin above the band fair.");
        }

        return bands;
    }

    private string ReadFeature(RulesetNode node)
    {
        var feature = node.Text("feature", RulesetShape.LongestName);

        if (feature.Length > 0 && _features.IndexOf(feature) < 0)
        {
            node.Note(node.PathOf("feature"), $"There is no feature named {feature}.");
        }

        return feature;
    }

    private static double ReadWeight(RulesetNode node) => node.Number("weight", 0, RulesetShape.HeaviestWeight);

    private static string? ReadFound(RulesetNode node)
    {
        var found = node.OptionalText("found");

        if (found is { Length: > 0 } && (!found.Contains(Measure.Placeholder, StringComparison.Ordinal) || found.AsSpan().Count('{') != 1))
        {
            node.Note(node.PathOf("found"), $"This text must hold {Measure.Placeholder} once, where the number goes, and no other brace.");
        }

        return found;
    }

    private static Curve ReadCurve(RulesetNode node)
    {
        var points = new List<(double X, double Y)>();
        var readable = true;

        foreach (var (element, path) in node.Items("curve", 2, RulesetShape.MostPoints))
        {
            if (ReadPoint(element) is { } point)
            {
                points.Add(point);
                continue;
            }

            readable = false;
            node.Note(path, "A point of a curve is a list of two numbers: the value and its share of the points.");
        }

        if (!readable || points.Count < 2)
        {
            return NoCurve;
        }

        if (Curve.FaultIn(points) is { } fault)
        {
            node.Note(node.PathOf("curve"), fault);
            return NoCurve;
        }

        return new(points);
    }

    private static (double X, double Y)? ReadPoint(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            return null;
        }

        var (x, y) = (RulesetNode.Number(element[0]), RulesetNode.Number(element[1]));
        return double.IsNaN(x + y) ? null : (x, y);
    }

    private static void NoteWeightlessness(RulesetNode node, string list, double total, int count)
    {
        // A weight that could not be read makes the total NaN and was noted there.
        if (total == 0 && count > 0)
        {
            node.Note(node.PathOf(list), "All weights are 0, so nothing would count; give one of them a weight.");
        }
    }
}
