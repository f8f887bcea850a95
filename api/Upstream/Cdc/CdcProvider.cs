using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.Cdc;

/// <summary>Pages of the US Centers for Disease Control and Prevention, by their content syndication service. Only titles and addresses are taken.</summary>
// https://tools.cdc.gov/api/docs/info.aspx
internal sealed class CdcProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "Cdc";
    public const string Site = "CDC";

    private const string Start = "About ";

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var answer = await door.GetJsonAsync($"/api/v2/resources/media?q={Uri.EscapeDataString(topic.Name)}&mediatypes=html&max=20", cancellationToken);
        return [.. PublisherDoor.ItemsOf(answer, "results").Select(page => Read(page, topic)).OfType<Alternative>().Take(1)];
    }

    private static Alternative? Read(JsonElement page, AskedTopic topic)
        => PublisherDoor.TextOf(page, "name") is { } title && IsOnTopic(title, topic) && IsPage(page) && AddressOf(PublisherDoor.TextOf(page, "sourceUrl")) is { } address
            ? new(title, address, Site, AlternativeKind.Article, AlternativeLevel.Patient, true, "By the US public health agency, written for everybody.", topic.Name, "en", true)
            : null;

    private static bool IsOnTopic(string title, AskedTopic topic)
        => PublisherDoor.IsNamed(title, topic) || (title.StartsWith(Start, StringComparison.OrdinalIgnoreCase) && PublisherDoor.IsNamed(title[Start.Length..], topic));

    // It holds pictures and feeds too, and pages in other languages.
    private static bool IsPage(JsonElement page)
        => string.Equals(PublisherDoor.TextOf(page, "mediaType"), "html", StringComparison.OrdinalIgnoreCase)
            && (!page.TryGetProperty("language", out var language) || language.ValueKind != JsonValueKind.Object || PublisherDoor.TextOf(language, "name") is null or "English");

    private static string? AddressOf(string? url)
        => Uri.TryCreate(url, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", Host: "www.cdc.gov", IsDefaultPort: true, UserInfo: "" } ? $"https://www.cdc.gov{address.AbsolutePath}" : null;
}
