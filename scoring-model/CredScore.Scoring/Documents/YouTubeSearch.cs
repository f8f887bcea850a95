using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>Finds parts of a document by their key, wherever they stand: YouTube moves them and wraps them anew.</summary>
internal static class YouTubeSearch
{
    // Values that a search looks at, so that none is long; the parts of a page that are searched have some thousands.
    private const int MostValues = 200_000;

    /// <summary>The first value below that key.</summary>
    public static JsonElement Find(this JsonElement root, string key)
    {
        foreach (var (_, value) in root.FindAll([key]))
        {
            return value;
        }

        return default;
    }

    /// <summary>All values below these keys in the order of the document, but for those inside another one. What stands below a passed key is not searched.</summary>
    public static List<(string Key, JsonElement Value)> FindAll(this JsonElement root, ReadOnlySpan<string> keys, string? passed = null)
    {
        var found = new List<(string, JsonElement)>();
        var left = MostValues;
        Search(root, keys, passed, found, ref left);
        return found;
    }

    // As deep as the document is at most, which its reader bounds.
    private static void Search(JsonElement element, ReadOnlySpan<string> keys, string? passed, List<(string Key, JsonElement Value)> found, ref int left)
    {
        if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                SearchBelow(item, keys, passed, found, ref left);
            }
        }
        else if (element.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (KeyOf(property, keys) is { } key)
                {
                    found.Add((key, property.Value));
                }
                else if (passed is null || !property.NameEquals(passed))
                {
                    SearchBelow(property.Value, keys, passed, found, ref left);
                }
            }
        }
    }

    private static void SearchBelow(JsonElement element, ReadOnlySpan<string> keys, string? passed, List<(string Key, JsonElement Value)> found, ref int left)
    {
        if (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array && --left > 0)
        {
            Search(element, keys, passed, found, ref left);
        }
    }

    private static string? KeyOf(JsonProperty property, ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (property.NameEquals(key))
            {
                return key;
            }
        }

        return null;
    }
}
