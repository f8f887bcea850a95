using System.Globalization;
using System.Text.Json;
using CredScore.Api.Storage;
using CredScore.Scoring;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Model;

namespace CredScore.Api.Scores;

/// <summary>An answer ready to be sent.</summary>
/// <param name="Body">The assessment as JSON in UTF-8.</param>
/// <param name="ETag">The same for the same revision (of a video: the same reading), ruleset, model, catalogue, scorer and year.</param>
/// <param name="LatestAt">When the site said that this is the latest; null when a numbered revision was asked for.</param>
/// <param name="IsStale">Whether an older answer stands in, because the site could not be asked.</param>
internal sealed record Score(byte[] Body, string ETag, DateTimeOffset? LatestAt, bool IsStale)
{
    /// <summary>Where it is stored; null when it is not.</summary>
    public StoredIds? Stored { get; init; }

    /// <summary>Whether it may be stored; the terms under which the page was read can say otherwise.</summary>
    public bool MayBeStored { get; init; } = true;

    public Assessment Assessment => Read(Body);

    /// <summary>The answer in a mix of grades. Held and stored ones are in the even mix; the tag tells them apart.</summary>
    public Score In(ClassMix mix) => mix is ClassMix.Even
        ? this
        : this with { Body = Write(PageScorer.InMix(Assessment, mix)), ETag = $"{ETag[..^1]}-natural\"" };

    public static Assessment Read(byte[] body) => (Assessment)JsonSerializer.Deserialize(body, typeof(Assessment), AssessmentJson.Instance)!;

    public static byte[] Write(Assessment assessment) => JsonSerializer.SerializeToUtf8Bytes(assessment, typeof(Assessment), AssessmentJson.Instance);

    /// <summary>Weak, since the answer also says whether it was fetched or stored. The year is in it because ages of sources count from it.</summary>
    public static string TagOf(long? revision, Versions versions, DateTimeOffset? fetchedAt)
        => string.Create(CultureInfo.InvariantCulture, $"W/\"{revision ?? fetchedAt?.ToUnixTimeSeconds()}-{versions.Ruleset}-{versions.Model ?? "none"}-{versions.Catalogue}-{versions.Scorer}-{fetchedAt?.Year}\"");
}
