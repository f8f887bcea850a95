using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>Finds parts of a document by their key, wherever they stand: YouTube moves them and wraps them anew.</summary>
internal static class YouTubeSearch
{
    // Objects and lists that a search looks into, so that none is long; the parts of a page that are searched have some thousands.
    private const int MostValues = 200_000;

    /// <summary>The first value below that key; undefined when there is none.</summary>
    public static JsonElement Find(this JsonElement root, string key) => Run(root, [key], null, most: 1) is [var (_, value)] ? value : default;

    /// <summary>All values below these keys in the order of the document, but for those inside another one. What stands below a passed key is not searched.</summary>
    public static List<(string Key, JsonElement Value)> FindAll(this JsonElement root, ReadOnlySpan<string> keys, string? passed = null) => Run(root, keys, passed, int.MaxValue);

    private static List<(string Key, JsonElement Value)> Run(JsonElement root, ReadOnlySpan<string> keys, string? passed, int most)
    {
        var names = new byte[keys.Length][];

        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Encoding.UTF8.GetBytes(keys[i]);
        }

        var search = new Search(keys, names, passed is null ? [] : Encoding.UTF8.GetBytes(passed), most);
        search.Look(root);
        return search.Found;
    }

    // As deep as the document is at most, which its reader bounds.
    private ref struct Search(ReadOnlySpan<string> keys, byte[][] names, byte[] passed, int most)
    {
        private readonly ReadOnlySpan<string> _keys = keys;
        private int _left = MostValues;

        public List<(string Key, JsonElement Value)> Found { get; } = [];

        public void Look(JsonElement element)
        {
            if (--_left < 0)
            {
                return;
            }

            if (element.ValueKind is JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    LookBelow(item);
                }
            }
            else if (element.ValueKind is JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    LookAt(property);
                }
            }
        }

        private void LookAt(JsonProperty property)
        {
            var name = JsonMarshal.GetRawUtf8PropertyName(property);

            for (var i = 0; i < names.Length; i++)
            {
                if (name.SequenceEqual(names[i]) && Found.Count < most)
                {
                    Found.Add((_keys[i], property.Value));
                    return;
                }
            }

            if (passed.Length == 0 || !name.SequenceEqual(passed))
            {
                LookBelow(property.Value);
            }
        }

        private void LookBelow(JsonElement element)
        {
            if (Found.Count < most && element.ValueKind is (JsonValueKind.Object or JsonValueKind.Array))
            {
                Look(element);
            }
        }
    }
}
