using System.Globalization;
using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>Questions to JSON whose shape nobody promises: what is not there, or of another type, is null or empty.</summary>
internal static class YouTubeJson
{
    /// <summary>The value below a path of keys; undefined when a step is missing.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(key, out element))
            {
                return default;
            }
        }

        return element;
    }

    public static bool IsObject(this JsonElement element) => element.ValueKind is JsonValueKind.Object;

    public static bool Has(this JsonElement element, string key) => element.At(key).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The members of a list; none of anything else.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement element)
        => element.ValueKind is JsonValueKind.Array ? element.EnumerateArray() : default;

    /// <summary>A string that is not empty.</summary>
    public static string? Text(this JsonElement element)
        => element.ValueKind is JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The words of a label in any of YouTube's three shapes, or of a plain string: <c>{simpleText}</c>, <c>{runs:[{text}]}</c>, <c>{content}</c>.</summary>
    public static string? Words(this JsonElement element)
    {
        if (element.Text() is { } plain)
        {
            return plain;
        }

        if ((element.At("simpleText").Text() ?? element.At("content").Text()) is { } text)
        {
            return text;
        }

        var runs = element.At("runs");
        return runs.ValueKind is not JsonValueKind.Array ? null : string.Concat(runs.EnumerateArray().Select(run => run.At("text").Text())) is { Length: > 0 } joined ? joined : null;
    }

    /// <summary>A whole number of at least 0, written as number or as digits.</summary>
    public static long? Count(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetDouble(out var number) && number is >= 0 and < 1e15 => (long)number,
        JsonValueKind.String when long.TryParse(element.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool? Flag(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The address an endpoint leads to, without YouTube's redirect.</summary>
    public static string? Address(this JsonElement endpoint) => YouTubeAddresses.Unwrap(endpoint.At("urlEndpoint", "url").Text());
}
