using System.Text.Json.Serialization;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Documents;

namespace CredScore.Scoring.Sources;

/// <summary>What kind of source a reference is. Names are the words of catalogues, answers and exports.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SourceType>))]
public enum SourceType
{
    /// <summary>Nothing is known about it: neither good nor bad.</summary>
    Unknown,

    /// <summary>Guideline or other publication of a health agency or guideline body.</summary>
    Guideline,

    /// <summary>Systematic review, meta-analysis or review article in a journal.</summary>
    SystematicReview,

    JournalArticle,

    /// <summary>Book of a university press or an academic or professional publisher.</summary>
    AcademicBook,

    University,

    /// <summary>Professional society, hospital or health charity.</summary>
    Society,

    /// <summary>Government or intergovernmental body other than for health.</summary>
    Government,

    /// <summary>Encyclopedia, dictionary or reference database.</summary>
    Tertiary,

    /// <summary>Book of a general publisher.</summary>
    Book,

    /// <summary>Newsroom of good standing.</summary>
    News,

    /// <summary>Other newspapers, magazines, broadcasters, trade and entertainment media.</summary>
    Media,

    /// <summary>Another organisation's own publication: museum, library, sports body, club.</summary>
    Organisation,

    Advocacy,
    Commercial,
    SelfPublished,
    UserGenerated,
    PressRelease,
    Preprint,

    /// <summary>Sensational or fabricating news.</summary>
    Tabloid,

    Pseudoscience,
    Predatory,
    Retracted,

    /// <summary>Its publisher is concerned about it and has not retracted it.</summary>
    ExpressionOfConcern,
}

/// <summary>How much weight the evidence in a source can bear, read from its metadata or its title; null when not known.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<EvidenceLevel>))]
public enum EvidenceLevel
{
    /// <summary>Letter, editorial, case report, opinion.</summary>
    Opinion,

    /// <summary>Animal or laboratory study.</summary>
    Preclinical,

    /// <summary>Trial, cohort, case-control or other single study.</summary>
    Primary,

    /// <summary>Narrative review, textbook.</summary>
    Review,

    /// <summary>Systematic review or meta-analysis.</summary>
    Systematic,

    /// <summary>Guideline or position statement of an expert body.</summary>
    Guideline,
}

/// <summary>A reference with what we say it is and why we say so.</summary>
/// <param name="Reference">The entry in the article.</param>
/// <param name="Type">What kind of source it is.</param>
/// <param name="Why">One clause a reader can check: "published in BMJ, a MEDLINE journal".</param>
/// <param name="List">The catalogue that decided, such as <c>journals</c>, or null when nothing did.</param>
/// <param name="Level">Strength of evidence where the entry tells.</param>
/// <param name="Host">Host of the source after unwrapping archives, proxies and resolvers; null when it has no address of its own.</param>
/// <param name="Origin">Who stands behind it (journal, body, site), for measuring concentration; null when unknown.</param>
/// <param name="NeedsCare">True when the outlet's standing is contested, which is said but not punished.</param>
public sealed record ClassifiedSource(
    Reference Reference,
    SourceType Type,
    string Why,
    string? List,
    EvidenceLevel? Level,
    string? Host,
    string? Origin,
    bool NeedsCare);
