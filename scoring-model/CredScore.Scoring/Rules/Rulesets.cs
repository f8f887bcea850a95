using CredScore.Scoring.Features;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Rules;

/// <summary>The rulesets that ship with the library.</summary>
public static class Rulesets
{
    /// <summary>Profile of the ruleset for topics that have none of their own.</summary>
    public const string GeneralProfile = "general";

    // Each site's at first use, so that scoring articles does not wait for the rules of videos.
    private static readonly Lazy<IReadOnlyList<Ruleset>> Articles = new(() => ReadEmbedded(["general", "medical"], ArticleFeatures.Names));
    private static readonly Lazy<IReadOnlyList<Ruleset>> Videos = new(() => ReadEmbedded(["youtube-general", "youtube-medical"], VideoFeatures.Names));
    private static readonly Lazy<IReadOnlyList<Ruleset>> Read = new(() => [.. Articles.Value, .. Videos.Value]);

    /// <summary>All of them, those for articles first, and each site's general one first; read at first use.</summary>
    public static IReadOnlyList<Ruleset> Embedded => Read.Value;

    /// <summary>Those for a site's pages, the general one first; those for articles for a name that is no site's.</summary>
    /// <param name="site">One of <see cref="Sites.All"/>.</param>
    public static IReadOnlyList<Ruleset> EmbeddedFor(string site) => site == Sites.YouTube ? Videos.Value : Articles.Value;

    /// <summary>The embedded ruleset with an id or id/version; null when there is none.</summary>
    public static Ruleset? Find(string id) => Embedded.FirstOrDefault(ruleset => ruleset.Id == id || ruleset.Key == id);

    /// <summary>The embedded ruleset for articles on a topic of this profile, or the general one.</summary>
    public static Ruleset ForProfile(string profile) => ForProfile(Sites.Wikipedia, profile);

    /// <summary>The embedded ruleset for a site's pages on a topic of this profile, or the site's general one.</summary>
    /// <param name="site">One of <see cref="Sites.All"/>.</param>
    /// <param name="profile">Such as <c>medical</c>.</param>
    public static Ruleset ForProfile(string site, string profile)
    {
        var rulesets = EmbeddedFor(site);

        foreach (var ruleset in rulesets)
        {
            if (ruleset.Profile == profile)
            {
                return ruleset;
            }
        }

        return rulesets[0];
    }

    /// <summary>Reads them over a list of features; throws <see cref="InvalidDataException"/> with every fault when one is not as it should be.</summary>
    internal static IReadOnlyList<Ruleset> ReadEmbedded(string[] ids, FeatureNames features) => [.. ids.Select(id => ReadEmbedded(id, features))];

    private static Ruleset ReadEmbedded(string id, FeatureNames features)
    {
        var reading = RulesetReader.Read(Open(id), features);

        return reading.Ruleset
            ?? throw new InvalidDataException($"The embedded ruleset {id} has faults:\n{string.Join('\n', reading.Faults)}");
    }

    private static byte[] Open(string id)
    {
        using var resource = typeof(Rulesets).Assembly.GetManifestResourceStream($"rules/{id}.json")
            ?? throw new InvalidDataException($"The ruleset {id} is not embedded.");

        var json = new byte[resource.Length];
        resource.ReadExactly(json);
        return json;
    }
}
