using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CredScore.Scoring.Pages;

namespace CredScore.Scoring.Rules;

/// <summary>Writes a ruleset as the JSON that <see cref="RulesetReader"/> reads, each curve on a line of its own.</summary>
public static class RulesetWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The ruleset as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Write(Ruleset ruleset)
    {
        ArgumentNullException.ThrowIfNull(ruleset);
        var buffer = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, ruleset);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, Ruleset ruleset)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "./ruleset.schema.json");
        json.WriteString("id", ruleset.Id);
        json.WriteNumber("version", ruleset.Version);
        json.WriteString("name", ruleset.Name);
        json.WriteString("profile", ruleset.Profile);

        // Left out where it says no more than its absence.
        if (ruleset.Site != Sites.Wikipedia)
        {
            json.WriteString("site", ruleset.Site);
        }

        WriteIfGiven(json, "author", ruleset.Author);
        WriteList(json, "criteria", ruleset.Criteria, WriteCriterion);
        WriteList(json, "caps", ruleset.Caps, WriteCap);
        WriteBands(json, ruleset.Bands);

        if (ruleset.Overrides.Count > 0)
        {
            WriteList(json, "overrides", ruleset.Overrides, WriteOverride);
        }

        WriteList(json, "notJudged", ruleset.NotJudged, static (json, note) => json.WriteStringValue(note));
        json.WriteEndObject();
    }

    private static void WriteCriterion(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteStartObject();
        json.WriteString("id", criterion.Id);
        json.WriteString("name", criterion.Name);
        json.WriteNumber("weight", criterion.Weight);
        WriteList(json, "measures", criterion.Measures, WriteMeasure);
        json.WriteEndObject();
    }

    private static void WriteMeasure(Utf8JsonWriter json, Measure measure)
    {
        json.WriteStartObject();
        json.WriteString("id", measure.Id);
        WriteIfGiven(json, "name", measure.Name);
        json.WriteString("feature", measure.Feature);
        json.WriteNumber("weight", measure.Weight);
        json.WritePropertyName("curve");
        json.WriteRawValue(OnOneLine(measure.Curve));
        WriteIfGiven(json, "found", measure.Found);
        json.WriteString("because", measure.Because);
        json.WriteString("raise", measure.Raise);
        json.WriteEndObject();
    }

    private static void WriteCap(Utf8JsonWriter json, Cap cap)
    {
        json.WriteStartObject();
        json.WriteString("id", cap.Id);
        json.WriteString("feature", cap.Feature);
        json.WriteNumber("above", cap.Above);
        json.WriteNumber("limit", cap.Limit);
        json.WriteString("because", cap.Because);
        WriteIfGiven(json, "raise", cap.Raise);
        json.WriteEndObject();
    }

    private static void WriteOverride(Utf8JsonWriter json, Override word)
    {
        json.WriteStartObject();
        json.WriteString("kind", word.Kind);
        json.WriteString("value", word.Value);
        json.WriteString("countsAs", word.CountsAs);

        if (word.Points is { } points)
        {
            json.WriteNumber("points", points);
        }

        json.WriteString("because", word.Because);
        json.WriteEndObject();
    }

    private static void WriteBands(Utf8JsonWriter json, Bands bands)
    {
        json.WriteStartObject("bands");
        json.WriteNumber("fair", bands.Fair);
        json.WriteNumber("strong", bands.Strong);
        json.WriteNumber("confidence", bands.Confidence);
        json.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);

        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteIfGiven(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string OnOneLine(Curve curve)
        => $"[{string.Join(", ", curve.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"[{point.X:R}, {point.Y:R}]")))}]";
}
