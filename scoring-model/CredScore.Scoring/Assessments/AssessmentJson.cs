using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CredScore.Scoring.Features;

namespace CredScore.Scoring.Assessments;

/// <summary>The one way an assessment becomes JSON: camel case, null where unknown, features as an object in order of declaration.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Assessment))]
[JsonSerializable(typeof(IReadOnlyList<Alternative>))]
public sealed partial class AssessmentJson : JsonSerializerContext
{
    /// <summary>The context to use: text of any script stays readable.</summary>
    public static AssessmentJson Instance { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new FeatureValuesConverter() },
    });
}

/// <summary>Writes features as <c>{ "name": number or null }</c>; reads them back by name.</summary>
public sealed class FeatureValuesConverter : JsonConverter<FeatureValues>
{
    public override FeatureValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var pairs = new List<KeyValuePair<string, double?>>();

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Features are an object of numbers.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            pairs.Add(new(name, reader.TokenType == JsonTokenType.Null ? null : reader.GetDouble()));
        }

        return new FeatureValues(AllFeatures.NamesFor(pairs.Select(pair => pair.Key)), pairs);
    }

    public override void Write(Utf8JsonWriter writer, FeatureValues value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();

        for (var index = 0; index < value.Count; index++)
        {
            writer.WritePropertyName(value.Names[index]);

            if (value.At(index) is { } number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndObject();
    }
}

/// <summary>Writes an enumeration's names in camel case, the words of catalogues, answers and exports.</summary>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
