using System.Text.Json;
using CredScore.Api.Alternatives;
using CredScore.Api.Upstream.Publishers;
using CredScore.Scoring.Assessments;

namespace CredScore.Api.Upstream.EuropePmc;

/// <summary>Open-access reviews in Europe PMC, by its REST service.</summary>
// https://europepmc.org/RestfulWebService
internal sealed class EuropePmcProvider(PublisherDoor door) : IAlternativeProvider
{
    public const string Client = "EuropePmc";
    public const string Site = "Europe PMC";

    private const int Most = 2;

    public string Name => Site;

    public bool IsOn => door.Options.Enabled;

    public async Task<IReadOnlyList<Alternative>> FindAsync(AskedTopic topic, CancellationToken cancellationToken)
    {
        var query = Uri.EscapeDataString($"TITLE:\"{topic.Name.Replace("\"", "", StringComparison.Ordinal)}\" AND PUB_TYPE:\"review\" AND OPEN_ACCESS:y AND SRC:MED");
        var answer = await door.GetJsonAsync($"/europepmc/webservices/rest/search?query={query}&format=json&resultType=lite&pageSize=5", cancellationToken);
        var results = answer is { } found && found.TryGetProperty("resultList", out var list) && list.ValueKind == JsonValueKind.Object && list.TryGetProperty("result", out var hits) && hits.ValueKind == JsonValueKind.Array
            ? hits.EnumerateArray().Where(hit => hit.ValueKind == JsonValueKind.Object).ToList()
            : [];
        return [.. results.Select(result => Read(result, topic)).OfType<Alternative>().Take(Most)];
    }

    private static Alternative? Read(JsonElement result, AskedTopic topic)
        => Text(result, "title") is { } title && PublisherDoor.Names(title, topic) && Text(result, "isOpenAccess") == "Y" && Text(result, "id") is { } id && id.All(char.IsAsciiDigit)
            ? new(
                title.TrimEnd('.'), $"https://europepmc.org/article/MED/{id}", Site, AlternativeKind.Review, AlternativeLevel.Professional, true,
                $"Open-access review{(Text(result, "pubYear") is { } year ? $" of {year}" : "")}{(Text(result, "journalTitle") is { } journal ? $" in {journal}" : "")}.", topic.Name, "en", true, Year: PublisherDoor.YearOf(Text(result, "pubYear")))
            : null;

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and < 500 } text ? text : null;
}
