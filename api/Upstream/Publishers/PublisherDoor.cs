using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using CredScore.Api.Alternatives;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.Publishers;

/// <summary>Questions to one publisher: its address, its pipeline, and its answers as JSON or XML of limited size and depth.</summary>
internal sealed class PublisherDoor(IHttpClientFactory clients, IOptionsMonitor<PublisherOptions> options, TimeProvider time, string client, string site)
{
    private const int DeepestJson = 32;
    private const long LongestXml = 4 * 1024 * 1024;

    private readonly UpstreamCall _call = new(clients, time, client, site);

    public PublisherOptions Options => options.Get(client);

    /// <summary>An answer in JSON; null for 404. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<JsonElement?> GetJsonAsync(string question, CancellationToken cancellationToken)
    {
        if (await GetAsync(question, cancellationToken) is not { } body)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestJson });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw NoAnswer(null);
        }
        catch (JsonException exception)
        {
            throw NoAnswer(exception);
        }
    }

    /// <summary>An answer in XML, without DTD and external entities; null for 404. Throws <see cref="UpstreamException"/>.</summary>
    public async Task<XElement?> GetXmlAsync(string question, CancellationToken cancellationToken)
    {
        if (await GetAsync(question, cancellationToken) is not { } body)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestXml });
            return XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            throw NoAnswer(exception);
        }
    }

    /// <summary>The objects of a list in an answer; none where there is no such list.</summary>
    public static IEnumerable<JsonElement> ItemsOf(JsonElement? answer, string list)
        => answer is { } found && found.TryGetProperty(list, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    /// <summary>A text of moderate length; null for anything else.</summary>
    public static string? TextOf(JsonElement element, string name)
        => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 500 } text ? text : null;

    /// <summary>The year that a date begins with ("2023 Mar"); null for anything else.</summary>
    public static int? YearOf(string? date) => date is { Length: >= 4 } && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1500 and < 2200 ? year : null;

    /// <summary>Whether a title is one of the names, whatever its case and marks; "Migraines" is "Migraine".</summary>
    public static bool IsNamed(string title, AskedTopic topic) => topic.Names.Any(name => Key(name) is { Length: > 0 } key && (Key(title) == key || Key(title) == key + "s" || Key(title) + "s" == key));

    /// <summary>Whether a title holds one of the names as whole words.</summary>
    public static bool Names(string title, AskedTopic topic)
    {
        var words = $" {Words(title)} ";
        return topic.Names.Any(name => Words(name) is { Length: > 2 } key && words.Contains($" {key} ", StringComparison.Ordinal));
    }

    private static string Key(string text) => Words(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Words(string text)
    {
        var words = new StringBuilder(text.Length);

        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                words.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    private async Task<byte[]?> GetAsync(string question, CancellationToken cancellationToken)
    {
        using var response = await _call.GetAsync(new Uri(new Uri(Options.Address), question), cancellationToken);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : null;
    }

    private UpstreamException NoAnswer(Exception? cause) => new(site, UpstreamFault.BadAnswer, $"{site} sent something that is no answer.", cause: cause);
}
