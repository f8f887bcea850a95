using System.Text.Json;
using System.Text.Json.Serialization;

namespace CredScore.Api.Upstream.Wikipedia;

/// <summary>The Action API's answer to <c>action=query</c> with <c>formatversion=2</c>, as far as we ask for it. Nothing in it is sure to be there.</summary>
internal sealed record ApiAnswer(
    ApiError? Error,
    Dictionary<string, JsonElement>? Continue,
    ApiQuery? Query)
{
    // https://www.mediawiki.org/wiki/API:Query
    public static JsonSerializerOptions Json { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, PropertyNameCaseInsensitive = true, MaxDepth = 32 };
}

internal sealed record ApiError(string? Code);

internal sealed record ApiQuery(
    IReadOnlyList<ApiMove?>? Normalized,
    IReadOnlyList<ApiMove?>? Redirects,
    IReadOnlyList<JsonElement>? Interwiki,
    [property: JsonPropertyName("badrevids")] IReadOnlyDictionary<string, JsonElement>? BadRevisions,
    IReadOnlyList<ApiPage?>? Pages,
    [property: JsonPropertyName("recentchanges")] IReadOnlyList<ApiChange?>? RecentChanges,
    [property: JsonPropertyName("categorymembers")] IReadOnlyList<ApiMember?>? CategoryMembers = null,
    [property: JsonPropertyName("projects")] IReadOnlyDictionary<string, IReadOnlyList<ApiMember?>>? Projects = null);

internal sealed record ApiMember(int? Ns, string? Title);

internal sealed record ApiMove(string? From, string? To);

internal sealed record ApiPage
{
    [JsonPropertyName("pageid")]
    public long? PageId { get; init; }

    public int? Ns { get; init; }

    public string? Title { get; init; }

    public bool Missing { get; init; }

    public bool Invalid { get; init; }

    public bool Special { get; init; }

    public bool Redirect { get; init; }

    [JsonPropertyName("lastrevid")]
    public long? LastRevision { get; init; }

    public IReadOnlyList<ApiProtection?>? Protection { get; init; }

    public IReadOnlyList<ApiRevision?>? Revisions { get; init; }

    [JsonPropertyName("pageprops")]
    public ApiProperties? Properties { get; init; }

    [JsonPropertyName("pageassessments")]
    public IReadOnlyDictionary<string, ApiAssessment?>? Assessments { get; init; }

    /// <summary>This part of a page with the members that a later part of the answer adds.</summary>
    public ApiPage With(ApiPage later) => later with
    {
        LastRevision = later.LastRevision ?? LastRevision,
        Protection = later.Protection ?? Protection,
        Revisions = later.Revisions ?? Revisions,
        Properties = later.Properties ?? Properties,
        Redirect = later.Redirect || Redirect,
        Assessments = Merge(Assessments, later.Assessments),
    };

    private static IReadOnlyDictionary<string, ApiAssessment?>? Merge(IReadOnlyDictionary<string, ApiAssessment?>? first, IReadOnlyDictionary<string, ApiAssessment?>? second)
        => first is null || second is null
            ? first ?? second
            : first.Concat(second).GroupBy(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
}

internal sealed record ApiProtection(string? Type, string? Level);

internal sealed record ApiProperties(string? WikibaseItem, string? Disambiguation);

internal sealed record ApiAssessment(string? Class, string? Importance);

internal sealed record ApiRevision(
    [property: JsonPropertyName("revid")] long? Id,
    DateTimeOffset? Timestamp,
    [property: JsonPropertyName("texthidden")] bool TextHidden,
    IReadOnlyDictionary<string, ApiSlot?>? Slots);

internal sealed record ApiSlot(
    [property: JsonPropertyName("contentmodel")] string? Model,
    string? Content,
    [property: JsonPropertyName("texthidden")] bool TextHidden);

internal sealed record ApiChange(DateTimeOffset? Timestamp, IReadOnlyList<string>? Tags);
