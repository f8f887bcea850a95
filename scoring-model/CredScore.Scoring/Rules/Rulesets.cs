using CredScore.Scoring.Features;

namespace CredScore.Scoring.Rules;

/// <summary>The rulesets that ship with the library.</summary>
public static class Rulesets
{
    /// <summary>Profile of the ruleset for topics that have none of their own.</summary>
    public const string GeneralProfile = "general";

    private static readonly Lazy<IReadOnlyList<Ruleset>> Read = new(() => ReadEmbedded(ArticleFeatures.Names));

    /// <summary>All of them, the general one first; read at first use.</summary>
    public static IReadOnlyList<Ruleset> Embedded => Read.Value;

    /// <summary>The embedded ruleset with an id or id/version; null when there is none.</summary>
    public static Ruleset? Find(string id) => Embedded.FirstOrDefault(ruleset => ruleset.Id == id || ruleset.Key == id);

    /// <summary>The embedded ruleset for a topic's profile, or the general one.</summary>
    public static Ruleset ForProfile(string profile)
    {
        foreach (var ruleset in Embedded)
        {
            if (ruleset.Profile == profile)
            {
                return ruleset;
            }
        }

        return Embedded[0];
    }

    /// <summary>Reads them over a list of features; throws <see cref="InvalidDataException"/> with every fault when one is not as it should be.</summary>
    internal static IReadOnlyList<Ruleset> ReadEmbedded(FeatureNames features) => [ReadEmbedded("general", features), ReadEmbedded("medical", features)];

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
