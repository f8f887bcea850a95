using System.Text.Json.Serialization;
using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Sources;

/// <summary>What kind of owner stands behind a channel. Being none of the institutions is no fault.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChannelKind>))]
public enum ChannelKind
{
    /// <summary>Nothing on the page or in the registry tells. Never drawn as bad.</summary>
    Unknown,

    /// <summary>Health agency, ministry, international body or another public authority.</summary>
    PublicBody,

    /// <summary>Hospital or health system.</summary>
    Hospital,

    /// <summary>University, medical school or research institute.</summary>
    University,

    /// <summary>Professional society, college or charity overseen by one.</summary>
    Society,

    /// <summary>Scholarly journal or its publisher.</summary>
    Journal,

    /// <summary>Broadcaster or newspaper with an editorial office.</summary>
    Newsroom,

    /// <summary>Educators recognised by a named body, a textbook publisher or by wide use in teaching.</summary>
    Educator,

    /// <summary>A clinician whose licence YouTube or a register has checked.</summary>
    Clinician,

    /// <summary>A company that sells goods or services.</summary>
    Company,

    /// <summary>An organisation that pleads a cause.</summary>
    Advocacy,
}

/// <summary>How sure the kind of a channel is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ChannelCertainty>))]
public enum ChannelCertainty
{
    /// <summary>Nothing is known, so there is nothing to be sure of.</summary>
    None,

    /// <summary>The owner says so, by the channel's name, and nothing on the page confirms it.</summary>
    Claimed,

    /// <summary>The page shows it: a panel of YouTube's, or the owner's own site whose name is the channel's.</summary>
    Shown,

    /// <summary>The channel stands in the registry.</summary>
    Registered,
}

/// <summary>Who made a video, and how we know.</summary>
/// <param name="Kind">Kind of owner.</param>
/// <param name="Why">One sentence for the reader.</param>
/// <param name="List">The catalogue that says so; null when the page itself does.</param>
/// <param name="IsHealthSource">Whether YouTube lists the channel as a health source: by its panel on the page or by the registry.</param>
/// <param name="Evidence">What on the page says so.</param>
public sealed record ChannelOrigin(ChannelKind Kind, string Why, string? List, bool IsHealthSource, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>How sure <see cref="Kind"/> is.</summary>
    public ChannelCertainty Certainty { get; init; }

    /// <summary>Whether an institution answers for the channel. A name alone does not tell: anybody may choose one.</summary>
    public bool IsInstitution => IsOfInstitution && Certainty is not ChannelCertainty.Claimed;

    /// <summary>Whether the channel's name says that it is an institution's, and nothing confirms it.</summary>
    public bool ClaimsInstitution => IsOfInstitution && Certainty is ChannelCertainty.Claimed;

    private bool IsOfInstitution => Kind is ChannelKind.PublicBody or ChannelKind.Hospital or ChannelKind.University or ChannelKind.Society or ChannelKind.Journal;
}
