using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.MedlinePlus;

/// <summary>Health topics of MedlinePlus by the code of ICD-10-CM or SNOMED CT, by MedlinePlus Connect.</summary>
// https://medlineplus.gov/medlineplus-connect/web-service/: one code a request, 100 requests a minute.
internal sealed class MedlinePlusConnectProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "MedlinePlusConnect";
    public const string Site = "MedlinePlus Connect";

    private const string Icd10 = "2.16.840.1.113883.6.90";
    private const string Snomed = "2.16.840.1.113883.6.96";

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public TimeSpan? LongestKept => TimeSpan.FromHours(24);

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var (system, code) = topic.Snomed is { } snomed ? (Snomed, snomed) : (Icd10, topic.Icd10);

        if (code is null)
        {
            return [];
        }

        var answer = await door.GetJsonAsync(
            $"/service?mainSearchCriteria.v.cs={system}&mainSearchCriteria.v.c={Uri.EscapeDataString(code)}&informationRecipient.languageCode.c=en&knowledgeResponseType=application/json", cancellationToken);
        var entries = answer is { } found && found.TryGetProperty("feed", out var feed) && feed.ValueKind == JsonValueKind.Object && feed.TryGetProperty("entry", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object).ToList()
            : [];
        return [.. entries.Select(entry => Read(entry, topic)).OfType<Alternative>().Take(1)];
    }

    // A code of the WHO's ICD-10 may mean something else in the American edition, and a group of diseases in both: the title decides.
    private static Alternative? Read(JsonElement entry, AskedTopic topic)
        => TitleOf(entry) is { } title && PublisherDoor.IsNamed(title, topic) && AddressOf(entry) is { } address
            ? new(title, address, MedlinePlusProvider.Site, AlternativeKind.Article, AlternativeLevel.Patient, true, "Written for everybody by the US National Library of Medicine, with links to trusted bodies.", topic.Name, "en", true)
            : null;

    private static string? TitleOf(JsonElement entry)
        => entry.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.Object && title.TryGetProperty("_value", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 300 } text ? text : null;

    // Connect adds where the reader came from; the page does not need it.
    private static string? AddressOf(JsonElement entry)
        => entry.TryGetProperty("link", out var links) && links.ValueKind == JsonValueKind.Array
            ? links.EnumerateArray()
                .Select(link => link.ValueKind == JsonValueKind.Object && link.TryGetProperty("href", out var href) && href.ValueKind == JsonValueKind.String ? href.GetString() : null)
                .Where(href => Uri.TryCreate(href, UriKind.Absolute, out var address) && address is { Scheme: "https", Host: "medlineplus.gov" })
                .Select(href => new Uri(href!).GetLeftPart(UriPartial.Path))
                .FirstOrDefault()
            : null;
}
