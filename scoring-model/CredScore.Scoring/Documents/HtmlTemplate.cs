using System.Text;
using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>A template as Parsoid's <c>data-mw</c> keeps it: name and parameters in wikitext.</summary>
internal sealed class HtmlTemplate
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    private HtmlTemplate(string name, Dictionary<string, string> parameters)
    {
        Name = name;
        Parameters = parameters;
    }

    /// <summary>In lower case, with spaces: <c>cite journal</c>.</summary>
    public string Name { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public int FilledParameters => Parameters.Values.Count(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>The templates that made an element; empty when the attribute cannot be read.</summary>
    /// <remarks>https://www.mediawiki.org/wiki/Specs/HTML#Template_markup</remarks>
    public static IReadOnlyList<HtmlTemplate> ReadAll(string data)
    {
        try
        {
            // By way of bytes: half a surrogate pair in the attribute is replaced, not thrown about.
            using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(data), Options);
            return ReadParts(json.RootElement);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The citation template that made an element; null when none did.</summary>
    public static HtmlTemplate? FindCitation(string data)
        => ReadAll(data).FirstOrDefault(template => TemplateCatalogue.Find(template.Name).Role is TemplateRole.Citation);

    private static List<HtmlTemplate> ReadParts(JsonElement root)
    {
        var templates = new List<HtmlTemplate>();

        if (Find(root, "parts") is not { ValueKind: JsonValueKind.Array } parts)
        {
            return templates;
        }

        foreach (var part in parts.EnumerateArray())
        {
            if (Find(part, "template") is { } template && Find(template, "target") is { } target && Text(target, "wt") is { } name)
            {
                templates.Add(new HtmlTemplate(NormaliseName(name), ReadParameters(template)));
            }
        }

        return templates;
    }

    private static Dictionary<string, string> ReadParameters(JsonElement template)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

        if (Find(template, "params") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var parameter in given.EnumerateObject())
            {
                if (Text(parameter.Value, "wt") is { } value && NameOf(parameter) is { } name)
                {
                    parameters[name] = value;
                }
            }
        }

        return parameters;
    }

    private static string NormaliseName(string name) => name.Trim().Replace('_', ' ').ToLowerInvariant();

    private static JsonElement? Find(JsonElement element, string name)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    private static string? Text(JsonElement element, string name)
    {
        try
        {
            return Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // An escape for half a surrogate pair is valid JSON and no text.
            return null;
        }
    }

    private static string? NameOf(JsonProperty parameter)
    {
        try
        {
            return parameter.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
