using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using static CredScore.Scoring.Features.FeatureArithmetic;
using static CredScore.Scoring.Features.SourceFeatures;

namespace CredScore.Scoring.Features;

/// <summary>
/// The features of YouTube videos. This list is the only place where they are named. Views, likes and subscribers are none: they measure attention
/// (Osman 2022) and are shown, never scored.
/// </summary>
public static partial class VideoFeatures
{
    /// <summary>All features in the order of answers and exports.</summary>
    public static IReadOnlyList<Feature<VideoInputs>> All { get; } =
        [.. Origin(), .. References(), .. SourceFeatures.Of<VideoInputs>(), .. Disclosure(), .. Transparency(), .. Currency(), .. Access(), .. Completeness(), .. Platform(), .. WordingOf()];

    public static FeatureNames Names { get; } = new(All.Select(feature => feature.Name));

    /// <summary>Reads every feature of a video.</summary>
    public static FeatureValues Read(VideoInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var values = new double[All.Count];

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = All[i].Read(inputs) ?? double.NaN;
        }

        return new(Names, values);
    }

    private static IEnumerable<Feature<VideoInputs>> Origin() =>
    [
        new("origin.accountability", "Who answers for the channel: 3 an institution with a process for what it publishes (public body, hospital, university, society, journal), 2 an editorial office, a recognised educator, a clinician whose licence was checked or another source that YouTube lists for health, 1 an organisation that pleads a cause, 0 a company that sells; unknown for everybody else.", FeatureUnit.Index, Accountability, OriginEvidence),
        new("origin.health_source", "Whether YouTube lists the channel as a health source; unknown, never no, when nothing says so.", FeatureUnit.Flag, page => page.Origin.IsHealthSource ? 1 : null, OriginEvidence),
        OfKind("origin.public_body", "Whether a health agency, ministry or another public authority owns the channel.", ChannelKind.PublicBody),
        OfKind("origin.hospital", "Whether a hospital or health system owns the channel.", ChannelKind.Hospital),
        OfKind("origin.university", "Whether a university, medical school or research institute owns the channel.", ChannelKind.University),
        OfKind("origin.society", "Whether a professional society, college or charity overseen by one owns the channel.", ChannelKind.Society),
        OfKind("origin.journal", "Whether a scholarly journal or its publisher owns the channel.", ChannelKind.Journal),
        OfKind("origin.newsroom", "Whether a broadcaster or newspaper with an editorial office owns the channel.", ChannelKind.Newsroom),
        OfKind("origin.educator", "Whether the channel belongs to educators recognised by a named body, a textbook publisher or by wide use in teaching.", ChannelKind.Educator),
        OfKind("origin.clinician", "Whether the channel belongs to a clinician whose licence YouTube or a register has checked.", ChannelKind.Clinician),
        OfKind("origin.company", "Whether a company that sells goods or services owns the channel.", ChannelKind.Company),
        OfKind("origin.advocacy", "Whether an organisation that pleads a cause owns the channel.", ChannelKind.Advocacy),
        new("origin.claims_institution", "Whether the channel's name says that it is an institution's and nothing confirms it; unknown, never no, for other names. Never scored: anybody may choose a name.", FeatureUnit.Flag, page => page.Origin.ClaimsInstitution ? 1 : null),
        new("origin.collaborators", "Channels that publish the video together with its owner.", FeatureUnit.Count, page => Math.Max(0, page.Video.Collaborators.Count - 1), page => page.Video.Collaborators.Skip(1).Select(channel => Link(channel.Name ?? channel.Handle ?? channel.Id ?? "another channel"))),
    ];

    private static IEnumerable<Feature<VideoInputs>> References() =>
    [
        new("references.count", "Sources that the description names: links, identifiers and citations in plain text, without shops, sponsors and own channels. Unknown where nobody would look for any: songs, games, films and the like that are not about health and name none.", FeatureUnit.Count, CountSources, page => SourceEvidence(page, _ => true)),
        new("references.per_10_minutes", "Sources that the description names, for each ten minutes of video.", FeatureUnit.Index, page => CountSources(page) is { } count && page.Video.LengthSeconds is > 0 and var length ? 600 * count / length : null),
        new("references.identifier_share", "Share of the sources with a DOI, PMID, PMC number or ISBN.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Identifier), page => SourceEvidence(page, source => source.Has(SourceTrait.Identifier))),
        new("references.lookup_share", "Share of the sources that a viewer can open or look up: an address, an identifier, or author, title and publisher.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.CanBeLookedUp), page => SourceEvidence(page, source => !source.Has(SourceTrait.CanBeLookedUp))),
        new("references.dated_share", "Share of the sources that tell their year.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Dated)),
        new("references.timed_share", "Share of the sources that name the time in the video for which they are given.", FeatureUnit.Share, page => ShareOfSources(page, SourceTrait.Timed), page => SourceEvidence(page, source => source.Has(SourceTrait.Timed))),
        new("references.retracted_unmarked", "Retracted papers that the description names without a word of a retraction.", FeatureUnit.Count, page => page.HasReferences ? page.CountOf(SourceType.Retracted) is > 0 and var retracted && !SpeaksOfRetraction(page) ? retracted : 0 : null, page => SourceEvidence(page, source => source.Type == SourceType.Retracted)),
    ];

    private static IEnumerable<Feature<VideoInputs>> Disclosure() =>
    [
        OfSigns("disclosure.sponsors", "Statements in the description that somebody paid for or sponsors the video.", DescriptionSignKind.Sponsor),
        OfSigns("disclosure.affiliate_links", "Links in the description that pay the owner for sales.", DescriptionSignKind.Affiliate),
        OfSigns("disclosure.discount_codes", "Discount codes in the description.", DescriptionSignKind.DiscountCode),
        OfSigns("disclosure.shop_links", "Links in the description to the owner's goods, courses or booking.", DescriptionSignKind.Shop),
        OfSigns("disclosure.patronage_links", "Requests in the description for donations or memberships.", DescriptionSignKind.Patronage),
        OfSigns("disclosure.social_links", "Links in the description to the owner's site, other channels and social networks.", DescriptionSignKind.Social),
        new("disclosure.commercial_signs", "Sponsors, links and codes that pay for sales, and own goods in the description, together.", FeatureUnit.Count, page => page.CommercialSigns, page => SignEvidence(page, IsCommercial)),
        new("disclosure.statements", "Statements in the description about interests: sponsors named, none had, conflicts told. Unknown where nobody would look for any.", FeatureUnit.Count, page => Expected(page, page.CountOf(DescriptionSignKind.Disclosure) + page.CountOf(DescriptionSignKind.Sponsor)), page => SignEvidence(page, sign => sign.Kind is DescriptionSignKind.Disclosure or DescriptionSignKind.Sponsor)),
    ];

    private static IEnumerable<Feature<VideoInputs>> Transparency() =>
    [
        new("transparency.credentials", "Places in the description that name speakers or authors with credentials or affiliation. Unknown where nobody would look for any.", FeatureUnit.Count, page => Expected(page, page.CountOf(DescriptionSignKind.Credential)), page => SignEvidence(page, sign => sign.Kind == DescriptionSignKind.Credential)),
        new("transparency.disclaimers", "Statements that the video informs and does not replace medical advice. Unknown where nobody would look for any.", FeatureUnit.Count, page => Expected(page, page.CountOf(DescriptionSignKind.Disclaimer)), page => SignEvidence(page, sign => sign.Kind == DescriptionSignKind.Disclaimer)),
        new("transparency.named_owner", "Whether somebody with a name answers for the video: an origin that is known, or speakers named with credentials.", FeatureUnit.Flag, page => page.OwnerKind != ChannelKind.Unknown ? 1 : Expected(page, page.CountOf(DescriptionSignKind.Credential)) is { } named ? Flag(named > 0) : null, OriginEvidence),
        new("transparency.licence_open", "Whether a Creative Commons licence is stated; unknown when none is.", FeatureUnit.Flag, page => page.Video.Licence is { } licence ? Flag(licence.Contains("Creative Commons", StringComparison.OrdinalIgnoreCase)) : null),
    ];
}
