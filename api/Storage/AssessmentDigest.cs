using System.Text.Json;
using System.Text.Json.Serialization;
using CredScore.Exports.Columns;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Storage;

/// <summary>
/// What tables show of an assessment beside its score: a few hundred bytes where the whole answer has fifty thousand, so that an export of many pages need not read what it does not show.
/// </summary>
internal sealed record AssessmentDigest
{
    private static readonly Dictionary<string, double?> NoCriteria = [];

    /// <summary><c>medical</c> or <c>general</c>.</summary>
    public required string Profile { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public DigestedChannel? Channel { get; init; }

    /// <summary>Points by criterion; null where nothing of it is known.</summary>
    public required IReadOnlyDictionary<string, double?> Criteria { get; init; }

    public IReadOnlyList<string> Caps { get; init; } = [];

    public DigestedPrediction? Prediction { get; init; }

    public static AssessmentDigest Of(Assessment assessment) => new()
    {
        Profile = assessment.Page.Topic.Profile,
        Topics = [.. assessment.Topics.Select(topic => topic.Name)],
        Channel = assessment.Page.Channel is { } channel ? new(channel.Id, channel.Handle, channel.Name, ExportRow.Word(channel.Kind)) : null,
        Criteria = assessment.Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Points),
        Caps = [.. assessment.Caps.Select(cap => cap.Id)],
        Prediction = assessment.Prediction is { } prediction ? new(prediction.Model, prediction.Class, prediction.Expected) : null,
    };

    public static AssessmentDigest Read(byte[] json) => JsonSerializer.Deserialize(json, DigestJson.Default.AssessmentDigest)!;

    /// <summary>What does not depend on the ruleset alone, for a page that is about to be scored by another one; criteria and caps are left empty.</summary>
    public static AssessmentDigest ReadFace(byte[] json)
    {
        var face = JsonSerializer.Deserialize(json, DigestJson.Default.DigestFace)!;
        return new() { Profile = face.Profile, Topics = face.Topics ?? [], Channel = face.Channel, Prediction = face.Prediction, Criteria = NoCriteria };
    }

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, DigestJson.Default.AssessmentDigest);
}

/// <summary>The part of a digest that every ruleset sees.</summary>
internal sealed record DigestFace(string Profile, IReadOnlyList<string>? Topics, DigestedChannel? Channel, DigestedPrediction? Prediction);

/// <summary>Who made a video.</summary>
internal sealed record DigestedChannel(string? Id, string? Handle, string? Name, string Kind);

/// <summary>What a model says of a page.</summary>
internal sealed record DigestedPrediction(string Model, string Class, double Expected);

/// <summary>The one way a digest becomes JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AssessmentDigest))]
[JsonSerializable(typeof(DigestFace))]
internal sealed partial class DigestJson : JsonSerializerContext;
