using System.Text.Json;
using CredScore.Scoring.Pages;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Rules;

/// <summary>The part that reads an educator's own words on sources, channels and pages.</summary>
public sealed partial class RulesetReader
{
    private readonly HashSet<(string Kind, string Value)> _overrides = [];

    /// <summary>Types that a source may be said to have, as rulesets write them: neither unknown, which says nothing, nor retracted, which is a fact.</summary>
    public static IReadOnlyList<string> OverrideTypes { get; } =
        [.. Enum.GetValues<SourceType>().Where(type => type is not (SourceType.Unknown or SourceType.Retracted)).Select(type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()))];

    private List<Override> ReadOverrides(RulesetNode node, string site)
    {
        List<Override> overrides = [.. node.Items("overrides", 0, RulesetShape.MostOverrides).Select(item => ReadOverride(item.Element, item.Path, site))];

        if (overrides.Count > 0 && _criteria.Contains(RulesetRun.EducatorCriterion))
        {
            node.Note(node.PathOf("criteria"), $"The id {RulesetRun.EducatorCriterion} stands for the overrides; give the criterion another one.");
        }

        return overrides;
    }

    private Override ReadOverride(JsonElement element, string path, string site)
    {
        var node = new RulesetNode(element, path, RulesetShape.Override, _faults);
        var kind = node.Text("kind");

        if (kind.Length > 0 && !OverrideKinds.All.Contains(kind))
        {
            node.Note(node.PathOf("kind"), $"A kind is one of: {string.Join(", ", OverrideKinds.All)}.");
            kind = "";
        }

        var isOfPages = kind is OverrideKinds.Page or OverrideKinds.Channel;
        var value = ReadValue(node, kind, site);
        var countsAs = node.Text("countsAs");
        var because = node.Text("because");
        NoteCountsAs(node, kind, isOfPages, countsAs);

        if (value.Length > 0 && !_overrides.Add((kind, value)))
        {
            node.Note(node.PathOf("value"), $"There are two overrides for the {kind} {value}.");
        }

        return new(kind, value, countsAs, because, ReadPoints(node, isOfPages));
    }

    private static double? ReadPoints(RulesetNode node, bool isOfPages)
    {
        if (!node.Has("points"))
        {
            return isOfPages ? Override.UsualPoints : null;
        }

        var points = node.Number("points", 1, Override.MostPoints);

        if (!isOfPages)
        {
            node.Note(node.PathOf("points"), "Points are for pages and channels only: a source counts by its type.");
        }

        return points;
    }

    private static void NoteCountsAs(RulesetNode node, string kind, bool isOfPages, string countsAs)
    {
        if (kind.Length == 0 || countsAs.Length == 0)
        {
            return;
        }

        IReadOnlyList<string> allowed = isOfPages ? [Override.Trusted, Override.Distrusted] : OverrideTypes;

        if (!allowed.Contains(countsAs))
        {
            node.Note(node.PathOf("countsAs"), $"A {kind} counts as one of: {string.Join(", ", allowed)}.");
        }
    }

    private static string ReadValue(RulesetNode node, string kind, string site)
    {
        var value = node.Text("value", RulesetShape.LongestText);

        if (value.Length == 0)
        {
            return value;
        }

        var read = kind switch
        {
            OverrideKinds.Doi => DoiOf(value),
            OverrideKinds.Host => HostOf(value),
            OverrideKinds.Page => KeyOf(value, site),
            OverrideKinds.Channel => ChannelOf(value, site),
            _ => value.Trim(),
        };

        if (read is null)
        {
            node.Note(node.PathOf("value"), kind switch
            {
                OverrideKinds.Doi => "A DOI begins with 10. and holds a slash, such as 10.1136/bmj.38; a prefix ends with the slash.",
                OverrideKinds.Host => "A host is a name such as nice.org.uk, without https:// and without a path, and has two labels or more.",
                OverrideKinds.Page => $"This is not the key or address of a page of {site}, such as wikipedia:en:Measles.",
                _ => "A channel is given by its id (UC and 22 characters) or its handle with @, in a ruleset for YouTube.",
            });
        }

        return read ?? "";
    }

    private static string? DoiOf(string value)
        => value.ToLowerInvariant() is var doi && doi.StartsWith("10.", StringComparison.Ordinal) && doi.IndexOf('/', StringComparison.Ordinal) > 3 && !doi.Contains(' ', StringComparison.Ordinal) ? doi : null;

    private static string? HostOf(string value)
    {
        var host = value.ToLowerInvariant();
        return Uri.CheckHostName(host) == UriHostNameType.Dns && host.Trim('.') == host && host.Contains('.', StringComparison.Ordinal) ? host : null;
    }

    private static string? KeyOf(string value, string site)
        => PageAddress.TryParse(value, out var address, out _) && Sites.NameOf(address.Kind) == site ? address.Key : null;

    private static string? ChannelOf(string value, string site) => (site, value) switch
    {
        (not Sites.YouTube, _) => null,
        (_, ['@', _, ..]) => value.Contains(' ', StringComparison.Ordinal) ? null : value,
        (_, ['U', 'C', ..]) when value.Length == 24 => value,
        _ => null,
    };
}
