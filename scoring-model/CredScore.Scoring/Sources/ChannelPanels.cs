using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>
/// Reads YouTube's English wording of its panels. The panel itself is found by its id in any language; its wording alone tells an individual from an institution,
/// and words that we have not seen tell nothing.
/// </summary>
internal static class ChannelPanels
{
    // "From an accredited hospital", "From a licensed doctor in Australia".
    private static readonly (string Words, ChannelKind Kind)[] HealthSources =
    [
        ("hospital", ChannelKind.Hospital),
        ("medical school", ChannelKind.University),
        ("academic medical", ChannelKind.University),
        ("education institution", ChannelKind.University),
        ("government", ChannelKind.PublicBody),
        ("public health", ChannelKind.PublicBody),
        ("licensed ", ChannelKind.Clinician),
    ];

    /// <summary>The kind of owner that the words name; unknown when they name none.</summary>
    public static ChannelKind KindOfHealthSource(string text)
    {
        foreach (var (words, kind) in HealthSources)
        {
            if (text.AsSpan().ContainsAnyCase(words))
            {
                return kind;
            }
        }

        return ChannelKind.Unknown;
    }

    /// <summary>Whether the words say that the publisher is a broadcaster, and not only who pays for it.</summary>
    public static bool IsBroadcaster(string text) => text.AsSpan().ContainsAnyCase("broadcast");
}
