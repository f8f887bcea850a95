using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CredScore.Scoring.Documents;

/// <summary>A template as Parsoid's <c>data-mw</c> keeps it: name and parameters in wikitext.</summary>
/// <remarks>https://www.mediawiki.org/wiki/Specs/HTML#Template_markup</remarks>
internal sealed class HtmlTemplate
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 32 };

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
    public static IReadOnlyList<HtmlTemplate> ReadAll(string data)
    {
        // By way of bytes: half a surrogate pair in the attribute is replaced, not thrown about.
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(data.Length));

        try
        {
            var length = Encoding.UTF8.GetBytes(data, bytes);
            var json = new Utf8JsonReader(bytes.AsSpan(0, length), Options);
            return ReadRoot(ref json);
        }
        catch (JsonException)
        {
            return [];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The citation template that made an element; null when none did.</summary>
    public static HtmlTemplate? FindCitation(string data)
    {
        foreach (var template in ReadAll(data))
        {
            if (TemplateCatalogue.Find(template.Name).Role is TemplateRole.Citation)
            {
                return template;
            }
        }

        return null;
    }

    // Each of the following begins at the first token of a value and ends at its last.
    // { "parts": ["text", { "template": { "target": { "wt": "cite web" }, "params": { "url": { "wt": "http://…" } } } }] }
    private static List<HtmlTemplate> ReadRoot(ref Utf8JsonReader json)
    {
        var templates = new List<HtmlTemplate>();
        json.Read();

        if (IsObject(ref json))
        {
            while (NextMember(ref json))
            {
                var isParts = json.ValueTextEquals("parts"u8);
                json.Read();
                ReadParts(ref json, isParts ? templates : null);
            }
        }

        // What follows the object makes the whole unreadable.
        json.Read();
        return templates;
    }

    private static void ReadParts(ref Utf8JsonReader json, List<HtmlTemplate>? templates)
    {
        if (templates is null || json.TokenType is not JsonTokenType.StartArray)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType is not JsonTokenType.EndArray)
        {
            if (IsObject(ref json))
            {
                ReadPart(ref json, templates);
            }
        }
    }

    private static void ReadPart(ref Utf8JsonReader json, List<HtmlTemplate> templates)
    {
        while (NextMember(ref json))
        {
            var isTemplate = json.ValueTextEquals("template"u8);
            json.Read();

            if (!isTemplate)
            {
                json.Skip();
            }
            else if (IsObject(ref json) && ReadTemplate(ref json) is { } template)
            {
                templates.Add(template);
            }
        }
    }

    private static HtmlTemplate? ReadTemplate(ref Utf8JsonReader json)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;

        while (NextMember(ref json))
        {
            var isTarget = json.ValueTextEquals("target"u8);
            var isGiven = json.ValueTextEquals("params"u8);
            json.Read();

            if (isTarget)
            {
                name = ReadText(ref json);
            }
            else if (isGiven && IsObject(ref json))
            {
                ReadParameters(ref json, parameters);
            }
            else
            {
                json.Skip();
            }
        }

        return name is null ? null : new HtmlTemplate(NormaliseName(name), parameters);
    }

    private static void ReadParameters(ref Utf8JsonReader json, Dictionary<string, string> parameters)
    {
        while (NextMember(ref json))
        {
            var name = StringOf(ref json);
            json.Read();

            if (ReadText(ref json) is { } value && name is not null)
            {
                parameters[name] = value;
            }
        }
    }

    // The member "wt" of an object; null when the value is something else.
    private static string? ReadText(ref Utf8JsonReader json)
    {
        string? text = null;

        if (IsObject(ref json))
        {
            while (NextMember(ref json))
            {
                var isText = json.ValueTextEquals("wt"u8);
                json.Read();
                text = isText && json.TokenType is JsonTokenType.String ? StringOf(ref json) : text;
                json.Skip();
            }
        }

        return text;
    }

    // Whether an object begins here; any other value is passed over.
    private static bool IsObject(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.StartObject)
        {
            return true;
        }

        json.Skip();
        return false;
    }

    private static bool NextMember(ref Utf8JsonReader json) => json.Read() && json.TokenType is JsonTokenType.PropertyName;

    private static string NormaliseName(string name) => name.Trim().Replace('_', ' ').ToLowerInvariant();

    private static string? StringOf(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape for half a surrogate pair is valid JSON and no text.
            return null;
        }
    }
}
