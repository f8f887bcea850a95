using System.Text.Json.Serialization;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Features;
using CredScore.Scoring.Sources;

namespace CredScore.Scoring.Assessments;

/// <summary>The score in a word.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Band>))]
public enum Band
{
    /// <summary>Not enough evidence for a number.</summary>
    Insufficient,

    Weak,
    Fair,
    Strong,
}

/// <summary>How the content came to the scorer.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Origin>))]
public enum Origin
{
    /// <summary>Fetched from the site for this answer.</summary>
    Fetched,

    /// <summary>Sent by the caller; never kept as the page's score.</summary>
    Submitted,

    /// <summary>Answered from the store.</summary>
    Stored,
}

/// <summary>The whole answer about one page: what it scored, why, and from what. Serialised as it stands by service and command line.</summary>
public sealed record Assessment
{
    public required PageSummary Page { get; init; }

    /// <summary>0 to 100 with two decimals: the sum of the criteria's points and the caps' effects. Null when there is not enough evidence.</summary>
    public required double? Score { get; init; }

    public required Band Band { get; init; }

    /// <summary>0 to 1: how far the score can be trusted; see docs/scoring.md.</summary>
    public required double Confidence { get; init; }

    public Origin Origin { get; init; } = Origin.Fetched;

    /// <summary>True when the site could not be asked and an older answer stands in.</summary>
    public bool Stale { get; init; }

    public required IReadOnlyList<CriterionResult> Criteria { get; init; }

    /// <summary>Hard flags that limit the score, in force on this page.</summary>
    public required IReadOnlyList<CapResult> Caps { get; init; }

    /// <summary>What would raise the score most, best first.</summary>
    public required IReadOnlyList<Improvement> Improvements { get; init; }

    /// <summary>What the score does not look at, and what could not be read on this page.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>What the trained model says; null until a model is part of the ruleset.</summary>
    public Prediction? Prediction { get; init; }

    public required IReadOnlyList<ReferenceSummary> References { get; init; }

    public required FeatureValues Features { get; init; }

    /// <summary>What changed lists made of this revision since it was first scored, newest first; left out where nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ScoreChange>? Changes { get; init; }

    /// <summary>The references as they were read, for who keeps them; no part of the answer.</summary>
    [JsonIgnore]
    public IReadOnlyList<Reference>? Read { get; init; }

    /// <summary>What the page is about, best first; empty when nothing on it says so.</summary>
    public IReadOnlyList<PageTopic> Topics { get; init; } = [];

    /// <summary>Reputable pages on the same topics, best first; put beside an assessment when it is answered and never part of what is stored.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    public required Versions Versions { get; init; }
}

/// <summary>What was scored.</summary>
public sealed record PageSummary
{
    /// <summary><c>wikipedia</c> or <c>youtube</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Canonical web address of the page.</summary>
    public required string Address { get; init; }

    /// <summary>Canonical key, such as <c>wikipedia:en:Crohn's disease</c>.</summary>
    public required string Key { get; init; }

    public required string? Title { get; init; }

    public required string? Language { get; init; }

    public required long? Revision { get; init; }

    /// <summary>Web address of exactly the revision that was read, or of the page when the revision is unknown.</summary>
    public required string Url { get; init; }

    public required DateTimeOffset? FetchedAt { get; init; }

    public required TopicProfile Topic { get; init; }

    /// <summary>Who made a video; left out for articles.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ChannelSummary? Channel { get; init; }

    /// <summary>What a video's page shows beside what is scored; left out for articles.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VideoSummary? Video { get; init; }
}

/// <summary>Who made a video.</summary>
/// <param name="Id"><c>UC</c> and 22 characters.</param>
/// <param name="Handle">With its sign: <c>@BKCHarvard</c>.</param>
/// <param name="Name">As the page shows it; a title in it is no evidence.</param>
/// <param name="Kind">What kind of owner stands behind it.</param>
/// <param name="Why">How we know, in one sentence.</param>
/// <param name="IsHealthSource">Whether YouTube lists it as a health source: it vets the source, not the video. Null when nothing says so.</param>
public sealed record ChannelSummary(
    string? Id,
    string? Handle,
    string? Name,
    [property: JsonConverter(typeof(CamelCaseEnumConverter<ChannelKind>))] ChannelKind Kind,
    string Why,
    bool? IsHealthSource);

/// <summary>Facts about a video for the reader. None of the counts is ever scored: attention is no quality.</summary>
/// <param name="Published">Day of publication.</param>
/// <param name="LengthSeconds">Null for a stream that still runs.</param>
/// <param name="Category">YouTube's own category in English.</param>
/// <param name="Views">Shown, never scored.</param>
/// <param name="Likes">Shown, never scored.</param>
/// <param name="Subscribers">Of the channel; shown, never scored.</param>
/// <param name="Availability">Whether it can be watched.</param>
/// <param name="IsLive">Whether it runs live now.</param>
/// <param name="Licence">As stated; null when none is.</param>
/// <param name="Panels">What YouTube itself says beside the video, in its own words.</param>
public sealed record VideoSummary(
    DateOnly? Published,
    int? LengthSeconds,
    string? Category,
    long? Views,
    long? Likes,
    long? Subscribers,
    [property: JsonConverter(typeof(CamelCaseEnumConverter<VideoAvailability>))] VideoAvailability? Availability,
    bool? IsLive,
    string? Licence,
    IReadOnlyList<string> Panels);

/// <summary>Which ruleset profile the page's topic asks for, and why.</summary>
/// <param name="Profile"><c>medical</c> or <c>general</c>.</param>
/// <param name="Why">What on the page says so.</param>
public sealed record TopicProfile(string Profile, string Why);

/// <summary>One criterion's share of the score.</summary>
/// <param name="Id">Such as <c>sources</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Points">Sum of the reasons' effects; null when nothing of it is known on this page, or when the ruleset gives it no weight.</param>
/// <param name="OutOf">Points within reach on this page; 0 when nothing of it is known, its weight then being shared by the other criteria.</param>
/// <param name="Reasons">In order of how far they moved the score from the middle.</param>
public sealed record CriterionResult(string Id, string Name, double? Points, double OutOf, IReadOnlyList<Reason> Reasons);

/// <summary>Why a criterion has its points.</summary>
/// <param name="Id">Stable id of the measure.</param>
/// <param name="Text">A sentence with the number found and the number asked for.</param>
/// <param name="Effect">Points it adds.</param>
/// <param name="OutOf">Points it could add.</param>
/// <param name="Feature">The feature that was measured.</param>
/// <param name="Value">The feature's value on this page.</param>
/// <param name="Evidence">Where on the page it can be checked, at most five items.</param>
public sealed record Reason(string Id, string Text, double Effect, double OutOf, string? Feature, double? Value, IReadOnlyList<Evidence> Evidence);

/// <summary>Something on the page that a reader can look at.</summary>
/// <param name="Kind"><c>reference</c>, <c>section</c>, <c>tag</c>, <c>panel</c> or <c>link</c>.</param>
/// <param name="Index">Number of the reference or section; null for others.</param>
/// <param name="Label">What to look for.</param>
public sealed record Evidence(string Kind, int? Index, string Label);

/// <summary>A limit in force.</summary>
/// <param name="Id">Stable id of the cap.</param>
/// <param name="Text">Why it holds.</param>
/// <param name="Limit">The highest score it allows.</param>
/// <param name="Effect">Points it took away, 0 or negative.</param>
/// <param name="Evidence">Where on the page it can be checked, at most five items.</param>
/// <param name="Feature">The feature that was measured.</param>
public sealed record CapResult(string Id, string Text, double Limit, double Effect, IReadOnlyList<Evidence> Evidence, string? Feature = null);

/// <summary>What would raise the score.</summary>
/// <param name="Text">What an editor or a reader could look for.</param>
/// <param name="Gain">Points it would add at most.</param>
public sealed record Improvement(string Text, double Gain);

/// <summary>What a trained model says about the page.</summary>
/// <param name="Model">Id and version, such as <c>wikipedia-grade/1</c>.</param>
/// <param name="Class">The most probable class, such as <c>b</c>.</param>
/// <param name="Probabilities">Of each class, in order; they add up to one.</param>
/// <param name="Expected">The mean class, 0 for the first.</param>
/// <param name="Contributions">What moved it there, strongest for, then strongest against, then all others together and the start: together exactly <paramref name="Expected"/>.</param>
/// <param name="Notes">What it means and what limits it, in sentences.</param>
public sealed record Prediction(
    string Model,
    string Class,
    IReadOnlyDictionary<string, double> Probabilities,
    double Expected,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<string> Notes);

/// <summary>A feature's part in a prediction.</summary>
/// <param name="Feature">Name of a declared feature; empty for what is no single one.</param>
/// <param name="Text">What it is, with its value on this page.</param>
/// <param name="Effect">What it adds to the mean class.</param>
public sealed record Contribution(string Feature, string Text, double Effect);

/// <summary>A reference with its source type, for the reader and for exports.</summary>
/// <param name="Index">Its number on the page.</param>
/// <param name="Kind">What it is by its form.</param>
/// <param name="Title">Its title, else what it says.</param>
/// <param name="Year">Year of publication.</param>
/// <param name="SourceType">What kind of source it is.</param>
/// <param name="Why">Why we say so.</param>
/// <param name="List">The catalogue that decided; null when none did.</param>
/// <param name="Doi">Without resolver.</param>
/// <param name="Pmid">Digits.</param>
/// <param name="Host">Of the source, not of what passes it on.</param>
/// <param name="Uses">How often the page calls it.</param>
/// <param name="At">Second of the video that it is given for; left out for articles and where none is named.</param>
/// <param name="Journal">Name of the journal of a journal citation, as written; left out elsewhere.</param>
/// <param name="CatalogueSays">What the catalogues say, where the educator whose ruleset this is says otherwise; left out elsewhere.</param>
/// <param name="Pmc">Digits of its number in PubMed Central, where it can be read free; left out where it has none.</param>
/// <param name="Url">Address of a strong source on the web whose title names what the page is on, so that it can be read instead; left out elsewhere.</param>
public sealed record ReferenceSummary(
    int Index,
    string Kind,
    string? Title,
    int? Year,
    SourceType SourceType,
    string Why,
    string? List,
    string? Doi,
    string? Pmid,
    string? Host,
    int Uses,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? At = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Journal = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CatalogueVerdict? CatalogueSays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Pmc = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Url = null);

/// <summary>What the catalogues say of a reference that an educator's ruleset counts otherwise.</summary>
/// <param name="SourceType">What kind of source it is.</param>
/// <param name="Why">Why we say so.</param>
/// <param name="List">The catalogue that decided; null when none did.</param>
public sealed record CatalogueVerdict(SourceType SourceType, string Why, string? List);

/// <summary>What a changed list made of a score.</summary>
/// <param name="At">When it was noticed.</param>
/// <param name="From">The score before; null when there was not enough evidence.</param>
/// <param name="To">The score afterwards.</param>
/// <param name="Text">The same as a sentence.</param>
/// <param name="Sources">The sources whose kind changed, retractions first, at most ten.</param>
public sealed record ScoreChange(DateTimeOffset At, double? From, double? To, string Text, IReadOnlyList<SourceChange> Sources);

/// <summary>A source whose kind changed.</summary>
/// <param name="Index">Its number on the page.</param>
/// <param name="From">What it was held for.</param>
/// <param name="To">What it is held for now.</param>
/// <param name="Why">Why.</param>
/// <param name="List">The list that says so, with its date; null when none does.</param>
public sealed record SourceChange(int Index, SourceType From, SourceType To, string Why, string? List);

/// <summary>How a topic that was found stands to what the page is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<TopicFit>))]
public enum TopicFit
{
    /// <summary>The page is about it.</summary>
    Exact,

    /// <summary>The page is about something more special within it.</summary>
    Broader,
}

/// <summary>What a page is about.</summary>
/// <param name="Name">The topic's name in the catalogue of topics, else the page's title.</param>
/// <param name="Fit">Whether it is the page's topic or a wider one.</param>
/// <param name="Why">What on the page says so.</param>
/// <param name="Identifiers">Numbers that the page gives of it in registers, by scheme, such as <c>mesh</c>.</param>
public sealed record PageTopic(string Name, TopicFit Fit, string Why, IReadOnlyDictionary<string, string> Identifiers);

/// <summary>What an alternative is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlternativeKind>))]
public enum AlternativeKind
{
    /// <summary>A page of a health service, an agency or an encyclopedia.</summary>
    Article,

    /// <summary>A chapter or section of a textbook or a course.</summary>
    Textbook,

    /// <summary>A review of the evidence.</summary>
    Review,

    /// <summary>A recommendation for practice.</summary>
    Guideline,

    Video,

    /// <summary>An entry of a register or database.</summary>
    Database,

    /// <summary>A publisher's own search for the topic: what it finds was not looked at.</summary>
    Search,

    /// <summary>What an educator recommends to a class, whatever it is.</summary>
    Recommendation,
}

/// <summary>Whom an alternative is written for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AlternativeLevel>))]
public enum AlternativeLevel
{
    /// <summary>Patients and everybody else.</summary>
    Patient,

    /// <summary>Students of the subject.</summary>
    Student,

    /// <summary>People who work in the field.</summary>
    Professional,
}

/// <summary>A reputable page on the same topic.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is, with https.</param>
/// <param name="Provider">Who publishes it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Whom it is written for.</param>
/// <param name="Free">Whether it can be read without paying; null when not known.</param>
/// <param name="Why">Why it is offered, in one line.</param>
/// <param name="Topic">The topic that it is on.</param>
/// <param name="Language">The language it is in, such as <c>en</c>.</param>
/// <param name="IsExact">Whether it is about the page's own topic; false for one on a wider topic and for a search.</param>
/// <param name="Class">Name of the class to which its educator, the provider, recommends it; left out for all others.</param>
/// <param name="Year">Year of publication of what does not change afterwards, such as a paper; left out for pages that are kept up to date, and where it is not known.</param>
public sealed record Alternative(
    string Title,
    string Url,
    string Provider,
    AlternativeKind Kind,
    AlternativeLevel Level,
    bool? Free,
    string Why,
    string Topic,
    string Language,
    bool IsExact,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Class = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Year = null);

/// <summary>Everything needed to get the same numbers again.</summary>
/// <param name="Ruleset">Id and version, such as <c>medical/1</c>.</param>
/// <param name="Model">Id of the model; null while none takes part.</param>
/// <param name="Catalogue">Digest of the embedded catalogues, or of the refreshed ones.</param>
/// <param name="Scorer">Version of the scoring library.</param>
/// <param name="Author">The educator by whose rules it was scored; left out for the rulesets that ship.</param>
public sealed record Versions(
    string Ruleset,
    string? Model,
    string Catalogue,
    string Scorer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Author = null);
