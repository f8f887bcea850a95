using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using static CredScore.Scoring.Features.FeatureArithmetic;

namespace CredScore.Scoring.Features;

/// <summary>The common forms of declarations, and where on the page a feature can be checked.</summary>
public static partial class VideoFeatures
{
    // "Retracted", "zurückgezogen", "rétracté", "retractado", "retirado", "ritirato": who says so cites the paper as what it is.
    private static readonly string[] WordsOfRetraction = ["retract", "rétract", "withdrawn", "zurückgezogen", "retirad", "ritirat", "ritratt"];

    private static Feature<VideoInputs> OfKind(string name, string description, ChannelKind kind)
        => new(name, description, FeatureUnit.Flag, page => page.OwnerKind == ChannelKind.Unknown ? null : Flag(page.OwnerKind == kind), OriginEvidence);

    private static Feature<VideoInputs> OfSigns(string name, string description, DescriptionSignKind kind)
        => new(name, description, FeatureUnit.Count, page => page.CountOf(kind), page => SignEvidence(page, sign => sign.Kind == kind));

    private static Feature<VideoInputs> OfPanel(string name, string description, VideoPanelKind kind)
        => new(name, description, FeatureUnit.Flag, page => page.Video.Panels.Any(panel => panel.Kind == kind) ? 1 : null, page => page.Video.Panels.Where(panel => panel.Kind == kind).Select(panel => new Evidence("panel", null, panel.Text)));

    private static double? Accountability(VideoInputs page) => page.OwnerKind switch
    {
        ChannelKind.PublicBody or ChannelKind.Hospital or ChannelKind.University or ChannelKind.Society or ChannelKind.Journal => 3,
        ChannelKind.Newsroom or ChannelKind.Educator or ChannelKind.Clinician => 2,
        _ when page.Origin.IsHealthSource => 2,
        ChannelKind.Advocacy => 1,
        ChannelKind.Company => 0,
        _ => null,
    };

    /// <summary>A number that says something only where a viewer would look for what it counts, or where there is some of it.</summary>
    private static double? Expected(VideoInputs page, double? count) => page.IsMadeToInform || count > 0 ? count : null;

    private static double? CountSources(VideoInputs page) => page.HasReferences ? page.Sources.Count : null;

    private static double? FlagOf(bool? value) => value is { } known ? Flag(known) : null;

    private static bool IsCommercial(DescriptionSign sign)
        => sign.Kind is DescriptionSignKind.Sponsor or DescriptionSignKind.Affiliate or DescriptionSignKind.DiscountCode or DescriptionSignKind.Shop;

    private static bool SpeaksOfRetraction(VideoInputs page)
        => page.Video.Description is { } text && WordsOfRetraction.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<Evidence> OriginEvidence(VideoInputs page) => page.Origin.Evidence;

    private static IEnumerable<Evidence> SignEvidence(VideoInputs page, Func<DescriptionSign, bool> isMeant)
        => page.Description.Signs.Where(isMeant).Select(sign => Link(sign.Text));

    private static Evidence Link(string label) => new("link", null, label);

    /// <summary>Words of two letters or more; what holds a slash or begins like an address is none.</summary>
    private static double CountWords(string text)
    {
        var words = 0;

        foreach (var range in text.AsSpan().SplitAny(" \t\r\n\u00A0\u3000"))
        {
            var word = text.AsSpan(range);
            words += IsWord(word) ? 1 : 0;
        }

        return words;
    }

    private static bool IsWord(ReadOnlySpan<char> word)
    {
        var letters = 0;

        foreach (var c in word)
        {
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters >= 2 && !word.Contains("://", StringComparison.Ordinal) && !word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }
}
