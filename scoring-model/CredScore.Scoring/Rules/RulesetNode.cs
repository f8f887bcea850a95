using System.Buffers;
using System.Text.Json;

namespace CredScore.Scoring.Rules;

/// <summary>
/// One object of a ruleset's JSON. Each question notes a fault and answers empty (a number: NaN) when its property is not as it should be;
/// a missing property was noted when the object was opened.
/// </summary>
internal sealed class RulesetNode
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);
    private readonly List<RulesetFault> _faults;

    public RulesetNode(JsonElement element, string path, RulesetShape shape, List<RulesetFault> faults)
    {
        Path = path;
        _faults = faults;

        if (element.ValueKind is not JsonValueKind.Object)
        {
            Note(path, "This must be an object.");
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            Take(property, shape);
        }

        foreach (var name in shape.Required.Where(name => !_properties.ContainsKey(name)))
        {
            Note(path, $"The property {name} is missing.");
        }
    }

    public string Path { get; }

    /// <summary>Whether the object has a property.</summary>
    public bool Has(string name) => _properties.ContainsKey(name);

    public string PathOf(string name) => $"{Path}.{name}";

    /// <summary>Notes a fault, unless there are more than anybody will read.</summary>
    public void Note(string path, string text)
    {
        if (_faults.Count < RulesetReading.MostFaults)
        {
            _faults.Add(new(path, text));
        }
    }

    /// <summary>A text for people.</summary>
    public string Text(string name, int longest = RulesetShape.LongestText)
        => _properties.TryGetValue(name, out var element) ? Text(element, PathOf(name), longest) : "";

    /// <summary>A text for people that may be left out; null then.</summary>
    public string? OptionalText(string name, int longest = RulesetShape.LongestText)
        => _properties.ContainsKey(name) ? Text(name, longest) : null;

    /// <summary>A stable id that nothing else in the same list has.</summary>
    public string Id(string name, HashSet<string>? taken = null)
    {
        if (Text(name, RulesetShape.LongestId) is not { Length: > 0 } id)
        {
            return "";
        }

        if (!char.IsAsciiLetterLower(id[0]) || id.AsSpan().ContainsAnyExcept(IdCharacters))
        {
            Note(PathOf(name), "An id begins with a lower-case letter and holds lower-case letters, digits and hyphens only.");
        }
        else if (taken?.Add(id) is false)
        {
            Note(PathOf(name), $"The id {id} is used more than once.");
        }

        return id;
    }

    /// <summary>A number within bounds.</summary>
    public double Number(string name, double lowest, double highest)
    {
        if (!_properties.TryGetValue(name, out var element))
        {
            return double.NaN;
        }

        var number = Number(element);

        if (double.IsNaN(number))
        {
            Note(PathOf(name), "This must be a number.");
        }
        else if (number < lowest || number > highest)
        {
            Note(PathOf(name), FormattableString.Invariant($"This number must lie between {lowest:#,##0} and {highest:#,##0}."));
            return double.NaN;
        }

        return number;
    }

    /// <summary>The items of a list with their paths; of a list that is too long, none.</summary>
    public IEnumerable<(JsonElement Element, string Path)> Items(string name, int fewest, int most)
    {
        if (!_properties.TryGetValue(name, out var list))
        {
            yield break;
        }

        if (list.ValueKind is not JsonValueKind.Array)
        {
            Note(PathOf(name), "This must be a list.");
            yield break;
        }

        if (list.GetArrayLength() is var length && (length < fewest || length > most))
        {
            Note(PathOf(name), $"This list holds {length} items; it must hold {fewest} to {most}.");

            if (length > most)
            {
                yield break;
            }
        }

        var index = 0;

        foreach (var element in list.EnumerateArray())
        {
            yield return (element, $"{PathOf(name)}[{index++}]");
        }
    }

    /// <summary>An object; one that is missing was noted already.</summary>
    public RulesetNode? Child(string name, RulesetShape shape)
        => _properties.TryGetValue(name, out var element) ? new(element, PathOf(name), shape, _faults) : null;

    /// <summary>A text of a list or a property.</summary>
    public string Text(JsonElement element, string path, int longest = RulesetShape.LongestText)
    {
        if (element.ValueKind is not JsonValueKind.String || Decode(element) is not { } text)
        {
            Note(path, "This must be a text.");
            return "";
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > longest)
        {
            Note(path, $"This text must have 1 to {longest} characters.");
            return "";
        }

        return text;
    }

    /// <summary>A finite number, or NaN.</summary>
    public static double Number(JsonElement element)
        => element.ValueKind is JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : double.NaN;

    private void Take(JsonProperty property, RulesetShape shape)
    {
        if (Decode(property) is not { } name || !shape.Knows(name))
        {
            Note(Path, $"There is no property named {Shorten(Decode(property))} here.");
        }
        else if (!_properties.TryAdd(name, property.Value))
        {
            Note(PathOf(name), "This property is given more than once.");
        }
    }

    // Half a surrogate pair is an escape that JSON allows and no text can hold.
    private static string? Decode(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Decode(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Shorten(string? name) => name switch
    {
        null => "(no readable text)",
        { Length: > RulesetShape.LongestId } => $"{name.AsSpan(0, RulesetShape.LongestId)}…",
        _ => name,
    };
}
