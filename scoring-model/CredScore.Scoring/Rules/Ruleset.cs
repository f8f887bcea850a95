using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Rules;

/// <summary>What counts and how much: criteria with weighted measures over features, caps and bands. Data, never code.</summary>
public sealed record Ruleset
{
    /// <summary>Lower case with hyphens, such as <c>medical</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up with every published change.</summary>
    public required int Version { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary><c>medical</c> or <c>general</c>: the topics it is made for.</summary>
    public required string Profile { get; init; }

    /// <summary>The kind of page it is made for, which says what features it may ask for: one of <see cref="Sites.All"/>.</summary>
    public string Site { get; init; } = Sites.Wikipedia;

    public required IReadOnlyList<Criterion> Criteria { get; init; }

    public required IReadOnlyList<Cap> Caps { get; init; }

    public required Bands Bands { get; init; }

    /// <summary>Sentences on what the score does not look at.</summary>
    public required IReadOnlyList<string> NotJudged { get; init; }

    /// <summary>What the educator says of single sources, channels and pages; none in the rulesets that ship.</summary>
    public IReadOnlyList<Override> Overrides { get; init; } = [];

    /// <summary>Name of the educator whose rules these are, as students see it; null for the rulesets that ship.</summary>
    public string? Author { get; init; }

    /// <summary>Id and version as answers carry them: <c>medical/1</c>.</summary>
    public string Key => $"{Id}/{Version}";
}

/// <summary>Measures that are weighed together.</summary>
/// <param name="Id">Such as <c>sources</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Weight">Its share of the score among the criteria, any positive unit; the default rulesets use points that add up to 100.</param>
/// <param name="Measures">What is looked at.</param>
public sealed record Criterion(string Id, string Name, double Weight, IReadOnlyList<Measure> Measures);

/// <summary>One feature turned into points by a curve.</summary>
/// <param name="Id">Stable id of the reason it gives.</param>
/// <param name="Feature">Name of a declared feature.</param>
/// <param name="Weight">Its share of the criterion.</param>
/// <param name="Curve">From the feature's value to a share of the points, 0 to 1.</param>
/// <param name="Because">Why this counts, one sentence.</param>
/// <param name="Raise">What would raise it, for the reader.</param>
/// <param name="Name">What is measured, a few words for people; null stands for the feature's name.</param>
/// <param name="Found">What was found, as a sentence without its full stop that holds <c>{value}</c> once; null stands for name, colon and value.</param>
public sealed record Measure(
    string Id,
    string Feature,
    double Weight,
    Curve Curve,
    string Because,
    string Raise,
    string? Name = null,
    string? Found = null)
{
    /// <summary>What stands in <see cref="Found"/> for the number with its unit.</summary>
    public const string Placeholder = "{value}";

    /// <summary>The name for people.</summary>
    public string Label => Name ?? Feature;
}

/// <summary>A limit of the score while a feature is above a threshold.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Feature">Name of a declared feature.</param>
/// <param name="Above">Holds when the value is greater than this.</param>
/// <param name="Limit">Highest score while it holds, 0 to 100.</param>
/// <param name="Because">Why, one sentence.</param>
/// <param name="Raise">What would lift it, for the reader; null stands for the reason why it holds.</param>
public sealed record Cap(string Id, string Feature, double Above, double Limit, string Because, string? Raise = null);

/// <summary>Where bands begin, and how much must be known for a number.</summary>
/// <param name="Fair">Lowest score of the band fair.</param>
/// <param name="Strong">Lowest score of the band strong.</param>
/// <param name="Confidence">Below this confidence there is not enough evidence, 0 to 1.</param>
public sealed record Bands(double Fair, double Strong, double Confidence);
