using CredScore.Scoring.Assessments;

namespace CredScore.Scoring.Sources;

/// <summary>What kind of owner stands behind a channel. Being none of the institutions is no fault.</summary>
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

/// <summary>Who made a video, and how we know.</summary>
/// <param name="Kind">Kind of owner.</param>
/// <param name="Why">One sentence for the reader.</param>
/// <param name="List">The catalogue that says so; null when the page itself does.</param>
/// <param name="IsHealthSource">Whether YouTube lists the channel as a health source: by its panel on the page or by the registry.</param>
/// <param name="Evidence">What on the page says so.</param>
public sealed record ChannelOrigin(ChannelKind Kind, string Why, string? List, bool IsHealthSource, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Whether an institution answers for the channel.</summary>
    public bool IsInstitution => Kind is ChannelKind.PublicBody or ChannelKind.Hospital or ChannelKind.University or ChannelKind.Society or ChannelKind.Journal;
}
